--- How a query will run: the engine, the database's plan, the statement.

local dialect = require "parley.query.sql.dialect"

local explain = {}

--- Text for q:explain(): engine, plan steps as the database gives them, SQL and parameters.
---@param plan { text: string, params: table, store: parley.Store }
---@param home table
---@return string
function explain.query(plan, home)
  local d = dialect.of(plan.store)
  local lines = { ("engine: SQL (%s)"):format(d.title) .. (home.engine_note and ", " .. home.engine_note or "") }
  local depth = { [0] = 0 }
  for id, parent, _, detail in plan.store:each(d.explain(plan.text), plan.params) do
    if detail then
      depth[id] = (depth[parent] or 0) + 1
      lines[#lines + 1] = ("  "):rep(depth[id]) .. detail
    else
      lines[#lines + 1] = "  " .. id          -- a line, which shows by itself how deep it stands
    end
  end
  lines[#lines + 1] = plan.text
  for i = 1, plan.params.n do
    local value = plan.params[i]
    local shown = type(value) == "string" and ("%q"):format(value) or tostring(value)
    lines[#lines + 1] = ("  %s = %s"):format(d.param(i), shown)
  end
  return table.concat(lines, "\n")
end

return explain
