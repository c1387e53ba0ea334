--- Conditions that say what something is not (!=, not, not in, not like): rows in which it is missing are left out, as
--- in SQL, which nobody sees who thinks of all the others. What is said of them, for the notes.

local tree = require "parley.query.tree"
local typed = require "parley.query.typed_nodes"

local negations = {}

local MOST_NAMES = 3

-- Adds what is missing where a comparison of an amount is, which is made of columns that nobody wrote; marks these.
local function add_amount(list, unwritten, node)
  for _, amount in ipairs(node.about) do
    list[#list + 1] = { name = amount.name, missing = typed.negation(node.interval.known) }
  end
  tree.find(node, function(inner) unwritten[inner] = true end)
end

-- Columns and amounts of what is denied, each once: binding has marked that, since other nodes are made with negations
-- of their own.
local function denied(condition)
  local list, named, unwritten = {}, {}, {}
  local function add(node)
    if node.interval then add_amount(list, unwritten, node) end
    local name = node.path and not unwritten[node] and table.concat(node.path, ".")
    if name and not named[name] then
      named[name] = true
      list[#list + 1] = { name = name, missing = typed.is_nil(node) }
    end
  end
  tree.find(condition, function(node)
    if node.denies then tree.find(node, add) end
  end)
  return list
end

-- What the note says, by the columns that rows which are left out lack.
local function arguments_of(names)
  return { columns = table.concat(names, ", ", 1, math.min(#names, MOST_NAMES)),
    more = #names > MOST_NAMES and "…" or "", column = names[1] }
end

--- What is said of a condition that denies: the rows for which it is missing, since a column of what it denies is; the
--- columns that are missing there are named.
---@param all table  bound
---@param wide table  the same in the wide reading of dates, which are told of by themselves
---@return table? doubt  as parley.query.undecided has them
function negations.doubt(all, wide)
  local list, missing = denied(all), {}
  for i, value in ipairs(list) do missing[i] = value.missing end
  if #list == 0 then return nil end
  local function left_out(condition) return typed.joined("and", { typed.is_nil(wide), condition }) end
  return { key = "left_out.missing", node = left_out(typed.joined("or", missing)), arguments_of = function(count)
    local names = {}
    for _, value in ipairs(list) do
      if #list == 1 or count(left_out(value.missing)) > 0 then names[#names + 1] = value.name end
    end
    return arguments_of(names)
  end }
end

return negations
