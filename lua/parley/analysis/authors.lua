--- Who wrote a source: the names in its `author`, persons told from bodies and from names whose order nobody can tell.
-- Method. ";" separates names. "and" and "&" do where what stands on either side is a person's name with a comma, or
-- two words or more that all begin with a capital; elsewhere they are a part of a name ("Food and Agriculture
-- Organization"). Only a comma tells the family name, as in "Family, Given": without one, "Kim Jong-un" and "Amnesty
-- International" look like "John Smith". Nor does a comma, where what stands before it reads as a body: words in small
-- letters after a capital, more than two words, an abbreviation in capitals; or where whole names may stand on both
-- sides, or initials before it. Braces say "one name": {Ernst and Young}, {Ortega y Gasset}, José.

local authors = {}

local gsub, match = string.gsub, string.match

-- What braces hold is out of the way while names are told apart: a number between two bytes that no text has.
local function hidden(text)
  local kept = {}
  local rest = gsub(text, "%b{}", function(braced)
    kept[#kept + 1] = braced:sub(2, -2)
    return ("\255%d\254"):format(#kept)
  end)
  local function shown(name)
    return (gsub(name, "\255(%d+)\254", function(number) return kept[tonumber(number)] end))
  end
  return rest, shown
end

local function trimmed(text) return match(text, "^%s*(.-)%s*$") end

-- Alphabets with small letters, by code point.
local SMALL = { { 0x61, 0x7a }, { 0xdf, 0xff }, { 0x3b1, 0x3c9 }, { 0x430, 0x45f }, { 0x561, 0x587 } }

local function is_small(word)
  local code = utf8.len(word) and #word > 0 and utf8.codepoint(word)
  for _, range in ipairs(code and SMALL or {}) do
    if code >= range[1] and code <= range[2] then return true end
  end
  return false
end

-- The words of a name, without the particles before a family name, and whether any of them begins small.
local function words_of(name)
  local words, small = {}, false
  for word in name:gmatch "%S+" do
    if is_small(word) and #words > 0 then small = true end
    if #words > 0 or not is_small(word) then words[#words + 1] = word end
  end
  return words, small
end

-- Family and given name, where a comma tells them; nil otherwise.
local function split_name(name)
  local family, given = match(name, "^([^,]*[^,%s]),%s*([^,]+)$")
  if not family then return nil end
  if match(family, "^\255%d+\254$") then return family, given end
  local words, small = words_of(family)
  local others = #words_of(gsub(given, "%u%.", ""))
  local is_body = small or #words == 0 or #words > 2 or match(family, "^%u%u+$") or match(given, "%f[%w]and%f[%W]")
  local ends_in_initials = match(family, "%s%u[%u%.-]*$") ~= nil          -- "Smith J., Doe A."
  if is_body or ends_in_initials or (#words > 1 and others > 1) then return nil end
  return family, given
end

-- Whether a piece beside "and" is a name of its own.
local function is_name(piece)
  if split_name(piece) or match(piece, "^\255%d+\254$") then return true end
  local words, small = words_of(piece)
  return #words > 1 and not small and not match(piece, ",")
end

-- The pieces between "and" and "&", where all of them are names; the whole text otherwise.
local function pieces_of(text)
  local pieces = {}
  local marked = gsub(gsub(text, ",?%s+and%s+", "\0"), ",?%s+&%s+", "\0")
  for piece in (marked .. "\0"):gmatch "(%Z*)%z" do
    if not is_name(piece) then return { text } end
    pieces[#pieces + 1] = piece
  end
  return pieces
end

--- The names, each { family, given } or { literal }.
---@param text string?
---@return table[]
function authors.of(text)
  local list = {}
  local rest, shown = hidden(gsub(text or "", "；", ";"))
  for between in (rest .. ";"):gmatch "([^;]*);" do
    local part = trimmed(between)
    for _, piece in ipairs(part ~= "" and pieces_of(part) or {}) do
      local family, given = split_name(piece)
      list[#list + 1] = family and { family = shown(family), given = shown(given) } or { literal = shown(piece) }
    end
  end
  return list
end

--- The text as people read it: without the braces that say "one name".
---@param text string
---@return string
function authors.text(text) return (gsub(text, "%b{}", function(braced) return braced:sub(2, -2) end)) end

return authors
