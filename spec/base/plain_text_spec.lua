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
