--- Public calls: what a front method does is one call, whatever it calls in its turn, so that one deadline holds for
-- all its statements, passes and files, and one cancelling ends them all. A public call within a public call is part
-- of it. What a user calls as a method also says so when it was called with a dot.

local core = require "parley.core"
local errors = require "parley.base.errors"

local public_call = {}

-- A failure of the world leaves a public call as text.
local function results(...)
  local first, err = ...
  if first ~= nil or not errors.is(err) then return ... end
  return nil, errors.signed(err.message), err.code
end

--- A function as a public call.
---@param method function
---@param name string  what is told of its progress
---@return function
function public_call.of(method, name)
  return function(...)
    local call <close> = core.begin_call(name) -- luacheck: ignore 211 (nil within a call, which goes on)
    return results(method(...))
  end
end

--- Makes functions of a table public calls.
---@param class table
---@param names string[]  of functions in it
function public_call.make(class, names)
  for _, name in ipairs(names) do class[name] = public_call.of(class[name], name) end
end

--- Makes all methods of a class public calls.
---@param class table
---@param but table<string, true>?  those that are not
---@return table class  the same table
function public_call.all(class, but)
  for name, method in pairs(class) do
    local is_method = type(method) == "function" and not name:find "^__"
    if is_method and not (but and but[name]) then class[name] = public_call.of(method, name) end
  end
  return class
end

--- Makes every method of a class say so when it was called with a dot.
---@param class table
---@param what string  a phrase: "a_query"
---@param is_one fun(x: any): boolean
---@return table class
function public_call.colons(class, what, is_one)
  for name, method in pairs(class) do
    if type(method) == "function" and not name:find("^__") then
      class[name] = function(self, ...)
        if not is_one(self) then
          errors.raise("bad_argument.called_without_colon", { name = name, what = { key = what } })
        end
        return method(self, ...)
      end
    end
  end
  return class
end

--- Ends the call at work, with the error "cancelled" or that of the time limit, if it has been cancelled or is late:
--- for loops that stay in Lua for long. Outside of any call it does nothing.
public_call.check = core.check_call

--- Says how far the call at work is, and the same: rows, bytes, and how many there are of these (of rows, where no
--- bytes are told), or the share of the whole that is done, where it goes by neither. What is nil is not known.
---@type fun(rows: integer?, bytes: integer?, total: integer?, share: number?)
public_call.tell = core.tell_call

local ROWS_PER_TELLING = 256

--- A function that counts rows of the call at work, one or as many as it is given, and tells of them now and then.
---@return fun(n: integer?)
function public_call.counter()
  local rows, told = 0, 0
  return function(n)
    rows = rows + (n or 1)
    if rows - told < ROWS_PER_TELLING then return end
    told = rows
    public_call.tell(rows)
  end
end

-- So many items of a list between two looks.
local LOOK = 64

local function next_item(list, at)
  if at % LOOK == 0 then public_call.check() end
  at = at + 1
  if list[at] ~= nil then return at, list[at] end
end

--- ipairs for a list that may be long: checks now and then.
---@param list any[]
---@return fun(list: any[], at: integer): integer?, any
---@return any[] list
---@return integer at
function public_call.each(list) return next_item, list, 0 end

-- So many comparisons of a sort between two looks.
local COMPARISONS = 1024

--- table.sort for a list that may be long: checks now and then.
---@generic T
---@param list T[]
---@param before fun(a: T, b: T): boolean
function public_call.sort(list, before)
  local count = 0
  table.sort(list, function(a, b)
    count = count + 1
    if count % COMPARISONS == 0 then public_call.check() end
    return before(a, b)
  end)
end

local function next_number(last, at)
  if at % LOOK == 0 then public_call.check() end
  if at < last then return at + 1 end
end

--- The numbers from 1 to `last`, of loops that may be long: checks now and then.
---@param last integer
---@return fun(last: integer, at: integer): integer?
---@return integer last
---@return integer at
function public_call.upto(last) return next_number, last, 0 end

return public_call
