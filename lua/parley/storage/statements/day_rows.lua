--- Day rows: what is shown of each thing of a table, as of every day on which something was reported of it.
-- Between two such days nothing changes, so that these rows are all there is to know about a thing over time.

local dialect = require "parley.query.sql.dialect"
local resolution = require "parley.storage.statements.resolution"

local day_rows = {}

--- The rows by id and by day: the columns of the table as it is stored, and `known`, the day (since 1970) from which a
--- row is what is shown. Claims without a day are in none of them.
---@param store parley.Store
---@param info table  a table with claims
---@param policy parley.Policy?
---@param day integer?  the last day
function day_rows.each(store, info, policy, day)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  local names, types = resolution.names(d, info), { "any" }
  table.insert(names, 1, "known")
  for i = 2, #names do
    local column = info.by_name[names[i]]
    types[i] = column and column.type == "boolean" and "boolean" or "any"
  end
  return store:rows(resolution.over_days(d, info, bind, policy, day), params, names, types)
end

return day_rows
