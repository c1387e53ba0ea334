--- Runs the C programs of spec/host.

local commands = require "spec.support.commands"

local clean = commands.clean
local build = os.getenv "PARLEY_BUILD"

if not build then
  assert(os.execute(clean .. "make -s hosts >/dev/null"))
  build = "build"
end

--- What a host prints, and its status. `arguments` is shell text; `feed` is a command whose output it gets.
return function(name, arguments, feed)
  local command = ("%s%s/host/%s %s"):format(clean, build, name, arguments or "")
  if feed then command = feed .. " | " .. command end
  return commands.run(command)
end
