-- Text for people: folding, terminal columns, cutting between graphemes, and bytes that are no UTF-8.

local core = require "parley.core"
require "parley" -- sentences of failures are made there

describe("fold", function()
  local folds = {
    -- names as the press writes them
    { "Çırağan", "ciragan" },
    { "ÇIRAĞAN", "ciragan" },
    { "İstanbul", "istanbul" },
    { "ISTANBUL", "istanbul" },
    { "Erdoğan", "erdogan" },
    { "ERDOĞAN", "erdogan" },
    { "Hakan Fidan’ın", "hakan fidan'in" },
    { "Władysław Żółkiewski", "wladyslaw zolkiewski" },
    { "Đinđić", "dindic" },
    { "Søren Ærø", "soren aero" },
    { "Þórður Guðmundsson", "thordur gudmundsson" },
    { "Straße", "strasse" },
    { "GROẞ", "gross" },
    { "Œuvre", "oeuvre" },
    { "Əliyev", "eliyev" },
    { "Ħal Għargħur", "hal gharghur" },
    { "Ŧ ŧ Ŋ ŋ ĸ ȷ", "t t n n k j" },
    -- other scripts
    { "Київ", "киів" },
    { "Володимир Зеленський", "володимир зеленськии" },
    { "Фёдор", "федор" },
    { "ΣΊΣΥΦΟΣ", "σισυφοσ" },
    { "σίσυφος", "σισυφοσ" },
    { "مُحَمَّد", "محمد" },
    { "がか", "か" .. "\u{3099}" .. "か" },
    { "हिंदी", "हिंदी" },
    -- taken apart or not, the same
    { "e\u{301}", "e" },
    { "é", "e" },
    { "Å", "a" },
    { "ﬁnal", "final" },
    -- signs without a key
    { "cease\u{AD}fire", "ceasefire" },
    { "\u{FEFF}talks", "talks" },
    { "10\u{A0}000\u{202F}km", "10 000 km" },
    { "round‑table", "round-table" },
    { "‘so’ ʼ", "'so' '" },
    { "a–b", "a–b" },
    -- nothing to do
    { "", "" },
    { "plain text, 12.5%", "plain text, 12.5%" },
    { "a\0B", "a\0b" },
    { "\u{301}", "" },
  }
  for _, case in ipairs(folds) do
    it(("'%s'"):format(case[1]), function() assert.equal(case[2], core.fold(case[1])) end)
  end

  it("leaves bytes that are no UTF-8 as they are", function()
    assert.equal("\xff", core.fold("\xff"))
    assert.equal("a\xe2\x82", core.fold("A\xe2\x82"))
    assert.equal("\xc3a\xa9", core.fold("\xc3A\xa9"))
    assert.equal("\xed\xa0\x80x", core.fold("\xed\xa0\x80X"))
    assert.equal("\xc0\xafe\xf5", core.fold("\xc0\xafÉ\xf5"))
  end)

  -- Every character of the scripts with case, every 41st of the rest: ideographs, Hangul, emoji, nothing.
  it("of what is folded changes nothing, and grows no character more than threefold", function()
    local code = 1
    while code <= 0x10FFFF do
      local character = utf8.char(code)
      local folded = core.fold(character)
      if #folded > 3 * #character or core.fold(folded) ~= folded then
        assert.equal("stable", ("U+%04X"):format(code))
      end
      code = code + (code < 0x2500 and 1 or 41)
    end
  end)

  it("takes a long text", function()
    assert.equal(("e-"):rep(100000), core.fold(("É-"):rep(100000)))
    assert.equal(("ᄒ" .. "ᅡ" .. "ᆫ"):rep(5000), core.fold(("한"):rep(5000)))
  end)

  it("needs a text", function()
    assert.has_error(function() core.fold(nil) end, "bad argument #1 to 'fold' (string expected, got nil)")
  end)
end)

describe("width", function()
  local widths = {
    { "", 0 }, { "talks", 5 }, { "Çırağan", 7 }, { "Київ", 4 }, { "Київ", 4 }, { "e\u{301}", 1 },
    { "東京", 4 }, { "한국", 4 }, { "🕊", 1 }, { "😀", 2 }, { "a\tb\n", 2 }, { "\0\27[1m\x7f", 3 }, { "\u{200B}", 0 },
    { "\xff\xfe", 2 }, { "a\xe2\x82", 3 }, { "…", 1 },
  }
  for _, case in ipairs(widths) do
    it(("of %q"):format(case[1]), function() assert.equal(case[2], core.width(case[1])) end)
  end
end)

describe("truncate", function()
  local cuts = { -- text, columns, what is left, its width
    { "ceasefire", 5, "cease", 5 },
    { "ceasefire", 9, "ceasefire", 9 },
    { "ceasefire", 100, "ceasefire", 9 },
    { "ceasefire", 0, "", 0 },
    { "", 3, "", 0 },
    { "Çırağan", 3, "Çır", 3 },
    { "東京都", 5, "東京", 4 },
    { "東京都", 1, "", 0 },
    { "ae\u{301}\u{323}b", 2, "ae\u{301}\u{323}", 2 },
    { "ae\u{301}\u{323}b", 1, "a", 1 },
    { "🇺🇦🇷🇺", 2, "🇺🇦", 2 },
    { "🇺🇦🇷🇺", 3, "🇺🇦", 2 },
    { "a\xff\xffb", 2, "a\xff", 2 },
    { "\xff\u{301}a", 1, "\xff\u{301}", 1 },
    { "ab\n", 2, "ab\n", 2 },
  }
  for _, case in ipairs(cuts) do
    it(("%q to %d"):format(case[1], case[2]), function()
      assert.same({ case[3], case[4] }, { core.truncate(case[1], case[2]) })
    end)
  end

  it("gives what width gives", function()
    local text = "Çırağan 東京 🇺🇦 e\u{301}\xff\xe2\x82 Київ"
    for columns = 0, core.width(text) do
      local left, width = core.truncate(text, columns)
      assert.equal(left, text:sub(1, #left))
      assert.equal(core.width(left), width)
      assert.is_true(width <= columns and columns - width <= 1)
    end
  end)

  it("needs columns", function()
    local _, err = pcall(core.truncate, "a", -1)
    assert.same({ "bad_argument", "a number of columns is at least 0, not -1" }, { err.code, err.message })
  end)
end)

describe("valid_utf8", function()
  it("accepts what UTF-8 allows", function()
    for _, text in ipairs { "", "talks", "Çırağan", "\0", "\u{FFFF}", "\u{10FFFF}", "東京😀" } do
      assert.is_true(core.valid_utf8(text))
    end
  end)

  local wrong = { { "\xff", 1 }, { "ab\x80", 3 }, { "é\xc3", 3 }, { "\xed\xa0\x80", 1 }, { "x\xc0\xaf", 2 },
    { "\xf4\x90\x80\x80", 1 }, { "東\xe2\x82", 4 }, { "12345678é\xe9", 11 } }
  it("gives the position of the first wrong byte", function()
    for _, case in ipairs(wrong) do
      local ok, position = core.valid_utf8(case[1])
      assert.is_nil(ok)
      assert.equal(case[2], position)
    end
  end)
end)
