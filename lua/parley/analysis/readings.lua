--- Readings: what a claim says about one field, in a form in which claims can be compared.
-- A unit is what is compared as one: a column, or the bounds of a quantity. A reading has the text an analyst reads
-- and the key by which two readings are the same: dates by their days, amounts by their bounds, text after folding
-- case and accents and after bringing spellings (the vocabulary `spelling`) and known names (aliases of parties and
-- people) to one form. Ids and words of a vocabulary are compared as they are.

local coders = require "parley.analysis.coders"
local core = require "parley.core"
local errors = require "parley.base.errors"
local interval = require "parley.analysis.interval"
local vocabularies = require "parley.codebook.vocabularies"

local readings = {}

-- Units ---------------------------------------------------------------------------------------------------

local function add_bound(units, quantities, column)
  local unit = quantities[column.quantity]
  if not unit then
    unit = { type = "quantity", quantity = column.quantity, kind = column.kind, names = {}, columns = {}, bounds = {},
      others = {} }
    quantities[column.quantity] = unit
    units[#units + 1] = unit
  end
  local n = #unit.names + 1
  unit.names[n], unit.columns[n], unit.bounds[column.bound] = column.claim_name, column.name, n
  if column.bound == "best" or not unit.field then unit.field = column.name end
end

-- What a unit needs to know of the quantity that it says something of.
local function amount_of(quantity)
  return { type = "quantity", names = quantity.names, bounds = quantity.bounds, others = quantity.others }
end

--- The units of a table, in the order of its columns: field (its name; of a quantity its best bound), kind, type,
--- names (columns among the claims), columns (those of the table), bounds (of a quantity: which name is which), others
--- (of a quantity: the columns among the claims that say something of it).
---@param info table
---@return table[]
function readings.units(info)
  local units, quantities, beside = {}, {}, {}
  for _, column in ipairs(info.columns) do
    if column.quantity then
      add_bound(units, quantities, column)
    elseif column.name ~= "id" then
      units[#units + 1] = { field = column.name, kind = column.kind, type = column.type, over_time = column.over_time,
        span = column.span, beside = column.beside,
        as_is = column.references or column.vocabulary, names = { column.claim_name }, columns = { column.name } }
      if column.beside then beside[#beside + 1] = units[#units] end
    end
  end
  for _, unit in ipairs(beside) do table.insert(quantities[unit.beside].others, unit.names[1]) end
  for _, unit in ipairs(beside) do unit.amount = amount_of(quantities[unit.beside]) end
  return units
end

--- Those units about which claims can clash: a column without a kind of disagreement is wording.
function readings.judged_units(info)
  local units = {}
  for _, unit in ipairs(readings.units(info)) do
    if unit.kind then units[#units + 1] = unit end
  end
  return units
end

--- The unit a field belongs to; a bound stands for its quantity.
---@param info table
---@param field any
---@return table
function readings.unit_of(info, field)
  local names = {}
  for _, unit in ipairs(readings.units(info)) do
    for _, name in ipairs(unit.columns) do
      if name == field then return unit end
      names[#names + 1] = name
    end
  end
  errors.raise("no_column.field", { name = field, table = info.name, known = names })
end

--- The units that are in question for any of some things; each unit learns its bit.
---@param units table[]
---@param masks table<string, integer>  for each thing, the bits of the units in question: 1 for the first
---@param ids string[]
---@param kind string?  only units of this kind of disagreement
---@return table[]
function readings.in_question(units, masks, ids, kind)
  local all, list = 0, {}
  for _, id in ipairs(ids) do all = all | masks[id] end
  for i, unit in ipairs(units) do
    unit.bit = 1 << (i - 1)
    if all & unit.bit ~= 0 and (not kind or kind == unit.kind) then list[#list + 1] = unit end
  end
  return list
end

-- Names and spellings ---------------------------------------------------------------------------------------

-- All names the file knows count, whatever day or policy is asked about: how a name is spelt is no news.
local function add_names(forms, ds, name)
  if not ds:table_info(name) then return end
  ds:ensure(name)
  local rows = require "parley.storage.statements.rows"
  for id, label, others in rows.each(ds.store, name, { "id", "name", "aliases" }) do
    local form = name .. ":" .. id
    forms[core.fold(id)] = form
    if label then forms[core.fold(label)] = form end
    for text in (others or ""):gmatch "[^;]+" do forms[core.fold(text:match "^%s*(.-)%s*$")] = form end
  end
end

-- Folded word -> the one spelling it is compared by.
local function spellings()
  local map, vocabulary = {}, vocabularies.by_name.spelling
  for _, code in ipairs(vocabulary and vocabulary.codes or {}) do
    for _, text in ipairs(vocabulary.terms[code].aliases or {}) do map[core.fold(text)] = core.fold(code) end
  end
  return map
end

local function form_of(text, forms, words)
  local folded = core.fold(text):gsub("%s+", " ")
  if forms[folded] then return forms[folded] end
  folded = folded:gsub("[%w\128-\255-]+", words)
  return forms[folded] or folded
end

--- A function that brings text to the form in which it is compared. Names are read when they are first needed.
---@param ds parley.Dataset
---@return fun(text: string): string
function readings.canonical(ds)
  local forms, words, known = nil, nil, {}
  return function(text)
    local form = known[text]
    if form then return form end
    if not forms then
      forms, words = {}, spellings()
      add_names(forms, ds, "parties")
      add_names(forms, ds, "people")
    end
    form = form_of(text, forms, words)
    known[text] = form
    return form
  end
end

-- Readings ----------------------------------------------------------------------------------------------------

local weights = require "parley.storage.statements.weights"
local PLACE_BITS, CLASS_BITS = weights.PLACE_BITS, weights.CLASS_BITS
local LEAST, MOST = math.mininteger, math.maxinteger

local function of_quantity(unit, claim, from)
  local bounds = unit.bounds
  local low, best, high = bounds.low and claim[from + bounds.low], bounds.best and claim[from + bounds.best],
    bounds.high and claim[from + bounds.high]
  if not interval.known(low, best, high) then return nil end
  local first, last = interval.bounds(low, best, high)
  local beside = {}
  for i = 1, #unit.others do
    local value = claim[unit.others_from + i]
    beside[i] = value == nil and "\0" or tostring(value)
  end
  return { claim = claim, beside = table.concat(beside, "\1"), text = interval.text(low, best, high),
    key = interval.key(low, best, high),
    first = first or LEAST, last = last or MOST, centred = best ~= nil, low = low, best = best, high = high }
end

local function of_date(claim, value)
  local first, last = core.date(value)
  first, last = first or LEAST, last or MOST
  return { claim = claim, text = value, key = first .. "|" .. last, first = first, last = last }
end

--- The reading of a claim about a unit; nil where the claim says nothing about it.
---@param unit table
---@param claim table  its values are a list; those of the unit follow after `from`, in the order of its names
---@param from integer
---@param canonical fun(text: string): string
---@return { claim: table, text: string, key: string, first: integer?, last: integer? }?
function readings.of(unit, claim, from, canonical)
  if unit.type == "quantity" then return of_quantity(unit, claim, from) end
  local value = claim[from + 1]
  if value == nil then return nil end
  if unit.type == "date" then return of_date(claim, value) end
  local text = tostring(value)
  if unit.type ~= "text" or unit.as_is then return { claim = claim, text = text, key = text } end
  return { claim = claim, text = text, key = canonical(text), says = core.fold(text) }
end

--- The readings of a unit in a list of claims; `amounts`, those of the quantity that it says something of.
function readings.of_all(unit, claims, canonical)
  local list = { amounts = unit.amount and {} }
  for _, claim in ipairs(claims) do
    list[#list + 1] = readings.of(unit, claim, unit.from, canonical)
    if unit.amount then
      list.amounts[#list.amounts + 1] = readings.of(unit.amount, claim, unit.amount.from, canonical)
    end
  end
  return list
end

--- The weight of a claim for a unit; nil when the policy does not consider it.
function readings.weight(unit, claim)
  if unit.over_time then return claim.state_weight end
  return claim.weight
end

-- Whether a reading lies within another and says more, as the resolution in SQL has it.
local function is_within(unit, inner, outer)
  if unit.type ~= "quantity" and (unit.type ~= "date" or unit.span) then return false end
  if inner.first < outer.first or inner.last > outer.last then return false end
  if unit.type == "date" then
    local range = outer.text:find("/", 1, true) and outer.first > LEAST and outer.last < MOST
    if range or inner.text:find "[?~%%]" then return false end
  end
  return inner.first > outer.first or inner.last < outer.last or (inner.centred and not outer.centred) or false
end

local function firmness(unit, claim) return readings.weight(unit, claim) >> PLACE_BITS end

--- How firm a claim is for a unit; its place among the claims is left away. Below 0 if the policy does not consider it.
---@param unit table
---@param claim table
---@return integer
function readings.firmness(unit, claim) return readings.weight(unit, claim) and firmness(unit, claim) or -1 end

-- Why one of two readings that weigh the same is shown.
local function why_of_equals(unit, shown, other)
  if shown.hull then return "a tie: equally firm, and as many sources give either; shown is the hull of both" end
  if shown.claim.who == other.claim.who then return "the same voice said it last" end
  if is_within(unit, shown, other) then return "it says more, and the other claim agrees" end
  if not shown.tied then return "more independent sources give it" end
  return "a tie: equally firm, and as many sources give either; its source sorts first"
end

--- Why a reading is shown, and not one whose claim weighs as much or more; nil where the weights decide.
---@param unit table
---@param shown table?
---@param other table
---@return string?
function readings.why(unit, shown, other)
  if not readings.weight(unit, other.claim) then return nil end
  if other.passed_over then return coders.why(other) end
  if not shown then return unit.amount and "nothing is shown: it belongs to a number that is not shown" or nil end
  local mine, others = firmness(unit, shown.claim), firmness(unit, other.claim)
  if unit.amount and readings.weight(unit, shown.claim) < readings.weight(unit, other.claim) then
    return "it belongs to the number that is shown"
  end
  if mine == others then return why_of_equals(unit, shown, other) end
  if mine < others then return "it says more, and the weightier claim agrees" end
end

-- Whether one reading stands before another by itself: firmer, of a voice that sorts first, or that voice's last.
local function is_before(unit, a, b)
  local mine, others = firmness(unit, a.claim), firmness(unit, b.claim)
  if mine ~= others then return mine > others end
  if a.claim.who ~= b.claim.who then return a.claim.who < b.claim.who end
  return readings.weight(unit, a.claim) > readings.weight(unit, b.claim)
end

-- The readings that the policy considers, in the order in which they stand by themselves.
local function considered(unit, list)
  local found = {}
  for _, reading in ipairs(list) do
    if readings.weight(unit, reading.claim) then found[#found + 1] = reading end
  end
  table.sort(found, function(a, b) return a ~= b and is_before(unit, a, b) end)
  return found
end

-- What each voice says in the end: its weightiest reading.
local function last_words(unit, list)
  local last, found = {}, {}
  for _, reading in ipairs(list) do
    local who = reading.claim.who
    if not last[who] or readings.weight(unit, reading.claim) > readings.weight(unit, last[who].claim) then
      last[who] = reading
    end
  end
  for _, reading in ipairs(list) do
    if last[reading.claim.who] == reading then found[#found + 1] = reading end
  end
  return found
end

--- The source that a claim's source rests on in the end, or that source: those that rest on one another are one.
---@param claim table
---@return string
function readings.origin(claim) return claim.who:match "^[^\31]*\31([^\31]+)" or claim.source end

-- What is the same for readings that say the same where tables are resolved, which knows no aliases.
local function says(reading) return reading.says or reading.key end

--- How many independent origins some claims have.
---@param claims table[]
---@return integer
function readings.count_origins(claims)
  local n, seen = 0, {}
  for _, claim in ipairs(claims) do
    local origin = readings.origin(claim)
    if not seen[origin] then n, seen[origin] = n + 1, true end
  end
  return n
end

-- How many origins give each reading, by what it says.
local function origins_by_reading(list)
  local counts, seen = {}, {}
  for _, reading in ipairs(list) do
    local value = says(reading)
    local mark = value .. "\0" .. readings.origin(reading.claim)
    if not seen[mark] then counts[value], seen[mark] = (counts[value] or 0) + 1, true end
  end
  return counts
end

-- Of equally firm readings those that most origins give, and of these what no other says more exactly.
local function most_given(unit, firmest, counts)
  local most, found, left = 0, {}, {}
  for _, reading in ipairs(firmest) do most = math.max(most, counts[says(reading)]) end
  for _, reading in ipairs(firmest) do
    if counts[says(reading)] == most then found[#found + 1] = reading end
  end
  for _, reading in ipairs(found) do
    local displaced = false
    for _, other in ipairs(found) do displaced = displaced or is_within(unit, other, reading) end
    if not displaced then left[#left + 1] = reading end
  end
  return left
end

-- The readings of one level between which nothing decides; one, or some that say the same, where something does.
local function best_of(unit, list)
  list = last_words(unit, list)
  local top, firmest = firmness(unit, list[1].claim), {}
  for _, reading in ipairs(list) do
    if firmness(unit, reading.claim) == top then firmest[#firmest + 1] = reading end
  end
  return most_given(unit, firmest, origins_by_reading(unit.over_time and firmest or list))
end

local function are_alike(list, what)
  for _, reading in ipairs(list) do
    if what(reading) ~= what(list[1]) then return false end
  end
  return true
end

local function beside_it(reading) return reading.beside end

-- The hull of amounts that tie: as one reading, beside the claim that sorts first.
local function hull_of(list)
  local first, last = MOST, LEAST
  for _, reading in ipairs(list) do first, last = math.min(first, reading.first), math.max(last, reading.last) end
  local low, high = first > LEAST and first or nil, last < MOST and last or nil
  local text = (low or high) and interval.text(low, nil, high) or "unknown"
  return { claim = list[1].claim, text = text, key = interval.key(low, nil, high), first = first, last = last,
    tied = list, hull = true, low = low, high = high }
end

local function fits(unit, reading, outer)
  if not outer then return true end
  local mine, others = readings.weight(unit, reading.claim), readings.weight(unit, outer.claim)
  return mine >> PLACE_BITS <= others >> PLACE_BITS and mine >> CLASS_BITS == others >> CLASS_BITS
    and is_within(unit, reading, outer)
end

-- The best reading, by the rules of csrc/sqlite/readings.h. Where nothing decided, it has the readings that are
-- `tied`, itself among them; it may be their `hull`.
local function best(unit, list)
  local chosen, tied
  local all = considered(unit, coders.read(list))
  while true do
    local level = {}
    for _, reading in ipairs(all) do
      if fits(unit, reading, chosen) then level[#level + 1] = reading end
    end
    if #level == 0 then break end
    local found = best_of(unit, level)
    chosen = found[1]
    if not are_alike(found, says) then
      tied = found
      if unit.type == "quantity" and are_alike(found, beside_it) then return hull_of(found) end
    end
  end
  if chosen then chosen.tied = tied end
  return chosen
end

-- What was said beside the best amount: by its claim, else by its source and coder, or beside the same amount.
local function beside(unit, list)
  local amount, same = best(unit.amount, list.amounts), nil
  if not amount then return best(unit, list) end
  local found, amounts = considered(unit, list), {}
  for _, reading in ipairs(list.amounts) do amounts[reading.claim] = reading end
  local own = amounts[amount.claim]
  for _, reading in ipairs(found) do
    if reading.claim == amount.claim then return reading end
  end
  for _, reading in ipairs(found) do
    local its = amounts[reading.claim]
    if coders.share_source(reading.claim, amount.claim) then return reading end
    if not same and its and its.first == own.first and its.last == own.last then same = reading end
  end
  return same
end

--- The reading that is shown of a list; nil when none is. Where nothing decided between readings it has those that are
--- `tied`, and may be their `hull`.
function readings.shown(unit, list)
  return (unit.amount and beside or best)(unit, list)
end

--- Whether a reading says what is shown: the same, or one of those whose hull is shown.
function readings.is_shown(reading, shown)
  if not shown.hull then return reading.key == shown.key end
  for _, one in ipairs(shown.tied) do
    if one.key == reading.key then return true end
  end
  return false
end

--- The columns of the claims that units need, in one list; each unit learns where its own begin.
---@param units table[]
---@return string[]
function readings.names(units)
  local names = {}
  for _, unit in ipairs(units) do
    unit.from = #names
    table.move(unit.names, 1, #unit.names, #names + 1, names)
    if unit.amount then
      unit.amount.from = #names
      table.move(unit.amount.names, 1, #unit.amount.names, #names + 1, names)
    end
    local amount = unit.amount or unit
    if amount.others then
      amount.others_from = #names
      table.move(amount.others, 1, #amount.others, #names + 1, names)
    end
  end
  return names
end

-- Lists of readings ---------------------------------------------------------------------------------------------

--- Who makes a claim: its source and who says so there.
---@param claim table
---@return string
function readings.voice(claim)
  local text = claim.voice
  if not text then
    text = claim.said_by and claim.source .. " " .. claim.said_by or claim.source
    if claim.rank == "deprecated" then text = text .. ", deprecated" end
    claim.voice = text
  end
  return text
end

-- Readings that are the same, together, in the order in which they come: { text, who } each, with
-- those who are named in `who` as keys.
local function grouped(list, voice_of)
  local order, groups = {}, {}
  for _, reading in ipairs(list) do
    local claim, voice = reading.claim, voice_of(reading.claim)
    local key = claim.denied and reading.key .. "!" or reading.key
    local group = groups[key]
    if not group then
      group = { claim.denied and "not " .. reading.text or reading.text, voice, [voice] = true }
      groups[key], order[#order + 1] = group, group
    elseif not group[voice] then
      group[2], group[voice] = group[2] .. ", " .. voice, true
    end
  end
  return order
end

--- "12000 (s3); 6000 (s4 medinsky)": what is said and who says it. Each reading has its `claim`.
---@param list table[]
---@param before string?  a word to stand before each reading
---@param voice_of (fun(claim: table): string)?  who makes a claim, if that is not readings.voice
---@return string
function readings.list(list, before, voice_of)
  local parts = {}
  for i, group in ipairs(grouped(list, voice_of or readings.voice)) do
    parts[i] = (before or "") .. group[1] .. " (" .. group[2] .. ")"
  end
  return table.concat(parts, "; ")
end

return readings
