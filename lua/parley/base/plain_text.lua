--- Values as plain text, with nothing lost and nothing hidden.
-- `number` writes a number so that it reads back as itself, in few digits. `visible` spells out
-- what a screen would swallow or obey (control characters, stray bytes, bidirectional overrides, spaces of
-- no width), so that no cell can move the cursor, recolour a terminal or disguise its own text. `date`
-- words a date with precision the way people write it, or leaves it as stored when words could mislead.
-- Previews and the exports meant for reading share them.

local plain = {}

local find, gsub, format, byte, sub, match = string.find, string.gsub, string.format, string.byte, string.sub,
  string.match
local math_type, huge = math.type, math.huge

-- Numbers ----------------------------------------------------------------------------------------------

-- Whole floats, exponents, and the decimal comma of a locale that a host may have set: data never carry one.
local function with_point(text)
  text = gsub(text, ",", ".")
  return find(text, "[.e]") and text or text .. ".0"
end

--- A short text that reads back as the same number; a float keeps a point or an exponent, so that its
--- type survives too. Infinities and not-a-number are inf, -inf and nan.
---@param x number
---@return string
function plain.number(x)
  if math_type(x) == "integer" then return format("%d", x) end
  if x ~= x then return "nan" end
  if x == huge then return "inf" end
  if x == -huge then return "-inf" end
  local text = format("%.15g", x)
  if tonumber(text) ~= x then text = format("%.16g", x) end
  if tonumber(text) ~= x then text = format("%.17g", x) end
  return find(text, ".", 1, true) and text or with_point(text)
end

-- Text -------------------------------------------------------------------------------------------------

-- Characters without a shape of their own, by code point. The joiners U+200C and U+200D are left alone:
-- Persian and emoji need them.
local HIDDEN = {
  { 0x80, 0x9f }, { 0xad, 0xad }, { 0x61c, 0x61c }, { 0x200b, 0x200b }, { 0x200e, 0x200f },
  { 0x2028, 0x202e }, { 0x2060, 0x206f }, { 0xfeff, 0xfeff }, { 0xfff9, 0xfffb }, { 0xe0000, 0xe007f },
}
-- The bytes with which those characters begin: text without any of them needs no closer look.
local HIDDEN_LEADS = "[\194\216\226\239\243]"

local function spell_hidden(character)
  local code = utf8.codepoint(character)
  for _, range in ipairs(HIDDEN) do
    if code >= range[1] and code <= range[2] then return format("\\u{%x}", code) end
  end
end

-- Bytes that are no UTF-8 become \xNN; the rest is left as it is.
local function spell_stray_bytes(text)
  local parts, from = {}, 1
  local length, bad = utf8.len(text)
  while not length do
    parts[#parts + 1] = sub(text, from, bad - 1)
    parts[#parts + 1] = format("\\x%02x", byte(text, bad))
    from = bad + 1
    length, bad = utf8.len(text, from)
  end
  return table.concat(parts) .. sub(text, from)
end

local CONTROLS = setmetatable({ ["\n"] = "⏎", ["\r"] = "\\r", ["\t"] = "\\t" }, {
  __index = function(_, character) return format("\\x%02x", byte(character)) end,
})

--- The text with everything invisible spelt out: a line break as ⏎ (or left, with `keep_layout`, as tabs
--- are), other control characters as \xNN or \r \t, hidden characters as \u{N}, stray bytes as \xNN.
---@param text string
---@param keep_layout? boolean leave line breaks and tabs as they are
---@return string
function plain.visible(text, keep_layout)
  if not find(text, "[\0-\31\127-\255]") then return text end
  if not utf8.len(text) then text = spell_stray_bytes(text) end
  local pattern = keep_layout and "[\0-\8\11-\31\127]" or "[\0-\31\127]"
  if find(text, pattern) then text = gsub(text, pattern, CONTROLS) end
  if find(text, HIDDEN_LEADS) then text = gsub(text, "[\194-\244][\128-\191]+", spell_hidden) end
  return text
end

-- Dates ------------------------------------------------------------------------------------------------

local MONTHS = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  [21] = "spring", [22] = "summer", [23] = "autumn", [24] = "winter" }

-- A year, month, season or day of a four-digit year as { text=, mark=, year=, month=, day= }; other
-- spellings (201X, Y17000, -0044) have no better wording than their own.
local function moment(text)
  local body, mark = match(text, "^([%d-]+)([?~%%]?)$")
  local year, rest = match(body or "", "^(%d%d%d%d)(.*)$")
  if not year then return nil end
  if rest == "" then return { text = body, mark = mark, year = year } end
  local month, day = match(rest, "^%-(%d%d)$"), nil
  if not month then month, day = match(rest, "^%-([01]%d)%-(%d%d)$") end
  local name = MONTHS[tonumber(month)]
  if name then return { text = body, mark = mark, year = year, month = name, day = tonumber(day) } end
end

local function words(m)
  if m.day then return ("%d %s %s"):format(m.day, m.month, m.year) end
  return m.month and m.month .. " " .. m.year or m.year
end

-- Approximate dates read "about …"; uncertain ones keep their question mark, set apart.
local function qualified(text, mark)
  if mark == "~" or mark == "%" then text = "about " .. text end
  if mark == "?" or mark == "%" then text = text .. " ?" end
  return text
end

-- What both ends share is said once: 20–30 Jun 2025, 28 May – 2 Jun 2025, Mar–May 2025.
local function span(a, b)
  local same_year, same_month = a.year == b.year, a.month == b.month
  if same_year and same_month and a.day and b.day then return ("%d–%s"):format(a.day, words(b)) end
  if not (a.month or b.month) then return a.year .. "–" .. b.year end
  if same_year and a.month and b.month and not (a.day or b.day) then return a.month .. "–" .. words(b) end
  if same_year and a.day and b.day then return ("%d %s – %s"):format(a.day, a.month, words(b)) end
  return words(a) .. " – " .. words(b)
end

-- "..": no bound; nothing: not known.
local function half_open(before, after)
  local moment_of = moment(before) or moment(after)
  if not moment_of then return nil end
  local text = qualified(words(moment_of), moment_of.mark)
  if after == ".." then return "since " .. text end
  if before == ".." then return "by " .. text end
  if after == "" then return text .. " – unknown" end
  if before == "" then return "unknown – " .. text end
end

local function interval(before, after)
  local a, b = moment(before), moment(after)
  if not (a and b) then return half_open(before, after) end
  -- with a doubtful end it would not be plain which end the doubt is about
  if a.mark ~= "" or b.mark ~= "" or before == after then return nil end
  return span(a, b)
end

--- A date with precision in words: `2025-06` is "Jun 2025", `2025-06-20/2025-06-30` is "20–30 Jun 2025",
--- `2025-03/..` is "since Mar 2025". A single day stays as stored, and so does whatever has no clear wording.
---@param text string EDTF
---@return string
function plain.date(text)
  local before, after = match(text, "^([^/]*)/([^/]*)$")
  if before then return interval(before, after) or text end
  local m = moment(text)
  if not m then return text end
  return qualified(m.day and m.text or words(m), m.mark)
end

return plain
