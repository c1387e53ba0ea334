--- unpivot on columns: one pass for all columns, which are then put one below the other.

local alike = require "parley.query.columns.alike"
local expression = require "parley.query.columns.expression"
local lists = require "parley.base.lists"
local source = require "parley.query.columns.source"
local Relation = require "parley.query.columns.relation"

local unpivot = {}

-- The columns that are kept, and behind them for each of the others its name and its values, numbered as they stand.
local function laid_out(relation, link)
  local step, columns, values = link.step, {}, {}
  for i, place in ipairs(step.kept) do columns[i] = relation.columns[place] end
  for i, item in ipairs(step.values) do values[i] = relation:compute(item).node end
  local nodes, type = alike(link.columns[#link.columns].name, values)
  for i, node in ipairs(nodes) do
    columns[#columns + 1] = { type = "text", node = expression.constant("text", step.names[i]) }
    columns[#columns + 1] = { type = type, node = node }
  end
  for i, column in ipairs(columns) do columns[i] = { name = "#" .. i, type = column.type, node = column.node } end
  return columns
end

function unpivot.emit(relation, link)
  local columns, kept, parts = laid_out(relation, link), #link.step.kept, {}
  local from = relation:with_columns(columns):source()
  for i in ipairs(link.step.values) do
    parts[i] = { from = from, columns = {} }
    for k = 1, kept do parts[i].columns[k] = k end
    parts[i].columns[kept + 1], parts[i].columns[kept + 2] = kept + 2 * i - 1, kept + 2 * i
  end
  local types = {}
  for k = 1, kept + 2 do types[k] = columns[k].type end
  return Relation.new(source.of_stack { names = lists.field(link.columns, "name"), types = types, parts = parts })
end

return unpivot
