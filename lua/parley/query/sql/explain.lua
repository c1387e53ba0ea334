--- How a query will run: the engine, SQLite's plan, the statement.

local explain = {}

--- Text for q:explain(): engine, plan steps as SQLite gives them, SQL and parameters.
---@param q parley.Query
---@param plan { text: string, params: table }
---@return string
function explain.query(q, plan)
  local lines = { "engine: SQL (SQLite)" .. (q.home.engine_note and ", " .. q.home.engine_note or "") }
  local depth = { [0] = 0 }
  for id, parent, _, detail in q.home.store:each("EXPLAIN QUERY PLAN " .. plan.text, plan.params) do
    depth[id] = (depth[parent] or 0) + 1
    lines[#lines + 1] = ("  "):rep(depth[id]) .. detail
  end
  lines[#lines + 1] = plan.text
  for i = 1, plan.params.n do
    local value = plan.params[i]
    local shown = type(value) == "string" and ("%q"):format(value) or tostring(value)
    lines[#lines + 1] = ("  ?%d = %s"):format(i, shown)
  end
  return table.concat(lines, "\n")
end

return explain
