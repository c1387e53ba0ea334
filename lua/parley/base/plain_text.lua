--- Values as plain text, with nothing lost and nothing hidden.
-- `number` writes a number so that it reads back as itself, in few digits. `visible` spells out
-- what a screen would swallow or obey (control characters, stray bytes, bidirectional overrides, spaces of
-- no width), so that no cell can move the cursor, recolour a terminal or disguise its own text.
-- Previews and the exports meant for reading share them.

local core = require "parley.core"

local plain = {}

local find, gsub, format, byte, sub = string.find, string.gsub, string.format, string.byte, string.sub

-- Numbers ----------------------------------------------------------------------------------------------

--- A short text that reads back as the same number; a float keeps a point or an exponent, so that its
--- type survives too. Infinities and not-a-number are inf, -inf and nan.
---@type fun(x: number): string
plain.number = core.number_text

--- A number or a truth value as text.
---@param value number|boolean
---@return string
function plain.bare(value) return type(value) == "number" and plain.number(value) or tostring(value) end

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

--- Bytes that are no UTF-8 become \xNN; the rest is left as it is.
---@param text string
---@return string
function plain.spell_stray_bytes(text)
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

--- Whether a text is made of letters, digits and marks that neither a screen nor a format minds. Most text is, and a
-- set of what is harmless is searched three times as fast as a set of what is not.
---@param text string
---@return boolean
function plain.is_harmless(text)
  local _, last = find(text, "^[a-z A-Z0-9.,:;()/?!%-]*")
  return last == #text
end

--- The text with everything invisible spelt out: a line break as ⏎ (or left, with `keep_layout`, as tabs
--- are), other control characters as \xNN or \r \t, hidden characters as \u{N}, stray bytes as \xNN.
---@param text string
---@param keep_layout? boolean leave line breaks and tabs as they are
---@return string
function plain.visible(text, keep_layout)
  if not find(text, "[\0-\31\127-\255]") then return text end
  if not utf8.len(text) then text = plain.spell_stray_bytes(text) end
  local pattern = keep_layout and "[\0-\8\11-\31\127]" or "[\0-\31\127]"
  if find(text, pattern) then text = gsub(text, pattern, CONTROLS) end
  if find(text, HIDDEN_LEADS) then text = gsub(text, "[\194-\244][\128-\191]+", spell_hidden) end
  return text
end

return plain
