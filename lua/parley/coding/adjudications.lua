--- Adjudications: the decisions that stand, and what waits for one (parley.coding.waiting).
-- What stood is what is shown of the field where no decision counts, under the dataset's day and policy.

local claim_rows = require "parley.analysis.claim_rows"
local claim_units = require "parley.analysis.claim_units"
local decisions = require "parley.storage.statements.decisions"
local from_rows = require "parley.frame.from_rows"
local options = require "parley.base.options"
local readings = require "parley.analysis.readings"
local shown_reading = require "parley.analysis.shown_reading"
local waiting = require "parley.coding.waiting"

local adjudications = {}

local COLUMNS = { { "claim", "integer" }, { "table", "text" }, { "id", "text" }, { "field", "text" },
  { "stood", "text" }, { "stands", "text" }, { "decides", "integer" }, { "source", "text" }, { "coder", "text" },
  { "by", "text" }, { "at", "text" }, { "reason", "text" }, { "stale", "boolean" }, { "retracted", "boolean" },
  { "retraction", "text" } }

local function as_it_is(text) return text end

-- The claims about some things, by id, each claim with its values for all units.
local function claims_of(ds, info, ids, units)
  local found = {}
  local scope = { day = ds:view().as_of, ids = ids, retracted = true }
  claim_rows.each_thing(ds, info, claim_units.names(units), scope, function(id, claims) found[id] = claims end)
  return found
end

-- The units that a decision says something of.
local function units_of(units, claim)
  local found = {}
  for _, unit in ipairs(units) do
    if readings.of(unit, claim, unit.from, as_it_is) then found[#found + 1] = unit end
  end
  return found
end

-- What is shown of a unit, but for decisions; and what a decision itself says.
local function stood(unit, claims, by_key)
  local others = {}
  for _, claim in ipairs(claims) do
    if not (by_key[claim.claim] or claim.weight == nil) then others[#others + 1] = claim end
  end
  local shown = shown_reading.of(unit, readings.of_all(unit, others, as_it_is))
  return shown and shown.text
end

local function row_of(info, decision, unit, claim, before)
  return { decision.claim, info.name, decision.id, unit.field, before,
    readings.of(unit, claim, unit.from, as_it_is).text, decision.decides, claim.source, claim.coder, decision.by,
    decision.at, decision.reason, decision.stale, decision.retracted_at ~= nil, decision.retraction }
end

local function add_table(ds, info, given, rows)
  ds:ensure(info.name)
  local list, ids, by_key = decisions.of(ds.store, info, ds:view().policy, given.retracted), {}, {}
  if #list == 0 then return end
  for _, decision in ipairs(list) do ids[#ids + 1], by_key[decision.claim] = decision.id, true end
  local units = claim_units.of_table(info)
  local claims = claims_of(ds, info, ids, units)
  for _, decision in ipairs(list) do
    for _, claim in ipairs(claims[decision.id] or {}) do
      for _, unit in ipairs(claim.claim == decision.claim and units_of(units, claim) or {}) do
        rows[#rows + 1] = row_of(info, decision, unit, claim, stood(unit, claims[decision.id], by_key))
      end
    end
  end
end

--- The decisions, the latest first; or what waits for one, hardest first.
---@param ds parley.Dataset
---@param given { waiting: boolean?, retracted: boolean?, table: string? }?
---@return parley.Frame
function adjudications.of_dataset(ds, given)
  given = options.check(given, "adjudications{}", { "waiting", "retracted", "table" })
  options.switch(given.waiting, "waiting")
  options.switch(given.retracted, "retracted")
  local tables, names = claim_rows.tables(ds)
  options.one_of(given.table, names, { key = "claims_table" })
  if given.waiting then return from_rows.lists(waiting.COLUMNS, waiting.rows(ds, given.table)) end
  local rows = {}
  for _, info in ipairs(tables) do
    if not given.table or given.table == info.name then add_table(ds, info, given, rows) end
  end
  table.sort(rows, function(a, b) return a[1] > b[1] end)
  return from_rows.lists(COLUMNS, rows)
end

return adjudications
