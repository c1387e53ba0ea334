--- Who is told how far calls are that take longer than a second: whoever sits at the terminal, a function, or nobody.

local core = require "parley.core"
local errors = require "parley.base.errors"
local options = require "parley.base.options"

local progress = {}

--- How far a call is.
---@class parley.Progress
---@field what string      the call: "import"
---@field seconds number   since it began
---@field rows integer?    so far, where it tells
---@field bytes integer?   so far
---@field total integer?   there are: bytes where some are told, else rows
---@field rate number?     bytes a second; rows, where no bytes are told
---@field share number?    of the whole, from 0 to 1
---@field left number?     seconds that are left

local function check(wanted, what)
  if wanted == nil or type(wanted) == "boolean" or type(wanted) == "function" then return end
  errors.raise("bad_type.progress", { what = what, got = type(wanted) })
end

--- Sets it for this Lua state.
---@param wanted boolean|fun(facts: parley.Progress)|nil
---@param given { after: number? }?
---@return boolean|function wanted  as it was before
function progress.set(wanted, given)
  check(wanted, "parley.progress(x): x")
  given = options.check(given, "parley.progress()", { "after" })
  if given.after ~= nil and not (type(given.after) == "number" and given.after >= 0 and given.after < 1e9) then
    errors.raise("bad_argument.progress_after", { shown = tostring(given.after) })
  end
  return (core.progress(wanted, given.after))
end

--- Sets it until the value that comes back is closed.
---@param wanted boolean|function|nil  nil: as it is
---@param what string|table  where it was said, for messages
---@return table? until_closed
function progress.during(wanted, what)
  check(wanted, what)
  if wanted == nil then return nil end
  local before, after = core.progress(wanted)
  return setmetatable({}, { __close = function() core.progress(before, after) end })
end

--- Tells how far a reader is.
---@param reader parley.Reader
function progress.of_reader(reader)
  local taken, size, number = reader:position()
  core.tell_call(number, taken, size)
end

return progress
