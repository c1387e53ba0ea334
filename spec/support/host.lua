--- Runs the C programs of spec/host.

local clean = "env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL -u LD_PRELOAD "
local build = os.getenv "PARLEY_BUILD"

if not build then
  assert(os.execute(clean .. "make -s hosts >/dev/null"))
  build = "build"
end

--- What a host prints, and its status. `arguments` is shell text; `feed` is a command whose output it gets.
return function(name, arguments, feed)
  local command = ("%s%s/host/%s %s"):format(clean, build, name, arguments or "")
  if feed then command = feed .. " | " .. command end
  local pipe = io.popen("(" .. command .. ") 2>&1")
  local output = pipe:read "a"
  return output, select(3, pipe:close())
end
