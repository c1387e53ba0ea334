--- split: a row for each item of a column that takes several.

local bound = require "parley.query.bound"
local computed_columns = require "parley.query.computed_columns"
local errors = require "parley.base.errors"
local items = require "parley.query.items"
local typed = require "parley.query.typed_nodes"

local split = {}

--- A row for each item of a list, where items are separated by "; ": a statement by two parties is two rows, one for
--- each. A row without a value, or with one item, stays as it is. by(), pivot{} and join() do so by themselves with
--- columns that take several.
--- Errors: no_column, bad_type.
--- See also: by.
--- Example: ds.parties:select("id", "aliases"):where{id = "turkiye"}:split("aliases")
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

-- The condition that a row has several items.
local function has_several(node)
  return typed.compare(">", typed.call("items", "integer", node), typed.value(1, "integer"))
end

-- The link with one column split.
local function split_one(before, name)
  local item = items.bind(before, items.of_column(name), {})
  if item.type ~= "text" and not before.asks then errors.raise("bad_type.split", { name = name, type = item.type }) end
  local columns = table.move(before.columns, 1, #before.columns, 1, {})
  columns[item.node.place] = bound.copy_of(columns[item.node.place], { several = false,
    size = (columns[item.node.place].size or 1) + 1 })
  local several = has_several(item.node)
  return computed_columns.link(before, { verb = "split", place = item.node.place, several = several,
    said = { { key = "repeated.items", text = name, node = several, arguments = { column = name } } } }, columns,
    { grouped = true, doubts = true, doubtful = true })
end

function split.bind(before, step)
  local link = before
  for _, name in ipairs(step.names) do link = split_one(link, name) end
  return link
end

return split
