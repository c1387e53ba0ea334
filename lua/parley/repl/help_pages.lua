--- What help says of one thing: a page each for calls, functions of expressions, tables, columns, vocabularies and
-- their words, code words and classes. Nothing is said here that stands elsewhere: calls come from the reference, all
-- else from the table of functions, the codebook, the vocabularies and the code words.

local codebook = require "parley.codebook.tables"
local vocabularies = require "parley.codebook.vocabularies"
local vocabulary_of = require "parley.repl.words".vocabulary_of_type

local pages = {}

-- ## Calls

local CLASS_NAMES = { ["parley.Dataset"] = "dataset", ["parley.Query"] = "query", ["parley.Frame"] = "Frame",
  ["parley.Picture"] = "picture", ["parley.ArrowStream"] = "Arrow stream" }

-- What has the call: "of a query, and of a Frame".
local function owners_of(entry)
  local of = CLASS_NAMES[entry.class]
  if not of then return "" end
  return entry.also and (" (of a %s or %s)"):format(of, CLASS_NAMES[entry.also[1]]) or (" (of a %s)"):format(of)
end

-- A type as a reader of help needs it: options are listed below.
local function type_of(one)
  local type = one.type:gsub("parley%.%w+Options", "options"):gsub("parley%.%w+Frame", "Frame")
    :gsub("parley%.%u%w*Word%[%]", function(name) return vocabulary_of(name) .. " words" end)
    :gsub("parley%.%u%w*Word", function(name) return vocabulary_of(name) .. " word" end):gsub("parley%.", "")
  return (type:gsub("%?$", "|nil"):gsub("|", " | "))
end

local function rows_of(list, last)
  local rows = {}
  for i, one in ipairs(list) do
    rows[i] = one.name and { one.name, type_of(one), one.text or "" } or { type_of(one), one.text or last or "" }
  end
  return rows
end

local function names(list) return table.concat(list, ", ") end

-- The names of columns, with the types that are not text: "date (date), what, day (date)".
local function column_names(columns)
  local parts = {}
  for i, column in ipairs(columns) do
    parts[i] = column.type == "text" and column.name or ("%s (%s)"):format(column.name, column.type)
  end
  return names(parts)
end

local function add(page, head, rows)
  if #rows > 0 then page[#page + 1] = { head = head, rows = rows } end
end

--- A public call.
---@param entry table  of parley.repl.reference
---@return table page
function pages.call(entry)
  local page = { title = entry.signature .. owners_of(entry), entry.summary }
  page[#page + 1] = entry.text
  add(page, "takes", rows_of(entry.params))
  add(page, entry.is_class and "fields" or "options", rows_of(entry.options))
  add(page, "gives", rows_of(entry.returns))
  if entry.example then page[#page + 1] = { head = "example", lines = entry.example } end
  local more = {}
  if entry.columns then more[1] = { "columns", column_names(entry.columns) } end
  if #entry.errors > 0 then more[#more + 1] = { "errors", names(entry.errors) } end
  if #entry.see > 0 then more[#more + 1] = { "see also", names(entry.see) } end
  if #more > 0 then page[#page + 1] = { rows = more } end
  return page
end

--- A class: its calls, each with its sentence.
---@param class string
---@param entries table[]  of parley.repl.reference
---@return table page
function pages.class(class, entries)
  local rows = {}
  for _, entry in ipairs(entries) do
    local has = entry.class == class or entry.also and entry.also[1] == class
    if has and not entry.is_class then rows[#rows + 1] = { entry.name, entry.summary } end
  end
  return { title = ("%s: %d calls"):format(class, #rows), { rows = rows },
    "help \"NAME\" tells more of each." }
end

-- ## Functions

local KINDS = { operator = "an operator", scalar = "a function of expressions", measure = "a function of expressions",
  aggregate = "an aggregate", window = "a window function, after by()", sql_only = "a function of expressions" }

local WANTS = { share = "a number from 0 to 1", whole = "a whole number", separator = "a text" }

local function parameter_rows(entry)
  local rows = {}
  for i, one in ipairs(entry.parameters) do
    local type = one.type == "choice" and "'" .. table.concat(one.words, "' or '") .. "'" or WANTS[one.type] or one.type
    rows[i] = { one.name, type .. (one.optional and ", may be left away" or "") }
  end
  return rows
end

--- A function, an aggregate or an operator of expressions.
---@param entry parley.Function
---@return table page
function pages.func(entry)
  local call = entry.kind == "operator" and (entry.sign or entry.name) or entry.call
  local page = { title = ("%s: %s"):format(call, KINDS[entry.kind]), entry.says or "" }
  add(page, "takes", entry.kind == "operator" and {} or parameter_rows(entry))
  if entry.example then page[#page + 1] = { head = "example", lines = entry.example .. "  → " .. entry.result } end
  if require("parley.query.functions").has_short_form(entry.name) and entry.kind == "aggregate" then
    page[#page + 1] = ("Also a method of queries and Frames: q:%s"):format(entry.call)
  end
  return page
end

-- ## The codebook

local function holds(column)
  local parts = { column.meaning or "" }
  if column.references then
    parts[#parts + 1] = (column.several and "ids of " or "an id of ") .. column.references
  elseif column.vocabulary then
    parts[#parts + 1] = "words of " .. column.vocabulary
  end
  return table.concat(parts, "; ")
end

--- Columns as rows of a list.
---@param columns table[]  each with name, type, and what the codebook says of it
---@return string[][]
function pages.column_rows(columns)
  local rows = {}
  for i, column in ipairs(columns) do rows[i] = { column.name, column.type, holds(column) } end
  return rows
end

--- A table.
---@param info table  of a schema or of the codebook
---@return table page
function pages.table(info)
  local rows = { rows = pages.column_rows(info.columns) }
  if (info.meaning or "") == "" then return { title = info.name .. ": a table of a file that is no dataset", rows } end
  return { title = ("%s: a table; a row is %s"):format(info.name, info.meaning), rows,
    { rows = { { ("help \"%s.%s\""):format(info.name, info.columns[2].name), "tells more of a column" },
      { ("ds.%s"):format(info.name), "asks the rows" } } } }
end

local function quantity_row(info, column)
  local parts = {}
  for _, other in ipairs(info.columns) do
    if other.quantity == column.quantity then parts[#parts + 1] = other.name end
  end
  return { "quantity", ("%s: %s are one value, from one claim"):format(column.quantity, names(parts)) }
end

local SIMPLE = { { "over_time", "a state: a later report supersedes an earlier one" },
  { "span", "a date that lasts from its one side to its other" }, { "clock", "a time of day" },
  { "happened", "the day of what happened" } }

--- A column of a table.
---@param info table
---@param column table
---@return table page
function pages.column(info, column)
  local rows = { { "type", column.type } }
  local function row(name, text) rows[#rows + 1] = { name, text } end
  if column.references then
    row("holds", ("%s of %s, whose columns are asked as %s.NAME"):format(column.several and "ids" or "an id",
      column.references, column.name))
  end
  if column.vocabulary then
    row("holds", ("words of the vocabulary %s: help \"%s\""):format(column.vocabulary, column.vocabulary))
  end
  if column.quantity then rows[#rows + 1] = quantity_row(info, column) end
  if column.beside then row("beside", column.beside .. ", and from its claim") end
  for _, one in ipairs(SIMPLE) do
    if column[one[1]] then row("is", one[2]) end
  end
  if column.planned then row("planned", column.planned .. " takes what was said of it before") end
  if column.kind then row("if claims differ", "a disagreement of the kind " .. column.kind) end
  return { title = ("%s.%s: a column"):format(info.name, column.name), column.meaning or "", { rows = rows } }
end

--- The tables in which a column of that name is; nil where none has it.
---@param name string
---@return table? page
function pages.column_anywhere(name)
  local rows = {}
  for _, info in ipairs(codebook.tables) do
    local column = info.by_name[name]
    if column and name ~= "id" then rows[#rows + 1] = { info.name .. "." .. name, column.type, holds(column) } end
  end
  if #rows == 0 then return nil end
  return { title = ("%s: a column of %d table%s"):format(name, #rows, #rows == 1 and "" or "s"), { rows = rows } }
end

-- The columns that take words of a vocabulary.
local function users_of(vocabulary)
  local users = {}
  for _, info in ipairs(codebook.tables) do
    for _, column in ipairs(info.columns) do
      if column.vocabulary == vocabulary then users[#users + 1] = info.name .. "." .. column.name end
    end
  end
  for _, column in ipairs(codebook.provenance) do
    if column.vocabulary == vocabulary then users[#users + 1] = column.name .. " of claims" end
  end
  return users
end

--- A vocabulary with its words.
---@param name string
---@return table page
function pages.vocabulary(name)
  local vocabulary, rows = vocabularies.by_name[name], {}
  for i, code in ipairs(vocabulary.codes) do rows[i] = { code, vocabulary.terms[code].definition } end
  local page = { title = ("%s: a vocabulary of %d words, %s"):format(name, #rows, vocabulary.meaning), { rows = rows } }
  local users = users_of(name)
  if #users > 0 then page[#page + 1] = { rows = { { "used by", names(users) } } } end
  return page
end

--- A word of a vocabulary.
---@param vocabulary string
---@param code string
---@return table page
function pages.word(vocabulary, code)
  local term = vocabularies.by_name[vocabulary].terms[code]
  local rows = { { "label", term.label } }
  if term.parent then rows[#rows + 1] = { "part of", term.parent } end
  if #term.aliases > 0 then rows[#rows + 1] = { "also called", names(term.aliases) } end
  return { title = ("%s: a word of the vocabulary %s"):format(code, vocabulary), term.definition, { rows = rows } }
end

-- ## Failures

--- A code word.
---@param code parley.Code
---@param entries table[]  of parley.repl.reference
---@return table page
function pages.code(code, entries)
  local calls, seen = {}, {}
  for _, entry in ipairs(entries) do
    for _, word in ipairs(entry.errors) do
      if word == code.code and not seen[entry.name] then
        seen[entry.name], calls[#calls + 1] = true, entry.name
      end
    end
  end
  table.sort(calls)
  local rows = { { "way out", code.remedy } }
  if #calls > 0 then rows[#rows + 1] = { "calls", names(calls) } end
  return { title = ("%s: a code word of failures"):format(code.code), code.meaning, { rows = rows } }
end

return pages
