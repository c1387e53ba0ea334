--- Wholes and their parts: whether the number of a whole agrees with the sum of its parts.
-- Method. The rows that are shown are compared. Amounts are intervals; a sum runs from the sum of the lower bounds to
-- that of the upper ones. Whole and parts must count the same (unit and basis, where both say so). Where every part
-- has a number, whole and sum clash unless they are the same interval; `overlap` says whether one number could
-- satisfy both. Where a part has none, the sum is a lower bound: it clashes only when it is above the whole.
-- Where one thing is part of itself through others, nothing is compared.

local claim_rows = require "parley.analysis.claim_rows"
local claim_units = require "parley.analysis.claim_units"
local interval = require "parley.analysis.interval"
local readings = require "parley.analysis.readings"
local shown_reading = require "parley.analysis.shown_reading"
local references = require "parley.claims.references"

local wholes_and_parts = {}

-- Tables with parts: the column that names the whole, what is summed, and what has to be the same for that.
local WITH_PARTS = { outcomes = { whole = "part_of", quantity = "amount", same = { "unit", "basis" } } }

--- Whether the things of a table can have parts.
function wholes_and_parts.has(info) return WITH_PARTS[info.name] ~= nil end

-- Trees -----------------------------------------------------------------------------------------------------

-- Climbs from a thing to the top of its wholes; gives the things passed, and whether there was a top.
local function climb(thing, by_id, column, endless)
  local path, seen, at = {}, {}, thing
  while at and endless[at] == nil and not seen[at] do
    path[#path + 1], seen[at] = at, true
    at = at[column] and by_id[at[column]]
  end
  return path, not at or endless[at] == false
end

--- The things that have no top: climbing from part to whole never ends. As a table, thing -> true or false.
---@param list table[]
---@param by_id table<string, table>
---@param column string  where a thing names its whole
---@return table<table, boolean>
function wholes_and_parts.endless(list, by_id, column)
  local endless = {}
  for _, thing in ipairs(list) do
    local whole = by_id[thing[column]]
    if not whole then
      endless[thing] = false
    elseif endless[whole] ~= nil then
      endless[thing] = endless[whole]
    else
      local path, ends = climb(thing, by_id, column, endless)
      for _, passed in ipairs(path) do endless[passed] = not ends end
    end
  end
  return endless
end

-- Rows ------------------------------------------------------------------------------------------------------

local function amount_unit(units, plan)
  for _, unit in ipairs(units) do
    if unit.quantity == plan.quantity then return unit end
  end
end

-- A row as { id, whole, amount = {low, best, high}, same = {…} }.
local function row_reader(plan, unit)
  local bounds = {}
  for which, at in pairs(unit.bounds) do bounds[which] = unit.columns[at] end
  return function(row)
    local amount = { low = row[bounds.low], best = row[bounds.best], high = row[bounds.high] }
    local same = {}
    for i, name in ipairs(plan.same) do same[i] = row[name] or false end
    return { id = row.id, whole = row[plan.whole], amount = amount, same = same,
      known = interval.known(amount.low, amount.best, amount.high) }
  end
end

-- What takes in rows: things by id and in order of reading, and the parts of each whole.
local function reader(plan, unit)
  local read_row = row_reader(plan, unit)
  local of = { by_id = {}, list = {}, children = {} }
  function of.take(row)
    local thing = not of.by_id[row.id] and read_row(row)
    if thing then of.by_id[thing.id], of.list[#of.list + 1] = thing, thing end
    if thing and thing.whole then
      of.children[thing.whole] = of.children[thing.whole] or {}
      table.insert(of.children[thing.whole], thing)
    end
  end
  return of
end

-- The wholes that things read from a place on name, and that have not been read; a file may name some it does not have.
local function missing_wholes(ds, info, of, from)
  local ids, seen = {}, {}
  for i = from, #of.list do
    local whole = of.list[i].whole
    if whole and not of.by_id[whole] and not seen[whole] and references.exists(ds, info.name, whole) then
      seen[whole], ids[#ids + 1] = true, whole
    end
  end
  return ids
end

-- All things of the table; or, of some wholes, these with their parts and all that they are parts of.
local function read(ds, info, plan, unit, scope)
  local names = { "id", plan.whole, table.unpack(plan.same) }
  table.move(unit.columns, 1, #unit.columns, #names + 1, names)
  local of, q = reader(plan, unit), ds:table(info.name)
  if scope.day then q = q:as_of(require("parley.core").day_text(scope.day)) end
  local function take(rows)
    for row in rows:select(table.unpack(names)):sort("id"):rows() do of.take(row) end
  end
  if not scope.ids then
    take(q)
    return of
  end
  take(q:where { [plan.whole] = scope.ids })
  if #of.list == 0 then return of end
  take(q:where { id = scope.ids })
  local ids = missing_wholes(ds, info, of, 1)
  while #ids > 0 do
    local from = #of.list + 1
    take(q:where { id = ids })
    ids = missing_wholes(ds, info, of, from)
  end
  return of
end

-- Comparing --------------------------------------------------------------------------------------------------

local function counts_the_same(a, b)
  for i = 1, #a.same do
    if a.same[i] and b.same[i] and a.same[i] ~= b.same[i] then return false end
  end
  return true
end

-- The sum of the parts and whether all have a number; nil where they cannot be summed beside the whole.
local function sum_of(whole, list)
  local sum, complete, any = interval.zero(), true, false
  for _, part in ipairs(list) do
    if part.known and not counts_the_same(whole, part) then return nil end
    any, complete = any or part.known, complete and part.known
    interval.add(sum, part.amount.low, part.amount.best, part.amount.high)
  end
  if any then return sum, complete end
end

-- Whether one number can satisfy a whole and a sum.
local function overlap(whole, sum)
  local first, last = interval.bounds(whole.low, whole.best, whole.high)
  return not (first and sum.high and interval.below(sum.high, first))
    and not (last and interval.below(last, sum.low))
end

-- Whether a whole and the sum of its parts are to be listed.
local function differ(whole, sum, complete)
  if not complete then return not overlap(whole, sum) end
  local first, last = interval.bounds(whole.low, whole.best, whole.high)
  return not (interval.same(first, sum.low) and interval.same(last, sum.high))
end

-- Rows --------------------------------------------------------------------------------------------------------

-- Readings of the amounts of some things, by id.
local function readings_by_id(ds, info, unit, ids, day)
  local lists, names = {}, claim_units.names { unit }
  claim_rows.each_thing(ds, info, names, { day = day, ids = ids }, function(id, claims)
    lists[id] = shown_reading.read(unit, readings.of_all(unit, claims))
  end)
  return lists
end

local function amount_text(amount) return interval.text(amount.low, amount.best, amount.high) or "no number" end

-- "6000 r2-bodies-ru (s3 zelensky)": the claims that say what is shown of a part.
local function part_text(part, list)
  local key, voices, seen = interval.key(part.amount.low, part.amount.best, part.amount.high), {}, {}
  for _, reading in ipairs(list or {}) do
    local voice = readings.voice(reading.claim)
    if reading.claim.weight and reading.key == key and not seen[voice] then
      seen[voice], voices[#voices + 1] = true, voice
    end
  end
  local said = #voices > 0 and (" (%s)"):format(table.concat(voices, ", ")) or ""
  return ("%s %s%s"):format(amount_text(part.amount), part.id, said)
end

-- "whole 900 (radio); parts 300 = 100 a (radio) + 200 b (radio)"
local function readings_text(clash, lists)
  local texts, sum = {}, clash.sum
  for i, part in ipairs(clash.parts) do texts[i] = part_text(part, lists[part.id]) end
  local whole = readings.list(lists[clash.whole.id] or {}, "whole ")
  return ("%s; parts %s = %s"):format(whole, clash.complete and amount_text(sum) or interval.text(sum.low),
    table.concat(texts, " + "))
end

-- Which claims about the whole would go with its parts.
local function why_text(clash, list)
  local agreeing = {}
  for _, reading in ipairs(list or {}) do
    local own = { low = reading.first, high = reading.last }
    if reading.claim.weight and overlap(own, clash.sum) then agreeing[#agreeing + 1] = reading end
  end
  return "the whole's own number is shown, never a sum; " .. (#agreeing > 0
    and "the parts agree with " .. readings.list(agreeing) or "the parts agree with no claim about the whole")
end

local function row_of(info, unit, clash, lists)
  local said = {}
  local function add(id)
    for _, reading in ipairs(lists[id] or {}) do said[#said + 1] = reading.claim end
  end
  add(clash.whole.id)
  for _, part in ipairs(clash.parts) do add(part.id) end
  return { info.name, clash.whole.id, unit.field, unit.kind, amount_text(clash.whole.amount),
    readings_text(clash, lists), why_text(clash, lists[clash.whole.id]), #said,
    overlap(clash.whole.amount, clash.sum), "whole and parts", readings.count_origins(said) }
end

-- Calls -------------------------------------------------------------------------------------------------------

local function set_of(list)
  local set = {}
  for _, id in ipairs(list) do set[id] = true end
  return set
end

-- The wholes that do not agree with their parts: { whole, parts, sum, complete }; and the ids of all concerned.
local function differing(of, wanted)
  local clashes, concerned, endless = {}, {}, wholes_and_parts.endless(of.list, of.by_id, "whole")
  for _, whole in ipairs(of.list) do
    local below = of.children[whole.id]
    if below and whole.known and (not wanted or wanted[whole.id]) and not endless[whole] then
      local sum, complete = sum_of(whole, below)
      if sum and differ(whole.amount, sum, complete) then
        clashes[#clashes + 1] = { whole = whole, parts = below, sum = sum, complete = complete }
        concerned[#concerned + 1] = whole.id
        for _, part in ipairs(below) do concerned[#concerned + 1] = part.id end
      end
    end
  end
  return clashes, concerned
end

--- The clashes of wholes with their parts, as rows of disagreements().
---@param ds parley.Dataset
---@param info table
---@param scope { day: integer?, ids: string[]?, kind: string? }  ids: the wholes to look at
---@return any[][]
function wholes_and_parts.clashes(ds, info, scope)
  local plan, rows = WITH_PARTS[info.name], {}
  local unit = amount_unit(claim_units.of_table(info), plan)
  if scope.kind and scope.kind ~= unit.kind then return rows end
  local clashes, concerned = differing(read(ds, info, plan, unit, scope), scope.ids and set_of(scope.ids))
  if #clashes == 0 then return rows end
  local lists = readings_by_id(ds, info, unit, concerned, scope.day)
  for i, clash in ipairs(clashes) do rows[i] = row_of(info, unit, clash, lists) end
  return rows
end

--- The clash of one whole with its parts as a row of disagreements(), out of rows and claims that were read before; nil
--- where they agree.
---@param info table
---@param units table[]  of claim_units, with what to ask core.choose about them
---@param id string
---@param rows table[]  as they are shown: the whole, its parts in the order of their ids, and all that it is part of
---@param claims_of fun(id: string): table[]  as claim_rows.each_thing() gives them
---@return any[]?
function wholes_and_parts.clash(info, units, id, rows, claims_of)
  local plan = WITH_PARTS[info.name]
  local unit, lists = amount_unit(units, plan), {}
  local of = reader(plan, unit)
  for _, row in ipairs(rows) do of.take(row) end
  local clashes, concerned = differing(of, { [id] = true })
  if not clashes[1] then return nil end
  for _, one in ipairs(concerned) do
    lists[one] = shown_reading.read(unit, readings.of_all(unit, claims_of(one)))
  end
  return row_of(info, unit, clashes[1], lists)
end

return wholes_and_parts
