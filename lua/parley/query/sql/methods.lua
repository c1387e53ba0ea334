--- What SQL lends to queries, on whatever engine they run: the statement.

local Query = {}

--- SQL text and parameters; of a query over a Frame, those that would give the same rows from a copy in SQLite.
--- See also: explain.
--- Example: (ds.talks:where{place = "Kyiv"}:select("id"):sql())
---@return string text, table params
function Query:sql()
  local plan = require("parley.query.sql.compile").compile(require("parley.query.query").ready(self))
  return plan.text, plan.params
end

return { ["parley.Query"] = Query }
