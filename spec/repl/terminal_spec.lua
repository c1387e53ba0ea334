-- The terminal of the specs themselves: keys arrive, Ctrl-C is a signal, and the screen is what one sees.

local screen = require "spec.support.screen"
local terminal = require "spec.support.terminal"

describe("the terminal of the specs #repl", function()
  it("types, waits and reads", function()
    local s = terminal.new("cat", { columns = 30, rows = 5 })
    local seen = s:send("one\n"):expect("one\none\n"):send("two\n"):expect("two\ntwo\n"):send("\4"):close():run()
    assert.same({}, seen.late)
    assert.same({ "one", "one", "two", "two" }, seen.screen)
    assert.equal(0, seen.status)
  end)

  it("says what never came", function()
    local seen = terminal.new("cat"):send("one\n"):expect("two", 50):send("\4"):close():run()
    assert.same({ "2 until 50 two\n" }, seen.late)
  end)

  it("ends a program by Ctrl-C, and tells of it", function()
    local seen = terminal.new("cat"):send("one\n"):expect("one\none\n"):send("\3"):close():run()
    assert.equal(130, seen.status)
  end)

  it("has the size it was given", function()
    local seen = terminal.new("sh -c 'stty size'", { columns = 200, rows = 7 }):close():run()
    assert.same({ "7 200" }, seen.screen)
  end)
end)

describe("a screen #repl", function()
  it("wraps, scrolls and moves", function()
    assert.same({ "de", "f" }, screen.lines("abc\r\ndef", 2, 2))
    assert.same({ "Xbc" }, screen.lines("abc\27[2D\bX\27[1CY\b \27[3Gc", 10, 2))
    assert.same({ "ab" }, screen.lines("abcd\r\27[2C\27[K", 10, 2))
    assert.same({ "acd" }, screen.lines("abcd\27[4G\b\b\27[P", 10, 2))
    assert.same({ "", "x" }, screen.lines("abc\27[2J\27[2;1Hx", 10, 2))
  end)

  it("leaves out what is not shown", function()
    assert.same({ "ab" }, screen.lines("\27[?2004h\27[1ma\27[0m\7b\27]0;title\7", 10, 2))
  end)
end)
