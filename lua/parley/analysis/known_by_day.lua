--- How much was known by each day: claims by their certainty, and values (cells of the tables) by the certainty of the
-- claim from which each is taken on that day, as the tables of that day are resolved. A value that another one replaces
-- is no longer there; claims without a day are on none.

local claim_units = require "parley.analysis.claim_units"
local core = require "parley.core"
local day_rows = require "parley.storage.statements.day_rows"

local known_by_day = {}

local NONE = "(none)"

-- Changes by day and certainty: { claims =, values = }.
local function change_at(changes, day, certainty)
  if certainty == nil or certainty == "" then certainty = NONE end
  changes[day] = changes[day] or {}
  changes[day][certainty] = changes[day][certainty] or { claims = 0, values = 0 }
  return changes[day][certainty]
end

local function has_value(row, unit)
  for _, column in ipairs(unit.columns) do
    if row[column] ~= nil then return true end
  end
  return false
end

-- Adds the claims about the things of a table; gives how many have no day.
local function add_claims(ds, name, changes)
  local undated = 0
  for certainty, reported in ds:table(name):claims():select("certainty", "reported"):each() do
    local first, last
    if reported and reported ~= core.null then first, last = core.date(reported) end
    if last or first then
      local change = change_at(changes, last or first, certainty ~= core.null and certainty or nil)
      change.claims = change.claims + 1
    else
      undated = undated + 1
    end
  end
  return undated
end

-- Adds the values of the things of a table: those of one thing stand together, day after day.
local function add_values(ds, info, changes)
  local view, units = ds:view(), claim_units.of_table(info)
  local rows, certainties = day_rows.each(ds.store, info, view.policy, view.as_of, units)
  local id, before
  for row in rows do
    if row.id ~= id then id, before = row.id, {} end
    for i, unit in ipairs(units) do
      local now = has_value(row, unit) and (row[certainties[i]] or "") or nil
      if now ~= before[i] then
        local day = row.known
        if before[i] then change_at(changes, day, before[i]).values = change_at(changes, day, before[i]).values - 1 end
        if now then change_at(changes, day, now).values = change_at(changes, day, now).values + 1 end
        before[i] = now
      end
    end
  end
end

local function sorted_keys(map)
  local keys = {}
  for key in pairs(map) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

-- What there is at the end of each day on which it changes.
local function totals(changes)
  local rows, total = {}, {}
  for _, day in ipairs(sorted_keys(changes)) do
    for _, certainty in ipairs(sorted_keys(changes[day])) do
      local change, sum = changes[day][certainty], total[certainty] or { claims = 0, values = 0 }
      total[certainty] = sum
      sum.claims, sum.values = sum.claims + change.claims, sum.values + change.values
      if change.claims ~= 0 or change.values ~= 0 then
        rows[#rows + 1] = { day = core.day_text(day), certainty = certainty, claims = sum.claims, values = sum.values }
      end
    end
  end
  return rows
end

--- How many claims and values there were by each day on which that changed, by certainty.
---@param ds parley.Dataset
---@return { day: string, certainty: string, claims: integer, values: integer }[] rows
---@return integer undated  claims without a day
function known_by_day.rows(ds)
  local changes, undated = {}, 0
  for _, name in ipairs(ds:tables()) do
    local info = ds:table_info(name)
    if ds:claims_info(info) then
      ds:ensure(name)
      undated = undated + add_claims(ds, name, changes)
      add_values(ds, info, changes)
    end
  end
  return totals(changes), undated
end

return known_by_day
