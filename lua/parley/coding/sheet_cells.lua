--- What people write into a cell, as an import takes it: day numbers of spreadsheets, decimal commas, ranges, lists.
-- What may be read in two ways is a fault; what a word or a date means, the import says.

local core = require "parley.core"
local errors = require "parley.base.errors"
local item_lists = require "parley.base.item_lists"
local quantities = require "parley.claims.quantities"

local sheet_cells = {}

-- Spreadsheets count days from the end of 1899; so many digits are no year.
local DAY_ZERO, FIRST, LAST = 25569, 10000, 80000

--- ## Cells that are no value

--- What a cell holds whose formula no program has worked out.
sheet_cells.UNCOMPUTED = "="

local ERRORS = { "^#[%u%d/_]+[!?]?$", "^Err:%d+$" }

-- What is wrong with a cell whatever its column; nil where nothing is.
local function no_value(text)
  if text == sheet_cells.UNCOMPUTED then return errors.new "bad_value.sheet_formula" end
  for _, pattern in ipairs(ERRORS) do
    if text:find(pattern) then return errors.new("bad_value.sheet_error", { value = text }) end
  end
end

--- ## Dates

-- The days that a number of a spreadsheet stands for, in the system of 1904 too, with its time where it has one.
local function day_of_number(text, told)
  local number = tonumber(text:match "^%d%d%d%d%d%.?%d*$")
  if not number or number < FIRST or number > LAST then return nil end
  told.days = told.days + 1
  local day = number // 1 | 0
  local minutes = math.floor((number - day) * 1440 + 0.5)
  local written = core.day_text(day - DAY_ZERO + (told.later or 0) + minutes // 1440)
  minutes = minutes % 1440
  return minutes == 0 and written or ("%s %02d:%02d"):format(written, minutes // 60, minutes % 60)
end

local DAY <const> = "%d%d%d%d%-?%d?%d?%-?%d?%d?"
local SPANS = { "^(" .. DAY .. ")%s+%-%s+(" .. DAY .. ")$", "^(" .. DAY .. ")%s*/%s*(" .. DAY .. ")$",
  "^(" .. DAY .. ")%s+to%s+(" .. DAY .. ")$", "^(" .. DAY .. ")%s*\u{2013}%s*(" .. DAY .. ")$" }

-- Two days with what people write between them, as an import takes an interval.
local function span(text)
  for _, pattern in ipairs(SPANS) do
    local from, to = text:match(pattern)
    if from then return from .. "/" .. to end
  end
end

-- A day that a program made a number or a time of, and an interval; otherwise the text.
local function date(text, told)
  return text:match "^(%d%d%d%d%-%d%d%-%d%d)[T ]00:00" or day_of_number(text, told) or span(text) or text
end

--- ## Numbers

-- Blanks and the like that part thousands, whatever they look like; a number keeps to threes.
local BLANKS = { "\u{A0}", "\u{202F}", "\u{2009}", "\u{2019}", "'" }

local function without_blanks(text)
  for _, blank in ipairs(BLANKS) do text = text:gsub(blank, " ") end
  local sign, first, groups, rest = text:match "^(%-?)(%d%d?%d?)([ %d]*)([.,]?%d*)$"
  if not first or groups:gsub(" %d%d%d", "") ~= "" then return text end
  return sign .. first .. groups:gsub(" ", "") .. rest
end

-- The same for marks: 1.234.567,8 and 1,234.5 can be read in one way only.
local function without_marks(text)
  for _, marks in ipairs { { "%.", "," }, { ",", "%." } } do
    local mark, point = marks[1], marks[2]
    local whole, rest = text:match("^(%-?%d[%d" .. mark .. "]*" .. mark .. "%d%d%d)" .. point .. "(%d+)$")
    whole = whole or text:match("^%-?%d[%d" .. mark .. "]*" .. mark .. "%d%d%d" .. mark .. "%d%d%d$")
    local is_threes = whole and whole:gsub(mark .. "%d%d%d", ""):find "^%-?%d%d?%d?$"
    if is_threes then return whole:gsub(mark, "") .. (rest and "." .. rest or "") end
  end
  return text
end

local function ambiguous(text, kind, whole, rest)
  local point = kind == "integer" and not rest:find "[^0]" and whole or whole .. "." .. rest
  return nil, errors.new("bad_number.sheet_comma", { value = text, point = point, none = whole .. rest })
end

-- A number as an import takes it; nil and what is wrong where it can be read in two ways.
local function number(text, kind, decimal)
  local plain = without_marks(without_blanks((text:gsub("\u{2212}", "-"))))
  if decimal == "," then plain = plain:gsub("%.(%d%d%d)%f[%D]", "%1") end
  local percent = plain:match "^(%-?%d+[.,]?%d*)%s*%%$"
  if percent then
    local point = percent:gsub(",", ".")
    return nil, errors.new("bad_number.sheet_percent", { value = text, point = point,
      share = ("%.14g"):format((tonumber(point) or 0) / 100) })
  end
  local whole, mark, rest = plain:match "^(%-?%d+)([.,])(%d+)$"
  if not whole then return plain end
  if #rest == 3 and #whole:gsub("-", "") <= 3 and (mark == "," or kind == "integer") then
    if decimal == "." and mark == "," then return whole .. rest end
    if decimal == nil then return ambiguous(text, kind, whole, rest) end
  end
  if kind == "integer" and not rest:find "[^0]" then return whole end
  return whole .. "." .. rest
end

local ABOUT = { "about%s+", "around%s+", "approximately%s+", "approx%.?%s*", "circa%s+", "ca?%.?%s*", "~%s*",
  "\u{2248}%s*", "\u{223C}%s*", "etwa%s+", "environ%s+", "близько%s+", "около%s+" }
local LEAST = { "at least%s+", "min%.?%s*", "no less than%s+", "not less than%s+", "no fewer than%s+", "\u{2265}%s*",
  ">=%s*", "mindestens%s+", "au moins%s+" }
local MOST = { "at most%s+", "up to%s+", "max%.?%s*", "no more than%s+", "not more than%s+", "\u{2264}%s*", "<=%s*",
  "höchstens%s+", "au plus%s+" }
local BETWEEN = { "%s*%-%s*", "%s+to%s+", "%s+bis%s+", "%s+à%s+", "%s*%.%.+%s*", "%s*\u{2026}%s*" }
local AFTER = { least = { "%s*%+", "%s+or more", "%s+and more" }, most = { "%s+or less", "%s+or fewer" },
  about = { "%s+%(?approx%.?%)?", "%s+or so" } }
local NUMBER <const> = "(%d[%d.,]*)"

local function behind(text, patterns)
  for _, pattern in ipairs(patterns) do
    local rest = text:match("^" .. pattern .. NUMBER .. "$")
    if rest then return rest end
  end
end

local function before(text, patterns)
  for _, pattern in ipairs(patterns) do
    local rest = text:match("^" .. NUMBER .. pattern .. "$")
    if rest then return rest end
  end
end

-- The bounds that one cell states: { low, high }, or { best = "~20" }; nil for a number alone.
local function range_of(text)
  local plain = core.fold(text):gsub("\u{2013}", "-"):gsub("\u{2014}", "-"):gsub("\u{2212}", "-")
  for _, blank in ipairs(BLANKS) do plain = plain:gsub(blank, " ") end
  plain = plain:gsub("(%d) (%d%d%d)%f[%D]", "%1%2"):gsub("(%d) (%d%d%d)%f[%D]", "%1%2")
  for _, pattern in ipairs(BETWEEN) do
    local low, high = plain:match("^" .. NUMBER .. pattern .. NUMBER .. "$")
    if low then return { low = low, high = high } end
  end
  local low, high = plain:match("^between%s+" .. NUMBER .. "%s+and%s+" .. NUMBER .. "$")
  if low then return { low = low, high = high } end
  local about = behind(plain, ABOUT) or before(plain, AFTER.about)
  if about then return { best = about, about = true } end
  low, high = behind(plain, LEAST) or before(plain, AFTER.least), behind(plain, MOST) or before(plain, AFTER.most)
  return (low or high) and { low = low, high = high } or nil
end

-- The columns of the quantity of a column.
local function bounds_of(info, column)
  for _, bounds in ipairs(quantities.of(info)) do
    if bounds[column.bound] == column.name then return bounds end
  end
  return {}
end

-- Puts a range into the columns of its bounds; a fault where one has a value of its own.
local function put_range(info, column, range, text, row, decimal)
  local bounds = bounds_of(info, column)
  for _, bound in ipairs { "low", "best", "high" } do
    local name, value = bounds[bound], range[bound]
    if value then
      local is_free = name and (name == column.name or not row.given[name])
      if not is_free then return errors.new("bad_value.sheet_range", { value = text }) end
      local read, wrong = number(value, column.type, decimal)
      if wrong then return wrong end
      row[name] = range.about and "~" .. read or read
    end
  end
end

--- ## Several

local function items(text) return table.concat(item_lists.written(text), "; ") end

local TRUTHS = {}
local WORDS = {
  ["true"] = "true yes y x ja j wahr oui vrai sí si verdadero так правда істина да истина tak prawda evet doğru 1 ✓ ☑",
  ["false"] = "false no n nein falsch non faux falso ні неправда хибність нет ложь nie fałsz hayır yanlış 0 ☐",
}
for truth, words in pairs(WORDS) do
  for word in words:gmatch "%S+" do TRUTHS[core.fold(word)] = truth end
end

-- What an import makes a number of, or a fault that says how a quantity is written.
local function put_number(info, field, text, row, how)
  local column = field.column
  local range = column.quantity and range_of(text)
  if range then return put_range(info, column, range, text, row, how.decimal) end
  local value, wrong = number(text, column.type, how.decimal)
  if wrong then return wrong end
  if column.quantity and not core.value("number", value) then
    return errors.new(column.type == "integer" and "bad_integer.sheet_quantity" or "bad_number.sheet_quantity",
      { value = text })
  end
  row[field.key] = value
end

--- Puts the value of a cell into a row, as an import takes it; gives what is wrong where it can take none.
---@param info table
---@param field parley.SheetField
---@param text string
---@param row table  key = value; `given` are the texts of all its cells
---@param how { decimal: string?, told: table }
---@return parley.Error? wrong
function sheet_cells.put(info, field, text, row, how)
  local column = field.column
  local wrong = no_value(text)
  if wrong then return wrong end
  if column.type == "date" then
    row[field.key] = date(text, how.told)
  elseif column.type == "boolean" then
    row[field.key] = TRUTHS[core.fold(text)] or text
  elseif column.type == "integer" or column.type == "number" then
    return put_number(info, field, text, row, how)
  else
    row[field.key] = column.several and items(text) or text
  end
end

return sheet_cells
