--- Conditions that say what something is not (!=, not, not in, not like): rows in which it is missing are left out, as
--- in SQL, which nobody sees who thinks of all the others. What is said of them, for the notes.

local tree = require "parley.query.tree"
local typed = require "parley.query.typed_nodes"

local negations = {}

local MOST_NAMES = 3

-- Whether a bound node denies.
local function denies(node)
  return node.kind == "not" or node.negated and node.kind ~= "is_nil" or node.kind == "compare" and node.op == "!="
end

-- The columns of a tree, each once.
local function add_columns(columns, seen, node)
  tree.find(node, function(inner)
    local name = inner.path and table.concat(inner.path, ".")
    if name and not seen[name] then
      seen[name] = true
      columns[#columns + 1] = { name = name, node = inner }
    end
  end)
end

-- The columns of what is denied.
local function denied_columns(condition)
  local columns, seen = {}, {}
  tree.find(condition, function(node)
    if denies(node) then add_columns(columns, seen, node) end
  end)
  return columns
end

--- What is said of a condition that denies: the rows for which it is missing, since a column of what it denies is.
---@param all table  bound
---@param wide table  the same in the wide reading of dates, which are told of by themselves
---@return table? doubt  as parley.query.undecided has them
function negations.doubt(all, wide)
  local names, missing = {}, {}
  for i, column in ipairs(denied_columns(all)) do
    names[i], missing[i] = column.name, typed.is_nil(column.node)
  end
  if #names == 0 then return nil end
  local named = #names <= MOST_NAMES and table.concat(names, " or ") or names[1] .. " or others"
  return { key = "left_out.missing", node = typed.joined("and", { typed.is_nil(wide), typed.joined("or", missing) }),
    arguments = { columns = named, column = names[1] } }
end

return negations
