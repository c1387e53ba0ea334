--- The types of columns, as csrc/value/types.def lists them, and what is known of each.

local core = require "parley.core"

local types = {}

-- What a value is in Lua, by how it lies in memory.
local KINDS = { integer = "integer", number = "number", truth = "boolean" }

local by_name, names          -- made when a type is first asked for

local function read()
  by_name, names = {}, {}
  for _, entry in ipairs(core.types()) do
    by_name[entry.name] = entry
    entry.kind = not entry.written and KINDS[entry.layout] or "text"
    if entry.name ~= "any" then names[#names + 1] = entry.name end
  end
end

--- What is known of a type; nil where there is none of that name.
---@param name string
---@return parley.TypeEntry?
function types.of(name)
  if not by_name then read() end
  return by_name[name]
end

--- The names of all types that a column may have.
---@return string[]
function types.names()
  if not names then read() end
  return names
end

--- What a value of a type is in Lua; nil where there is no such type.
---@param name string
---@return "integer"|"number"|"boolean"|"text"|nil
function types.kind(name)
  local entry = types.of(name)
  return entry and entry.kind
end

--- Whether values of a type are numbers in Lua.
---@param name string?
---@return boolean
function types.is_numeric(name)
  local kind = name and types.kind(name)
  return kind == "integer" or kind == "number"
end

--- Whether a type has texts of its own over integers or numbers: then `types.stored` tells which.
---@param name string
---@return boolean
function types.is_written(name)
  local entry = types.of(name)
  return entry ~= nil and entry.written
end

--- The number that stands for a text of a written type; nil where it is no text of that type.
---@param name string
---@param text string
---@return number?
function types.stored(name, text) return core.stored(name, text) end

return types
