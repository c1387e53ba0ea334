--- Sheets for people to fill: one column for each field of a table, with what may stand there and what it means.
-- The ids are made beforehand and locked, so that a sheet that comes twice is known again. A hidden sheet says which
-- dataset and which codebook it was made for (parley.coding.sheet_origin).

local errors = require "parley.base.errors"
local export = require "parley.export.export"
local options = require "parley.base.options"
local plain = require "parley.base.plain_text"
local references = require "parley.claims.references"
local sheet_choices = require "parley.coding.sheet_choices"
local sheet_fields = require "parley.coding.sheet_fields"
local sheet_layout = require "parley.coding.sheet_layout"
local sheet_origin = require "parley.coding.sheet_origin"
local sheet_words = require "parley.coding.sheet_words"

local template = {}

local OPTIONS = { "sources", "coder", "columns", "rows", "example" }
local ROWS = 50

---@class parley.Template
---@field table string
---@field fields parley.SheetField[]
---@field rows table[]  head = value: the example, and the rows to be filled
---@field save fun(self: parley.Template, path: string): true?, any, string?
local Template = { __name = "parley.Template" }
Template.__index = Template

--- ## What is asked for

local function sources_of(ds, given)
  if given == nil then return nil end
  local list = type(given) == "string" and { given } or given
  if type(list) ~= "table" or #list == 0 then errors.raise("bad_argument.sheet_sources") end
  ds:ensure "sources"
  for _, id in ipairs(list) do references.need(ds, "sources", id, "sources") end
  return list
end

local function check(given)
  local rows = given.rows
  if rows ~= nil and (math.type(rows) ~= "integer" or rows < 0 or rows > 100000) then
    errors.raise("bad_argument.sheet_rows", { shown = plain.visible(tostring(rows)) })
  end
  if given.coder ~= nil and (type(given.coder) ~= "string" or not given.coder:find "%S") then
    errors.raise "bad_argument.sheet_coder"
  end
end

--- ## Rows

local function example_of(fields, choices, name)
  local row = {}
  for i, field in ipairs(fields) do
    row[field.head] = sheet_words.example(field, choices[i] and choices[i].values[1], name)
  end
  return row
end

-- Ids that nobody has: of the source, the coder and a number.
local function add_rows(list, ds, info, asked, source)
  local parts = { source or info.name, asked.coder }
  local prefix, number = table.concat(parts, "-"):gsub("%s+", "-"), 0
  for _ = 1, asked.rows do
    local id
    repeat
      number = number + 1
      id = ("%s-%03d"):format(prefix, number)
    until not references.exists(ds, info.name, id)
    list[#list + 1] = { id = id, source = info.name ~= "sources" and source or nil }
  end
end

local function rows_of(ds, info, asked)
  local list = {}
  ds:ensure(info.name)
  for _, source in ipairs(asked.sources or { false }) do add_rows(list, ds, info, asked, source or nil) end
  return list
end

--- ## The template

--- A template for a table.
---@param ds parley.Dataset
---@param name string
---@param given table?
---@return parley.Template
function template.new(ds, name, given)
  local info = sheet_fields.table_of(ds, name)
  given = options.check(given, "template()", OPTIONS)
  check(given)
  local asked = { sources = sources_of(ds, given.sources), coder = given.coder, rows = given.rows or ROWS }
  local fields, choices = sheet_fields.chosen(info, given.columns), {}
  for i, field in ipairs(fields) do choices[i] = sheet_choices.of(ds, field, asked.sources) end
  local rows = rows_of(ds, info, asked)
  if given.example ~= false then table.insert(rows, 1, example_of(fields, choices, name)) end
  return setmetatable({ table = name, fields = fields, choices = choices, rows = rows,
    origin = sheet_origin.of(ds, name, asked.coder) }, Template)
end

--- Writes it as a workbook or as CSV, as the ending of the path says.
---@param path string
---@return true? done, any message, string? code
function Template:save(path)
  local kind = type(path) == "string" and path:lower():match "%.(%w+)$"
  if kind ~= "xlsx" and kind ~= "csv" then
    errors.raise("bad_argument.sheet_path", { shown = plain.visible(tostring(path)) })
  end
  local function write(_, file)
    if kind == "xlsx" then return sheet_layout.write(self, file) end
    local done, message, code = file:write(self:to_csv())
    return done and true, message, code
  end
  return export.save_with(self, path, { whole = write })
end

--- The same as text, in CSV.
---@return string
function Template:to_csv() return sheet_layout.csv(self) end

--- What it is, in a line.
function Template:__tostring()
  return ("template of %s: %d columns, %d rows to fill"):format(self.table, #self.fields,
    #self.rows - (self.rows[1] and sheet_layout.is_example(self.rows[1].id) and 1 or 0))
end

return template
