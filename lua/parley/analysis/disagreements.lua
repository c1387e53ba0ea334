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

local errors = require "parley.errors"
local options = require "parley.options"
local core = require "parley.core"

local disagreements = {}

local COLUMNS = { { "table", "text" }, { "id", "text" }, { "field", "text" }, { "kind", "text" }, { "shown", "text" },
  { "readings", "text" }, { "claims", "integer" }, { "overlap", "boolean" } }

local function quote(name) return '"' .. name:gsub('"', '""') .. '"' end

-- Units: what is compared -------------------------------------------------------------------------------

-- A unit is one column, or the columns of one quantity: { field, kind, type, columns = {low=, best=, high=} }.
local function units_of(info)
  local units, quantities = {}, {}
  for _, column in ipairs(info.columns) do
    if column.quantity then
      local unit = quantities[column.quantity]
      if not unit then
        unit = { kind = column.kind, type = "quantity", bounds = {}, names = {} }
        quantities[column.quantity] = unit
        units[#units + 1] = unit
      end
      unit.bounds[column.bound] = column.claim_name
      unit.names[#unit.names + 1] = column.claim_name
      if column.bound == "best" or not unit.field then unit.field = column.name end
    elseif column.kind then
      units[#units + 1] = { field = column.name, kind = column.kind, type = column.type, over_time = column.over_time,
        references = column.references, names = { column.claim_name } }
    end
  end
  return units
end

-- SQL that is true when the claims of a group are not all alike about a unit.
local function differs_sql(unit)
  local parts, all = {}, {}
  for i, name in ipairs(unit.names) do
    local column = quote(name)
    parts[i], all[i] = ("min(%s) <> max(%s)"):format(column, column), column
  end
  local present = #all > 1 and ("coalesce(%s)"):format(table.concat(all, ", ")) or all[1]
  if #all > 1 then
    for _, column in ipairs(all) do
      parts[#parts + 1] = ("count(%s) BETWEEN 1 AND count(%s) - 1"):format(column, present)
    end
  end
  parts[#parts + 1] = ("count(DISTINCT CASE WHEN %s IS NOT NULL THEN polarity END) > 1"):format(present)
  return "coalesce(" .. table.concat(parts, " OR ") .. ", 0)"
end

-- Condition on the claims of a table: in force, known by the day, of the wanted things.
local function claims_where(scope)
  local parts, params = { "retracted_at IS NULL" }, { n = 0 }
  if scope.day then
    params.n = params.n + 1
    params[params.n] = scope.day
    parts[#parts + 1] = "reported_end <= ?" .. params.n
  end
  if scope.ids then
    params.n = params.n + 1
    params[params.n] = scope.ids
    parts[#parts + 1] = ("id IN (SELECT value FROM json_each(?%d))"):format(params.n)
  end
  return table.concat(parts, " AND "), params
end

-- Readings ----------------------------------------------------------------------------------------------

local function interval_text(low, best, high)
  if low and low == high then return ("%d"):format(low) end
  if not low and not high then return ("about %d"):format(best) end
  local middle = best and best ~= low and best ~= high and (" (best %d)"):format(best) or ""
  if not high then return ("at least %d"):format(low) .. middle end
  if not low then return ("at most %d"):format(high) .. middle end
  return ("%d–%d"):format(low, high) .. middle
end

local function quantity_reading(unit, row)
  local low, best, high = row[unit.bounds.low], row[unit.bounds.best], row[unit.bounds.high]
  if not (low or best or high) then return nil end
  return { text = interval_text(low, best, high), key = ("%s|%s|%s"):format(low, best, high),
    first = low or (not high and best) or math.mininteger, last = high or (not low and best) or math.maxinteger }
end

local function date_reading(value)
  local first, last = core.date(value)
  return { text = value, key = ("%s|%s"):format(first, last), first = first or math.mininteger,
    last = last or math.maxinteger }
end

local function reading_of(unit, row, canonical)
  if unit.type == "quantity" then return quantity_reading(unit, row) end
  local value = row[unit.names[1]]
  if value == nil then return nil end
  if unit.type == "date" then return date_reading(value) end
  local text = tostring(value)
  local key = text
  if unit.type == "text" and not unit.references then key = canonical(text) end
  return { text = text, key = key }
end

local function contains(a, b) return a.first <= b.first and b.last <= a.last end

local function span_of(row)
  if row.stated_start or row.stated_end then
    return row.stated_start or math.mininteger, row.stated_end or math.maxinteger
  end
  return row.reported_start or math.mininteger, row.reported_end or math.maxinteger
end

local function same_day(a, b)
  local a_first, a_last = span_of(a)
  local b_first, b_last = span_of(b)
  return a_first <= b_last and b_first <= a_last
end

-- Whether two claims exclude each other about a unit.
local function clash(unit, a, b)
  if unit.over_time and not same_day(a.row, b.row) then return false end
  if a.denied ~= b.denied then return a.key == b.key end
  if a.denied or a.key == b.key then return false end
  if unit.type == "date" then return not (contains(a, b) or contains(b, a)) end
  return true
end

local function any_clash(unit, list)
  for i = 1, #list do
    for j = i + 1, #list do
      if clash(unit, list[i], list[j]) then return true end
    end
  end
  return false
end

-- Rows --------------------------------------------------------------------------------------------------

local function voice(claim)
  local row = claim.row
  local text = row.source
  if row.said_by then text = text .. " " .. row.said_by end
  if row.rank == "deprecated" then text = text .. ", deprecated" end
  return text
end

-- "12000 (s3); 6000 (s4 medinsky)": readings in the order in which they were first claimed.
local function readings_text(list)
  local order, groups = {}, {}
  for _, claim in ipairs(list) do
    local key = claim.key .. (claim.denied and "!" or "")
    local group = groups[key]
    if not group then
      group = { text = (claim.denied and "not " or "") .. claim.text, voices = {}, seen = {} }
      groups[key] = group
      order[#order + 1] = group
    end
    local who = voice(claim)
    if not group.seen[who] then
      group.seen[who] = true
      group.voices[#group.voices + 1] = who
    end
  end
  local parts = {}
  for i, group in ipairs(order) do parts[i] = ("%s (%s)"):format(group.text, table.concat(group.voices, ", ")) end
  return table.concat(parts, "; ")
end

-- Whether one value could satisfy every reading: quantities and dates by their common interval.
local function have_overlap(unit, list)
  if unit.type ~= "quantity" and unit.type ~= "date" then return false end
  local first, last = math.mininteger, math.maxinteger
  for _, claim in ipairs(list) do
    if claim.denied then return false end
    first, last = math.max(first, claim.first), math.min(last, claim.last)
  end
  return first <= last
end

local function shown_text(unit, shown)
  if not shown then return nil end
  if unit.type ~= "quantity" then return shown[unit.field] ~= nil and tostring(shown[unit.field]) or nil end
  local reading = quantity_reading(unit, shown)
  return reading and reading.text
end

-- The disagreement of one thing about one unit, or nil.
local function compare(unit, claims, canonical)
  local list = {}
  for _, row in ipairs(claims) do
    local reading = reading_of(unit, row, canonical)
    if reading then
      reading.row, reading.denied = row, row.polarity == "denied"
      list[#list + 1] = reading
    end
  end
  if any_clash(unit, list) then return list end
end

-- Names ---------------------------------------------------------------------------------------------------

local function add_aliases(aliases, home, name)
  local info = home:table_info(name)
  if not info then return end
  for id, label, others in home:table(name):each("id", "name", "aliases") do
    local canonical = name .. ":" .. id
    for _, text in ipairs { label or id, id } do aliases[core.fold(text)] = canonical end
    for text in (others or ""):gmatch("[^;]+") do aliases[core.fold(text:match("^%s*(.-)%s*$"))] = canonical end
  end
end

-- Word -> the one spelling it is compared by.
local function spellings()
  local vocabularies, map = require "parley.vocabularies", {}
  local spelling = vocabularies.by_name.spelling
  for _, code in ipairs(spelling and spelling.codes or {}) do
    for _, text in ipairs(spelling.terms[code].aliases or {}) do map[core.fold(text)] = core.fold(code) end
  end
  return map
end

-- A function that brings text to the form it is compared in.
local function canonical_form(home)
  local aliases, words
  return function(text)
    if not aliases then
      aliases, words = {}, spellings()
      add_aliases(aliases, home, "parties")
      add_aliases(aliases, home, "people")
    end
    local folded = core.fold(text):gsub("%s+", " ")
    if aliases[folded] then return aliases[folded] end
    folded = folded:gsub("[%w\128-\255-]+", words)
    return aliases[folded] or folded
  end
end

-- Tables --------------------------------------------------------------------------------------------------

-- Ids whose claims are not all alike, each with the units about which they differ.
local function candidates(home, info, units, scope)
  local flags = {}
  for i, unit in ipairs(units) do flags[i] = ("%s AS d%d"):format(differs_sql(unit), i) end
  local any = {}
  for i = 1, #units do any[i] = "d" .. i end
  local where, params = claims_where(scope)
  local text = ("SELECT * FROM (SELECT id, %s FROM %s WHERE %s GROUP BY id HAVING count(*) > 1) WHERE %s"):format(
    table.concat(flags, ", "), quote(home:claims_info(info).name), where, table.concat(any, " OR "))
  local found, ids = {}, {}
  local names = { "id", table.unpack(any) }
  for row in home.store:rows(text, params, names) do
    ids[#ids + 1] = row.id
    found[row.id] = row
  end
  return ids, found
end

local function json_list(ids)
  local parts = {}
  local function escape(char) return ("\\u%04x"):format(char:byte()) end
  for i, id in ipairs(ids) do parts[i] = '"' .. id:gsub('[%c"\\]', escape) .. '"' end
  return "[" .. table.concat(parts, ",") .. "]"
end

-- The claims of some things, as lists by id, in the order they were recorded.
local function claims_of(home, info, ids, scope)
  local names, columns = { "claim", "id" }, {}
  for _, column in ipairs(info.columns) do
    if column.name ~= "id" then names[#names + 1] = column.claim_name end
  end
  for _, name in ipairs { "source", "said_by", "polarity", "rank", "stated_start", "stated_end", "reported_start",
    "reported_end" } do names[#names + 1] = name end
  for i, name in ipairs(names) do columns[i] = quote(name) end
  local where, params = claims_where { day = scope.day, ids = json_list(ids) }
  local text = ("SELECT %s FROM %s WHERE %s ORDER BY claim"):format(table.concat(columns, ", "),
    quote(home:claims_info(info).name), where)
  local types = {}
  for i, name in ipairs(names) do
    local column = info.by_name[name]
    types[i] = column and column.type == "boolean" and "boolean" or "any"
  end
  local lists = {}
  for row in home.store:rows(text, params, names, types) do
    lists[row.id] = lists[row.id] or {}
    table.insert(lists[row.id], row)
  end
  return lists
end

local function shown_rows(home, info, ids, day)
  local rows = {}
  local q = home:table(info.name):where { id = ids }
  if day then q = q:as_of(core.day_text(day)) end
  for row in q:rows() do rows[row.id] = row end
  return rows
end

local function compare_table(home, info, scope, canonical, result)
  local units = units_of(info)
  local ids, flags = candidates(home, info, units, scope)
  if #ids == 0 then return end
  local lists, shown = claims_of(home, info, ids, scope), shown_rows(home, info, ids, scope.day)
  for _, id in ipairs(ids) do
    for i, unit in ipairs(units) do
      local differs = flags[id]["d" .. i] ~= 0 and (not scope.kind or scope.kind == unit.kind)
      local list = differs and compare(unit, lists[id], canonical)
      if list then
        result[#result + 1] = { info.name, id, unit.field, unit.kind, shown_text(unit, shown[id]), readings_text(list),
          #list, have_overlap(unit, list) }
      end
    end
  end
end

-- Calls -----------------------------------------------------------------------------------------------------

local function claim_tables(home)
  local list, names = {}, {}
  for _, name in ipairs(home:tables()) do
    local info = home:table_info(name)
    if info.claims then
      list[#list + 1] = info
      names[#names + 1] = name
    end
  end
  return list, names
end

--- All clashing claims of a dataset.
-- Columns: table, id, field; kind; shown (what the policy shows, as text); readings (each value with its
-- sources); claims (how many claims give the field a value); overlap (whether one value could satisfy all).
---@param ds parley.Dataset
---@param given { table: string?, kind: string? }?
---@return parley.Frame
function disagreements.of_dataset(ds, given)
  given = options.check(given, "disagreements{}", { "table", "kind" })
  local tables, names = claim_tables(ds)
  options.one_of(given.table, names, "table with claims")
  options.one_of(given.kind, require("parley.vocabularies").codes "disagreement_kind", "kind of disagreement")
  local result, canonical = {}, canonical_form(ds)
  for _, info in ipairs(tables) do
    if not given.table or given.table == info.name then
      ds:ensure(info.name)
      compare_table(ds, info, { day = ds:view().as_of, kind = given.kind }, canonical, result)
    end
  end
  return require("parley.frame").of_lists(COLUMNS, result)
end

--- The clashing claims behind the rows of a query.
---@param q parley.Query
---@return parley.Frame
function disagreements.of_query(q)
  local info = q.info
  if q.claims_of or not info.claims then
    errors.raise("disagreements() needs the rows of a table that rests on claims, not %s", info.name)
  end
  local ids = {}
  for id in q:select("id"):each() do ids[#ids + 1] = id end
  local result = {}
  compare_table(q.home, info, { day = q.day, ids = json_list(ids) }, canonical_form(q.home), result)
  return require("parley.frame").of_lists(COLUMNS, result)
end

return disagreements
