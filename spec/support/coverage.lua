--- Counts what queries with an answer were made of: verbs, operators, functions and aggregates.
-- What a last verb computes counts only where the column it makes has a value; all else, where the answer has one.

local functions = require "parley.query.functions"

local coverage = {}

local OPERATORS = { "+", "-", "*", "/", "%", "..", "negate", "=", "!=", "<", "<=", ">", ">=", "and", "or", "not", "in",
  "not in", "between", "not between", "like", "not like", "is nil", "is not nil", "date - date", "?",
  "literal:integer", "literal:number", "literal:text", "literal:boolean", "literal:date", "column:integer",
  "column:number", "column:text", "column:boolean", "column:date" }

local VERBS = { "verb:where", "where{}", "verb:select", "verb:with", "verb:by", "verb:summarise", "short", "verb:value",
  "verb:sort", "desc", "verb:limit", "verb:distinct", "verb:pivot", "verb:union", "union:frame", "union:query",
  "limit:ties", "amount", "sum(amount)", "amount.low", "amount.best", "amount.high", "amount in words", "sum of an amount",
  "verb:unpivot", "verb:split", "verb:sample", "verb:complete", "verb:diff",
  "pivot:margins", "verb:join", "join:inner", "join:left", "join:semi",
  "join:anti", "join:within", "join:frame", "join:query", "join:1", "join:2", "join:integer", "join:number",
  "join:text", "join:boolean", "join:date", "key:integer", "key:number", "key:text", "key:boolean",
  "key:date" }

--- All that is to be met: the names of every verb, operator, function and aggregate.
function coverage.expected()
  local names = table.move(VERBS, 1, #VERBS, #OPERATORS + 1, table.move(OPERATORS, 1, #OPERATORS, 1, {}))
  for name in pairs(functions.scalars) do names[#names + 1] = name end
  for name in pairs(functions.aggregates) do names[#names + 1] = name end
  for name in pairs(functions.windows) do names[#names + 1] = name end
  table.sort(names)
  return names
end

local function has_value(f, name)
  local values = f:values(name)
  for row = 1, values.n do
    if values[row] ~= nil then return true end
  end
  return false
end

local function filled_columns(f)
  local filled = {}
  for _, name in ipairs(f:columns()) do filled[name] = has_value(f, name) or nil end
  return filled
end

local function add(counts, names)
  for name in pairs(names) do counts[name] = (counts[name] or 0) + 1 end
end

--- Counts a query by its answer.
---@param counts table<string, integer>
function coverage.count(counts, query, answer)
  if answer.value ~= nil and query.finish then
    add(counts, query.finish.names)
  elseif answer.frame and #answer.frame > 0 then
    local filled = filled_columns(answer.frame)
    if next(filled) == nil then return end
    for at, step in ipairs(query.steps) do
      add(counts, step.names)
      for name, used in pairs(step.items) do
        if at < #query.steps or filled[name] then add(counts, used) end
      end
    end
  end
end

return coverage
