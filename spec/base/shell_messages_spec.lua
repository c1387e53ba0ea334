-- Sentences as the program says them: each has one as in Lua, of which it says the same with no more to fill in.
-- Holds: base.messages.shell

local errors = require "parley.base.errors"
local shell = require "parley.base.messages.shell"

local function places(template)
  local names = {}
  for name in template:gmatch "{([%a_]+)[^{}]*}" do names[name] = true end
  return names
end

describe("what the program says", function()
  after_each(function() errors.speak(nil) end)

  for list, sentences in pairs(shell) do
    for key, sentence in pairs(sentences) do
      it("is known to Lua as well, and fills in nothing else: " .. list .. " " .. key, function()
        local original = errors.template(list == "messages" and "" or list, key)
        assert.is_string(original)
        for name in pairs(places(sentence)) do assert.is_true(places(original)[name], name) end
        assert.is_nil(sentence:find "%l+ = [{\"]", sentence)
      end)
    end
  end

  it("is said where the program speaks, and only there", function()
    local hint = { key = "types_and_missing", name = "made", kind = "date", value = "n/a" }
    assert.equal('a file is read with types = {made = "date"}, missing = {"n/a"}', errors.hint(hint))
    errors.speak "shell"
    assert.equal("--type made=date --missing 'n/a' reads it so", errors.hint(hint))
    assert.equal("did you mean 'x'?", errors.hint { key = "did_you_mean", meant = "x" })
  end)
end)
