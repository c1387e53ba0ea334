--- Markdown: GitHub's tables, in which text keeps its meaning: no emphasis, links, mathematics, code or HTML.
-- A backslash inside an address would become part of the link, so that addresses stay as they are; one with signs
-- that some reader of Markdown would obey stands in angle brackets, where none does.

local readable = require "parley.export.readable"

local find, gsub, match, sub, concat = string.find, string.gsub, string.match, string.sub, table.concat

local MARKDOWN = { ["\\"] = "\\\\", ["|"] = "\\|", ["`"] = "\\`", ["*"] = "\\*", ["["] = "\\[", ["<"] = "&lt;",
  ["$"] = "\\$", ["\n"] = "<br>" }

local function escaped(text)
  text = gsub(text, "&(#?%w+;)", "&amp;%1")
  text = gsub(text, "[\\|`*%[<$\n]", MARKDOWN)
  -- inside a word an underscore is only itself; a single tilde strikes nothing out, and a single caret raises nothing
  if find(text, "%f[%w_]_") or find(text, "_%f[^%w_]") then text = gsub(text, "_", "\\_") end
  if find(text, "~.*~") then text = gsub(text, "~", "\\~") end
  if find(text, "%^.*%^") then text = gsub(text, "%^", "\\^") end
  return text
end

-- Addresses --------------------------------------------------------------------------------------------------

-- Signs of a sentence in other scripts, which are no part of the address that they follow.
local CLOSING = {}
for sign in ("。，、；：！？）」』】》〉”’»…"):gmatch(utf8.charpattern) do CLOSING[sign] = true end

-- Whether the address ends before its last character: a bracket that was opened in it is its own.
local function is_around(address, last)
  if last ~= ")" then return find(last, "^[?!.,:;'\"`%]]") or CLOSING[last] end
  return select(2, gsub(address, "%(", "")) < select(2, gsub(address, "%)", ""))
end

-- Where an address ends before the signs of the sentence around it.
local function end_of(text, from, to)
  while true do
    local last = match(sub(text, from, to), "[^\128-\191][\128-\191]*$")
    if not (last and is_around(sub(text, from, to), last)) then return to end
    to = to - #last
  end
end

-- An address as it is; in brackets, where it or what follows it without a blank has signs that would be escaped, or
-- that readers of Markdown take for a part of it.
local function address_of(address, rest)
  local minded = find(address, "[*`~$%[^\\]") or find(address, "[^%w_]_")
    or find(address, "_$") or find(address, "&#?%w+;") or find(rest, "[\\|`*%[<$_~^&\128-\255]")
  address = gsub(gsub(address, "|", "\\|"), "&(#?%w+;)", "&amp;%1")
  return minded and "<" .. address .. ">" or address
end

local WEB = { http = true, https = true, ftp = true }

local function with_addresses(text)
  local parts, done, at = {}, 1, 1
  while true do
    local from, scheme_end, scheme = find(text, "%f[%w](%a+)://[^%s<]", at)
    if not from then break end
    local _, to = find(text, "^[^%s<]*", scheme_end)
    if WEB[scheme:lower()] then
      local last = end_of(text, from, to)
      parts[#parts + 1] = escaped(sub(text, done, from - 1))
      parts[#parts + 1] = address_of(sub(text, from, last), sub(text, last + 1, to + 1))
      done, to = last + 1, last
    end
    at = to + 1
  end
  parts[#parts + 1] = escaped(sub(text, done))
  return concat(parts)
end

local cell = readable.cell(function(text)
  return find(text, "://", 1, true) and with_addresses(text) or escaped(text)
end)

local function row(cells, shape)
  return "| " .. concat(cells, " | ", 1, shape.n) .. " |\n"
end

return {
  cell = cell,
  missing = "",
  header = function(shape)
    local rules = {}
    for i = 1, shape.n do rules[i] = shape.numeric[i] and "---:" or "---" end
    return row(shape:cells_of_names(cell), shape) .. row(rules, shape)
  end,
  row = row,
  footer = function() return "" end,
}
