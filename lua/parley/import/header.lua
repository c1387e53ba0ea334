--- The top of a CSV text: what its columns are called, and whether its first line is a header at all.
-- Names lose blanks and invisible marks at their ends, and that is told. A line above the table, a header cut at the
-- wrong delimiter and one that is the first row of a known kind of file are doubts: who reads refuses them, who only
-- looks tells them. `skip`, even 0, says where the header stands, and settles doubts about it.

local errors = require "parley.base.errors"
local beside = require "parley.base.notes"
local plain = require "parley.base.plain_text"

local header = {}

--- ## Names

-- Characters that nobody sees at the end of a name: marks of byte order and direction, joiners, blanks of all widths.
local UNSEEN = { "\t", " ", "\u{a0}", "\u{ad}", "\u{1680}", "\u{2028}", "\u{2029}", "\u{202f}", "\u{205f}", "\u{2060}",
  "\u{3000}", "\u{feff}" }
for code = 0x2000, 0x200f do UNSEEN[#UNSEEN + 1] = utf8.char(code) end
for code = 0x202a, 0x202e do UNSEEN[#UNSEEN + 1] = utf8.char(code) end

local function without_one(text)
  for _, mark in ipairs(UNSEEN) do
    if text:sub(1, #mark) == mark then return text:sub(#mark + 1) end
    if text:sub(-#mark) == mark then return text:sub(1, -#mark - 1) end
  end
end

-- Nearly all names begin and end with a visible sign of ASCII, and need no look at each mark.
local function trimmed(text)
  if text:find "^[!-~].*[!-~]$" then return text end
  local shorter = without_one(text)
  while shorter do
    text, shorter = shorter, without_one(shorter)
  end
  return text
end

-- A name with what nobody sees spelled out.
local function spelled(name)
  local text = plain.visible(name)
  for _, mark in ipairs(UNSEEN) do
    if #mark > 1 then text = text:gsub(mark, ("\\u{%x}"):format(utf8.codepoint(mark))) end
  end
  return text
end

local function unique_name(name, taken)
  local n = 2
  while taken[("%s_%d"):format(name, n)] do n = n + 1 end
  return ("%s_%d"):format(name, n)
end

-- Names that tell columns apart, or nil and the failure.
local function without_twins(path, names, given, notes)
  local first, taken, filled = {}, {}, {}
  for _, name in ipairs(names) do taken[name] = true end
  for i, name in ipairs(names) do
    if first[name] and given.names ~= "unique" then
      return errors.fail("bad_header.twins", { first = first[name], second = i, name = name }, path)
    end
    filled[i] = name
    if first[name] then
      filled[i] = unique_name(name, taken)
      taken[filled[i]] = true
      notes[#notes + 1] = beside.new("guessed.twin_name", nil, { name = name, index = i, as = filled[i] })
    end
    first[name] = first[name] or i
  end
  return filled
end

-- Names from the header; a column without one is called by its place.
local function own_names(path, found, given, notes)
  local names = {}
  for i, name in ipairs(found) do
    names[i] = trimmed(name)
    if names[i] ~= name and names[i] ~= "" then
      notes[#notes + 1] = beside.new("guessed.trimmed_name", nil, { name = names[i], given = spelled(name) })
    elseif names[i] == "" then
      names[i] = ("column_%d"):format(i)
      notes[#notes + 1] = beside.new("guessed.no_name", nil, { name = names[i], index = i })
    end
  end
  return without_twins(path, names, given, notes)
end

local function given_names(path, given, width)
  local names = given.columns
  if #names == width then return names end
  return errors.fail("bad_header.width", { has = width, named = #names }, path)
end

local function placed_names(width)
  local names = {}
  for i = 1, width do names[i] = ("column_%d"):format(i) end
  return names
end

--- What is to be told of the names of a JSON text, which stay as they are: those with blanks or marks around them, and
--- an empty one.
---@param names string[]
---@return parley.Note[]
function header.json_notes(names)
  local notes = {}
  for _, name in ipairs(names) do
    if name == "" then notes[#notes + 1] = beside.new "guessed.empty_key" end
    if name ~= trimmed(name) then
      notes[#notes + 1] = beside.new("guessed.marked_key", nil, { name = spelled(name) })
    end
  end
  return notes
end

--- ## Fields and lines

local function is_numeral(text)
  return tonumber(text) ~= nil or text:find "^[%d%s.,'/:+-]*%d[%d%s.,'/:+-]*$" ~= nil
end

-- Whether a record could be a header: words in all fields, and no two alike.
local function looks_like_names(record)
  local seen = {}
  for _, field in ipairs(record) do
    local name = trimmed(field)
    if name == "" or field:find "^%s" or #name > 60 or is_numeral(name) or seen[name] then return false end
    seen[name] = true
  end
  return true
end

-- Whether some column has a word in the first record, and nothing but numerals in those after it.
local function is_apart(records, width)
  for column = 1, width do
    local numerals, others = 0, 0
    for row = 2, #records do
      local field = records[row][column] or ""
      if field ~= "" and is_numeral(field) then numerals = numerals + 1 elseif field ~= "" then others = others + 1 end
    end
    if numerals > 0 and others == 0 then return true end
  end
  return false
end

local function any(list, holds)
  for i, item in ipairs(list) do
    if holds(item, i) then return true end
  end
  return false
end

local function beginning(text)
  local cut = utf8.len(text) and utf8.offset(text, 41)
  return plain.visible(cut and cut <= #text and text:sub(1, cut - 1) .. "…" or text)
end

local function count_of(text, mark)
  local _, count = text:gsub("%" .. mark, "")
  return count
end

--- ## Doubts
-- Each takes the top of a text and gives a key of messages and its arguments, or nothing.

local DELIMITERS = { { ";", "';'" }, { "\t", "'\\t'" }, { "|", "'|'" }, { ",", "','" } }

local function written(delimiter)
  return delimiter == "\t" and "'\\t'" or ("'%s'"):format(delimiter)
end

--- The delimiter that a header of one column was probably meant to be cut at, and into how many columns.
---@param names string[]
---@return string? delimiter as it is written in Lua, integer? columns
function header.other_delimiter(names)
  if #names ~= 1 then return nil end
  for _, delimiter in ipairs(DELIMITERS) do
    local count = count_of(names[1], delimiter[1])
    if count > 0 then return delimiter[2], count + 1 end
  end
end

-- A line "sep=;" that says another delimiter than the user.
local function other_separator(top)
  local separator, stated = top.separator, top.given.delimiter
  if separator and stated and separator ~= stated then
    return "bad_header.separator", { separator = separator, stated = written(stated) }
  end
end

-- Event files of GDELT: tabs, and no header.
local function gdelt(top)
  local columns = count_of(top.line, "\t") + 1
  if (columns == 57 or columns == 58 or columns == 61) and top.line:find "^%d+\t%d%d%d%d%d%d%d%d\t%d%d%d%d%d%d\t" then
    return "bad_header.gdelt", { mapping = columns == 61 and "gdelt2" or "gdelt1" }
  end
end

-- What is called a table, and is something else: patterns of the first line in lower case.
local OTHER_KINDS = {
  { "^version https://git%-lfs%.github%.com/spec/", "bad_header.lfs" },
  { "^%s*<!doctype ", "bad_header.markup" }, { "^%s*<html", "bad_header.markup" },
  { "^%s*<%?xml", "bad_header.markup" }, { "^%s*[%[{]%s*$", "bad_header.json" },
}

local function other_kind(top)
  local line = top.line:lower()
  for _, kind in ipairs(OTHER_KINDS) do
    if line:find(kind[1]) then return kind[2], {} end
  end
end

-- How often a mark stands in a line outside of its quoted fields.
local function unquoted_count_of(line, mark) return count_of(line:gsub('"[^"]*"', ""), mark) end

-- Where the last run of records begins that hold so many of a delimiter each, as `counted`; nil where it is short.
local function run_of(records, delimiter, counted)
  local last = #records
  local count = last > 0 and counted(records[last].raw, delimiter) or 0
  local from = last
  while from > 1 and counted(records[from - 1].raw, delimiter) == count do from = from - 1 end
  local rows = last - from + 1
  if count > 0 and rows > 1 and rows * 2 >= last then return from end
end

local function cut_at_another(top)
  if #top.found ~= 1 or top.given.delimiter or top.given.columns then return nil end
  local other = header.other_delimiter(top.found)
  local function in_all(delimiter) return run_of(top.filled, delimiter[1], count_of) == 1 end
  local is_quoted = top.line:find '^%s*"' ~= nil
  if not other or (is_quoted and not any(DELIMITERS, in_all)) then return nil end
  if other == top.own then return "bad_header.quoted_lines", { header = beginning(top.found[1]), own = top.own } end
  return "bad_header.delimiter", { header = beginning(top.found[1]), other = other, own = top.own }
end

local function note_above(key, top, from, more)
  local record = top.filled[from]
  more.line, more.next, more.skip = beginning(top.line), record.line, record.line - 1
  more.names = beginning(record.raw)
  return key, more
end

-- Lines without the delimiter that all the others have.
local function note_of_another_kind(top)
  if #top.found ~= 1 or top.given.delimiter then return nil end
  for _, delimiter in ipairs(DELIMITERS) do
    local from = run_of(top.filled, delimiter[1], unquoted_count_of)
    if from then return note_above("bad_header.note_delimiter", top, from, { delimiter = delimiter[2] }) end
  end
end

-- Fewer fields than all records from some line on have, where the first of those could be a header.
local function narrow_note(top)
  local records = top.filled
  local width, from = #records > 0 and #records[#records] or 0, #records
  while from > 1 and #records[from - 1] == width do from = from - 1 end
  if from < #records and width > #top.found and looks_like_names(records[from]) then
    return note_above("bad_header.note_narrow", top, from, { fields = #top.found, width = width })
  end
end

local function is_sentence(name) return name:find ":%s" or name:find "[^.]%.$" or count_of(name, " ") > 3 end

-- Whether a line is none of names: prose that the delimiter has cut. `apart` tells that numbers stand below what could
-- be the header.
local function is_prose(fields, apart)
  local empty = 0
  for _, field in ipairs(fields) do empty = empty + (trimmed(field) == "" and 1 or 0) end
  local blank = any(fields, function(field, i) return i > 1 and field:find "^[ \t]" end)
  local numeral, sentence = any(fields, is_numeral), any(fields, is_sentence)
  if apart then return blank or numeral or empty > 0 or sentence end
  return empty > 1 and empty * 2 >= #fields or blank and (numeral or sentence)
end

-- Where a record stands that could be the header, below prose alone; and whether numbers stand below it.
local function header_below(top)
  for from, record in ipairs(top.filled) do
    if #record ~= #top.found then return nil end
    if looks_like_names(record) then
      local below = table.move(top.filled, from, #top.filled, 1, {})
      local apart = is_apart(below, #record)
      for i = 1, from - 1 do
        if not is_prose(top.filled[i], apart) then return nil end
      end
      return from, apart
    end
  end
end

-- A comment, or prose with delimiters in it, above what looks like a header.
local function note_of_same_width(top)
  local comment = top.line:match "^%s*([#%%])%s" or top.line:match "^%s*(//)"
  local from, apart
  if #top.found > 1 then from, apart = header_below(top) end
  if not comment and from and apart then comment = top.line:match "^%s*(#)" end
  if comment then return "bad_header.comment", { line = beginning(top.line), comment = comment } end
  if from and is_prose(top.found, apart) then return note_above("bad_header.note_above", top, from, {}) end
end

local ALWAYS = { other_separator, gdelt, cut_at_another }
local UNLESS_SKIPPED = { other_kind, note_of_same_width, note_of_another_kind, narrow_note }

local function doubt_of(top)
  local checks = table.move(ALWAYS, 1, #ALWAYS, 1, {})
  if top.given.skip == nil then table.move(UNLESS_SKIPPED, 1, #UNLESS_SKIPPED, #checks + 1, checks) end
  for _, check in ipairs(checks) do
    local key, arguments = check(top)
    if key then return { key, arguments } end
  end
end

local AHEAD = 20

local function top_of(reader, found, given, own)
  local records, line = reader:ahead(AHEAD)
  local filled = {}
  for _, record in ipairs(records) do
    if record.raw ~= "" then filled[#filled + 1] = record end
  end
  local separator = reader:source()
  return { given = given, found = found, filled = filled, line = line, separator = separator, own = written(own) }
end

--- ## The whole

-- A header whose names are mostly numbers, the first one too, is probably the first row.
local function add_data_note(names, notes)
  local numbers = 0
  for _, name in ipairs(names) do numbers = numbers + (is_numeral(name) and 1 or 0) end
  if is_numeral(names[1]) and numbers * 2 > #names then notes[#notes + 1] = beside.new "guessed.header_of_data" end
end

--- The names of a CSV text's columns, which its reader learns; and what is to be told of them, with `doubt` (key and
--- arguments of an error) where the first line is probably no header, and `first`, the records after it, for who asks
--- which columns can be read in two ways (import.decimal_points, import.season_columns).
---@param reader userdata
---@param path string
---@param given table checked options
---@param own string the delimiter it is cut at
---@return string[]? names, table|string notes, string? code
function header.settle(reader, path, given, own)
  local found, notes = reader:names(), {}
  local names, message, code
  if given.columns then
    names, message, code = given_names(path, given, #found)
  elseif given.header == false then
    names = placed_names(#found)
  else
    names, message, code = own_names(path, found, given, notes)
  end
  local top = given.header ~= false and top_of(reader, found, given, own)
  notes.doubt = top and doubt_of(top) or nil
  if not names and not notes.doubt then return nil, message, code end
  names = names or placed_names(#found)
  notes.first = top and top.filled or {}
  if given.header ~= false and not given.columns then add_data_note(names, notes) end
  reader:rename(names)
  return names, notes
end

return header
