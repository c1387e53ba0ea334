--- The words that may stand at a place: what a column holds, ids of rows, options of a call. Lists are bounded, so that
-- a key is answered at once with any number of rows.

local codebook = require "parley.codebook.tables"
local receiver = require "parley.repl.receiver"

local words = {}

-- Most ids that are offered.
words.MOST = 200

--- ## Of a dataset

--- Ids of a table that begin so, in order.
---@param ds parley.Dataset?
---@param name string
---@param begun string
---@return string[]
function words.ids(ds, name, begun)
  local info = ds and ds:table_info(name)
  if not (info and info.by_name.id) then return {} end
  local q = ds:table(name)
  -- the last character there is: all that begins so lies below
  if begun ~= "" then q = q:where("id >= ? and id < ?", begun, begun .. "\u{10FFFF}") end
  local found = {}
  for id in q:select("id"):sort("id"):limit(words.MOST):each "id" do found[#found + 1] = tostring(id) end
  return found
end

-- What a column of the codebook holds, by its description.
local function of_description(ds, described, begun)
  if not described then return nil end
  if described.vocabulary then return ds:term_codes(described.vocabulary) end
  if described.references then return words.ids(ds, described.references, begun) end
  return nil
end

--- The words of a column: of its vocabulary, or ids it may refer to.
---@param ds parley.Dataset?
---@param name string?  of its table
---@param column string
---@param begun string
---@return string[]
function words.of_column(ds, name, column, begun)
  if not ds then return {} end
  local info = name and ds:table_info(name)
  if info and column == "id" then return words.ids(ds, name, begun) end
  return of_description(ds, info and info.by_name[column], begun) or {}
end

-- Tables in which the meaning of an option is looked up by its name: `party`, `topic`, `talk`.
local IDS_OF = { prefer = "sources", deny = "sources", redactions = "sources" }
local SAMPLE = { "demands", "outcomes", "participants", "statements", "talks" }

--- The words of an option that has the name of a column.
---@param ds parley.Dataset?
---@param key string
---@param begun string
---@return string[]
function words.of_option(ds, key, begun)
  if not ds then return {} end
  if key == "table" or key == "tables" then return words.tables(ds) end
  if IDS_OF[key] or ds:table_info(key) then return words.ids(ds, IDS_OF[key] or key, begun) end
  for _, name in ipairs(SAMPLE) do
    local info = ds:table_info(name)
    local found = of_description(ds, info and info.by_name[key], begun)
    if found then return found end
  end
  return words.of_provenance(ds, key, begun)
end

--- Names of a table's columns.
---@param ds parley.Dataset
---@param name string?  of the table
---@return string[]
function words.columns(ds, name)
  local info, names = name and ds:table_info(name), {}
  for i, column in ipairs(info and info.columns or {}) do names[i] = column.name end
  return names
end

--- Names of the tables.
---@param ds parley.Dataset
---@return string[]
function words.tables(ds) return ds.schema.names end

--- ## Provenance

--- The names of what a claim is given with.
---@return string[]
function words.provenance()
  local names = {}
  for _, column in ipairs(codebook.provenance) do names[#names + 1] = column.name end
  return names
end

--- The words of one of them.
---@param ds parley.Dataset
---@param key string
---@param begun string
---@return string[]
function words.of_provenance(ds, key, begun)
  for _, column in ipairs(codebook.provenance) do
    if column.name == key then return of_description(ds, column, begun) or {} end
  end
  return {}
end

--- ## Calls

-- Entries of the reference by class and name, read when they are first asked for.
local REFERENCE = "parley.repl.reference"
local calls

local function of_reference(class, name)
  if not calls then
    calls = {}
    local found, reference = pcall(require, REFERENCE)
    for _, call in ipairs(found and reference or {}) do
      for _, of in ipairs { call.class, table.unpack(call.also or {}) } do calls[of .. ":" .. call.name] = call end
    end
  end
  return calls[class .. ":" .. name]
end

--- The options of a call, each with name and type.
---@param class string
---@param name string
---@return table[]
function words.options(class, name)
  local call = of_reference(class, name)
  return call and call.options or {}
end

--- The vocabulary whose words a type is of: "topic" of parley.TopicWord.
---@param type string
---@return string
function words.vocabulary_of_type(type)
  local name = type:match "^parley%.(%u%w*)Word"
  return (name:gsub("(%l)(%u)", "%1_%2"):lower())
end

-- The words that a type lists, `"ro"|"rw"|nil`, or that are of its vocabularies.
local function of_type(type, ds)
  local found, seen = {}, {}
  local function add(word)
    if not seen[word] then found[#found + 1], seen[word] = word, true end
  end
  for word in (type or ""):gmatch '"([^"]*)"' do add(word) end
  for part in (type or ""):gmatch "parley%.%u%w*Word" do
    for _, word in ipairs(ds and ds:term_codes(words.vocabulary_of_type(part)) or {}) do add(word) end
  end
  return found
end

local function type_in(list, wanted)
  for at, each in ipairs(list or {}) do
    if each.name == wanted or at == wanted then return each.type end
  end
end

--- The words that an option of a call can be, by its type.
---@param class string
---@param name string
---@param option string
---@param ds parley.Dataset?
---@return string[]
function words.of_type(class, name, option, ds) return of_type(type_in(words.options(class, name), option), ds) end

--- The same of an argument, by its place.
---@param class string
---@param name string
---@param place integer
---@param ds parley.Dataset?
---@return string[]
function words.of_place(class, name, place, ds)
  local call = of_reference(class, name)
  return of_type(type_in(call and call.params, place), ds)
end

--- Names of calls, for help.
---@return string[]
function words.calls()
  of_reference("", "")
  local names, seen = {}, {}
  for _, call in pairs(calls) do
    if not seen[call.name] then seen[call.name], names[#names + 1] = true, call.name end
  end
  return names
end

--- The dataset a value belongs to; nil when there is none.
---@param value any
---@return parley.Dataset?
function words.dataset(value)
  local class = receiver.class(value)
  if class == "parley.Dataset" then return value end
  if class ~= "parley.Query" then return nil end
  return receiver.class(value.home) == "parley.Dataset" and value.home or nil
end

return words
