--- Day rows: what is shown of each thing of a table, as of every day on which something was reported of it.
-- Between two such days nothing changes, so that these rows are all there is to know about a thing over time.

local dialect = require "parley.query.sql.dialect"
local resolution = require "parley.storage.statements.resolution"

local day_rows = {}

-- The statement that resolves each thing of a table as of every day on which something was reported of it: the day
-- (`known`), then the columns of the stored table. One pass over the claims does it, as a thing changes on no others.
local function over_days(d, info, bind, p, day)
  local function conditions(first)
    return first .. " AND reported_end " .. (day and "<= " .. bind(day) or "IS NOT NULL")
  end
  local claims = resolution.considered_claims(d, info, bind, p, conditions)
  return ("WITH considered AS (SELECT * FROM %s), known_days AS (SELECT DISTINCT id AS of, reported_end AS known FROM "
    .. "considered) SELECT known, %s FROM considered JOIN known_days ON of = id AND reported_end <= known "
    .. "GROUP BY id, known ORDER BY id, known"):format(claims, resolution.columns(d, info))
end

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
  return store:rows(over_days(d, info, bind, policy, day), params, names, types)
end

return day_rows
