--- Where a value comes from: the forms of a mapping's VALUE, compiled to functions of a row.
-- A getter takes (row, place) and gives the value, nil where it is missing, or nil, why the row cannot
-- be taken and the code word of that. The context notes which source columns are needed, gathers expressions, counts
-- words that a map does not have.

local core = require "parley.core"
local errors = require "parley.base.errors"
local records = require "parley.base.records"
local suggest = require "parley.base.suggest"

local values = {}

local FORMS = { "column", "value", "template", "expr", "date", "from" }
local KNOWN = { "column", "value", "template", "expr", "date", "from", "to", "map", "unmapped", "country", "on" }
local UNMAPPED = { "leave_out", "keep", "quarantine" }

--- ## Functions

--- A function of a mapping, whose errors name the place: file, line and what it was to give.
---@param fn function
---@param target string such as "talks.place"
---@return function
function values.guarded(fn, target)
  return function(row, place)
    local done, value, why, code = pcall(fn, row, place)
    if done then return value, why, code end
    if type(value) ~= "string" and not errors.is(value) then error(value, 0) end
    errors.raise("bad_mapping.function_failed", { file = place.file, line = place.line, target = target,
      value = value })
  end
end

--- ## Forms

local function trim(text) return text:match "^%s*(.-)%s*$" end

local function of_column(context, name, target)
  if type(name) ~= "string" then
    errors.raise("bad_mapping.column_name", { target = target, got = type(name) })
  end
  context:need(name)
  return function(row) return row[name] end
end

--- The pieces of a template: texts, and { name } for columns.
---@param template string
---@return table
function values.pieces(template)
  local pieces, at = {}, 1
  for before, name, after in template:gmatch "([^{]*){([^}]+)}()" do
    if before ~= "" then pieces[#pieces + 1] = before end
    pieces[#pieces + 1], at = { name }, after
  end
  if at <= #template then pieces[#pieces + 1] = template:sub(at) end
  return pieces
end

--- The characters that end the columns of a template that keeps its parts apart: the first ones of the texts after
--- them, by piece; false for other pieces.
---@param pieces table[]
---@return (string|false)[]
function values.delimiters(pieces)
  local delimiters, follows = {}, false
  for i = #pieces, 1, -1 do
    local after = pieces[i + 1]
    delimiters[i] = type(pieces[i]) == "table" and follows and type(after) == "string" and after:sub(1, 1) or false
    follows = follows or type(pieces[i]) == "table"
  end
  return delimiters
end

-- A part of an id, so that it ends where its delimiter character stands without a backslash.
local function ended_by(part, delimiter)
  if not delimiter or not part:find("[\\" .. "%" .. delimiter .. "]") then return part end
  return (part:gsub("[\\" .. "%" .. delimiter .. "]", "\\%0"))
end

-- Two columns side by side: what they make could be made of others.
local function check_apart(pieces, template, target)
  for i = 2, #pieces do
    if type(pieces[i]) == "table" and type(pieces[i - 1]) == "table" then
      errors.raise("bad_mapping.parts_not_apart", { target = target, template = template,
        first = pieces[i - 1][1], second = pieces[i][1] })
    end
  end
end

-- A day inside a template of a date, or of an id, in the order that is stated for its column: one event is one, whoever
-- wrote its day.
local function part_of_date(context, name, part, apart)
  local shape = apart and "^%d%d?[./-]%d%d?[./-]%d%d%d%d$" or "^%d+[./-]%d+[./-]%d+$"
  if type(part) ~= "string" or not part:find(shape) then return part end
  return core.value("date", part, context:reading(name)) or part
end

--- Whether the days of some column in a template are written in an order of their own.
---@param context table
---@param pieces table[]  of the template
---@return boolean
function values.has_order(context, pieces)
  for _, piece in ipairs(pieces) do
    local order = type(piece) == "table" and context:reading(piece[1]).dates
    if order and order ~= "iso" then return true end
  end
  return false
end

local function of_template(context, template, target, apart, is_date)
  if type(template) ~= "string" then
    errors.raise("bad_mapping.template", { target = target, got = type(template) })
  end
  local pieces = values.pieces(template)
  local delimiters = apart and values.delimiters(pieces) or {}
  if apart then check_apart(pieces, template, target) end
  for _, piece in ipairs(pieces) do
    if type(piece) == "table" then context:need(piece[1]) end
  end
  local has_days = (is_date or apart) and values.has_order(context, pieces)
  return function(row)
    local parts = {}
    for i, piece in ipairs(pieces) do
      local part = piece
      if type(piece) == "table" then part = row[piece[1]] end
      if part == nil then return nil end
      if has_days and type(piece) == "table" then part = part_of_date(context, piece[1], part, not is_date) end
      parts[i] = ended_by(tostring(part), delimiters[i])
    end
    return table.concat(parts)
  end
end

-- A part of a date as a number, or nil where it is missing.
local function date_part(row, name)
  local given = name and row[name]
  if given == nil then return nil end
  local number = math.tointeger(tonumber(given))
  if not number then return nil, errors.new("bad_integer.date_part", { value = given, column = name }) end
  return number
end

local PARTS = { "year", "month", "day" }

local function check_parts(parts, target)
  if type(parts) ~= "table" or parts.year == nil then
    errors.raise("bad_mapping.date_parts", { target = target })
  end
  local unknown = records.first_key(parts, function(part) return not suggest.contains(PARTS, part) end)
  if unknown ~= nil then errors.raise("no_name.mapping_date", { target = target, name = unknown, known = PARTS }) end
end

-- The year that a number means; one of two digits needs the first of the hundred years they stand for.
local function full_year(year, short_years, column)
  if year < 0 or year > 99 then return year end
  if not short_years then return nil, errors.new("bad_date.short_year", { value = year, column = column }) end
  local full = short_years - short_years % 100 + year
  return full < short_years and full + 100 or full
end

-- A date of its parts, each of which may be missing, but no month before a day.
local function date_of(year, month, day, columns)
  if not month and day then return nil, errors.new("bad_date.day_alone", { value = day, column = columns.day }) end
  if not month then return ("%04d"):format(year) end
  return day and ("%04d-%02d-%02d"):format(year, month, day) or ("%04d-%02d"):format(year, month)
end

-- What is wrong with a date whose year is missing; nil: all of it is.
local function without_year(month, day, columns)
  if not (month or day) then return nil end
  return errors.new("bad_date.no_year", { value = month or day, column = month and columns.month or columns.day })
end

local function of_date(context, parts, target)
  check_parts(parts, target)
  for _, part in ipairs(PARTS) do
    if parts[part] then context:need(parts[part]) end
  end
  local short_years = context:reading(parts.year).short_years
  return function(row)
    local year, why = date_part(row, parts.year)
    local month, month_why = date_part(row, parts.month)
    local day, day_why = date_part(row, parts.day)
    why = why or month_why or day_why
    if why then return nil, why end
    if not year then return nil, without_year(month, day, parts) end
    year, why = full_year(year, short_years, parts.year)
    if why then return nil, why end
    return date_of(year, month, day, parts)
  end
end

-- A date as EDTF, in whatever order it is written.
local function as_edtf(given, reading)
  if given == nil then return nil end
  return core.value("date", tostring(given), reading)
end

local function of_interval(context, given, target)
  local from, from_reading = values.compile(context, given.from, target .. ", from", { date = true })
  local to, to_reading = values.compile(context, given.to, target .. ", to", { date = true })
  return function(row, place)
    local first, why = from(row, place)
    local last, last_why = to(row, place)
    if why or last_why then return nil, why or last_why end
    first, why = as_edtf(first, from_reading)
    last, last_why = as_edtf(last, to_reading)
    if why or last_why then return nil, why or last_why end
    if not (first or last) then return nil end
    return first == last and first or (first or "") .. "/" .. (last or "")
  end
end

local MAKE = {
  column = function(context, given, target) return of_column(context, given.column, target) end,
  value = function(_, given) return function() return given.value end end,
  template = function(context, given, target, kept)
    return of_template(context, given.template, target, kept.apart, kept.date)
  end,
  expr = function(context, given) return context:expression(given.expr) end,
  date = function(context, given, target) return of_date(context, given.date, target) end,
  from = of_interval,
}

--- ## Words to words

local function folded_map(map, target)
  if type(map) ~= "table" then
    errors.raise("bad_mapping.map", { target = target, got = type(map) })
  end
  local folded, words = {}, {}
  for word, code in records.by_key(map) do
    local same = core.fold(trim(tostring(word)))
    if folded[same] ~= nil and folded[same] ~= code then
      errors.raise("bad_mapping.map_twins", { target = target, word = words[same], other = tostring(word) })
    end
    folded[same], words[same] = code, tostring(word)
  end
  return folded
end

local function with_map(context, given, get, target)
  local map, folded = given.map, folded_map(given.map, target)
  local unmapped = require("parley.base.options").one_of(given.unmapped, UNMAPPED, { key = "unmapped_handling" })
  return function(row, place)
    local word, why = get(row, place)
    if word == nil then return nil, why end
    local code = map[word]
    if code == nil and type(word) == "string" then code = folded[core.fold(trim(word))] end
    if code ~= nil then return code end
    context:unmapped(target, tostring(word), map)
    if unmapped == "quarantine" then return nil, errors.new("bad_value.unmapped", { value = word }) end
    return unmapped == "keep" and word or nil
  end
end

--- ## Countries

-- The year of a date as it stands in the file.
local function year_of(text) return text and math.tointeger(tonumber(tostring(text):match "%d%d%d%d")) end

-- Alpha-3 codes of what stands in another system, as of the year in the column `on`; what has none is counted.
local function with_country(context, given, get, target)
  local countries = require "parley.codebook.countries"
  local system, on = given.country, given.on
  countries.check(system)
  if on then context:need(on) end
  return function(row, place)
    local code, why = get(row, place)
    if code == nil then return nil, why end
    local iso3 = countries.iso3(system, tostring(code), on and year_of(row[on]))
    if not iso3 then context:unmapped(target, tostring(code)) end
    return iso3
  end
end

--- ## Compiling

local function form_of(given, target)
  local found
  local unknown = records.first_key(given, function(key) return not suggest.contains(KNOWN, key) end)
  if unknown ~= nil then errors.raise("no_name.mapping_value", { target = target, name = unknown, known = KNOWN }) end
  for _, form in ipairs(FORMS) do
    if given[form] ~= nil then
      if found then errors.raise("bad_mapping.two_forms", { target = target, found = found, form = form }) end
      found = form
    end
  end
  if not found then errors.raise("bad_mapping.without_form", { target = target,
    forms = table.concat(FORMS, ", ") }) end
  return found
end

--- The column that a VALUE takes as it is.
---@param given any
---@return string?
function values.column_of(given)
  if type(given) == "table" and next(given, (next(given))) == nil then given = given.column end
  return type(given) == "string" and given or nil
end

--- Compiles a VALUE. In what is `kept`, `braces` lets a plain text with {column} in it be a template; `apart`: of an
--- id, or of what refers to one, a template keeps its parts apart; `date`: it is a date, in the order stated.
---@param context table
---@param given any
---@param target string? whose value it is, for messages
---@param kept { braces: boolean?, apart: boolean?, date: boolean? }?
---@return function get, table? reading how its dates are written, function? call the function of the mapping itself
function values.compile(context, given, target, kept)
  target, kept = target or { key = "a_value" }, kept or {}
  if type(given) == "function" then
    context.opaque = true           -- nobody knows which columns it takes
    return values.guarded(given, target), context:reading(), given
  end
  if type(given) == "string" then
    if kept.braces and given:find "{[^}]+}" then
      return of_template(context, given, target, kept.apart, kept.date), context:reading()
    end
    return of_column(context, given, target), context:reading(given)
  end
  if type(given) ~= "table" then
    errors.raise("bad_mapping.value", { target = target, got = type(given) })
  end
  local form = form_of(given, target)
  local get = MAKE[form](context, given, target, kept)
  if given.map then get = with_map(context, given, get, target) end
  if given.country then get = with_country(context, given, get, target) end
  return get, context:reading(form == "column" and given.column or nil)
end

return values
