--- How wide what is printed may be.

local core = require "parley.core"

local terminal = {}

--- The columns there are: what COLUMNS says, else what the terminal does to which standard output goes, else a number
--- that is always the same, so that files and pipes get the same everywhere.
---@param otherwise integer
---@return integer
function terminal.columns(otherwise)
  local stated = tonumber(os and os.getenv "COLUMNS")
  return stated and math.floor(stated) or (core.terminal_size(1)) or otherwise
end

return terminal
