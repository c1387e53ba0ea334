--- Errors that name the thing, the place and a way out.
-- Misuse raises: `raise` puts the position of the caller's own line in front, however deep inside
-- Parley the fault was found. Failures of the world come back as nil, message, code instead.

local debug = debug

local errors = {}

-- The folder of this file, as chunk names spell it: every frame of the stack below it is ours.
local ours = debug and debug.getinfo(1, "S").source:match("^(.*)base/errors%.lua$") or nil

local function is_ours(info)
  return info.what == "C" or (ours and info.source:sub(1, #ours) == ours)
end

--- "file:line: " of the first Lua function on the stack that is not Parley's, or "".
---@return string
function errors.where()
  if not (debug and ours) then return "" end
  local level = 2
  while true do
    local info = debug.getinfo(level, "Sl")
    if not info then return "" end
    if not is_ours(info) and info.currentline > 0 then
      return ("%s:%d: "):format(info.short_src, info.currentline)
    end
    level = level + 1
  end
end

--- Raises `parley: message` with the caller's position; extra arguments go through string.format.
---@param message string
---@return any never
function errors.raise(message, ...)
  if select("#", ...) > 0 then message = message:format(...) end
  error(errors.where() .. "parley: " .. message, 0)
end

return errors
