--- Rows of two datasets gone through together, in the order of a key, a page at a time: memory does not grow with them,
-- and what is written meanwhile, behind the place that was reached, disturbs nothing.

local byte_order = require "parley.base.byte_order"
local public_call = require "parley.base.public_call"

local PAGE <const> = 1000

-- As both stores order, whatever the locale is.
local function is_before(x, y)
  if math.type(x) then return x < y end
  return byte_order.before(x, y)
end

-- Gives a row at each call, nil at the end.
local function paged(key, fetch)
  local page, at, last, is_over = {}, 0, nil, false
  return function()
    if at == #page then
      if is_over then return nil end
      page, at = fetch(last, PAGE), 0
      is_over, last = #page < PAGE, page[#page] and page[#page][key]
    end
    at = at + 1
    return page[at]
  end
end

--- Calls fn(row of a or nil, row of b or nil) for each key.
---@param key string
---@param fetch_a fun(after: any, most: integer): table[]  rows behind a key, or the first where it is nil
---@param fetch_b fun(after: any, most: integer): table[]
---@param fn fun(a: table?, b: table?)
return function(key, fetch_a, fetch_b, fn)
  local next_a, next_b = paged(key, fetch_a), paged(key, fetch_b)
  local a, b, count = next_a(), next_b(), public_call.counter()
  while a or b do
    count()
    local first = not b or a and not is_before(b[key], a[key])
    local second = not a or b and not is_before(a[key], b[key])
    local row_a, row_b = first and a or nil, second and b or nil
    if first then a = next_a() end
    if second then b = next_b() end
    fn(row_a, row_b)
  end
end
