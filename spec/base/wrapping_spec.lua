-- Texts in lines: the paragraphs of the prompt and of a brief.

local core = require "parley.core"
local wrapping = require "parley.base.wrapping"

describe("lines", function()
  it("are as wide as they may be, and no wider", function()
    assert.equal("one two\nthree\nfour", wrapping.lines("one  two\nthree four", 7))
    assert.equal("one two three four", wrapping.lines(" one two three four ", 18))
    assert.equal("one two three\nfour", wrapping.lines("one two three four", 17))
    assert.equal("", wrapping.lines(" \n ", 7))
  end)

  it("count columns, not bytes", function()
    assert.equal("мир мир\n和平 和\n平", wrapping.lines("мир мир 和平 和 平", 7))
    for line in wrapping.lines(("和平 мир e\u{301}cole "):rep(20), 23):gmatch "[^\n]+" do
      assert.is_true(core.width(line) <= 23, line)
    end
  end)

  it("keep a word whole that is wider than they are", function()
    assert.equal("see\nhttps://example.org/a/long/path\nthere", wrapping.lines("see https://example.org/a/long/path there", 10))
  end)

  it("begin as they are told, which counts", function()
    local how = { first = "- ", rest = "  ", begun = function(word) return (word:gsub("^#", "\\#")) end }
    assert.equal("- \\#1 of\n  \\#2 of\n  #", (wrapping.lines("#1 of #2 of #", 8, how):gsub("\\#$", "#")))
    assert.equal("- ", wrapping.lines("", 8, how))
  end)
end)
