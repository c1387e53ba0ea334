--- What the specs of stores share: parameters, endless rows, what is raised.

local assert = require "luassert"
local errors = require "parley.base.errors"

local stores = {}

function stores.params(...) return table.pack(...) end

--- The code word of what fn(...) raises.
function stores.code_of(fn, ...) return select(2, pcall(fn, ...)).code end

--- What fn(...) raises, word for word.
function stores.raised(fn, ...)
  local done, err = pcall(fn, ...)
  assert.is_false(done)
  return errors.is(err) and tostring(err) or err
end

--- A table c(x) of the numbers from 1, in front of a SELECT.
function stores.count_to(n)
  return ("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT %d) "):format(n)
end

--- What an iterator gives first in each turn.
function stores.collect(iterator, ...)
  local list = {}
  for value in iterator, ... do list[#list + 1] = value end
  return list
end

return stores
