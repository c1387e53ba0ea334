-- What the functions that are called value by value answer at their edges: the same on both engines and the naive one.

require "parley.base.errors"          -- makes the sentences
local core = require "parley.core"
local query_of = require "spec.support.frame_query"
local plain_engine = require "spec.support.plain_engine"

local COLUMNS = {
  { name = "n", type = "integer", values = { 7 } }, { name = "x", type = "number", values = { 2.5 } },
  { name = "t", type = "text", values = { "Київ; Lviv; Odesa" } }, { name = "d", type = "date", values = { "2025-06-30" } },
  { name = "none", type = "text", values = { nil } }, { name = "nothing", type = "number", values = { nil } },
  { name = "open", type = "date", values = { "../2025-06-02" } }, { name = "yes", type = "boolean", values = { true } },
}

local function frame_of()
  local names, types, lists = {}, {}, {}
  for i, column in ipairs(COLUMNS) do names[i], types[i], lists[i] = column.name, column.type, column.values end
  return core.frame_new(names, types, 1, lists)
end

local function on(engine, text) return query_of(frame_of(), engine):select(text .. " as v"):frame():values("v")[1] end

local function plainly(text)
  local query = { table = { n = 1, columns = COLUMNS }, columns = {}, steps = { { verb = "select", args = { text .. " as v", n = 1 } } } }
  local answer = plain_engine.answer(query)
  return answer.frame and answer.frame:values("v")[1], answer.message
end

-- Text with "error: " before it: what every engine says, more or less.
local function check(text, wanted)
  local words = type(wanted) == "string" and wanted:match "^error: (.*)"
  for _, engine in ipairs { "columns", "sql" } do
    local ok, value = pcall(on, engine == "sql" and engine or nil, text)
    if words then
      assert(not ok and tostring(value):find(words, 1, true), ("%s: %s gives %s"):format(engine, text, tostring(value)))
    else
      assert(ok and value == wanted and math.type(value) == math.type(wanted),
        ("%s: %s gives %s, not %s"):format(engine, text, tostring(value), tostring(wanted)))
    end
  end
  local value, message = plainly(text)
  if words then assert(message, text .. " fails on no naive engine")
  else assert(value == wanted and not message, ("plainly: %s gives %s"):format(text, tostring(message or value))) end
end

-- A list of expressions and results, one behind the other; n counts them, as results may be missing.
local function check_all(list)
  for i = 1, list.n, 2 do check(list[i], list[i + 1]) end
end

it("numbers", function()
  check_all(table.pack(
    "sqrt(n + 2)", 3.0, "sqrt(-x)", nil, "sqrt(nothing)", nil, "sqrt(0)", 0.0,
    "ln(0)", nil, "ln(-1)", nil,
    "exp(1000)", "error: overflow", "exp(-1000)", 0.0, "exp(nothing)", nil, "exp(1e999)", 1 / 0,
    "power(n, 2)", 49.0, "power(-8, 1.0 / 3)", nil, "power(0, -1)", nil, "power(0, 0)", 1.0, "power(10, 400)", "error: overflow",
    "power(1e999, 2)", 1 / 0, "power(2, nothing)", nil,
    "floor(n)", 7, "ceil(n)", 7, "floor(x)", 2.0, "floor(-x)", -3.0, "ceil(-0.5)", 0.0, "1 / ceil(-0.5)", nil,
    "floor(1e300)", 1e300, "floor(9223372036854775807)", math.maxinteger,
    "sign(-x)", -1, "sign(0.0)", 0, "sign(n)", 1, "sign(nothing)", nil))
end)

it("greatest, least and if", function()
  check_all(table.pack(
    "greatest(n, x)", 7.0, "least(n, x)", 2.5, "greatest(n, nil)", 7, "greatest(nothing, nil)", nil,
    "greatest(none, 'b', 'a')", "b", "least('b', none, 'a')", "a", "least(9007199254740993, 9007199254740992.0)", 2.0 ^ 53,
    "greatest(yes, false)", true, "greatest(d, '2025-07')", "2025-07", "least('2025', d)", "2025", "greatest(open, d)", "2025-06-30",
    "greatest(open, open)", nil, "greatest(d, start('2025-06-30'))", "2025-06-30",
    "if(n > 5, 'much', 'little')", "much", "if(nothing > 5, 1, 2)", 2, "if(yes, n, x)", 7.0, "if(not yes, d, '2025')", "2025",
    "if(yes, nil, 'b')", nil, "if(yes, 1, power(10, 400 + n))", 1.0))
end)

it("text", function()
  check_all(table.pack(
    "replace(t, '; ', ', ')", "Київ, Lviv, Odesa", "replace('aaa', 'aa', 'b')", "ba", "replace('abc', '', 'x')", "abc",
    "replace('abc', 'B', 'x')", "abc", "replace(none, 'a', 'b')", nil, "replace('abab', 'ab', '')", "",
    "split_part(t, '; ', 2)", "Lviv", "split_part(t, '; ', -1)", "Odesa", "split_part(t, '; ', 4)", nil, "split_part(t, '; ', 0)", nil,
    "split_part(t, '; ', -4)", nil, "split_part('a,,b', ',', 2)", "", "split_part('abc', '', 1)", "abc", "split_part('abc', '', 2)", nil,
    "split_part('', ',', 1)", "", "split_part(t, '; ', -9223372036854775807)", nil,
    "starts_with(t, 'Ки')", true, "starts_with(t, 'ки')", false, "starts_with('', '')", true, "starts_with('a', 'ab')", false,
    "ends_with(t, 'sa')", true, "ends_with('a', 'ba')", false, "ends_with(none, '')", nil,
    "lpad('7', 3)", "  7", "lpad('Київ', 6, 'é')", "ééКиїв", "lpad('abc', 2)", "ab", "lpad('Київ', 2)", "Ки",
    "lpad('a', 6, 'xyz')", "xyzxya",
    "lpad('a', -1)", "", "lpad('a', 5, '')", "a", "lpad('a', 9223372036854775807)", "error: texts of at most",
    "lpad('a', n, none)", nil))
end)

it("distances", function()
  check_all(table.pack(
    "distance(0, 0, 0, 0)", 0.0, "round(distance(0, 0, 0, 180), 3)", 20015.114, "round(distance(90, 0, -90, 77), 3)", 20015.114,
    "round(distance(50.4501, 30.5234, 55.7558, 37.6173), 1)", 755.7, "distance(91, 0, 0, 0)", nil, "distance(0, 1e999, 0, 0)", nil,
    "distance(nothing, 0, 0, 0)", nil, "distance(1, 2, 3, 4) = distance(3, 4, 1, 2)", true))
end)

it("calendar units", function()
  check_all(table.pack(
    "date_diff('day', '2025-06-02', d)", 28, "date_diff('month', '2025-05-31', '2025-06-01')", 1,
    "date_diff('month', d, '2024-06')", -12, "date_diff('year', '2024-12-31', '2025')", 1, "date_diff('quarter', '2025-03', '2025-04')", 1,
    "date_diff('week', '2025-06-01', '2025-06-02')", 1, "date_diff('week', '2025-06-02', '2025-06-08')", 0,
    "date_diff('week', '1969-12-28', '1969-12-29')", 1, "date_diff('day', '2025-06', d)", nil, "date_diff('month', open, d)", nil,
    "date_diff('month', none, d)", nil, "date_diff('year', '-0001-12-31', '0001-01-01')", 2,
    "date_add(d, 1, 'day')", "2025-07-01", "date_add(d, -1, 'week')", "2025-06-23", "date_add('2024-02-29', 1, 'year')", "2025-02-28",
    "date_add('2025-08-31', 6, 'month')", "2026-02-28", "date_add('2025-01-31', -1, 'quarter')", "2024-10-31",
    "date_add('2025-06', 1, 'month')", nil, "date_add(open, 1, 'day')", nil, "date_add('2025-06-02?', 1, 'day')", "2025-06-03",
    "date_add(d, 9223372036854775807, 'month')", "error: overflow", "date_add('Y999999-12-31', 1, 'day')", "error: overflow",
    "date_add('9999-12-31', 1, 'day')", "Y10000-01-01", "date_add(d, 1, 'month') > d", true,
    "month(date_add(d, 1, 'month'))", 7))
end)

it("a unit is a word of a few", function()
  local ok, message = pcall(on, nil, "date_diff('monht', d, d)")
  assert.is_false(ok)
  assert.truthy(tostring(message):find("the first argument of date_diff() is 'day', 'week', 'month', 'quarter' or 'year'; "
    .. "did you mean 'month'?", 1, true), tostring(message))
  assert.is_false(pcall(on, nil, "date_add(d, 1, t)"))
end)

it("text in a column of any type is not a number", function()
  local ok, message = pcall(function()
    local store = assert(core.open(":memory:", { mode = "memory" }))
    return store:values("SELECT parley_sqrt('many')", { n = 0 })
  end)
  assert.is_false(ok)
  assert.truthy(tostring(message):find("sqrt needs a number, not 'many'", 1, true), tostring(message))
end)

describe("regexp", function()
  local store = assert(core.open(":memory:", { mode = "memory" }))
  local function matches(text, pattern)
    local ok, value = pcall(function() return (store:values("SELECT parley_regexp(?, ?)", { n = 2, text, pattern })) end)
    if not ok then return nil, tostring(value) end
    return value == 1
  end

  local PIECES = { "a", "b", ".", "%a", "%d", "%w", "%s", "%p", "%u", "%L", "%x", "%%", "[ab]", "[^a-c]", "[%w_]", "[]x]", "(", ")",
    "()", "%1", "*", "+", "-", "?", "^", "$", "%b()", "%f[%w]", "é", "[a-", "%", "0", " " }
  local TEXTS = { "a", "b", "c", "(", ")", " ", "0", "9", "é", "A", "-", "x", "]", "%" }

  local function random_text(pieces, most)
    local parts = {}
    for i = 1, math.random(0, most) do parts[i] = pieces[math.random(#pieces)] end
    return table.concat(parts)
  end

  it("answers as string.find does, for 20000 patterns and texts", function()
    math.randomseed(20250602)
    local compared, found = 0, 0
    for _ = 1, 20000 do
      local pattern, text = random_text(PIECES, 7), random_text(TEXTS, 12)
      local ok, first = pcall(string.find, text, pattern)
      local answer = matches(text, pattern)
      -- one that is malformed is refused here whatever the text is
      if ok and answer ~= nil then
        assert(answer == (first ~= nil), ("%q in %q: %s"):format(pattern, text, tostring(answer)))
        compared, found = compared + 1, found + (answer and 1 or 0)
      end
      assert(ok or answer == nil, ("%q is no pattern, but %s"):format(pattern, tostring(answer)))
    end
    assert(compared > 8000 and found > 2000, compared .. ", " .. found)
  end)

  it("refuses what is malformed, and says what is wrong", function()
    for pattern, words in pairs { ["[a"] = "']' is missing", ["(a"] = "'(' is not closed", ["a)"] = "')' closes nothing",
      ["%"] = "ends with '%'", ["%1"] = "names a capture", ["%f"] = "after '%f'", ["%bx"] = "two characters" } do
      local answer, message = matches("", pattern)
      assert(answer == nil and message:find(words, 1, true), pattern .. ": " .. tostring(message))
    end
  end)

  it("gives up where a pattern takes too long, soon", function()
    local started = os.clock()
    local answer, message = matches(("a"):rep(3000), ("a*"):rep(20) .. "b")
    assert.is_nil(answer)
    assert.truthy(message:find("gave up", 1, true), message)
    assert.is_nil((matches(("("):rep(20000), "%b()%b()x")))
    -- sets are looked through byte by byte
    assert.is_nil((matches(("a"):rep(100000), "[^" .. ("b"):rep(20000) .. "]*c")))
    assert.is_true(os.clock() - started < 2)
    assert.is_true(matches("b", "[" .. ("a"):rep(20000) .. "b]"))
    assert.is_true(matches(("a"):rep(100000) .. "b", "^a*b$"))
    assert.is_nil((matches("a", ("a?"):rep(201))))
  end)
end)
