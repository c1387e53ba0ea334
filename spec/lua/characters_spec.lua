-- Tables of what functions for letters make of each character are what the functions make of it.

local core = require "parley.core"

local FUNCTIONS = { fold = core.fold, lower = function(text) return core.cased(text, false) end,
  upper = function(text) return core.cased(text, true) end }

describe("tables of characters", function()
  it("have those that become another text, and no others", function()
    for name, fn in pairs(FUNCTIONS) do
      local made, list = {}, core.characters(name, 0x41, 0x1FFF)
      for i = 1, #list, 2 do made[list[i]] = list[i + 1] end
      for code = 0x41, 0x1FFF do
        local character = utf8.char(code)
        local expected = fn(character)
        assert.equal(expected ~= character and expected or nil, made[code], ("%s of %x"):format(name, code))
      end
    end
  end)

  it("look at characters between others", function()
    assert.same({ 0x61, "aς" }, core.characters("lower", 0x61, 0x61, "", "Σ", "ς"))
    assert.same({}, core.characters("lower", 0x20, 0x20, "", "Σ", "ς"))
    assert.same({ 0x27, "a'ς" }, core.characters("lower", 0x27, 0x27, "a", "Σ", "ς"))
    assert.same({}, core.characters("upper", 0xD800, 0xDFFF))
  end)

  it("know the runs of characters that words are made of", function()
    local runs, last = core.word_characters(), -2
    for i = 1, #runs, 2 do
      assert.is_true(runs[i] > last + 1 and runs[i + 1] >= runs[i])
      last = runs[i + 1]
      for _, code in ipairs { runs[i], runs[i + 1] } do assert.is_true(core.has_word(utf8.char(code))) end
      for _, code in ipairs { runs[i] - 1, runs[i + 1] + 1 } do
        local is_character = code < 0xD800 or code > 0xDFFF and code <= 0x10FFFF
        assert.is_false(is_character and core.has_word(utf8.char(code)))
      end
    end
  end)
end)
