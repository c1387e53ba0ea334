--- The weight of a claim, as SQL over one row of claims: one integer whose bits decide as the criteria of a policy do.
-- From the top the bits hold the criteria of parley.storage.claim_ranking in their order, at the end the place of the
-- claim (its entry, else its key), which decides between claims of one voice alone: csrc/value/readings.h. A claim
-- that is not considered has no weight.
--
-- The weights of the default policy are stored with the claims as generated columns, so that resolving a whole table
-- computes each of them once.
--
-- Everything here takes a dialect, the alias of the claims table or nil, and `bind`, which takes a value and gives the
-- mark of its parameter; the default policy binds nothing.

local ranking = require "parley.storage.claim_ranking"

local claim_weights = {}

-- Bits of the criteria; `source` has what is left above. 22 bits of days reach from the year -3772 to 7711; days beyond
-- count as the ends.
local KEY_BITS = 30
--- Bits of a weight that hold the place of a claim, and those below what an analyst prefers: a source, a rank.
claim_weights.PLACE_BITS, claim_weights.CLASS_BITS = KEY_BITS, 56
local BITS = { rank = 1, certainty = 4, report = 22, news = 22 }
local MIDDLE_DAY, LAST_DAY = 1 << (BITS.report - 1), (1 << BITS.report) - 1

-- Each criterion as an unsigned number; `at` is what stands before the names of columns.
local CRITERIA = {}

-- A day as a number; an unknown day is the weakest.
local function day_sql(d, day, earliest)
  local bits = d.greatest("0", d.least(tostring(LAST_DAY), ("%s + %d"):format(day, MIDDLE_DAY)))
  if earliest then bits = ("%d - %s"):format(LAST_DAY, bits) end
  return ("(%s)"):format(d.call("coalesce", bits, "0"))
end

function CRITERIA.source(_, p, at, bind)
  if #p.prefer == 0 then return nil end
  local cases = {}
  for i, source in ipairs(p.prefer) do cases[i] = ("WHEN %s THEN %d"):format(bind(source), #p.prefer + 1 - i) end
  return ("(CASE %ssource %s ELSE 0 END)"):format(at, table.concat(cases, " "))
end

function CRITERIA.rank(d, _, at) return d.as_number(d.same(at .. "rank", d.text "preferred")) end

function CRITERIA.certainty(d, _, at)
  local cases = {}
  for i, code in ipairs(ranking.CERTAINTIES) do
    cases[i] = ("WHEN %s THEN %d"):format(d.text(code), ranking.firmness(code))
  end
  return ("(CASE %scertainty %s ELSE 0 END)"):format(at, table.concat(cases, " "))
end

function CRITERIA.report(d, p, at) return day_sql(d, at .. "reported_end", p.report == "earliest") end

-- What was said, it was said before it was reported.
function CRITERIA.news(d, _, at)
  local stated, reported = at .. "stated_end", at .. "reported_end"
  return day_sql(d, d.call("coalesce", d.least(stated, reported), stated, reported))
end

local function shifts_of(order)
  local shift, shifts = KEY_BITS, {}
  for i = #order, 1, -1 do shifts[i], shift = shift, shift + (BITS[order[i]] or 0) end
  return shifts
end

local function order_sql(d, order, p, at, bind)
  local parts, shifts = {}, shifts_of(order)
  for i, criterion in ipairs(order) do
    local part = CRITERIA[criterion](d, p, at, bind)
    if part then parts[#parts + 1] = d.shifted(part, shifts[i]) end
  end
  parts[#parts + 1] = ("(%s & %d)"):format(d.call("coalesce", at .. "entry", at .. "claim"), (1 << KEY_BITS) - 1)
  return table.concat(parts, " + ")
end

local function before_names(alias) return alias and alias .. "." or "" end

--- The condition under which a blind policy sees a claim: its coder's own, or nobody's coding.
---@param p parley.Policy
---@param bind fun(value: any): string
---@param alias string?
---@return string
function claim_weights.seen(p, bind, alias)
  local coder = before_names(alias) .. "coder"
  return ("(%s IS NULL OR %s = %s)"):format(coder, coder, bind(p.blind))
end

--- The condition under which a claim is in force, whether it is considered or not: not retracted, or not yet at the
--- time a policy is set back to.
---@param d parley.Dialect
---@param p parley.Policy?
---@param bind (fun(value: any): string)?
---@param alias string?
---@return string
function claim_weights.in_force(d, p, bind, alias)
  local at = before_names(alias)
  local seen = p and p.blind and claim_weights.seen(p, bind, alias) .. " AND " or ""
  if not (p and p.recorded) then return seen .. at .. "retracted_at IS NULL" end
  return seen .. ("(%s <= %s AND (%sretracted_at IS NULL OR %s > %s))"):format(d.without_zone(at .. "recorded_at"),
    bind(p.recorded), at, d.without_zone(at .. "retracted_at"), bind(p.recorded))
end

-- The condition under which some list has what a column holds.
local function listed(column, list, bind)
  local marks = {}
  for i, item in ipairs(list) do marks[i] = bind(item) end
  return ("%s IN (%s)"):format(column, table.concat(marks, ", "))
end

--- The condition under which a claim counts at all.
---@param d parley.Dialect
---@param p parley.Policy
---@param bind (fun(value: any): string)?
---@param alias string?
---@return string
function claim_weights.considered(d, p, bind, alias)
  local at = before_names(alias)
  local parts = { claim_weights.in_force(d, p, bind, alias), d.differs(at .. "rank", d.text "deprecated"),
    d.differs(at .. "polarity", d.text "denied") }
  if p.certainty then
    local codes = {}
    for i, code in ipairs(ranking.considered(p)) do codes[i] = d.text(code) end
    parts[#parts + 1] = ("%scertainty IN (%s)"):format(at, table.concat(codes, ", "))
  end
  if #p.deny > 0 then parts[#parts + 1] = "NOT " .. listed(at .. "source", p.deny, bind) end
  if #p.coders > 0 then
    parts[#parts + 1] = ("(%scoder IS NULL OR %s)"):format(at, listed(at .. "coder", p.coders, bind))
  end
  return table.concat(parts, " AND ")
end

local function weight_by(order)
  return function(d, p, bind, alias)
    local considered = claim_weights.considered(d, p, bind, alias)
    return ("CASE WHEN %s THEN %s END"):format(considered, order_sql(d, order, p, before_names(alias), bind))
  end
end

-- Between the parts of a voice; before the letter of a coder whom a policy puts in order.
local SEPARATOR, ORDERED, BEFORE_LETTERS = "\31", "\1", 63

-- A coder as a voice has it: whom a policy puts in order by the place there.
local function coder_sql(d, p, bind)
  if not p or #p.coders == 0 then return "coder" end
  local cases = {}
  for i, coder in ipairs(p.coders) do
    cases[i] = ("WHEN %s THEN %s"):format(bind(coder), d.text(ORDERED .. string.char(BEFORE_LETTERS + i)))
  end
  return ("CASE coder %s ELSE coder END"):format(table.concat(cases, " "))
end

--- Who makes a claim, as one text over its row: its source; where there is more to tell, with the source that this
--- rests on, the speaker and the coder. Voices sort as their sources do. Under the default policy the column `voice`
--- holds it already.
---@param d parley.Dialect
---@param p parley.Policy?
---@param bind (fun(value: any): string)?
---@return string
function claim_weights.voice(d, p, bind)
  local parts = { "source" }
  for i, part in ipairs { "source_origin", "said_by", coder_sql(d, p, bind) } do
    parts[i + 1] = ("%s || %s"):format(d.text(SEPARATOR), d.call("coalesce", part, d.text ""))
  end
  return d.choose(d.call("coalesce", "source_origin", "said_by", "coder") .. " IS NULL", "source",
    table.concat(parts, " || "))
end

--- The voice of a claim under a policy, as SQL: the column, where that holds it.
---@param d parley.Dialect
---@param p parley.Policy?
---@param bind fun(value: any): string
---@return string
function claim_weights.voice_under(d, p, bind)
  return p and #p.coders > 0 and claim_weights.voice(d, p, bind) or "voice"
end

--- How firm a claim is, as SQL over its weight for a field: what the weight holds above the day of the report.
---@param weight string
---@return string
function claim_weights.firmness(weight) return ("(%s >> %d)"):format(weight, KEY_BITS + BITS.report) end

--- The criterion that decides between two claims which are not equally firm, read off their weights.
---@param over_time boolean?  whether these are weights for a state
---@param one integer
---@param other integer
---@return string?
function claim_weights.criterion(over_time, one, other)
  local order = over_time and ranking.STATE_ORDER or ranking.FIELD_ORDER
  for i, shift in ipairs(shifts_of(order)) do
    if one >> shift ~= other >> shift then return order[i] end
  end
end

--- SQL over a weight for a field that is 1 where the claim has one of some certainties, else 0: operations on integers,
--- where a list of words would be searched for every claim and column.
---@param d parley.Dialect
---@param weight string
---@param codes string[]
---@return string
function claim_weights.has_certainty(d, weight, codes)
  local wanted = 0
  for _, code in ipairs(codes) do wanted = wanted | 1 << ranking.firmness(code) end
  return d.bit_at(wanted, ("%s & %d"):format(claim_weights.firmness(weight), (1 << BITS.certainty) - 1))
end

--- The weight of a claim for a field, missing for a claim that is not considered. Under the default policy the column
--- claim_weight holds it already.
---@type fun(d: parley.Dialect, p: parley.Policy, bind?: fun(value: any): string, alias?: string): string
claim_weights.field = weight_by(ranking.FIELD_ORDER)

--- The weight of a claim for a state. Under the default policy the column state_weight holds it already.
---@type fun(d: parley.Dialect, p: parley.Policy, bind?: fun(value: any): string, alias?: string): string
claim_weights.state = weight_by(ranking.STATE_ORDER)

return claim_weights
