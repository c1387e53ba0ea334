--- The mapping of a call: one that comes with Parley, by its name, or a table, of which the parts are checked that no
--- file has to be known for.

local codebook = require "parley.codebook.tables"
local errors = require "parley.base.errors"
local input = require "parley.import.reader_options"
local mappings = require "parley.import.mappings"
local options = require "parley.base.options"
local records = require "parley.base.records"
local suggest = require "parley.base.suggest"

local given_mapping = {}

--- What rows of a mapping take.
given_mapping.OF_ROWS = { "table", "when", "each", "id", "optional_id", "columns", "provenance", "withdraws" }

local PARTS = { "name", "title", "about", "input", "source", "mirrored", "rows", "page" }

local function input_options()
  local list = table.move(input.OPTIONS, 1, #input.OPTIONS, 1, {})
  list[#list + 1] = "optional"
  return list
end

local function check_mirrored(mirrored)
  if mirrored == nil then return end
  local good = type(mirrored) == "table" and type(mirrored.same) == "table" and type(mirrored.swap) == "table"
  for _, pair in ipairs(good and mirrored.swap or {}) do good = good and type(pair) == "table" and #pair == 2 end
  if good then return end
  errors.raise "bad_mapping.mirrored"
end

local function is_column(name)
  for _, info in ipairs(codebook.tables) do
    if info.by_name[name] then return true end
  end
  return false
end

-- What goes into which column stands in the rows; it is easily written one level too high.
local function refuse_what_rows_take(given)
  for name, from in records.by_key(given) do
    if suggest.contains(given_mapping.OF_ROWS, name) then
      errors.raise("no_option.mapping_row", { name = name })
    elseif type(from) == "string" and not suggest.contains(PARTS, name) and is_column(name) then
      errors.raise("no_option.mapping_column", { name = name, from = from })
    end
  end
end

--- A mapping by name, or the table itself.
---@param given string|table
---@return table
function given_mapping.of(given)
  if type(given) == "string" then
    if not suggest.contains(mappings.names, given) then
      errors.raise("no_name.mapping", { name = given, known = mappings.names })
    end
    return mappings.load(given)
  end
  if type(given) ~= "table" then
    errors.raise("bad_mapping.mapping_name", { got = type(given) })
  end
  refuse_what_rows_take(given)
  options.check(given, { key = "a_mapping" }, PARTS)
  options.check(given.input, { key = "input_of_mapping" }, input_options())
  check_mirrored(given.mirrored)
  return given
end

return given_mapping
