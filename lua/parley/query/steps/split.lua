--- split: a row for each item of a column that takes several.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"
local items = require "parley.query.items"

local split = {}

--- A row for each item of a list, where items are separated by "; ": a statement by two parties is two rows, one for
--- each. A row without a value, or with one item, stays as it is. by(), pivot{} and join() do so by themselves with
--- columns that take several.
---@param ... string  names of columns
---@return table step
function split.apply(_, ...)
  local names = { ... }
  if #names == 0 then errors.raise("bad_argument.no_expressions", { what = "split", example = "split(\"author\")" }) end
  for i, name in ipairs(names) do
    if type(name) ~= "string" then
      errors.raise("bad_expression.argument", { i = i, what = "split", got = type(name) })
    end
  end
  return { verb = "split", names = names }
end

local function column_node(path) return { kind = "column", path = path, pos = 1 } end

-- The condition that a row has several items.
local function has_several(node)
  local count = { kind = "call", name = "items", args = { node }, type = "integer", pos = 1 }
  return { kind = "compare", op = ">", left = count, right = { kind = "literal", type = "integer", value = 1, pos = 1 },
    type = "boolean", pos = 1 }
end

-- The link with one column split.
local function split_one(before, name)
  local item = items.bind(before, { node = column_node { name }, text = name, name = name }, {})
  if item.type ~= "text" then errors.raise("bad_type.split", { name = name, type = item.type }) end
  local columns = table.move(before.columns, 1, #before.columns, 1, {})
  columns[item.node.place] = bound.copy_of(columns[item.node.place], { several = false })
  local several = has_several(item.node)
  return bound.with_columns(before, { verb = "split", place = item.node.place, several = several,
    said = { { key = "repeated.items", text = name, node = several, arguments = { column = name } } } }, columns,
    { grouped = true, doubts = true, doubtful = true })
end

function split.bind(before, step)
  local link = before
  for _, name in ipairs(step.names) do link = split_one(link, name) end
  return link
end

-- ## For verbs that take each item by itself

-- The column that takes several on the way to what a parsed path names: its place in the path; nil where there is none.
local function several_on(rows, path)
  local column, via = bound.column(rows, path)
  if not (column and column.several) then return nil end
  for i, step in ipairs(via or {}) do
    if step.several then return i end
  end
  return #path
end

-- The link with a column that a parsed item stands for split, and the item as it is then. One behind a reference
-- becomes a column of its own first.
local function split_for(before, item)
  local path = item.node.kind == "column" and item.node.path
  local at = path and several_on(before, path)
  if not at then return before, item end
  local name = table.concat(path, ".", 1, at)
  if at > 1 then
    local added = { node = column_node(table.move(path, 1, at, 1, {})), text = name, name = name }
    before = require("parley.query.steps.with").bind(before, { items = { added } })
  end
  local node = bound.copy_of(item.node, { path = { name, table.unpack(path, at + 1) } })
  return split_one(before, name), bound.copy_of(item, { node = node })
end

--- The link in which the columns that parsed items stand for are split, and those items as they are then.
---@param before table
---@param list table[]
---@return table link, table[] list
function split.for_items(before, list)
  if before.open then return before, list end
  local link, changed = before, {}
  for i, item in ipairs(list) do link, changed[i] = split_for(link, item) end
  return link, changed
end

return split
