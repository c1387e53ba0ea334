--- The shape of a cross table: how many columns it may have and what they are called; for every engine.

local core = require "parley.core"
local errors = require "parley.base.errors"
local plain = require "parley.base.plain_text"

local pivot_shape = { MAX_COLUMNS = 500 }

--- Raises when there are too many values to be columns.
---@param step table
---@param count integer
function pivot_shape.check_count(step, count)
  if count <= pivot_shape.MAX_COLUMNS then return end
  errors.raise("too_large.pivot", { text = step.columns.text, most = pivot_shape.MAX_COLUMNS })
end

--- Names of the columns, value by value: the value, or more where a key of the rows or another value has that name.
---@param step table
---@return fun(value: any): string
function pivot_shape.namer(step)
  local taken = {}
  for _, key in ipairs(step.rows) do taken[key.name] = true end
  return function(value)
    local name = value == core.null and "missing" or type(value) == "string" and value or plain.bare(value)
    if taken[name] then name = ("%s = %s"):format(step.columns.name, name) end
    taken[name] = true
    return name
  end
end

return pivot_shape
