--- Resolution: the rows of a table from its claims, in one statement.
-- The stored row of a thing, a whole table, a view as of a day and another policy are the same SQL. Each field is the
-- value of the best claim about it (parley.storage.statements.best_reading).

local best_reading = require "parley.storage.statements.best_reading"
local dialect = require "parley.query.sql.dialect"
local ranking = require "parley.storage.claim_ranking"
local schema = require "parley.storage.schema"

local resolution = {}

-- Columns of a resolved row: { name, sql }, in the order of the stored table.
local function resolved_columns(d, info)
  local columns = { { "id", "id" } }
  for i = 2, #info.columns do
    local column = info.columns[i]
    local weight = column.over_time and "state_weight" or "claim_weight"
    local value = d.quote(column.claim_name)
    -- Most claims leave most columns open: such a row costs nothing more than being read.
    local which = not (column.quantity or column.beside) and value .. " IS NOT NULL" or nil
    local best = best_reading.sql(d, info, column, value, weight, which)
    columns[#columns + 1] = { column.name, best }
    if column.type == "date" then
      columns[#columns + 1] = { column.name .. "_start", d.call("edtf_start", best) }
      columns[#columns + 1] = { column.name .. "_end", d.call("edtf_stop", best) }
    end
  end
  return columns
end

--- The columns of a resolved row, as what stands after SELECT: its id, and those of the others that are wanted.
---@param d parley.Dialect
---@param info table
---@param is_wanted (fun(quoted: string): boolean)?  whether a column is, by its name as SQL; all if absent
---@return string
function resolution.columns(d, info, is_wanted)
  local list = {}
  for i, column in ipairs(resolved_columns(d, info)) do
    local name = d.quote(column[1])
    if i == 1 or not is_wanted or is_wanted(name) then list[#list + 1] = ("%s AS %s"):format(column[2], name) end
  end
  return table.concat(list, ", ")
end

--- The claims that a policy considers, as what stands after FROM.
---@param d parley.Dialect
---@param info table
---@param bind (fun(value: any): string)?
---@param p parley.Policy?
---@param conditions fun(first: string): string  adds what else is asked of them
---@param more string?  a column of the claims that is asked for beside the values
---@return string
function resolution.considered_claims(d, info, bind, p, conditions, more)
  if p ~= nil and not ranking.weighs_as_default(p) then
    return require("parley.storage.statements.weighted_claims").from(d, info, p, bind, conditions, more)
  elseif p ~= nil and p.blind then
    local seen = require("parley.storage.statements.claim_weights").seen(p, bind)
    return schema.quoted_claims(d, info) .. " WHERE " .. conditions("claim_weight IS NOT NULL AND " .. seen)
  end
  return schema.quoted_claims(d, info) .. " WHERE " .. conditions "claim_weight IS NOT NULL"
end

--- What writes the statement that resolves a table from its claims, with those of its columns that are wanted.
---@param d parley.Dialect
---@param info table a table of the codebook that rests on claims
---@param bind (fun(value: any): string)? takes a value, gives the mark of its parameter
---@param p parley.Policy? the default policy if absent
---@param day integer? only what was reported by this day
---@param where string? a condition on the claims
---@return fun(is_wanted: (fun(quoted: string): boolean)?): string
function resolution.writer(d, info, bind, p, day, where)
  local function conditions(first)
    if day then first = first .. " AND reported_end <= " .. bind(day) end
    return where and first .. " AND " .. where or first
  end
  local claims = resolution.considered_claims(d, info, bind, p, conditions)
  return function(is_wanted)
    return ("SELECT %s FROM %s GROUP BY id"):format(resolution.columns(d, info, is_wanted), claims)
  end
end

--- The statement that resolves a table from its claims under the default policy.
---@param d parley.Dialect
---@param info table
---@param where string? a condition on the claims
---@return string
function resolution.select(d, info, where)
  return resolution.writer(d, info, nil, nil, nil, where)()
end

--- The names of the columns of a resolved row, in order.
---@param d parley.Dialect
---@param info table
---@return string[]
function resolution.names(d, info)
  local names = {}
  for i, column in ipairs(resolved_columns(d, info)) do names[i] = column[1] end
  return names
end

--- Fills an empty table from its claims.
---@param store parley.Store
---@param info table
function resolution.fill(store, info)
  local d = dialect.of(store)
  store:run(("INSERT INTO %s %s"):format(d.quote(info.name), resolution.select(d, info)))
end

return resolution
