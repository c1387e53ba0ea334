-- Text as it is kept of a file: blanks at its ends, line ends, and characters in one spelling.

local core = require "parley.core"

describe("clean text", function()
  it("has no blanks at its ends", function()
    for _, blank in ipairs { " ", "\t", "\r\n", "\u{a0}", "\u{2003}", "\u{200b}", "\u{202f}", "\u{3000}", "\u{feff}" } do
      assert.equal("a" .. blank:gsub("\r", "") .. "b", core.clean(blank .. "a" .. blank .. "b" .. blank .. blank))
      assert.equal("", core.clean(blank))
    end
    assert.equal("", core.clean "")
    assert.equal("é", core.clean " é ")
  end)

  it("ends its lines with LF", function()
    assert.equal("a\nb\nc\n\nd", core.clean "a\r\nb\rc\r\n\rd")
    assert.equal("é\nb", core.clean "é\r\nb")
  end)

  it("is composed", function()
    for given, wanted in pairs { ["Jose\u{301}"] = "Jos\u{e9}", ["\u{418}\u{306}"] = "\u{419}", ["\u{212b}"] = "\u{c5}",
      ["\u{1112}\u{1161}\u{11ab}"] = "\u{d55c}", ["\u{d558}\u{11ab}"] = "\u{d55c}", ["a\u{323}\u{307}"] = "\u{1ea1}\u{307}",
      ["\u{37e}"] = ";", ["北京 Київ İstanbul"] = "北京 Київ İstanbul" } do
      assert.equal(wanted, core.clean(given))
      assert.equal(wanted, core.clean(core.clean(given)))
    end
  end)

  it("leaves what is no UTF-8 as it is", function()
    for _, text in ipairs { "\xff", "a\xc3", "\x80b", "é\xe2\x80" } do assert.equal(text, core.clean(text)) end
  end)
end)

describe("a total", function()
  it("is told by its word", function()
    for _, text in ipairs { "Total", "TOTAL:", "grand total", "Sum", "Итого", "ВСЬОГО:" } do
      assert.is_true(core.is_total(text), text)
    end
    for _, text in ipairs { "", ":", "Totally", "Total 2020", "summary", "12" } do
      assert.is_false(core.is_total(text), text)
    end
  end)
end)
