--- Records the sessions of spec/golden/sessions anew: eval "$(make -s env)"; lua5.4 tools/golden_sessions.lua
-- `make hosts` has to have built the terminal. What has changed is then read in the difference.

package.path = "./?.lua;" .. package.path
local sessions = require "spec.support.sessions"

for _, at in ipairs(sessions.TERMINALS) do
  local text, late = sessions.play("tutorial", at)
  if #late > 0 then error("late: " .. table.concat(late, "; "), 0) end
  local file <close> = assert(io.open(sessions.path("tutorial", at), "w"))
  assert(file:write(text))
end
