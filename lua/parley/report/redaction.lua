--- Redaction: sources that a report may not name. They are told as "withheld", wherever a text names them: by their id,
-- title, address, note, an author, or an outlet or site that no other source has; however its letters are written.

local core = require "parley.core"
local plain = require "parley.base.plain_text"
local xml = require "parley.base.xml"

local redaction = {}

local WORD = "withheld"

-- Names ------------------------------------------------------------------------------------------------------------

-- What several sources may have: it tells of one only where no other has it.
local function each_shared(row, add)
  add(row.outlet)
  add(row.agency)
  for author in (row.author or ""):gmatch "[^;]+" do add(author) end
  local bare = row.url and row.url:gsub("^%a[%w+.-]*://", ""):gsub("^www%.", "")
  if bare then add(bare:match "^[^/?#]+") end
end

local function each_own(row, add)
  for _, column in ipairs { "id", "title", "label", "note", "url" } do add(row[column]) end
  if row.url then add((row.url:gsub("^%a[%w+.-]*://", ""):gsub("/+$", ""))) end
end

-- How names are compared: whatever their letters, and with one blank where there are some.
local function folded(text) return (core.fold(text):gsub("%s+", " "):gsub("^ ", ""):gsub(" $", "")) end

-- What a text has to be rid of, folded: the longest first, so that a title goes before a word in it.
local function names_of(sources, withheld)
  local others, names, seen = {}, {}, {}
  for _, row in ipairs(sources) do
    if not withheld[row.id] then each_shared(row, function(name) others[folded(name or "")] = true end) end
  end
  local function add(name)
    if name ~= "" and not seen[name] then seen[name], names[#names + 1] = true, name end
  end
  for _, row in ipairs(sources) do
    if withheld[row.id] then
      each_own(row, function(name) add(folded(name or "")) end)
      each_shared(row, function(name)
        name = folded(name or "")
        if not others[name] then add(name) end
      end)
    end
  end
  table.sort(names, function(a, b)
    if #a ~= #b then return #a > #b end
    return a < b
  end)
  return names
end

-- Texts ------------------------------------------------------------------------------------------------------------

-- Whether a name that was found is one by itself, and no piece of a longer word.
local function is_whole(text, name, first, last)
  local runs_on = name:find "[%w_]$" and text:find("^[%w_]", last + 1)
  local runs_in = name:find "^[%w_]" and first > 1 and text:find("^[%w_]", first - 1)
  return not runs_on and not runs_in
end

-- The first place of a name from there on.
local function find_name(text, name, from)
  while true do
    local first, last = text:find(name, from, true)
    if not first or is_whole(text, name, first, last) then return first, last end
    from = first + 1
  end
end

-- What a screen does not show is spelt out where a text was made visible: as a blank, and as nothing.
local BLANKS, SPELT = { ["⏎"] = true }, "^\\u{%x+}"

-- A letter as names are compared; what a screen does not show does not stand between the letters of a name.
local function fold_letter(letter, before)
  local is_blank = letter:find "^%s" or BLANKS[letter]
  local fold = is_blank and " " or #letter < 5 and plain.visible(letter) == letter and core.fold(letter) or ""
  if fold == " " and before == " " then return "" end
  return fold
end

-- A text as names are looked for in it; and, where that is not byte for byte, where in the text the letter of each byte
-- begins and ends.
local function letters_of(text)
  if not text:find "[\0-\31\127-\255]" and not text:find("  ", 1, true) and not text:find("\\u{", 1, true) then
    return text:lower()
  end
  local bytes, begins, ends, from = {}, {}, {}, 1
  while from <= #text do
    local letter = text:match(SPELT, from) or text:match("^.[\x80-\xbf]*", from)
    local to, fold = from + #letter - 1, fold_letter(letter, bytes[#bytes])
    if fold == "" and #bytes > 0 then ends[#bytes] = to end
    for i = 1, #fold do
      bytes[#bytes + 1] = fold:sub(i, i)
      begins[#bytes], ends[#bytes] = from, to
    end
    from = to + 1
  end
  return table.concat(bytes), begins, ends
end

-- A text without a name, if it has it.
local function without(text, name)
  local letters, begins, ends = letters_of(text)
  local parts, from, at = {}, 1, 1
  while true do
    local first, last = find_name(letters, name, at)
    if not first then break end
    parts[#parts + 1] = text:sub(from, (begins and begins[first] or first) - 1) .. WORD
    from, at = (ends and ends[last] or last) + 1, last + 1
  end
  return from == 1 and text or table.concat(parts) .. text:sub(from)
end

-- Pages ------------------------------------------------------------------------------------------------------------

local function decoded(byte) return string.char(tonumber(byte, 16)) end

-- The text of a page whose pieces are read as one: "<b>The</b> Paper".
local function without_inline_tags(html)
  for _, name in ipairs { "a", "b", "strong", "small", "span", "sup", "q", "bdi" } do
    html = html:gsub("</?" .. name .. "%f[ >][^>]*>", "")
  end
  return html
end

--- What takes the names of withheld sources out of a text, and what finds one that is left in a page, where none should
--- be; nothing where none is withheld.
---@param sources table[]  rows of all sources, of which those in the set are withheld
---@param withheld table<string, true>
---@return (fun(text: string): string)? redact, (fun(html: string): string?)? leak
function redaction.of(sources, withheld)
  if next(withheld) == nil then return nil end
  local names = names_of(sources, withheld)
  local function redact(text)
    for _, name in ipairs(names) do text = without(text, name) end
    return text
  end
  local function leak(html)
    local found
    local function look(text)
      text = folded(text)
      for _, name in ipairs(names) do found = found or find_name(text, name, 1) and name end
    end
    html = html:gsub("&#39;", "'")
    look(xml.plain(html))
    look((html:gsub("%%(%x%x)", decoded)))
    look(xml.plain(without_inline_tags(html)))
    return found
  end
  return redact, leak
end

--- What a withheld source is called: by its place among them, so that two can be told apart.
---@param sources table[]
---@param withheld table<string, true>
---@return table<string, string>
function redaction.labels(sources, withheld)
  local labels, n = {}, 0
  for _, row in ipairs(sources) do
    if withheld[row.id] then
      n = n + 1
      labels[row.id] = ("%s-%d"):format(WORD, n)
    end
  end
  return labels
end

return redaction
