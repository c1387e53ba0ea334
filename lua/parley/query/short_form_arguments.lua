--- Aggregates as methods of queries, q:mean("best"): what they have to be given.

local errors = require "parley.base.errors"
local functions = require "parley.query.functions"

local arguments = {}

--- Raises with an example where arguments of an aggregate are not there, or no text where a column is wanted.
---@param entry parley.Function
---@param ... any  what it was given
function arguments.check(entry, ...)
  local example, wrong = {}, false
  for at, parameter in ipairs(entry.parameters) do
    local given, setting = select(at, ...), functions.settings[parameter.type]
    wrong = wrong or given == nil or not setting and type(given) ~= "string"
    example[at] = setting and setting.example or ('"%s"'):format(parameter.name)
  end
  if not wrong then return end
  if entry.most == 1 then errors.raise("bad_expression.aggregate_verb", { name = entry.name }) end
  errors.raise("bad_argument.verb_arguments", { name = entry.name, arguments = entry.call:match "%((.*)%)",
    example = ("%s(%s)"):format(entry.name, table.concat(example, ", ")) })
end

return arguments
