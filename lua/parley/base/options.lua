--- Options of calls: `{topic = "ceasefire", party = "ukraine"}`, checked with the name that was meant.

local errors = require "parley.base.errors"
local lists = require "parley.base.lists"
local suggest = require "parley.base.suggest"

local options = {}

-- A list with a nil in it ends at the nil, or not, as Lua pleases.
local function refuse_holes(given, what, known)
  for _, name in ipairs(known) do
    local value = given[name]
    local hole = type(value) == "table" and not getmetatable(value) and lists.flaw(value)
    if hole then errors.raise("bad_argument.hole", { what = what, name = name, at = hole }) end
  end
end

-- The name of what is no table of options, but a dataset, query or Frame: "parley.Query".
local function has_name(value)
  local metatable = getmetatable(value)
  return type(metatable) == "table" and type(metatable.__name) == "string" and metatable.__name or nil
end

local function refuse_other(given, what, known)
  local hint = #known > 0 and { key = "options", names = suggest.listed(known) } or nil
  errors.raise("bad_type.options", { what = what, got = has_name(given) or type(given), hint = hint })
end

--- The options themselves ({} for nil), after refusing unknown names.
---@param given table?
---@param what string|table  the call, for messages: "timeline{}"; or a phrase
---@param known string[]
---@return table
function options.check(given, what, known)
  if given == nil then return {} end
  if type(given) ~= "table" or has_name(given) then refuse_other(given, what, known) end
  local unknown
  for key in pairs(given) do
    local name = tostring(key)
    -- the first by name, whatever the order of the table
    if not suggest.contains(known, key) and (not unknown or name < unknown) then unknown = name end
  end
  if unknown then
    local meant = require("parley.base.foreign_options").meant(unknown, known)
    errors.raise("no_option", { what = what, name = unknown, known = known, hint = suggest.meant(meant) })
  end
  refuse_holes(given, what, known)
  return given
end

--- An option of a call, for messages: a phrase.
---@param call string  "timeline{}"
---@param option string
---@return table
function options.of(call, option) return { key = "option_of", option = option, call = call } end

--- Refuses arguments where a call takes no more.
---@param takes table  a phrase: what the call takes instead
---@param ... any
function options.none(takes, ...)
  local value = ...
  if value == nil then return end
  local plain = type(value) == "string" or type(value) == "number" or type(value) == "boolean"
  errors.raise("no_option.extra_argument", { takes = takes,
    value = plain and { key = "quoted", value = value } or { key = "of_type", type = type(value) } })
end

--- The value, when it is one of a list or nil.
---@param value any
---@param list string[]
---@param what string|table  what the list is of: the name of an option, or a phrase
function options.one_of(value, list, what)
  if value == nil or suggest.contains(list, value) then return value end
  errors.raise("no_name.choice", { what = what, name = value, known = list })
end

--- A switch: true, false, or not given.
---@param value any
---@param name string  of the option
---@return boolean?
function options.switch(value, name)
  if value == nil or type(value) == "boolean" then return value end
  errors.raise("bad_type.switch", { name = name, got = type(value) })
end

--- The value, when it is a whole number that is not negative.
---@param value any
---@param what string|table  what it is, for messages: "limit(n)"; or a phrase
---@return integer
function options.whole_number(value, what)
  local n = type(value) == "number" and math.tointeger(value)
  if n and n >= 0 then return n end
  local shown = type(value) == "string" and { key = "the_text", value = value } or tostring(value)
  errors.raise("bad_argument.row_count", { what = what, shown = shown })
end

return options
