-- The sessions that are recorded as text are typed anew at terminals of several kinds, and show what they showed.

local scratch = require "spec.support.scratch"
local sessions = require "spec.support.sessions"

local function lines_of(text)
  local list = {}
  for line in text:gmatch "([^\n]*)\n" do list[#list + 1] = line end
  return list
end

describe("the session of the tutorial #repl", function()
  for _, at in ipairs(sessions.TERMINALS) do
    it(("shows what was recorded, TERM=%s, %d columns"):format(at.term, at.columns), function()
      if not os.execute "command -v less >/dev/null" then return pending "no less on this machine" end
      local text, late = sessions.play("tutorial", at)
      assert.same({}, late)
      assert.same(lines_of(scratch.read(sessions.path("tutorial", at))), lines_of(text))
    end)
  end

  it("is written for people: keys have names, and no line is wider than its terminal", function()
    for _, at in ipairs(sessions.TERMINALS) do
      local text = scratch.read(sessions.path("tutorial", at))
      assert.falsy(text:find "[%z\1-\9\11-\31\127]")
      for _, line in ipairs(lines_of(text)) do
        assert.truthy(line:find "^== " or utf8.len(line) <= at.columns, line)
      end
    end
  end)
end)
