--- The shape of a cross table: how many columns it may have and what they are called; for every engine.

local core = require "parley.core"
local errors = require "parley.base.errors"
local lists = require "parley.base.lists"
local plain = require "parley.base.plain_text"

local pivot_shape = { MAX_COLUMNS = 500 }

-- The place of each word of a vocabulary in the codebook; nil where the values are no such words. A Frame knows the
-- words of the query it came of. Words that a user added have none: where they stand is no business of another question
-- to the data.
local function places_of(link)
  local vocabulary = link.step.columns.column.words
  local codes = vocabulary and require("parley.codebook.vocabularies").codes(vocabulary)
  if not codes then return nil end
  local places = {}
  for i, code in ipairs(codes) do places[code] = i end
  return places
end

-- What a value is sorted by, first to last.
local function terms_of(link, kind)
  local places = places_of(link)
  if places then return function(value) return places[value] or math.huge, value end end
  if kind == "date" then
    return function(value)
      local first, last = core.date(value)
      return first or math.huge, last or math.huge, value      -- an open start comes last, as with any sort
    end
  end
  if kind == "boolean" then return function(value) return value and 1 or 0 end end
  return function(value) return value end
end

--- The values in the order of their columns: numbers and dates by size and by day, words of a vocabulary as the
--- codebook has them and added ones behind, other text byte by byte, missing last.
---@param link table  of the pivot
---@param values any[]
---@param kind string  the type of the values
---@return any[]
function pivot_shape.in_order(link, values, kind)
  local terms, sorted = terms_of(link, kind), {}
  for i, value in ipairs(values) do sorted[i] = value == core.null and { value } or { value, terms(value) } end
  table.sort(sorted, function(a, b)
    if a[2] == nil or b[2] == nil then return b[2] == nil and a[2] ~= nil end
    for i = 2, #a do
      if a[i] ~= b[i] then
        local text, other = type(a[i]) == "string", type(b[i]) == "string"
        if text ~= other then return other end
        return a[i] < b[i]
      end
    end
    return false
  end)
  return lists.field(sorted, 1)
end

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
