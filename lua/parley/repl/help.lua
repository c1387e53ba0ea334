--- Help: what a word or a thing is, from one source with the manual: docstrings, codebook, the table of functions and
-- code words. It gives an object that prints; what it knows nothing of is an error that names what was probably meant.

local codebook = require "parley.codebook.tables"
local errors = require "parley.base.errors"
local layout = require "parley.repl.help_layout"
local options = require "parley.base.options"
local pages = require "parley.repl.help_pages"
local plain = require "parley.base.plain_text"
local suggest = require "parley.base.suggest"
local terminal = require "parley.base.terminal"
local topics = require "parley.repl.help_topics"

local help = {}

local WIDTH = 100
local MOST = 24           -- so many mentions are listed
local LEAST = 5           -- so many letters has a word that may be another misspelt

---@class parley.Help
---@field topic string what was asked
---@field titles string[] the first line of each page
local Help = { __name = "parley.Help" }

--- The pages as lines of a width.
---@param told parley.Help
---@param width integer
---@return string
function help.text(told, width)
  local texts = {}
  for i, page in ipairs(told) do texts[i] = layout.text(page, width) end
  return table.concat(texts, "\n\n")
end

function Help.__tostring(told) return help.text(told, terminal.columns(WIDTH)) end

local function told_of(topic, list)
  local told = { topic = topic, titles = {} }
  for i, page in ipairs(list) do told[i], told.titles[i] = page, page.title end
  return setmetatable(told, Help)
end

-- ## Words

local function refuse(word, near, known)
  errors.raise("no_name.help", { name = word, known = not near and known or nil,
    hint = suggest.meant(near) or not known and { key = "search_data", word = plain.visible(word) } or nil })
end

-- What mentions a word that has no page; an error where nothing does, or the word is a name behind that of a thing.
local function of_mentions(word)
  local near, known = topics.meant(word)
  local rows = known and {} or topics.mentioning(word)
  if #rows == 0 then refuse(word, near, known) end
  if #word < LEAST or word:find "%s" then near = nil end          -- of what is mentioned, chance finds a near one
  local meant = near and "; " .. errors.hint(suggest.meant(near)) or "."
  local title = ("'%s' has no page of its own%s It is mentioned by:"):format(plain.visible(word), meant)
  local page = { title = title, { rows = table.move(rows, 1, MOST, 1, {}) } }
  if #rows > MOST then page[2] = ("… and %d more; a second word finds fewer"):format(#rows - MOST) end
  return told_of(word, { page })
end

local function of_word(word)
  if not word:find "%S" then errors.raise "bad_argument.help_empty" end
  local list = topics.of_word(word)
  if #list == 0 then return of_mentions(word) end
  for i, page in ipairs(list) do list[i] = page() end
  return told_of(word, list)
end

-- ## Things

-- The columns that a query or a Frame has, with what the codebook says of those of its table.
local function columns_of(rows, info)
  local types, columns = rows:types(), {}
  for i, name in ipairs(rows:columns()) do
    local known = info and info.by_name[name]
    columns[i] = known or { name = name, type = types[i] }
  end
  return columns
end

local function same_columns(columns, info)
  if #columns ~= #info.columns then return false end
  for i, column in ipairs(info.columns) do
    if columns[i].name ~= column.name then return false end
  end
  return true
end

local function title_of(what, count) return ("%s: %d column%s"):format(what, count, count == 1 and "" or "s") end

local function of_rows(rows, info, what)
  local done, columns = pcall(columns_of, rows, info)
  if info and (not done or same_columns(columns, info)) then return told_of(info.name, { pages.table(info) }) end
  if not done then return of_word "by" end
  local title = info and ("a %s over %s"):format(what, info.name) or "a " .. what
  return told_of(what, { { title = title_of(title, #columns), { rows = pages.column_rows(columns) },
    ("help \"%s\" lists its calls."):format(what == "query" and "Query" or what) } })
end

local function of_query(q)
  local info = q.info
  return of_rows(q, not q.bound.source.frame and info.columns and info or nil, "query")
end

local function of_frame(f)
  local origin = require("parley.frame.frame").origin(f)
  return of_rows(f, origin and codebook.by_name[origin] or nil, "Frame")
end

local function of_dataset(ds)
  local rows = {}
  for i, name in ipairs(ds:tables()) do rows[i] = { name, ds:table_info(name).meaning or "" } end
  local page = pages.class("parley.Dataset", require "parley.repl.reference")
  return told_of("dataset", { { title = "a dataset: its tables, and what can be asked of it", { rows = rows },
    { rows = page[1].rows } } })
end

local function of_record(record)
  local from = require("parley.query.record").origin(record)
  return of_query(from.query)
end

local KINDS = { string = "text", boolean = "boolean" }

-- Rows that all(), first() and one() gave: what a column holds is told by the first.
local function of_list(list)
  local first, rows = getmetatable(list).__name == "parley.Rows" and (list[1] or {}) or list, {}
  for i, name in ipairs(require("parley.base.printed_lists").columns(list)) do
    local value = first[name]
    rows[i] = { name, KINDS[type(value)] or math.type(value) and (math.type(value):gsub("float", "number")) or "any" }
  end
  local what = first == list and "a row" or "rows"
  return told_of(what, { { title = title_of(what, #rows), { rows = rows } } })
end

local THINGS = { ["parley.Query"] = of_query, ["parley.Frame"] = of_frame, ["parley.Dataset"] = of_dataset,
  ["parley.Record"] = of_record, ["parley.Row"] = of_list, ["parley.Rows"] = of_list,
  ["parley.Help"] = function(told) return told end }

--- How a function that was passed in is called: "ds:brief"; nil for one that is none of Parley's. All datasets share
--- their methods.
---@param fn function
---@param parley table  the module
---@return string?
function help.name_of(fn, parley)
  local ds <close> = parley.open()
  local owners = { ["parley"] = parley, ["parley.Dataset"] = ds, ["parley.Query"] = ds.talks,
    ["parley.Frame"] = require("parley.core").frame_methods }
  for _, entry in ipairs(require "parley.repl.reference") do
    local owner = owners[entry.class]
    local other = entry.also and owners[entry.also[1]]
    if owner and owner[entry.name] == fn or other and other[entry.name] == fn then
      return entry.signature:match "^[%w_.:]+"
    end
  end
end

local function of_function(fn, parley)
  local name = help.name_of(fn, parley)
  if not name then errors.raise "bad_type.help_function" end
  return of_word(name)
end

local function of_thing(thing, parley)
  local meta = getmetatable(thing)
  if errors.is(thing) then return of_word(thing.code) end
  local name = type(meta) == "table" and type(rawget(meta, "__name")) == "string" and rawget(meta, "__name") or ""
  if THINGS[name] then return THINGS[name](thing) end
  if name:find "^parley%." and #topics.of_word(name) > 0 then return of_word(name) end
  if thing == parley then return of_word "parley" end
  if type(thing) == "function" then return of_function(thing, parley) end
  errors.raise("bad_type.help", { got = type(thing) })
end

--- Help on a word or a thing; what there is, without one.
---@param parley table  the module, whose functions may be asked for
---@param ... any
---@return parley.Help
function help.of(parley, ...)
  if select("#", ...) == 0 then return told_of("", { require("parley.repl.help_overview").page() }) end
  local topic = ...
  options.none({ key = "takes_one_word" }, select(2, ...))
  if topic == nil then errors.raise "bad_type.help_nil" end
  if type(topic) == "string" then return of_word(topic) end
  return of_thing(topic, parley)
end

return help
