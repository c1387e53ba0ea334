--- Functions of the user's own, in every expression of a dataset.

local errors = require "parley.base.errors"
local words = require "parley.base.expression_words"

local user_functions = {}

-- Raises about a name that means something already: in expressions, or to the database underneath alone.
local function check_free(ds, name)
  if require("parley.query.functions").is_known(name) then errors.raise("exists.function", { name = name }) end
  if require("parley.storage.connection").has_function(ds.store, name) then
    errors.raise("exists.database_function", { name = name })
  end
end

local function check_name(ds, name)
  if type(name) ~= "string" or not name:find "^[%a_][%w_]*$" or words[name] then
    errors.raise("bad_type.define_name", {
      got = type(name) == "string" and { key = "quoted", value = name } or { key = "of_type", type = type(name) } })
  end
  if not ds.functions[name] then check_free(ds, name) end
end

--- Makes `fn` callable as `name` in the expressions of a dataset.
---@param ds parley.Dataset
---@param name string
---@param fn function
---@param args integer? number of arguments; any number if absent
function user_functions.define(ds, name, fn, args)
  check_name(ds, name)
  if type(fn) ~= "function" then errors.raise("bad_type.define_function", { got = type(fn) }) end
  args = args or -1
  if math.type(args) ~= "integer" or args < -1 or args > 100 then
    errors.raise("bad_argument.define_arguments", { args = args })
  end
  ds.store:define(name, args, fn)
  ds.functions[name] = { args = args }
end

return user_functions
