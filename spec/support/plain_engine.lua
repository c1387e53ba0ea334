--- A third opinion, the naive engine: the steps of a query done row by row on Lua lists, with no thought of speed.
-- Names and types come from parley.query.bind, as for every engine; functions of one text, date or number are asked of
-- SQLite one by one. All else (three-valued logic, comparisons, arithmetic, groups, order, joins) is written out in the
-- files of spec/support/plain_engine/.

local diff = require "spec.support.plain_engine.diff"
local join = require "spec.support.plain_engine.join"
local random_tables = require "spec.support.random_tables"
local relations = require "spec.support.plain_engine.relations"
local reshaping = require "spec.support.plain_engine.reshaping"
local semantics = require "spec.support.plain_engine.semantics"
local verbs = require "spec.support.plain_engine.verbs"

local plain_engine = {}

-- The relation after a step.
local function after(relation, step)
  if step.verb == "join" then return join(relation, plain_engine.relation(step.args[1]), step.args[2]) end
  if step.verb == "union" then return reshaping.union(relation, plain_engine.relation(step.args[1])) end
  if step.verb == "diff" then return diff(relation, plain_engine.relation(step.args[1]), step.args[2]) end
  return verbs[step.verb](relation, table.unpack(step.args, 1, step.args.n))
end

--- The relation of { table, steps }.
function plain_engine.relation(query)
  local columns, rows = {}, {}
  for i, column in ipairs(query.table.columns) do columns[i] = relations.column_like(column.name, column.type, column.traits) end
  for row = 1, query.table.n do
    rows[row] = {}
    for i, column in ipairs(query.table.columns) do rows[row][i] = semantics.clean(column.values[row]) end
  end
  local relation = relations.made(columns, rows)
  for _, step in ipairs(query.steps) do relation = after(relation, step) end
  return relation
end

--- The answer, as same_answers has it.
---@param query table
function plain_engine.answer(query)
  local steps = table.move(query.steps, 1, #query.steps, 1, {})
  if query.finish then steps[#steps + 1] = query.finish end
  local ok, relation = pcall(plain_engine.relation, { table = query.table, steps = steps })
  if not ok then return { message = tostring(relation):gsub("^.-parley: ", "") } end
  if query.finish then return { value = relation.rows[1][1], is_value = true } end
  local made_table = { n = #relation.rows, columns = {} }
  for i, column in ipairs(relation.columns) do
    local values = {}
    for r, row in ipairs(relation.rows) do values[r] = row[i] end
    made_table.columns[i] = { name = column.name, type = column.type, values = values }
  end
  return { frame = random_tables.frame(made_table) }
end

return plain_engine
