--- How a source is cited: as text, as BibTeX, as CSL-JSON.
-- What a source does not say is left out, never filled in. A title in square brackets is the coder's own. A date is as
-- precise as it is known: BibTeX gets a year or a month only where all days of the date share it, CSL-JSON its parts
-- (a range as two dates, a doubtful date as circa); where no parts would be right, the date is given in words.
--   authors      only a comma tells a family name ("Family, Given"); every other name stays whole, as a body's or one
--                whose order nobody can tell; what separates names and what braces say: authors.lua
--   type         a source that coded events come from is a dataset; else what has an outlet is a newspaper article,
--                what has an address a web page, and anything else an article

local authors = require "parley.analysis.authors"
local core = require "parley.core"
local date_words = require "parley.base.date_words"
local json = require "parley.base.json"
local latex = require "parley.base.latex"
local plain = require "parley.base.plain_text"

local citation_formats = {}

local gsub = string.gsub

-- Places -----------------------------------------------------------------------------------------------------

local function joined(list, between) return #list > 0 and table.concat(list, between) or nil end

-- Adds text after a label, when there is any.
local function add(list, text, label)
  if text and text ~= "" then list[#list + 1] = (label or "") .. text end
end

-- On one line, with nothing in it that a screen or a program would obey.
local function one_line(text) return plain.visible((text:gsub("%s+", " "))) end

-- Text ---------------------------------------------------------------------------------------------------------

local function words_of_date(date)
  if not date then return "undated" end
  return (date_words.short(date):gsub(" %?$", " (uncertain)"))
end

local function title_words(title)
  if not title then return "untitled" end
  return title:find "^%[.*%]$" and title or '"' .. title .. '"'
end

--- `[s4] Author: "Title". Outlet, 2025-06-03, p16. Address. Terms: …`
---@param source table  a row of sources; `places` lists where in it
---@return string
function citation_formats.text(source)
  local head = (source.author and authors.text(source.author) .. ": " or "") .. title_words(source.title)
  local where, parts = {}, { head }
  add(where, source.outlet)
  add(where, words_of_date(source.published))
  add(where, joined(source.places, ", "))
  parts[2] = table.concat(where, ", ")
  add(parts, source.url)
  add(parts, source.licence, "Terms: ")
  return ("[%s] %s."):format(source.id, one_line(table.concat(parts, ". ")))
end

-- BibTeX ---------------------------------------------------------------------------------------------------------

-- BibTeX counts braces even behind a backslash, so that a brace of the text has to be written by its name.
local BRACES = { ["\\{"] = "\\textbraceleft{}", ["\\}"] = "\\textbraceright{}" }

-- A straight quote harms nobody here, and programs that know no TeX read these files as well.
local function tex(text)
  return (gsub(gsub(latex.text(one_line(text)), "\\[{}]", BRACES), "\\char34{}", '"'))
end

-- In an address only what would end or break the field is written by its code.
local function tex_address(url)
  return (url:gsub("[%c%s{}\\\"<>]", function(char) return ("%%%02X"):format(char:byte()) end))
end

-- "Family, Given", or a name in braces of its own, which BibTeX leaves whole.
local function tex_author(author)
  if author.family then return ("%s, %s"):format(tex(author.family), tex(author.given)) end
  return "{" .. tex(author.literal) .. "}"
end

-- Year and month of a date, where all its days share them.
local function year_and_month(date)
  local first, last = core.date(date or "..")
  if not (first and last) then return nil end
  local year, month = core.day_text(first):match "^(Y?%-?%d+)%-(%d%d)%-"
  local last_year, last_month = core.day_text(last):match "^(Y?%-?%d+)%-(%d%d)%-"
  if year ~= last_year then return nil end
  return year:gsub("^Y", ""), month == last_month and date_words.MONTHS[tonumber(month)]:sub(1, 3):lower() or nil
end

local function note_of(source)
  local parts = {}
  add(parts, source.published and words_of_date(source.published))
  add(parts, joined(source.places, ", "), "cited: ")
  add(parts, source.licence, "terms: ")
  return joined(parts, "; ")
end

local function tex_fields(source)
  local fields, names = {}, {}
  for i, author in ipairs(authors.of(source.author)) do names[i] = tex_author(author) end
  local function field(name, value)
    if value then fields[#fields + 1] = ("  %s = {%s}"):format(name, value) end
  end
  local year, month = year_and_month(source.published)
  field("author", joined(names, " and "))
  field("title", source.title and "{" .. tex(source.title) .. "}")
  field("howpublished", source.outlet and tex(source.outlet))
  field("year", year)
  if month then fields[#fields + 1] = "  month = " .. month end
  field("url", source.url and tex_address(source.url))
  field("language", source.language and tex(source.language))
  field("note", note_of(source) and tex(note_of(source)))
  return fields
end

-- A key of letters, digits and - . _ : that no other entry has.
local function tex_key(id, taken)
  local base = core.fold(id):gsub("[^%w%-._:]+", "-")
  if base == "" then base = "source" end
  local key, n = base, 1
  while taken[key] do
    n = n + 1
    key = ("%s-%d"):format(base, n)
  end
  taken[key] = true
  return key
end

--- One entry, with a key that is not in `taken`.
---@param source table
---@param taken table<string, true>
---@return string
function citation_formats.bibtex(source, taken)
  local fields = tex_fields(source)
  table.insert(fields, 1, ("@misc{%s"):format(tex_key(source.id, taken)))
  return table.concat(fields, ",\n") .. "\n}"
end

-- CSL-JSON ---------------------------------------------------------------------------------------------------------

local SEASONS = { ["21"] = 1, ["22"] = 2, ["23"] = 3, ["24"] = 4 }

-- One side of a date as year, month, day; or year and season. Nil where the parts would say too much.
local function parts_of(text)
  local year, rest = text:gsub("[?~%%]$", ""):match "^Y?(%-?%d+)(.*)$"
  local month, day = (rest or ""):match "^%-([%dX][%dX])%-?([%dX]*)$"
  if not year or #year < 4 or (rest ~= "" and not month) then return nil end
  local parts = { tonumber(year) }
  if SEASONS[month] then return parts, SEASONS[month] end
  if month and not month:find "X" then
    parts[2] = tonumber(month)
    if day ~= "" and not day:find "X" then parts[3] = tonumber(day) end
  end
  return parts
end

-- Cuts two sides of a range to the coarser precision: processors refuse a range of two.
local function same_precision(from, to)
  local n = math.min(#from, #to)
  return { table.unpack(from, 1, n) }, { table.unpack(to, 1, n) }
end

-- The date variable of CSL: parts, or words for what has none.
local function issued(date)
  local before, after = date:match "^([^/]*)/([^/]*)$"
  local from, season = parts_of(before or date)
  local to, later_season = parts_of(after or "")
  if not from or (before and not to) or (before and (season or later_season)) then
    return { literal = words_of_date(date) }
  end
  return { ["date-parts"] = before and { same_precision(from, to) } or { from }, season = season,
    circa = date:find "[?~%%]" and true or nil }
end

local function csl_type(source)
  if source.is_dataset then return "dataset" end
  if source.outlet then return "article-newspaper" end
  return source.url and "webpage" or "article"
end

local function csl_note(source)
  local parts = {}
  add(parts, joined(source.places, ", "), "cited: ")
  add(parts, source.licence, "terms: ")
  return joined(parts, "; ")
end

--- One item, as a table for `citation_formats.json`.
---@param source table
---@return table
function citation_formats.csl(source)
  local names = authors.of(source.author)
  return { id = source.id, type = csl_type(source), title = source.title, author = #names > 0 and names or nil,
    ["container-title"] = source.outlet, issued = source.published and issued(source.published), URL = source.url,
    language = source.language, note = csl_note(source) }
end

-- Fields in the order in which they are written.
local FIELDS = { "id", "type", "title", "author", "container-title", "issued", "date-parts", "season", "circa",
  "family", "given", "literal", "URL", "language", "note" }

-- Lists stay lists; tables of CSL's fields become objects; bytes that are no UTF-8 are spelt out.
local function ordered(value)
  if type(value) == "string" and not utf8.len(value) then return plain.visible(value, true) end
  if type(value) ~= "table" then return value end
  local list, members = {}, {}
  for i, item in ipairs(value) do list[i] = ordered(item) end
  if #list > 0 then return list end
  for _, name in ipairs(FIELDS) do
    if value[name] ~= nil then table.move({ name, ordered(value[name]) }, 1, 2, #members + 1, members) end
  end
  return json.object(table.unpack(members))
end

--- JSON of lists, numbers, booleans, text, and tables of CSL's fields.
---@param value any
---@return string
function citation_formats.json(value) return json.write(ordered(value), json.styles.line) end

return citation_formats
