--- Commands that specs start, which are to know nothing of the make or the sanitizer that runs the specs.

local commands = {}

--- The environment in front of a command.
commands.clean = "env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL -u LD_PRELOAD "

--- What a command prints, errors with it, and its status.
---@param command string
---@return string output, integer status
function commands.run(command)
  local pipe = io.popen("(" .. command .. ") 2>&1")
  local output = pipe:read "a"
  return output, select(3, pipe:close())
end

return commands
