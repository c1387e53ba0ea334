--- How the program ends when something fails: a line on standard error, and a status. 1 says that the world failed (a
-- file, a disk, a limit), 2 that the program was used wrongly, 130 that Ctrl-C ended it, 141 that nobody reads on.

local errors = require "parley.base.errors"

local failures = {}

failures.FINE, failures.WORLD, failures.MISUSE, failures.INTERRUPTED, failures.UNREAD = 0, 1, 2, 130, 141

-- What ended the program before its end is thrown as such a table, with its status.
local Ending = { __name = "parley.Ending" }

--- Ends the program at once, from wherever it is, with a status.
---@param status integer
---@return any never
function failures.stop(status) error(setmetatable({ status = status }, Ending), 0) end

--- The first of some results; a failure of the world, which comes as nil, message and code, ends the program.
---@generic T
---@param result T?
---@param message string|parley.Error|nil  an object where a room below gives it
---@param code string?
---@return T
function failures.checked(result, message, code)
  if result == nil and message ~= nil then
    local status = code == "cancelled" and failures.INTERRUPTED or failures.WORLD
    local line = errors.is(message) and errors.signed(message.message) or message
    error(setmetatable({ status = status, line = line, code = code }, Ending), 0)
  end
  return result
end

local function tell(line) io.stderr:write(line, "\n") end

--- Prints what was caught, and gives the status that the program ends with.
---@param caught any
---@param pressed boolean?  whether Ctrl-C was pressed, and nothing has failed of it
---@return integer status
function failures.status(caught, pressed)
  if caught == nil then return pressed and failures.INTERRUPTED or failures.FINE end
  if getmetatable(caught) == Ending then
    if caught.line then tell(caught.line) end
    return caught.status
  end
  if not errors.is(caught) then
    -- lua5.4 itself ends a script so when Ctrl-C is pressed
    if tostring(caught):find "interrupted!$" then return failures.INTERRUPTED end
    tell(errors.signed(tostring(caught)))
    return failures.MISUSE
  end
  if caught.code == "cancelled" then return failures.INTERRUPTED end
  tell(errors.signed(caught.message))
  local code = require("parley.base.codes").by_name[caught.code]
  return code and code.of_world and failures.WORLD or failures.MISUSE
end

return failures
