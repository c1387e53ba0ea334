-- Writes the declarations of the short forms of aggregates (`q:mean "best"`) for editors, from the table of functions.
--   lua5.4 tools/short_forms.lua > build/short_forms.lua      (`make docs` does it)

local functions = require "parley.query.functions"

local short_forms = { path = "lua/parley/meta/short_forms.lua" }

local HEAD = [[
---@meta
-- Written by tools/short_forms.lua from the table of functions; after changing that: make docs

--- The aggregates that are methods of queries and Frames by themselves: the value of all rows, missing where there is
--- none. Columns are named, or are expressions.
---@class parley.ShortForms
]]

-- How Lua calls what settings are; all else is the text of a column.
local TYPES = { share = "number", whole = "integer" }

-- A sentence as comments of at most 120 columns.
local function comment(sentence)
  local lines = { "---" }
  for word in sentence:gmatch "%S+" do
    if #lines[#lines] + #word >= 120 then lines[#lines + 1] = "---" end
    lines[#lines] = lines[#lines] .. " " .. word
  end
  return table.concat(lines, "\n")
end

-- The declaration of one, below what it gives.
local function field(entry)
  local parameters = { "self: parley.ShortForms" }
  for _, parameter in ipairs(entry.parameters) do
    parameters[#parameters + 1] = ("%s%s: %s"):format(parameter.name, parameter.optional and "?" or "",
      TYPES[parameter.type] or "string")
  end
  return ("%s\n---@field %s fun(%s): any\n"):format(comment(entry.says), entry.name, table.concat(parameters, ", "))
end

--- The file as it should be; `count`, which takes no column, is written with the queries.
---@return string
function short_forms.written()
  local fields = {}
  for _, name in ipairs(functions.short_forms()) do
    if name ~= "count" then fields[#fields + 1] = field(functions.aggregates[name]) end
  end
  return HEAD .. table.concat(fields)
end

if not ... then io.write(short_forms.written()) end

return short_forms
