-- Holds the examples of README.md and doc/*.md against what they answer now; see spec/support/pages.lua.
-- `lua5.4 tools/refresh_docs.lua` writes the answers anew, to be read before they are committed.

local pages = require "spec.support.pages"

describe("documentation", function()
  local compared = 0
  for _, page in ipairs(pages.list()) do
    pages.each_example(page, function(name, shown, run)
      if shown then compared = compared + 1 end
      it(name .. (shown and " answers as shown" or " runs"), function()
        local answer = run()
        if shown then assert.equal(pages.trimmed(shown.text), pages.trimmed(answer)) end
      end)
    end)
  end

  it("has examples to compare", function()
    assert.is_true(compared >= 20, ("only %d examples are compared"):format(compared))
  end)
end)
