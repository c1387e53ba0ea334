-- The SQL functions that are not about dates: aggregates, text and numbers, and what hostile values do to them.

require "parley.base.errors"          -- makes the sentences
local core = require "parley.core"

local store
setup(function() store = assert(core.open(":memory:", { mode = "memory" })) end)
teardown(function() store:close() end)

local function sql(expression, ...)
  return store:values("SELECT " .. expression, table.pack(...))
end

local function fails(message, expression, ...)
  local arguments = table.pack(...)
  assert.has_error(function() sql(expression, table.unpack(arguments, 1, arguments.n)) end, "parley: " .. message)
end

-- `SELECT aggregate FROM rows`, the rows given as SQL
local function over(rows, aggregate)
  return sql(("%s FROM (WITH t(x, w, p) AS (VALUES %s) SELECT * FROM t)"):format(aggregate, rows))
end

describe("best", function()
  it("takes the value of the greatest weight", function()
    assert.equal("b", over("('a', 1, 0), ('b', 3, 0), ('c', 2, 0)", "best(x, w)"))
    assert.equal("a", over("('a', -1, 0), ('b', -3, 0)", "best(x, w)"))
    assert.equal("a", over("('a', -9223372036854775808, 0)", "best(x, w)"))
    assert.equal("b", over("('a', 9223372036854775806, 0), ('b', 9223372036854775807, 0)", "best(x, w)"))
  end)

  it("takes the first of equals", function()
    assert.equal("a", over("('a', 2, 0), ('b', 2, 0), ('c', 1, 0)", "best(x, w)"))
  end)

  it("passes over rows without a weight or without a value", function()
    assert.equal("b", over("('a', NULL, 0), ('b', 1, 0), (NULL, 2, 0)", "best(x, w)"))
    assert.is_nil(over("('a', NULL, 0), (NULL, 2, 0)", "best(x, w)"))
    assert.is_nil((sql("best(x, 1) FROM (SELECT 1 AS x WHERE 0)")))
  end)

  it("keeps types: exact integers, reals, text with its length, blobs", function()
    assert.same({ 9007199254740993, "integer" }, { over("(9007199254740993, 1, 0)", "best(x, w), typeof(best(x, w))") })
    assert.equal(math.mininteger, over("(-9223372036854775808, 1, 0)", "best(x, w)"))
    assert.same({ 2.0, "real" }, { over("(2.0, 1, 0)", "best(x, w), typeof(best(x, w))") })
    assert.same({ "", "text" }, { over("('', 1, 0)", "best(x, w), typeof(best(x, w))") })
    assert.same({ "610062", "text" },
      { over("(CAST(x'610062' AS TEXT), 1, 0)", "hex(best(x, w)), typeof(best(x, w))") })
    assert.same({ "00FF00", "blob" }, { over("(x'00ff00', 1, 0)", "hex(best(x, w)), typeof(best(x, w))") })
    assert.same({ "", "blob" }, { over("(x'', 1, 0)", "hex(best(x, w)), typeof(best(x, w))") })
  end)

  it("changes type and length with its winner", function()
    assert.equal("short", over("('a much longer text than that', 1, 0), (5, 2, 0), ('short', 3, 0)", "best(x, w)"))
    assert.equal(5, over("('a text', 1, 0), (5, 2, 0)", "best(x, w)"))
    assert.equal(("y"):rep(5000), sql([[best(x, length(x)) FROM (SELECT 'x' AS x UNION ALL
      SELECT replace(hex(zeroblob(2500)), '0', 'y') UNION ALL SELECT 'zz')]]))
  end)

  it("works by group, several at once", function()
    local grouped = [[SELECT id, best(x, w) AS x, best(y, w) AS y FROM (SELECT 1 AS id, 'a' AS x, NULL AS y, 2 AS w
      UNION ALL SELECT 2, 'c', 'd', 1 UNION ALL SELECT 1, 'e', 'f', 1 UNION ALL SELECT 2, NULL, 'h', 2) GROUP BY id]]
    assert.equal("1 a f|2 c h", (sql("group_concat(id || ' ' || x || ' ' || y, '|') FROM (" .. grouped .. ")")))
  end)

  it("needs integers as weights", function()
    fails("best needs an integer as its weight", "best(1, 1.5)")
    fails("best needs an integer as its weight", "best(1, 'x')")
    fails("best needs an integer as its weight", "best('kept', w) FROM (SELECT 1 AS w UNION ALL SELECT 'x')")
  end)
end)

describe("list", function()
  it("joins values in the order of rows or of weights", function()
    assert.equal("b; a; c", over("('b', 3, 0), ('a', 1, 0), ('c', 2, 0)", "list(x)"))
    assert.equal("a; c; b", over("('b', 3, 0), ('a', 1, 0), ('c', 2, 0)", "list(x, w)"))
    assert.equal("c; b; a; d", over("('b', 1, 0), ('a', 1, 0), ('c', NULL, 0), ('d', 2, 0)", "list(x, w)"))
  end)

  it("leaves out what is missing and nothing else", function()
    assert.equal("; 1; 2.5; a", over("(NULL, 1, 0), ('', 2, 0), (1, 3, 0), (2.5, 4, 0), ('a', 5, 0)", "list(x)"))
    assert.equal("", over("('', 1, 0)", "list(x)"))
    assert.is_nil(over("(NULL, 1, 0)", "list(x)"))
    assert.equal("a\0b; c", over("(CAST(x'610062' AS TEXT), 1, 0), ('c', 1, 0)", "list(x)"))
  end)

  it("takes many rows", function()
    local numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i FROM n"
    local expected = {}
    for i = 1, 5000 do expected[i] = 5001 - i end
    assert.equal(table.concat(expected, "; "), (sql("list(i, -i) FROM (" .. numbers .. ")")))
  end)

  it("refuses weights that are no integers", function()
    fails("list needs an integer as its weight", "list('a', '2025')")
    fails("list needs an integer as its weight", "list(x, w) FROM (SELECT 'a' AS x, 1 AS w UNION ALL SELECT 'b', 0.5)")
  end)
end)

describe("median and quantile", function()
  local function quantile(values, p)
    local rows = {}
    for i, x in ipairs(values) do rows[i] = ("(%s, 0, 0)"):format(x) end
    return over(table.concat(rows, ", "), ("quantile(x, %s)"):format(p))
  end

  it("of a few values", function()
    assert.equal(2.0, over("(3, 0, 0), (1, 0, 0), (2, 0, 0)", "median(x)"))
    assert.equal(2.5, over("(4, 0, 0), (1, 0, 0), (3, 0, 0), (2, 0, 0)", "median(x)"))
    assert.equal(7.0, over("(7, 0, 0)", "median(x)"))
    assert.equal(1.5, over("(NULL, 0, 0), (1, 0, 0), (NULL, 0, 0), (2, 0, 0)", "median(x)"))
    assert.equal(3.25, over("('1.5', 0, 0), ('5', 0, 0)", "median(x)"))
    assert.is_nil(over("(NULL, 0, 0)", "median(x)"))
    assert.equal("float", math.type(over("(7, 0, 0)", "median(x)")))
  end)

  it("is R's type 7", function()
    local values = { 15, 20, 35, 40, 50 }
    assert.equal(15.0, quantile(values, 0))
    assert.equal(50.0, quantile(values, 1))
    assert.equal(20.0, quantile(values, 0.25))
    assert.equal(29.0, quantile(values, 0.4))
    assert.equal(46.0, quantile(values, 0.9))
    assert.equal(35.0, quantile(values, "'0.5'"))
  end)

  it("agrees with sorting", function()
    local seed, values = 12345, {}
    for i = 1, 999 do
      seed = (seed * 1103515245 + 12345) % 2147483648
      values[i] = seed % (i % 3 == 0 and 10 or 100000)
    end
    local sorted = table.move(values, 1, #values, 1, {})
    table.sort(sorted)
    for step = 0, 100 do
      local h = (#sorted - 1) * (step / 100)
      local below = math.floor(h)
      local low, high, share = sorted[below + 1], sorted[below + 2] or sorted[below + 1], h - below
      assert.is_near((1 - share) * low + share * high, quantile(values, step / 100), 1e-9)
    end
  end)

  it("takes sorted, equal and organ-pipe orders of a hundred thousand", function()
    local numbers = [[(WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
      SELECT i FROM n)]]
    assert.same({ 50000.0, -50000.0, 1.0, 25000.0 },
      { sql("median(i), median(-i), median(1), median(min(i, 100000 - i)) FROM " .. numbers) })
    assert.equal(99000.0, (sql("quantile(i, 0.99) FROM " .. numbers)))
  end)

  it("stays between its neighbours, and is never NaN", function()
    assert.equal(1e308, over("(1e308, 0, 0), (1e308, 0, 0)", "median(x)"))
    assert.equal(0.0, over("(-1.7e308, 0, 0), (1.7e308, 0, 0)", "median(x)"))
    assert.equal(math.huge, over("(9e999, 0, 0), (9e999, 0, 0)", "median(x)"))
    assert.is_nil(over("(-9e999, 0, 0), (9e999, 0, 0)", "median(x)"))
    assert.equal(0.1, quantile({ 0.1, 0.1, 0.1 }, 0.3))
  end)

  it("says what is wrong", function()
    local share = "quantile needs a share between 0 and 1 as its second argument"
    for _, p in ipairs { "-0.1", "1.1", "NULL", "'half'", "x'00'", "50" } do
      fails(share, "quantile(1, " .. p .. ")")
    end
    fails("quantile needs the same share in every row",
      "quantile(1, p) FROM (SELECT 0.1 AS p UNION ALL SELECT 0.2)")
    fails("median needs a number, not 'many'", "median('many')")
    fails("quantile needs a number, not a blob", "quantile(x'00', 0.5)")
  end)
end)

describe("contains", function()
  local cases = { -- text, needle, found
    { "Çırağan Palace", "ciragan", 1 },
    { "Çırağan Palace", "ÇIRAĞAN", 1 },
    { "Ciragan Palace", "Çırağan", 1 },
    { "Erdoğan", "ERDOGAN", 1 },
    { "Zelenskyy", "zelensky", 1 },
    { "ceasefire", "FIRE", 1 },
    { "ceasefire", "fires", 0 },
    { "ceasefire", "ceasefire", 1 },
    { "fire", "ceasefire", 0 },
    { "aaab", "aab", 1 },
    { "Київ", "київ", 1 },
    { "Київ", "киiв", 0 }, -- a Latin letter that only looks the same
    { "Straße", "STRASSE", 1 },
    { "caf\u{e9}", "cafe\u{301}", 1 },
    { "", "", 1 },
    { "x", "", 1 },
    { "", "x", 0 },
    { "x", "\u{301}", 1 },
    { "a\0b", "\0B", 1 },
    { "a\xffb", "\xffB", 1 },
    { "a\xffb", "\xfe", 0 },
    { "é\xff", "E\xff", 1 },
    { 2025, "02", 1 },
  }
  for i, case in ipairs(cases) do
    it(("%d: %q in %q"):format(i, case[2], case[1]), function()
      assert.equal(case[3], sql("contains(?, ?)", case[1], case[2]))
    end)
  end

  it("finds in long texts", function()
    local long = ("sözleşme "):rep(5000)
    assert.equal(1, sql("contains(?, ?)", long .. "Çırağan", "ciragan"))
    assert.equal(0, sql("contains(?, ?)", long, "ciragan"))
    assert.equal(1, sql("contains(?, ?)", ("talks "):rep(5000) .. "END", "s end"))
    assert.equal(1, sql("contains(?, ?)", long, long:upper()))
  end)

  it("is NULL for NULL", function()
    assert.same({ "null", "null" }, { sql("typeof(contains(NULL, 'a')), typeof(contains('a', NULL))") })
  end)
end)

describe("fold", function()
  it("is core.fold", function()
    for _, text in ipairs { "Çırağan", "plain", "", "Київ", "a\xff\xe2B", "x\0É" } do
      assert.equal(core.fold(text), sql("fold(?)", text))
    end
    assert.same({ "null", "12", "text" }, { sql("typeof(fold(NULL)), fold(12), typeof(fold(12))") })
  end)
end)

describe("like_exact", function()
  local cases = { -- pattern, text, matches
    { "abc", "abc", 1 }, { "abc", "ABC", 0 }, { "abc", "abcd", 0 }, { "abcd", "abc", 0 }, { "", "", 1 }, { "", "a", 0 },
    { "%", "", 1 }, { "%", "anything", 1 }, { "%%", "", 1 }, { "_", "", 0 }, { "_", "a", 1 }, { "_", "ab", 0 },
    { "a%", "abc", 1 }, { "%c", "abc", 1 }, { "%b%", "abc", 1 }, { "%d%", "abc", 0 }, { "a%c", "abcbc", 1 },
    { "a%b%c", "axxbyyc", 1 }, { "a%b%c", "axxcyyb", 0 }, { "%ab", "aab", 1 }, { "_%_", "a", 0 }, { "_%_", "ab", 1 },
    { "%_b", "aab", 1 }, { "a_c", "abc", 1 }, { "a_c", "aéc", 1 }, { "a__c", "aéc", 0 }, { "_", "東", 1 },
    { "%京", "東京", 1 }, { "é", "e\u{301}", 0 }, { "_", "\xff", 1 }, { "__", "\xe2\x82", 1 }, { "a\\%", "a\\b", 1 },
    { "a\0%", "a\0b", 1 }, { "a\0c", "a\0b", 0 },
  }
  for i, case in ipairs(cases) do
    it(("%d: %q on %q"):format(i, case[1], case[2]), function()
      assert.equal(case[3], sql("like_exact(?, ?)", case[1], case[2]))
    end)
  end

  it("does not explode with many wildcards", function()
    local before = os.clock()
    assert.equal(0, sql("like_exact(?, ?)", ("%a"):rep(60) .. "%b", ("a"):rep(20000)))
    assert.equal(1, sql("like_exact(?, ?)", ("%a_"):rep(60) .. "%", ("a"):rep(20000)))
    assert.is_true(os.clock() - before < 1)
  end)

  it("is NULL for NULL, and limits its pattern", function()
    assert.same({ "null", "null" }, { sql("typeof(like_exact(NULL, 'a')), typeof(like_exact('a', NULL))") })
    fails("a pattern for like is at most 50000 bytes long", "like_exact(?, 'a')", ("%"):rep(50001))
  end)
end)

describe("numbers", function()
  it("divide as reals, by zero to nothing", function()
    assert.same({ 3.5, 0.5, "real" }, { sql("divide(7, 2), divide(1, 2.0), typeof(divide(4, 2))") })
    assert.same({ "null", "null", "null", "null" },
      { sql("typeof(divide(1, 0)), typeof(divide(1, 0.0)), typeof(divide(NULL, 1)), typeof(divide(1, NULL))") })
    assert.equal(2.5, sql("divide('5', 2)"))
  end)

  it("have Lua's remainder", function()
    local numbers = { 7, -7, 3, -3, 1, -1, 5.5, -5.5, 2.5, -2.5, 0, math.maxinteger, math.mininteger, 1e-300, -1e-300,
      math.huge, -math.huge }
    for _, a in ipairs(numbers) do
      for _, b in ipairs(numbers) do
        local expected
        if b ~= 0 then expected = a % b end
        if expected ~= expected then expected = nil end
        local got = sql("mod_floor(?, ?)", a, b)
        assert.equal(expected, got, a .. " % " .. b)
        assert.equal(math.type(expected), math.type(got), a .. " % " .. b)
      end
    end
    assert.is_nil((sql("mod_floor(NULL, 2)")))
  end)

  it("add, subtract and multiply exactly or not at all", function()
    assert.same({ 5, -1, 6 }, { sql("checked_add(2, 3), checked_sub(2, 3), checked_mul(2, 3)") })
    assert.same({ 2.5, 1.5, 1.0 }, { sql("checked_add(2, 0.5), checked_sub(2, 0.5), checked_mul(2, 0.5)") })
    assert.same({ "null", "null", "null" },
      { sql("typeof(checked_add(NULL, 3)), typeof(checked_sub(2, NULL)), typeof(checked_mul(NULL, 'x'))") })
    assert.equal(9007199254740993, sql("checked_add(9007199254740992, 1)"))
    assert.equal(2 ^ 63, sql("checked_add(9223372036854775807, 1.0)"))
  end)

  it("name the integers that overflow", function()
    fails("integer overflow in 9223372036854775807 + 1", "checked_add(9223372036854775807, 1)")
    fails("integer overflow in -9223372036854775808 - 1", "checked_sub(-9223372036854775808, 1)")
    fails("integer overflow in 3037000500 * 3037000500", "checked_mul(3037000500, 3037000500)")
  end)

  -- Lua's own arithmetic wraps around; half of the operands tells what the sum would have been.
  local operations = {
    checked_add = { function(a, b) return a + b end, function(a, b) return a // 2 + b // 2 + (a & b & 1) end },
    checked_sub = { function(a, b) return a - b end, function(a, b) return a // 2 - b // 2 - (~a & b & 1) end },
    checked_mul = { function(a, b) return a * b end },
  }

  local function fits(name, a, b)
    local wrapped = operations[name][1](a, b)
    if name ~= "checked_mul" then return wrapped // 2 == operations[name][2](a, b) end
    return a == 0 or (wrapped // a == b and wrapped % a == 0 and not (a == -1 and b == math.mininteger))
  end

  it("overflow exactly where they must", function()
    local edges = { 0, 1, -1, 2, -2, 3, 3037000499, 3037000500, -3037000500, 4294967296, -4294967296,
      math.maxinteger, math.maxinteger - 1, math.mininteger, math.mininteger + 1, math.maxinteger // 2,
      math.mininteger // 2, math.maxinteger // 3 }
    for name, operation in pairs(operations) do
      for _, a in ipairs(edges) do
        for _, b in ipairs(edges) do
          local ok, got = pcall(sql, name .. "(?, ?)", a, b)
          assert.equal(fits(name, a, b), ok, ("%s(%d, %d)"):format(name, a, b))
          if ok then assert.equal(operation[1](a, b), got) end
        end
      end
    end
  end)

  it("are numbers", function()
    fails("+ needs a number, not 'many'", "checked_add('many', 1)")
    fails("- needs a number, not a blob", "checked_sub(1, x'31')")
    fails("/ needs a number, not ''", "divide('', 1)")
    fails("% needs a number, not '" .. ("ü"):rep(40) .. "'", "mod_floor(1, ?)", ("ü"):rep(100))
  end)
end)

describe("hostile values", function()
  local values = { "x''", "x'00'", "x'ff00fe'", "zeroblob(100000)", "CAST(x'e282' AS TEXT)", "char(0)",
    "CAST(x'00ff' AS TEXT)", "9223372036854775807", "-9e999", "1e-320", "''", "'%_%'", "hex(zeroblob(50000))" }
  local calls = {
    { 1, "edtf_start", "edtf_stop", "edtf_days", "edtf_first", "edtf_last", "edtf_year", "edtf_week", "edtf_day_text",
      "fold", "median", "list" },
    { 2, "edtf_overlaps", "edtf_during", "contains", "like_exact", "divide", "mod_floor", "checked_add",
      "checked_sub", "checked_mul", "best", "list", "quantile" },
    { 3, "edtf_surely", "edtf_possibly", "best_date" },
  }

  -- One call with values a and b: answered, or refused with a message of ours.
  local function try(name, count, a, b)
    local arguments = count == 1 and a or count == 2 and a .. ", " .. b or a .. ", " .. b .. ", " .. a
    local ok, message = pcall(sql, ("typeof(%s(%s))"):format(name, arguments))
    assert.truthy(ok or tostring(message):find("parley: [^\n]*%l%l%l"), message)
    if ok then assert.is_string(message) end
  end

  it("are answered or refused", function()
    for _, group in ipairs(calls) do
      for i = 2, #group do
        for _, a in ipairs(values) do
          for _, b in ipairs(values) do try(group[i], group[1], a, b) end
        end
      end
    end
  end)

  it("come back as they are", function()
    assert.equal("61FF00E282", (sql("hex(fold(CAST(x'41ff00e282' AS TEXT)))")))
    assert.equal("FF00; E2", (sql("list(x) FROM (SELECT x'ff00' AS x UNION ALL SELECT CAST(x'e2' AS TEXT))"))
      :gsub("[\0-\x1f\x7f-\xff]", function(c) return ("%02X"):format(c:byte()) end))
  end)
end)
