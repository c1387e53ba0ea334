--- Texts whose order is meant to be that of numbers or days: "5%", "1 000", "05/06/2025", or "5" in a column of text.
-- What would order such a column asks here; reading a file asks parley.base.odd_values, which knows no written ones.

local core = require "parley.core"
local errors = require "parley.base.errors"

local written_values = {}

--- So many first values say what a column is meant to hold.
written_values.LOOKED_AT = 200

local null = core.null

local function is_number(text) return text:find "^%s*[-+]?%.?%d" and not text:find "[xX]" and tonumber(text) ~= nil end

-- The minus sign of typesetters, percent, and the blanks that stand between thousands.
local SIGNS = { { "^%s*\u{2212}", "-" }, { "%s*%%%s*$", "" }, { "\u{a0}", " " }, { "\u{202f}", " " },
  { "\u{2009}", " " } }

-- Whether a text is a number as people write one, "5%", "1 000", "−5" or "2,5", though not as data are.
local function is_written_number(text)
  for _, sign in ipairs(SIGNS) do text = text:gsub(sign[1], sign[2]) end
  if is_number(text) then return true end
  if not text:find "^%s*[-+]?%d" then return false end
  local plain = text:gsub("%f[ ',.][ ',.](%d%d%d)%f[%D]", "%1"):gsub(",", ".", 1)
  return is_number(plain)
end

local function is_date(text)
  return text:find "^%d%d%d%d%-%d%d" and not errors.is((select(2, core.date(text))))
end

-- Days and months as people write them; their order by letters is none of days. A word in them is the name of a month.
local DAYS = { "^%d%d?/%d%d?/%d%d%d?%d?$", "^%d%d?%.%s?%d%d?%.%s?%d%d%d%d$", "^%d%d?%-%d%d?%-%d%d%d%d$",
  "^%d%d?%.? ?(%a%a%a)%a*%.? %d%d%d%d$", "^%d%d?%-(%a%a%a)%-%d%d%d?%d?$", "^(%a%a%a)%a*%.? %d%d?, %d%d%d%d$",
  "^(%a%a%a)%a* %d%d%d%d$" }

local MONTHS = {}
for _, name in ipairs(core.months) do MONTHS[name:sub(1, 3):lower()] = true end

local function is_written_date(text)
  for _, shape in ipairs(DAYS) do
    local first, _, month = text:find(shape)
    if first then return not month or MONTHS[month:lower()] == true end
  end
  return false
end

--- What a text is meant for, and whether it is written as people do.
---@param text string
---@return "number"|"date"|nil kind, boolean written
local function kind_of(text)
  if is_number(text) then return "number", false end
  if is_date(text) then return "date", false end
  if is_written_date(text) then return "date", true end
  if is_written_number(text) then return "number", true end
  return nil, false
end

written_values.kind = kind_of

local function count(seen, row, text)
  if not text:find "%S" then return end
  local kind, written = kind_of(text)
  seen.all = seen.all + 1
  for each in pairs(seen.of) do
    local is = kind == each
    if is then seen.of[each] = seen.of[each] + 1 end
    if not is or written then
      seen.other[each] = seen.other[each] or { kind = each, row = row, value = text, written = is and written }
    end
  end
  if kind and not written then seen.plain[#seen.plain + 1] = text end
end

-- Goes on where the first values were all alike.
local function first_other(each, row, kind)
  for text in each do
    row = row + 1
    local found, written = nil, nil
    if text ~= null then found, written = kind_of(text) end
    if text ~= null and (found ~= kind or written) then
      return { kind = kind, row = row, value = text, written = found == kind }
    end
  end
end

-- Whether letters order numbers as size does, or may: "040" is a code.
local function are_in_order(numbers)
  local sorted = table.move(numbers, 1, #numbers, 1, {})
  table.sort(sorted)
  for i, text in ipairs(sorted) do
    if text:find "^0%d" or i > 1 and tonumber(sorted[i - 1]) > tonumber(text) then return text:find "^0%d" or false end
  end
  return true
end

-- Whether all are one day each, which equals nothing but itself.
local function are_days(dates)
  for _, text in ipairs(dates) do
    local first, last = core.date(text)
    if first ~= last then return false end
  end
  return true
end

-- Texts that are all numbers, or all dates, as data are.
local function all_plain(kind, plain)
  if kind == "number" then
    return not are_in_order(plain) and { kind = kind, value = plain[1], plain = true } or nil
  end
  return are_days(plain) and { kind = kind, value = plain[1], plain = true } or nil
end

--- What a column of texts is meant to hold, where that is numbers or dates.
---@param each fun(): string|userdata|nil  the values in their order
---@return { kind: "number"|"date", row: integer?, value: string, written: boolean?, plain: boolean? }?  the first value
---  that is no such thing, or is `written` as people write it; `plain`: all are as data are, but texts
function written_values.of(each)
  local row, seen = 0, { all = 0, of = { number = 0, date = 0 }, other = {}, plain = {} }
  for text in each do
    row = row + 1
    if text ~= null then count(seen, row, text) end
    if row == written_values.LOOKED_AT then break end
  end
  local kind = seen.of.number > seen.all / 2 and "number" or seen.of.date > seen.all / 2 and "date"
  if not kind then return nil end
  return seen.other[kind] or first_other(each, row, kind) or all_plain(kind, seen.plain)
end

return written_values
