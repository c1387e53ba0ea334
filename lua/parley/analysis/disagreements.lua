--- Where claims about one thing differ.
-- Method. For each thing and each column the codebook gives a `kind` (the columns of a quantity are one
-- reading), the claims that are not retracted are compared. Two claims clash when their values exclude
-- each other as statements of the source:
--   * dates that contain one another are the same date in two precisions, and do not clash;
--   * text is compared after folding case and accents and after bringing spellings and known names
--     (aliases of parties and people, the vocabulary `spelling`) to one form;
--   * different bounds of a quantity clash ("at least 30" against "30"); `overlap` says whether one
--     number could satisfy all readings;
--   * a denial clashes with the same value affirmed, and with nothing else;
--   * a state (over_time) clashes only where the claims can be about the same day: otherwise it changed.
-- Deprecated claims are compared too (a misprint is a disagreement that has been judged). One statement
-- per table finds the things whose claims are not all alike; only those are looked at one by one.
--
-- Among sources, each source says what one of its coders reads in it; among coders, what several read in one source is
-- compared (parley.analysis.coders).
--
-- `why` holds the claim that is shown beside the best of those that say something else, under the dataset's policy.
-- A whole is held against the sum of its parts as well (parley.analysis.wholes_and_parts); `among` tells the two apart.

local claim_rows = require "parley.analysis.claim_rows"
local claim_units = require "parley.analysis.claim_units"
local coders = require "parley.analysis.coders"
local compared_text = require "parley.analysis.compared_text"
local deciding = require "parley.analysis.deciding"
local errors = require "parley.base.errors"
local lists = require "parley.base.lists"
local options = require "parley.base.options"
local readings = require "parley.analysis.readings"
local shown_reading = require "parley.analysis.shown_reading"
local statements = require "parley.storage.statements.readings"
local why = require "parley.analysis.why"

local disagreements = {}

local COLUMNS = { { "table", "text" }, { "id", "text" }, { "field", "text" }, { "kind", "text" }, { "shown", "text" },
  { "readings", "text" }, { "why", "text" }, { "claims", "integer" }, { "overlap", "boolean" }, { "among", "text" },
  { "origins", "integer" } }

-- Candidates ----------------------------------------------------------------------------------------------

-- Ids of the things whose claims are not all alike; for each, its mask of units.
local function candidates(ds, info, units, scope)
  local ids, masks = {}, {}
  for id, mask in statements.differing(ds.store, info, units, claim_rows.scope(ds, scope)) do
    ids[#ids + 1], masks[id] = id, mask
  end
  return ids, masks
end

-- Clashes -----------------------------------------------------------------------------------------------------

-- Whether dates are one date in different precisions: each contains the one before it.
local function nested(list)
  list = table.move(list, 1, #list, 1, {})
  table.sort(list, function(a, b)
    if a.first ~= b.first then return a.first > b.first end
    return a.last < b.last
  end)
  for i = 2, #list do
    if list[i].last < list[i - 1].last then return false end
  end
  return true
end

-- The readings that are affirmed, and whether one of them is denied as well.
local function without_denials(list)
  local left, affirmed = {}, {}
  for _, reading in ipairs(list) do
    if not reading.claim.denied then left[#left + 1], affirmed[reading.key] = reading, true end
  end
  for _, reading in ipairs(list) do
    if reading.claim.denied and affirmed[reading.key] then return left, true end
  end
  return left, false
end

local function values_clash(list, unit)
  local different, denials = false, false
  for _, reading in ipairs(list) do
    different = different or reading.key ~= list[1].key
    denials = denials or reading.claim.denied
  end
  if denials then
    local left, both = without_denials(list)
    return both or (#left < #list and values_clash(left, unit))
  end
  return different and (unit.type ~= "date" or not nested(list))
end

-- Whether two states exclude each other: different ones affirmed, or one both affirmed and denied.
local function excludes(a, b)
  if a.claim.denied ~= b.claim.denied then return a.key == b.key end
  return not a.claim.denied and a.key ~= b.key
end

local function earlier(a, b)
  if a.from ~= b.from then return a.from < b.from end
  return a.reading.claim.claim < b.reading.claim.claim
end

-- Of states, those that clash: another one excludes them that can be about the same day. What was so before, or came
-- to be later, is change, and no part of it.
local function clashing_states(list)
  local spans, clash, found = {}, {}, {}
  for i, reading in ipairs(list) do
    local from, to = claim_rows.days(reading.claim)
    spans[i] = { reading = reading, from = from, to = to }
  end
  table.sort(spans, earlier)
  for i, a in ipairs(spans) do
    for j = i + 1, #spans do
      local b = spans[j]
      if b.from > a.to then break end
      if not (clash[a.reading] and clash[b.reading]) and excludes(a.reading, b.reading) then
        clash[a.reading], clash[b.reading] = true, true
      end
    end
  end
  for _, reading in ipairs(list) do
    if clash[reading] then found[#found + 1] = reading end
  end
  return found
end

local function states_clash(list) return #clashing_states(list) > 0 end

-- Rows --------------------------------------------------------------------------------------------------

-- Whether one value could satisfy every reading: quantities and dates by their common interval.
local function have_overlap(unit, list)
  if unit.type ~= "quantity" and unit.type ~= "date" then return false end
  local first, last = math.mininteger, math.maxinteger
  for _, reading in ipairs(list) do
    if reading.claim.denied then return false end
    first, last = math.max(first, reading.first), math.min(last, reading.last)
  end
  return first <= last
end

-- The first of the claims that say something else than what is shown, as they stand by themselves.
local function best_other(unit, list, shown)
  local others = {}
  for _, reading in ipairs(list) do
    if not shown or reading.key ~= shown.key or reading.claim.denied then others[#others + 1] = reading.claim end
  end
  return readings.standing(unit, others)[1]
end

-- `clashing`: the readings that take part, of all in `list`.
local function row_of(info, id, unit, list, clashing, policy, who)
  local shown = shown_reading.of(unit, list)
  local reason = why.words(policy, unit, list, best_other(unit, clashing, shown), who)
  return { info.name, id, unit.field, unit.kind, shown and shown.text, readings.list(clashing), reason, #clashing,
    have_overlap(unit, clashing), "claims", readings.count_origins(lists.field(clashing, "claim")) }
end

-- What the coders of one source read, of all that is said about a unit.
local function coders_row(info, id, unit, list, of_source, who)
  local shown, passed_over = shown_reading.of(unit, list), nil
  for _, reading in ipairs(of_source) do passed_over = passed_over or reading.passed_over and reading end
  return { info.name, id, unit.field, unit.kind, shown and shown.text, readings.list(of_source, nil, coders.voice),
    why.not_read(unit, list, passed_over, who), #of_source, have_overlap(unit, of_source), "coders", 1 }
end

-- ## Among

local AMONG = {}

-- Rows of what the claims about a unit of a thing come to, among sources and among coders.
function AMONG.sources(info, id, unit, list, policy, who)
  local read = shown_reading.read(unit, list)
  local clashing = unit.over_time and clashing_states(read) or values_clash(read, unit) and read or {}
  if #clashing == 0 then return {} end
  return { row_of(info, id, unit, read, clashing, policy, who) }
end

function AMONG.coders(info, id, unit, list, _, who)
  local rows = {}
  for i, of_source in ipairs(coders.clashes(unit, list, unit.over_time and states_clash or values_clash)) do
    rows[i] = coders_row(info, id, unit, list, of_source, who)
  end
  return rows
end

-- Tables --------------------------------------------------------------------------------------------------

-- Adds the clashes of the claims about a table's things, as far as they are of some units.
local function compare_units(ds, info, units, scope, canonical, result)
  local policy = claim_rows.policy(ds)
  local ids, masks = candidates(ds, info, units, scope)
  local asked = claim_units.in_question(units, masks, ids, scope.kind)
  if #asked == 0 then return end
  local names, who = claim_units.names(asked), deciding.of(ds, info)
  claim_rows.each_thing(ds, info, names, { day = scope.day, ids = ids }, function(id, claims)
    local mask = masks[id]
    for _, unit in ipairs(asked) do
      if mask & unit.bit ~= 0 then
        local list = readings.of_all(unit, claims, canonical)
        local rows = (scope.make or AMONG[scope.among])(info, id, unit, list, policy, who)
        table.move(rows, 1, #rows, #result + 1, result)
      end
    end
  end)
end

local function compare_claims(ds, info, scope, canonical, result)
  for _, units in ipairs(claim_units.in_masks(claim_units.judged(info))) do
    compare_units(ds, info, units, scope, canonical, result)
  end
end

-- Adds those of wholes and parts, each after the clashes of the whole's own claims.
local function compare_parts(ds, info, scope, result)
  local wholes_and_parts = require "parley.analysis.wholes_and_parts"
  if not wholes_and_parts.has(info) then return end
  local found = wholes_and_parts.clashes(ds, info, scope)
  if #found == 0 then return end
  for _, row in ipairs(found) do result[#result + 1] = row end
  local place = {}
  for i, row in ipairs(result) do place[row] = i end
  table.sort(result, function(a, b)
    if a[2] ~= b[2] then return a[2] < b[2] end
    return place[a] < place[b]
  end)
end

local function compare_table(ds, info, scope, canonical, result)
  ds:ensure(info.name)
  local rows = {}
  compare_claims(ds, info, scope, canonical, rows)
  if scope.among == "sources" then compare_parts(ds, info, scope, rows) end
  table.move(rows, 1, #rows, #result + 1, result)
end

--- The clashing claims about some things, among sources: rows as of `of_dataset`.
---@param ds parley.Dataset
---@param ids table<string, string[]>  ids of things, by the name of their table
---@param canonical fun(text: string): string  compared_text.of() the dataset, which is made once for many calls
---@return parley.Frame
function disagreements.of_things(ds, ids, canonical)
  local result = {}
  for _, info in ipairs((claim_rows.tables(ds))) do
    if ids[info.name] then
      compare_table(ds, info, { day = ds:view().as_of, ids = ids[info.name], among = "sources" }, canonical, result)
    end
  end
  return require("parley.frame.from_rows").lists(COLUMNS, result)
end

--- The readings of a unit that clash: among sources, and those of each source that its coders read differently.
---@param unit table
---@param list table[]  as readings.of_all() gives it
---@return table[] among_sources, table[][] among_coders
function disagreements.clashing(unit, list)
  local read = shown_reading.read(unit, list)
  local clashing = unit.over_time and clashing_states(read) or values_clash(read, unit) and read or {}
  return clashing, coders.clashes(unit, list, unit.over_time and states_clash or values_clash)
end

--- Whether some readings of a unit still clash.
---@param unit table
---@param list table[]
---@return boolean
function disagreements.do_clash(unit, list) return (unit.over_time and states_clash or values_clash)(list, unit) end

--- Rows made of each unit of each thing of which the claims are not all alike: make(info, id, unit, list), with the
--- readings as readings.of_all() gives them.
---@param ds parley.Dataset
---@param infos table[]
---@param make fun(info: table, id: string, unit: table, list: table[]): any[][]
---@return any[][]
function disagreements.made(ds, infos, make)
  local result, canonical = {}, compared_text.of(ds)
  for _, info in ipairs(infos) do
    ds:ensure(info.name)
    compare_claims(ds, info, { day = ds:view().as_of, make = make }, canonical, result)
  end
  return result
end

--- What clashes among sources of the claims about one thing: rows of disagreements(), as records.
---@param info table
---@param id string
---@param units table[]  of claim_units, with what to ask core.choose about them
---@param claims table[]  as claim_rows.each_thing() gives them
---@param canonical fun(text: string): string
---@param policy parley.Policy
---@param who fun(key: integer): string?  who decided (parley.analysis.deciding)
---@return table[]
function disagreements.of_claims(info, id, units, claims, canonical, policy, who)
  local rows = {}
  for _, unit in ipairs(units) do
    local row = AMONG.sources(info, id, unit, readings.of_all(unit, claims, canonical), policy, who)[1]
    if row then rows[#rows + 1] = disagreements.record(row) end
  end
  return rows
end

--- A row by the names of its columns.
---@param row any[]
---@return table
function disagreements.record(row)
  local record = {}
  for i, column in ipairs(COLUMNS) do record[column[1]] = row[i] end
  return record
end

-- Calls -----------------------------------------------------------------------------------------------------

local KINDS_OF_AMONG = { "sources", "coders" }

local function among_of(given)
  return options.one_of(given.among, KINDS_OF_AMONG, { key = "choice_for", option = "among" }) or "sources"
end

--- All clashing claims of a dataset: among sources, or among those who coded one source.
-- Columns: table, id, field; kind; shown (what the policy shows, as text); readings (each value with its
-- sources); why (why that one is shown, or why that coder is read, as words); claims (how many claims give the field a
-- value); overlap (whether one value could satisfy all readings); among ("claims", "whole and parts", or "coders": a
-- row for each source that is read differently); origins (how many sources give the field a value, of which those that
-- rest on one another are one).
---@param ds parley.Dataset
---@param given { table: string?, kind: string?, among: "sources"|"coders"|nil }?
---@return parley.Frame
function disagreements.of_dataset(ds, given)
  given = options.check(given, "disagreements{}", { "table", "kind", "among" })
  local tables, names = claim_rows.tables(ds)
  options.one_of(given.table, names, { key = "claims_table" })
  options.one_of(given.kind, require("parley.codebook.vocabularies").codes "disagreement_kind",
    { key = "disagreement_kind" })
  local scope = { day = ds:view().as_of, kind = given.kind, among = among_of(given) }
  local result, canonical = {}, compared_text.of(ds)
  for _, info in ipairs(tables) do
    if not given.table or given.table == info.name then compare_table(ds, info, scope, canonical, result) end
  end
  return require("parley.frame.from_rows").lists(COLUMNS, result)
end

--- The clashing claims behind the rows of a query.
---@param q parley.Query
---@param given { among: "sources"|"coders"|nil }?
---@return parley.Frame
function disagreements.of_query(q, given)
  given = options.check(given, "disagreements{}", { "among" })
  local info = q.info
  if q.claims_of or not info.claims then
    errors.raise("no_claims.disagreements", { name = info.name })
  end
  local ids, result = {}, {}
  for id in q:claims():distinct("id"):each() do ids[#ids + 1] = id end
  compare_table(q.home, info, { day = q.day, ids = ids, among = among_of(given) }, compared_text.of(q.home), result)
  return require("parley.frame.from_rows").lists(COLUMNS, result)
end

return disagreements
