--- Reads docstrings: the comment above a function, with its LuaCATS tags and the lines that Parley adds to them:
--     Errors: no_column, bad_type.       code words (parley.base.codes) that a mistake in this call has
--     See also: select, with.            names of other calls
--     Example: ds.talks:count()          a line as it is typed; several are one session
-- A tag, and any of these lines, goes on in the lines below that are indented.

local docstrings = {}

-- ## Types

-- Ends of the parts of a type, tried in turn at its beginning.
local PARTS = { "^fun%b():%s*", "^fun%b()", "^%b{}", "^%b()", "^%b\"\"", "^[%w_.]+%b<>", "^[%w_.]+", "^%.%.%." }

local function end_of_part(text, at)
  for _, pattern in ipairs(PARTS) do
    local _, last = text:find(pattern, at)
    if last then
      -- what a function gives is a type of its own
      if text:sub(at, last):find ":%s*$" then return end_of_part(text, last + 1) end
      return last
    end
  end
end

--- The type at the beginning of a text, and what follows it.
---@param text string
---@return string type
---@return string rest
function docstrings.type(text)
  local at = 1
  while true do
    local last = end_of_part(text, at)
    if not last then return text:sub(1, at - 1), text:sub(at) end
    local _, suffixes = text:find("^[%[%]?]*", last + 1)
    last = math.max(last, suffixes or last)
    if text:sub(last + 1, last + 1) ~= "|" then return text:sub(1, last), (text:sub(last + 1):gsub("^%s+", "")) end
    at = last + 2
  end
end

-- ## Lines

--- The comment right above a line: its lines without dashes.
---@param lines string[]
---@param at integer
---@return string[]
function docstrings.comment_above(lines, at)
  local found = {}
  while at > 1 and lines[at - 1]:find "^%s*%-%-" do
    at = at - 1
    table.insert(found, 1, (lines[at]:gsub("^%s*%-%-%-?", ""):gsub("^ ", "")))
  end
  return found
end

local OWN = { "Errors", "See also", "Example" }

local function own_label(line)
  for _, label in ipairs(OWN) do
    if line:sub(1, #label + 2) == label .. ": " then return label end
  end
end

-- Lines as sections: { label, text }; a label is a tag, one of ours, or nil for the text of the docstring.
local function sections_of(lines)
  local sections, current = {}, { text = "" }
  sections[1] = current
  for _, line in ipairs(lines) do
    local tag, own = line:match "^@(%a+)", own_label(line)
    if tag or own then
      current = { label = tag or own, text = line:sub(#(tag or own) + 2):gsub("^%s+", "") }
      sections[#sections + 1] = current
    elseif line:find "^ " or not current.label then
      current.text = (current.text .. " " .. line:gsub("^%s+", "")):gsub("^%s+", "")
    else                                      -- text goes on behind a tag
      sections[1].text = sections[1].text .. " " .. line
    end
  end
  return sections
end

-- The first sentence, and the others.
local function sentences(text)
  local from = 1
  while true do
    local _, last = text:find("[.:]%s", from)
    if not last then return text, nil end
    -- "e.g. " and "…) such as" end no sentence: a new one begins with a capital or a mark of code
    if text:sub(last - 1, last - 1) == "." and text:find("^[%u`\"…]", last + 1) then
      return text:sub(1, last - 1), text:sub(last + 1)
    end
    from = last + 1
  end
end

local function words_of(text)
  local words = {}
  for word in text:gmatch "[%w_:]+" do words[#words + 1] = word end
  return words
end

local function param_of(text)
  local name, rest = text:match "^(%S+)%s+(.*)$"
  local type, about = docstrings.type(rest)
  if name:find "%?$" then name, type = name:sub(1, -2), type .. "?" end
  return { name = name, type = type, text = about ~= "" and about or nil }
end

-- The values of "parley.Dataset? ds, string? message, string? code"; nil where it is one value with a sentence.
local function several_of(text)
  local values = {}
  repeat
    local type, rest = docstrings.type(text)
    local name, more = rest:match "^([%w_]+)(.*)$"
    if not name or more ~= "" and not more:find "^, " then return nil end
    values[#values + 1] = { type = type, text = name }
    text = more:sub(3)
  until text == ""
  return values
end

local function add_returns(returns, text)
  local type, rest = docstrings.type(text)
  for _, value in ipairs(several_of(text) or { { type = type, text = rest ~= "" and rest or nil } }) do
    returns[#returns + 1] = value
  end
end

-- What becomes of a section of each label.
local TAKES = {
  param = function(doc, text) table.insert(doc.params, param_of(text)) end,
  field = function(doc, text) table.insert(doc.fields, param_of(text)) end,
  ["return"] = function(doc, text) add_returns(doc.returns, text) end,
  class = function(doc, text)
    local parents
    doc.class, parents = text:match "^([%w_.]+)(:?%s*[%w_.,%s]*)"
    doc.parents = {}
    for parent in (parents:match "^:(.*)" or ""):gmatch "[%w_.]+" do table.insert(doc.parents, parent) end
  end,
  Errors = function(doc, text) doc.errors = words_of(text) end,
  ["See also"] = function(doc, text) doc.see = words_of(text) end,
  Example = function(doc, text) table.insert(doc.example, text) end,
}

--- A docstring as a record.
---@param lines string[]  without dashes
---@return { summary: string, text: string?, params: table[], returns: table[], fields: table[], errors: string[],
---  see: string[], example: string[], class: string?, parents: string[]? }
function docstrings.parse(lines)
  local doc = { params = {}, returns = {}, fields = {}, errors = {}, see = {}, example = {} }
  local sections = sections_of(lines)
  doc.summary, doc.text = sentences((sections[1].text:gsub("^%s+", ""):gsub("%s+$", "")))
  for i = 2, #sections do
    local take = TAKES[sections[i].label]
    if take then take(doc, sections[i].text) end
  end
  return doc
end

-- ## Files

local files = {}

--- The lines of a file.
---@param path string
---@return string[]
function docstrings.lines_of(path)
  if not files[path] then
    local lines = {}
    for line in io.lines(path) do lines[#lines + 1] = line end
    files[path] = lines
  end
  return files[path]
end

--- The docstring above a line of a file.
---@param path string
---@param line integer
---@return table
function docstrings.at(path, line)
  return docstrings.parse(docstrings.comment_above(docstrings.lines_of(path), line))
end

--- The classes that a file declares, by name, each with its fields.
---@param path string
---@return table<string, table>
function docstrings.classes(path)
  local lines, found = docstrings.lines_of(path), {}
  local at = 1
  while at <= #lines do
    if lines[at]:find "^%-%-%-@class" then
      local last = at
      while last < #lines and lines[last + 1]:find "^%-%-%-" do last = last + 1 end
      local block = docstrings.comment_above(lines, at)
      for i = at, last do block[#block + 1] = (lines[i]:gsub("^%-%-%-", ""):gsub("^ ", "")) end
      local doc = docstrings.parse(block)
      found[doc.class] = doc
      at = last
    end
    at = at + 1
  end
  return found
end

return docstrings
