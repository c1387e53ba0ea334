--- Day rows: what is shown of each thing of a table, as of every day on which something was reported of it.
-- Between two such days nothing changes, so that these rows are all there is to know about a thing over time.

local best_reading = require "parley.storage.statements.best_reading"
local dialect = require "parley.query.sql.dialect"
local resolution = require "parley.storage.statements.resolution"

local day_rows = {}

-- The certainty of the claim that a unit is taken from, as SQL over the claims of a group: empty where it has none.
local function certainty_sql(d, info, unit)
  local says = {}
  for i, name in ipairs(unit.names) do says[i] = d.quote(name) .. " IS NOT NULL" end
  return best_reading.sql(d, info, info.by_name[unit.columns[1]], d.call("coalesce", "certainty", d.text ""),
    unit.over_time and "state_weight" or "claim_weight", table.concat(says, " OR "), "text")
end

-- What a row has of each unit beside its columns: named after its place, as no column is.
local function certainty_columns(d, info, units)
  local names, list = {}, {}
  for i, unit in ipairs(units) do
    names[i] = i .. " certainty"
    list[i] = (", %s AS %s"):format(certainty_sql(d, info, unit), d.quote(names[i]))
  end
  return names, table.concat(list)
end

-- The statement that resolves each thing of a table as of every day on which something was reported of it: the day
-- (`known`), then the columns of the stored table, and `more`. One pass over the claims does it, as a thing changes on
-- no others.
local function over_days(d, info, bind, p, day, more)
  local function conditions(first)
    return first .. " AND reported_end " .. (day and "<= " .. bind(day) or "IS NOT NULL")
  end
  local claims = resolution.considered_claims(d, info, bind, p, conditions, "certainty")
  return ("WITH considered AS (SELECT * FROM %s), known_days AS (SELECT DISTINCT id AS of, reported_end AS known FROM "
    .. "considered) SELECT known, %s%s FROM considered JOIN known_days ON of = id AND reported_end <= known "
    .. "GROUP BY id, known ORDER BY id, known"):format(claims, resolution.columns(d, info), more)
end

--- The rows by id and by day: the columns of the table as it is stored, and `known`, the day (since 1970) from which a
--- row is what is shown. Claims without a day are in none of them.
---@param store parley.Store
---@param info table  a table with claims
---@param policy parley.Policy?
---@param day integer?  the last day
---@param units table[]?  of parley.analysis.claim_units: the row has the certainty of the claim each is taken from too
---@return fun(): table?
---@return string[]? certainties  the names of these, in the order of the units
function day_rows.each(store, info, policy, day, units)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  local names, types = resolution.names(d, info), { "any" }
  table.insert(names, 1, "known")
  for i = 2, #names do
    local column = info.by_name[names[i]]
    types[i] = column and column.type == "boolean" and "boolean" or "any"
  end
  local certainties, more = certainty_columns(d, info, units or {})
  for _, name in ipairs(certainties) do names[#names + 1], types[#types + 1] = name, "text" end
  return store:rows(over_days(d, info, bind, policy, day, more), params, names, types), certainties
end

return day_rows
