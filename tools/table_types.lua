-- Writes the types of the tables for editors, from the codebook: the words of vocabularies, the rows of each table, and
-- queries over them, so that `for row in ds.demands:rows() do` knows row.topic and its words.
--   lua5.4 tools/table_types.lua > build/tables.lua      (`make docs` does it)

local codebook = require "parley.codebook.tables"
local vocabularies = require "parley.codebook.vocabularies"

local table_types = { path = "lua/parley/meta/tables.lua" }

local HEAD = [[
---@meta
-- Written by tools/table_types.lua from the codebook; after changing that: make docs
-- A row of a table has its columns, and those that a user has added. What keeps the rows as they are (where, sort, …)
-- gives a query of the same kind; what makes other rows gives a parley.Query.
]]

local LUA_TYPES = { text = "string", date = "string", integer = "integer", number = "number", boolean = "boolean" }

-- Verbs that keep the columns of the rows, as they are declared.
local KEEPING = { "where fun(self: %s, condition: table|string, ...: any): %s", "sort fun(self: %s, ...: any): %s",
  "limit fun(self: %s, n: integer, offset: integer|table|nil, given: table?): %s",
  "sample fun(self: %s, n: integer, seed: integer): %s", "search fun(self: %s, text: string): %s",
  "as_of fun(self: %s, date: string): %s", "split fun(self: %s, ...: string): %s" }

-- "talk_kind" as part of a type's name: "TalkKind".
local function camel(name) return (("_" .. name):gsub("_(%l)", string.upper)) end

--- The type of the words of a vocabulary.
---@param vocabulary string
---@return string
function table_types.words(vocabulary) return ("parley.%sWord"):format(camel(vocabulary)) end


local function add_words(lines, name)
  lines[#lines + 1] = ("\n--- %s: %s."):format(name, vocabularies.by_name[name].meaning)
  lines[#lines + 1] = "---@alias " .. table_types.words(name)
  for _, code in ipairs(vocabularies.codes(name)) do
    lines[#lines + 1] = ('---| "%s" # %s'):format(code, vocabularies.by_name[name].terms[code].label)
  end
  lines[#lines + 1] = "---| string # a word that was added to terms"
end

local function type_of(column)
  if column.vocabulary and not column.several then return table_types.words(column.vocabulary) end
  return LUA_TYPES[column.type]
end

local function field(column)
  local optional = column.name == "id" and "" or "?"
  return ("---@field %s %s%s %s"):format(column.name, type_of(column), optional, column.meaning)
end

-- A query whose rows are of one class.
local function add_query(lines, query, row)
  lines[#lines + 1] = ("\n---@class %s: parley.Query"):format(query)
  for _, name in ipairs { "first", "one" } do
    lines[#lines + 1] = ("---@field %s fun(self: %s): %s%s"):format(name, query, row, name == "first" and "?" or "")
  end
  lines[#lines + 1] = ("---@field all fun(self: %s): %s[]"):format(query, row)
  lines[#lines + 1] = ("---@field rows fun(self: %s): fun(): %s?"):format(query, row)
  for _, verb in ipairs(KEEPING) do lines[#lines + 1] = "---@field " .. verb:format(query, query) end
end

local function add_table(lines, info)
  local name = "parley." .. camel(info.name)
  lines[#lines + 1] = ("\n--- A row of %s: %s."):format(info.name, info.meaning)
  lines[#lines + 1] = ("---@class %sRow"):format(name)
  for _, column in ipairs(info.columns) do lines[#lines + 1] = field(column) end
  add_query(lines, name .. "Table", name .. "Row")
  lines[#lines + 1] = ("---@field get fun(self: %sTable, id: string): %sRow"):format(name, name)
  if not info.claims then return end
  lines[#lines + 1] = ("---@field claims fun(self: %sTable): %sClaims"):format(name, name)
  lines[#lines + 1] = ("\n--- A claim about a row of %s."):format(info.name)
  lines[#lines + 1] = ("---@class %sClaimRow: %sRow, parley.ClaimRow"):format(name, name)
  for _, column in ipairs(info.columns) do
    if column.claim_name then
      lines[#lines + 1] = ("---@field %s %s? %s"):format(column.claim_name, type_of(column), column.meaning)
    end
  end
  add_query(lines, name .. "Claims", name .. "ClaimRow")
end

-- The vocabularies whose words columns take.
local function used_vocabularies()
  local used = {}
  local function use(columns)
    for _, column in ipairs(columns) do
      if column.vocabulary then used[column.vocabulary] = true end
    end
  end
  for _, info in ipairs(codebook.tables) do use(info.columns) end
  use(codebook.provenance)
  used.disagreement_kind = true          -- of options and of what disagreements() gives
  return used
end

-- What a claim has, and nobody states: taking back, importing and amending set it.
local SET = { retracted_at = true, retraction = true, import = true, entry = true, restates = true,
  decides = true, retracted_by = true }

local function add_provenance(lines)
  lines[#lines + 1] = "\n--- Who says so, where and how firmly: what a claim is added with."
  lines[#lines + 1] = "---@class parley.Provenance"
  for _, column in ipairs(codebook.provenance) do lines[#lines + 1] = not SET[column.name] and field(column) or nil end
  lines[#lines + 1] = "\n--- A row of claims(), which has the columns of its table as well."
  lines[#lines + 1] = "---@class parley.ClaimRow: parley.Provenance\n---@field claim integer its key"
  for _, column in ipairs(codebook.provenance) do lines[#lines + 1] = SET[column.name] and field(column) or nil end
end

--- The file as it should be.
---@return string
function table_types.written()
  local lines, used = { (HEAD:gsub("\n$", "")) }, used_vocabularies()
  for _, name in ipairs(vocabularies.names) do
    if used[name] then add_words(lines, name) end
  end
  add_provenance(lines)
  for _, info in ipairs(codebook.tables) do add_table(lines, info) end
  lines[#lines + 1] = "\n---@class parley.Dataset"
  for _, info in ipairs(codebook.tables) do
    lines[#lines + 1] = ("---@field %s parley.%sTable %s"):format(info.name, camel(info.name), info.meaning)
  end
  return table.concat(lines, "\n") .. "\n"
end

if not ... then io.write(table_types.written()) end

return table_types
