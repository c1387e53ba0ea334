-- Numbers, text and dates in plain words.

local plain = require "parley.base.plain_text"

describe("plain.number", function()
  local cases = {
    { 0, "0" }, { -7, "-7" }, { math.maxinteger, "9223372036854775807" }, { math.mininteger, "-9223372036854775808" },
    { 3.0, "3.0" }, { -0.0, "-0.0" }, { 0.1, "0.1" }, { 0.1 + 0.2, "0.30000000000000004" }, { 1e15, "1e+15" },
    { 2 ^ 53, "9007199254740992.0" }, { 1 / 3, "0.3333333333333333" }, { 1.7976931348623157e308,
      "1.7976931348623157e+308" }, { 1 / 0, "inf" }, { -1 / 0, "-inf" }, { 0 / 0, "nan" }, { -(0 / 0), "nan" },
  }
  for _, case in ipairs(cases) do
    it("writes " .. case[2], function() assert.equal(case[2], plain.number(case[1])) end)
  end

  it("reads back as the same number of the same type", function()
    math.randomseed(20250602)
    for _ = 1, 5000 do
      local bits = math.random(0)
      local x = string.unpack("d", string.pack("j", bits))
      if x == x and x ~= 1 / 0 and x ~= -1 / 0 then
        local back = tonumber(plain.number(x))
        assert.equal(string.pack("d", x), string.pack("d", back))
        assert.equal("float", math.type(back))
      end
      assert.equal(bits, math.tointeger(plain.number(bits)))
    end
  end)

  it("keeps the decimal point in a locale with a comma", function()
    for _, name in ipairs { "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "uk_UA.UTF-8" } do
      if os.setlocale(name, "numeric") then
        local text, large = plain.number(0.5), plain.number(1.5e300)
        os.setlocale("C", "numeric")
        assert.equal("0.5", text)
        assert.equal("1.5e+300", large)
      end
    end
  end)
end)

describe("plain.visible", function()
  local cases = {
    { "prisoner exchange", "prisoner exchange" },
    { "Kyïv, İstanbul, 東京, 👩‍👩‍👧, نیم‌فاصله", "Kyïv, İstanbul, 東京, 👩‍👩‍👧, نیم‌فاصله" },
    { "two\nlines", "two⏎lines" },
    { "a\tb\r\n", "a\\tb\\r⏎" },
    { "\27[31mred\27[0m", "\\x1b[31mred\\x1b[0m" },
    { "\0\1\127", "\\x00\\x01\\x7f" },
    { "\u{80}\u{9b}31m", "\\u{80}\\u{9b}31m" },
    { "\u{202e}gnirts\u{2066}", "\\u{202e}gnirts\\u{2066}" },
    { "\u{200b}\u{feff}\u{ad}\u{2028}\u{e0041}", "\\u{200b}\\u{feff}\\u{ad}\\u{2028}\\u{e0041}" },
    { "caf\xe9 \xff\xfe", "caf\\xe9 \\xff\\xfe" },
    { "\xed\xa0\x80", "\\xed\\xa0\\x80" },
    { "cut \xe2\x80", "cut \\xe2\\x80" },
    { "\xffé\xc3", "\\xffé\\xc3" },
  }
  for _, case in ipairs(cases) do
    it("shows " .. case[2], function() assert.equal(case[2], plain.visible(case[1])) end)
  end

  it("leaves line breaks and tabs when layout is kept", function()
    assert.equal("a\n\tb\\r\\x07", plain.visible("a\n\tb\r\a", true))
  end)

  it("gives valid text without control characters for any bytes", function()
    math.randomseed(16)
    for _ = 1, 2000 do
      local bytes = {}
      for i = 1, math.random(0, 12) do bytes[i] = string.char(math.random(0, 255)) end
      local text = plain.visible(table.concat(bytes))
      assert.is_number(utf8.len(text))
      assert.is_nil(text:find("[\0-\31\127]"))
      assert.is_nil(text:find("\194[\128-\159]"))
    end
  end)
end)

describe("plain.date", function()
  local worded = {
    { "2025-06-20/2025-06-30", "20–30 Jun 2025" }, { "2025-05-28/2025-06-02", "28 May – 2 Jun 2025" },
    { "2024-12-28/2025-01-02", "28 Dec 2024 – 2 Jan 2025" }, { "2025-03/2025-05", "Mar–May 2025" },
    { "2024-11/2025-02", "Nov 2024 – Feb 2025" }, { "2022/2025", "2022–2025" },
    { "2025-06-20/2025-07", "20 Jun 2025 – Jul 2025" }, { "2024/2025-03", "2024 – Mar 2025" },
    { "2025-06", "Jun 2025" }, { "2025-21", "spring 2025" }, { "2025-22/2025-23", "summer–autumn 2025" },
    { "2025-03/..", "since Mar 2025" }, { "../2025-06-30", "by 30 Jun 2025" },
    { "2025-03~/..", "since about Mar 2025" },
    { "2025-03/", "Mar 2025 – unknown" }, { "/2025-06-30", "unknown – 30 Jun 2025" },
    { "2025-06-01?", "2025-06-01 ?" }, { "2025-05~", "about May 2025" }, { "2025%", "about 2025 ?" },
    { "2025-06-02~", "about 2025-06-02" },
  }
  for _, case in ipairs(worded) do
    it("words " .. case[1], function() assert.equal(case[2], plain.date(case[1])) end)
  end

  local kept = { "2025-06-02", "2025", "201X", "2025-XX", "1985-04-XX", "-0044", "Y17000", "../..", "/", "", "soon",
    "2025-13", "2025-00", "2025-6", "202506", "2025-21-03", "2025-06-02/2025-06-02", "2025-06-01~/2025-06-30",
    "2025-06/..?", "2025/2026/2027", "201X/.." }
  for _, text in ipairs(kept) do
    it("leaves '" .. text .. "' as it is", function() assert.equal(text, plain.date(text)) end)
  end

  it("never words two different dates alike", function()
    local texts, seen = {}, {}
    local sides = { "2024", "2025", "2025-05", "2025-06", "2025-21", "2025-06-02", "2025-06-12", "2025-05-12" }
    for _, side in ipairs(sides) do
      for _, mark in ipairs { "", "?", "~", "%" } do texts[#texts + 1] = side .. mark end
    end
    texts[#texts + 1], texts[#texts + 2] = "..", ""
    for _, a in ipairs(texts) do
      for _, text in ipairs { a, a .. "/.." } do seen[text] = true end
      for _, b in ipairs(texts) do seen[a .. "/" .. b] = true end
    end
    local worded_as = {}
    for text in pairs(seen) do
      local words = plain.date(text)
      assert.is_nil(worded_as[words], ("%s and %s are both '%s'"):format(text, worded_as[words], words))
      worded_as[words] = text
    end
  end)
end)
