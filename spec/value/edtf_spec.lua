-- Dates with precision: every form with its first and last day, every refusal with its message, and the
-- comparisons against an enumeration of days.

require "parley.base.errors"          -- makes the sentences
local core = require "parley.core"

local store
setup(function() store = assert(core.open(":memory:", { mode = "memory" })) end)
teardown(function() store:close() end)

-- What core.date and core.day say of a text that they do not take.
local function why_not(_, err) return err.sentence end

local function sql(expression, ...)
  return store:values("SELECT " .. expression, table.pack(...))
end

-- "first last" as people read them, with -- for an unbounded side.
local function days_of(text)
  local first, last, flags = core.date(text)
  assert(flags, last)
  return (first and core.day_text(first) or "--") .. " " .. (last and core.day_text(last) or "--")
end

local function flags_of(text)
  local set = select(3, core.date(text))
  local names = {}
  for name, bit in pairs(core.date_flags) do
    if set & bit ~= 0 then names[#names + 1] = name end
  end
  table.sort(names)
  return table.concat(names, " ")
end

describe("a date covers", function()
  local covers = {
    -- days, months, years
    { "2025-06-02", "2025-06-02 2025-06-02" },
    { "1970-01-01", "1970-01-01 1970-01-01" },
    { "2025-06", "2025-06-01 2025-06-30" },
    { "2025-12", "2025-12-01 2025-12-31" },
    { "2025", "2025-01-01 2025-12-31" },
    { "0000", "0000-01-01 0000-12-31" },
    { "9999-12-31", "9999-12-31 9999-12-31" },
    -- leap years, and the centuries that are none
    { "2024-02", "2024-02-01 2024-02-29" },
    { "2023-02", "2023-02-01 2023-02-28" },
    { "2000-02", "2000-02-01 2000-02-29" },
    { "1900-02", "1900-02-01 1900-02-28" },
    { "0000-02-29", "0000-02-29 0000-02-29" },
    { "-0004-02", "-0004-02-01 -0004-02-29" },
    -- years before and beyond
    { "-0001", "-0001-01-01 -0001-12-31" },
    { "-0044-03-15", "-0044-03-15 -0044-03-15" },
    { "-9999", "-9999-01-01 -9999-12-31" },
    { "Y12025", "Y12025-01-01 Y12025-12-31" },
    { "Y-12025", "Y-12025-01-01 Y-12025-12-31" },
    { "Y999999", "Y999999-01-01 Y999999-12-31" },
    { "Y-999999", "Y-999999-01-01 Y-999999-12-31" },
    { "Y12024-02", "Y12024-02-01 Y12024-02-29" },
    -- what is not specified
    { "201X", "2010-01-01 2019-12-31" },
    { "20XX", "2000-01-01 2099-12-31" },
    { "-201X", "-2019-01-01 -2010-12-31" },
    { "-20XX", "-2099-01-01 -2000-12-31" },
    { "2004-XX", "2004-01-01 2004-12-31" },
    { "1985-04-XX", "1985-04-01 1985-04-30" },
    { "1985-XX-XX", "1985-01-01 1985-12-31" },
    { "2024-02-XX", "2024-02-01 2024-02-29" },
    -- seasons
    { "2025-21", "2025-03-01 2025-05-31" },
    { "2025-22", "2025-06-01 2025-08-31" },
    { "2025-23", "2025-09-01 2025-11-30" },
    { "2025-24", "2025-12-01 2026-02-28" },
    { "2023-24", "2023-12-01 2024-02-29" },
    { "9999-24", "9999-12-01 Y10000-02-29" },
    -- qualifiers change no day
    { "2025-06-01?", "2025-06-01 2025-06-01" },
    { "2025-05~", "2025-05-01 2025-05-31" },
    { "2025%", "2025-01-01 2025-12-31" },
    { "2025-21?", "2025-03-01 2025-05-31" },
    { "201X~", "2010-01-01 2019-12-31" },
    -- intervals
    { "2025-06-20/2025-06-30", "2025-06-20 2025-06-30" },
    { "2025-06-20/2025-06-20", "2025-06-20 2025-06-20" },
    { "2025-05/2025-06", "2025-05-01 2025-06-30" },
    { "2025/2025-06", "2025-01-01 2025-06-30" },
    { "2025-06-15/2025-06", "2025-06-15 2025-06-30" },
    { "2025-06/2025-06-10", "2025-06-01 2025-06-10" },
    { "2024-24/2025", "2024-12-01 2025-12-31" },
    { "201X/2025-06-XX", "2010-01-01 2025-06-30" },
    { "-0044/0014-08-19", "-0044-01-01 0014-08-19" },
    { "2025-06-01?/2025-06-30~", "2025-06-01 2025-06-30" },
    { "2025-03/..", "2025-03-01 --" },
    { "2025-03/", "2025-03-01 --" },
    { "../2025-06-30", "-- 2025-06-30" },
    { "/2025-06", "-- 2025-06-30" },
    { "2025-03~/..", "2025-03-01 --" },
  }
  for _, case in ipairs(covers) do
    it(case[1], function() assert.equal(case[2], days_of(case[1])) end)
  end
end)

describe("flags of", function()
  local flags = {
    { "2025-06-02", "" },
    { "2025-XX-XX", "" },
    { "2025-06-02?", "uncertain" },
    { "2025-06~", "approximate" },
    { "2025%", "approximate uncertain" },
    { "2025-06-01?/2025-06-30", "uncertain" },
    { "2025-06-01/2025-06-30~", "approximate" },
    { "2025-06-01?/2025-06-30~", "approximate uncertain" },
    { "2025-03/..", "open_last" },
    { "../2025-03", "open_first" },
    { "2025-03/", "unknown_last" },
    { "/2025-03", "unknown_first" },
    { "2025-03%/..", "approximate open_last uncertain" },
  }
  for _, case in ipairs(flags) do
    it(case[1], function() assert.equal(case[2], flags_of(case[1])) end)
  end
end)

describe("refused is", function()
  local TIME = "a time of day is a column of its own; for example 2025-06-02"
  local SLASHES = "with slashes nobody can tell day from month; write year-month-day; for example 2025-06-02"
  local DIGITS = "write year-month-day in digits; for example 2025-06-02"
  local WORDS = "a month is a number, and an unspecified digit is a capital X; for example 2025-06-XX"
  local FIRST = "the year comes first and has four digits; for example 2025-06-02"
  local NO_YEAR = "it does not begin with a year; for example 2025-06-02"
  local TWO = "month and day have two digits each; for example 2025-06-02"
  local END = "a qualifier comes at the end; for example 2025-06-02"
  local LEVEL_2 = "only the last one or two digits of a year may be X; for example 201X or 20XX"
  local SEASON = "of the season codes only 21 to 24 are read; for example 2025-04/2025-06"
  local SET = "sets of dates are not read; write the interval they lie in; for example 2025-06-02/2025-06-08"
  local SIDE = "one side of an interval must be a date; leave out a date nobody knows; for example 2025-03/.."
  local ORDER = "the interval ends before it starts; for example 2025-06-20/2025-06-30"
  local DASHES = "year, month and day are separated by '-'; for example 2025-06-02"
  local PLAIN = "only plain digits, '-', '/', '.', 'X' and 'Y' stand in a date; for example 2025-06-02"
  local REST = "something follows the date; for example 2025-06-02"
  local HALF = "a month or day is known or is XX, not half of it; for example 2025-06-XX"
  local refusals = {
    { "", "it is empty; leave a missing date out; for example 2025-06-02" },
    { "unknown", DIGITS },
    { "2 June 2025", DIGITS },
    { "June 2025", DIGITS },
    { "02-Jun-2025", WORDS },
    { "2025-06-xx", WORDS },
    { "02/06/2025", SLASHES },
    { "2025/06/02", SLASHES },
    { "2/6", FIRST },
    { "02.06.2025", "write year-month-day with '-'; for example 2025-06-02" },
    { "2025.06", "write year-month-day with '-'; for example 2025-06-02" },
    { "02-06-2025", FIRST },
    { "25-06-02", FIRST },
    { "20250602", DASHES },
    { "202506", DASHES },
    { "12025", "a year of more than four digits begins with 'Y'; for example Y12025" },
    { "Y2025", "'Y' is only for a year of more than four digits; for example 2025" },
    { "Y02025", "a year with 'Y' does not begin with 0; for example Y12025" },
    { "Y1234567", "years go no further than six digits; for example Y-12025" },
    { "Y99999999999999999999", "years go no further than six digits; for example Y-12025" },
    { "-0000", "the year 0 has no sign; for example 0000" },
    { "+2025", NO_YEAR },
    { "2025-6-2", TWO },
    { "2025-153", TWO },
    { "2025-", TWO },
    { "2025-06-", TWO },
    { "2025-00", "there is no month 00; for example 2025-06" },
    { "2025-13", "there is no month 13; for example 2025-06" },
    { "2025-20-01", "there is no month 20; for example 2025-06" },
    { "2025-42", "there is no month 42; for example 2025-06" },
    { "2025-02-29", "February 2025 has 28 days; for example 2025-06-02" },
    { "2024-02-30", "February 2024 has 29 days; for example 2025-06-02" },
    { "1900-02-29", "February 1900 has 28 days; for example 2025-06-02" },
    { "2025-06-31", "June 2025 has 30 days; for example 2025-06-02" },
    { "2025-06-00", "June 2025 has 30 days; for example 2025-06-02" },
    { "2025-06-02T10:00", TIME },
    { "2025-06-02T10:00:00Z", TIME },
    { "2025-06-02T10", TIME },
    { "2025-06-02 10:00", TIME },
    { "2025-06-01/2025-06-02T10:00", TIME },
    { "10:00", TIME },
    { "2025-06-02 ", "no space stands in a date; for example 2025-06-02" },
    { " 2025", "no space stands in a date; for example 2025-06-02" },
    { "?2025", END .. "?" },
    { "~2025", END .. "~" },
    { "%2025", END .. "%" },
    { "2025?-06-02", "a qualifier comes at the end, and nothing follows a day; for example 2025-06-02?" },
    { "2025-06-02-", "a qualifier comes at the end, and nothing follows a day; for example 2025-06-02?" },
    { "2025?~", REST },
    { "2025-06-02Z", WORDS },
    { "1XXX", LEVEL_2 },
    { "XXXX", LEVEL_2 },
    { "XXXX-06-02", LEVEL_2 },
    { "201X-06", "a month needs a year without X; for example 201X" },
    { "1985-XX-04", "a day needs its month; for example 2025-XX-XX" },
    { "2025-1X", HALF },
    { "2025-06-1X", HALF },
    { "2025-06-X1", TWO },
    { "2025-21-01", "a season has no day; for example 2025-21" },
    { "2025-25", SEASON },
    { "2025-33", SEASON },
    { "2025-41", SEASON },
    { "2025-W23", "weeks are not read; write their first and last day; for example 2025-06-02/2025-06-08" },
    { "Y17E7", "exponents and significant digits are not read; for example 1950/1959" },
    { "1950S2", "exponents and significant digits are not read; for example 1950/1959" },
    { "[2025-06-02,2025-06-03]", SET },
    { "{2025,2026}", SET },
    { "2025-03..", "'..' stands alone on its side of '/'; for example 2025-03/.." },
    { "..", NO_YEAR },
    { "../..", SIDE },
    { "/", SIDE },
    { "/..", SIDE },
    { "2025-06-30/2025-06-20", ORDER },
    { "2025-06/2025-05-31", ORDER },
    { "2025/2024", ORDER },
    { "2025-06-02/2025-06-31", "June 2025 has 30 days; for example 2025-06-02" },
    { "2025/06", FIRST },
    { "2025-06-02//", NO_YEAR },
  }
  for _, case in ipairs(refusals) do
    it(("'%s'"):format(case[1]), function()
      local first, message, none = core.date(case[1])
      assert.is_nil(first)
      assert.equal(("'%s' is not a date: %s"):format(case[1], case[2]), message.sentence)
      assert.is_nil(none)
    end)
  end

  it("a text with other bytes, shown escaped", function()
    assert.equal([['2025\xE2\x80\x9306' is not a date: ]] .. PLAIN, why_not(core.date("2025–06")))
    assert.equal([['2025-06-02\x00' is not a date: ]] .. REST, why_not(core.date("2025-06-02\0")))
    assert.equal([['\x0A' is not a date: ]] .. NO_YEAR, why_not(core.date("\n")))
    assert.equal([['\xFF' is not a date: ]] .. PLAIN, why_not(core.date("\xff")))
  end)

  it("a long text, shown cut", function()
    local shown = ("1"):rep(40) .. "..."
    assert.equal(("'%s' is not a date: a year of more than four digits begins with 'Y'; for example Y12025")
      :format(shown), why_not(core.date(("1"):rep(100000))))
  end)
end)

describe("a day", function()
  it("is a number of days since 1970", function()
    assert.equal(0, core.day("1970-01-01"))
    assert.equal(-1, core.day("1969-12-31"))
    assert.equal(20241, core.day("2025-06-02"))
    assert.equal(-719528, core.day("0000-01-01"))
    assert.equal(20241, core.day("2025-06-02?"))
  end)

  it("is one day", function()
    local day, message = core.day("2025-06")
    assert.is_nil(day)
    assert.equal("'2025-06' is more than one day; write one as 2025-06-02", message.sentence)
    assert.equal("'2025-06-31' is not a date: June 2025 has 30 days; for example 2025-06-02",
      why_not(core.day("2025-06-31")))
  end)

  it("prints as the text it is read from", function()
    local day, expected = core.day("1599-12-31"), 0
    for year = 1600, 2000 do
      for month = 1, 12 do
        local text = ("%04d-%02d"):format(year, month)
        local first, last = core.date(text)
        assert.equal(day + 1, first)
        assert.equal(("%s-%02d"):format(text, last - first + 1), core.day_text(last))
        day, expected = last, expected + last - first + 1
      end
    end
    assert.equal(146097 + 366, expected)
  end)

  it("prints over the whole range of numbers", function()
    assert.equal("Y-5877641-06-23", core.day_text(-2 ^ 31 | 0))
    assert.equal("Y5881580-07-11", core.day_text(2 ^ 31 - 1 | 0))
    assert.equal("-0001-12-31", core.day_text(core.day("0000-01-01") - 1))
    assert.equal("Y10000-01-01", core.day_text(core.day("9999-12-31") + 1))
    local _, err = pcall(core.day_text, 2 ^ 31 | 0)
    assert.same({ "out_of_range", "no calendar reaches day 2147483648" }, { err.code, err.message })
  end)
end)

describe("in SQL", function()
  it("first and last day, as numbers and as texts", function()
    assert.same({ 20240, 20269, 30, "2025-06-01", "2025-06-30" }, { sql([[edtf_start(?1), edtf_stop(?1),
      edtf_days(?1), edtf_first(?1), edtf_last(?1)]], "2025-06") })
    assert.equal("2025-06-02", sql("edtf_day_text(?)", 20241))
  end)

  it("NULL on an unbounded side", function()
    local all = "edtf_start(?1), edtf_first(?1), edtf_stop(?1), edtf_last(?1), edtf_days(?1)"
    assert.same({ n = 5, 20148, "2025-03-01", nil, nil, nil }, table.pack(sql(all, "2025-03/..")))
    assert.same({ n = 5, nil, nil, 20178, "2025-03-31", nil }, table.pack(sql(all, "/2025-03")))
  end)

  it("NULL for NULL", function()
    local calls = { "edtf_start(NULL)", "edtf_stop(NULL)", "edtf_days(NULL)", "edtf_first(NULL)", "edtf_last(NULL)",
      "edtf_year(NULL)", "edtf_quarter(NULL)", "edtf_month(NULL)", "edtf_week(NULL)", "edtf_day(NULL)",
      "edtf_day_text(NULL)", "edtf_surely(NULL, '2025', '2025')", "edtf_surely('<', NULL, '2025')",
      "edtf_surely('<', '2025', NULL)", "edtf_possibly('<', NULL, '2025')", "edtf_possibly('<', '2025', NULL)",
      "edtf_overlaps(NULL, '2025')", "edtf_overlaps('2025', NULL)", "edtf_during(NULL, '2025')",
      "edtf_during('2025', NULL)" }
    for _, call in ipairs(calls) do assert.equal("null", sql("typeof(" .. call .. ")"), call) end
  end)

  -- Whose message it is, is said by public calls alone.
  local function fails(message, ...)
    local done, e = pcall(sql, ...)
    assert.is_false(done)
    assert.equal(message, (tostring(e):gsub("^parley: ", "")))
  end

  it("a text that is not a date is an error with the parser's message", function()
    local message = "'2025-02-29' is not a date: February 2025 has 28 days; for example 2025-06-02"
    local calls = { "edtf_start(?1)", "edtf_stop(?1)", "edtf_days(?1)", "edtf_first(?1)", "edtf_last(?1)",
      "edtf_year(?1)", "edtf_quarter(?1)", "edtf_month(?1)", "edtf_week(?1)", "edtf_day(?1)",
      "edtf_surely('<', ?1, '2025')", "edtf_possibly('<', '2025', ?1)", "edtf_overlaps('2025', ?1)",
      "edtf_during(?1, '2025')" }
    for _, call in ipairs(calls) do fails(message, call, "2025-02-29") end
  end)

  it("misuse says what is wanted", function()
    fails("'=>' is no comparison of dates; use < <= > >= = != between or in", "edtf_surely('=>', '2025', '2025')")
    fails("edtf_day_text needs a number of days since 1970-01-01 as an integer", "edtf_day_text('2025-06-02')")
    fails("edtf_day_text needs a number of days since 1970-01-01 as an integer", "edtf_day_text(3000000000)")
  end)
end)

describe("a part of a date", function()
  local parts = { -- year, quarter, month, ISO week, day
    { "2025-06-02", 2025, 2, 6, 23, 2 },
    { "2025-06", 2025, 2, 6, nil, nil },
    { "2025-06-XX?", 2025, 2, 6, nil, nil },
    { "2025", 2025, nil, nil, nil, nil },
    { "201X", nil, nil, nil, nil, nil },
    { "2025-04/2025-06", 2025, 2, nil, nil, nil },
    { "2025-01/2025-03", 2025, 1, nil, nil, nil },
    { "2025-03/2025-04", 2025, nil, nil, nil, nil },
    { "2025-22", 2025, nil, nil, nil, nil },
    { "2025-24", nil, nil, nil, nil, nil },
    { "2025-06-02/2025-06-08", 2025, 2, 6, 23, nil },
    { "2025-06-01/2025-06-02", 2025, 2, 6, nil, nil },
    { "2025-06-30/2025-07-01", 2025, nil, nil, 27, nil },
    { "2025-06-02/2025-06-02", 2025, 2, 6, 23, 2 },
    { "2024-06-02/2025-06-02", nil, nil, nil, nil, nil },
    { "2025-06-02/..", nil, nil, nil, nil, nil },
    { "/2025-06-02", nil, nil, nil, nil, nil },
    { "-0044-03-15", -44, 1, 3, 11, 15 },
    { "Y12025-12-31", 12025, 4, 12, 1, 31 },
  }
  for _, case in ipairs(parts) do
    it("of " .. case[1], function()
      local expected = table.pack(table.unpack(case, 2, 6))
      assert.same(expected, table.pack(sql(
        "edtf_year(?1), edtf_quarter(?1), edtf_month(?1), edtf_week(?1), edtf_day(?1)", case[1])))
    end)
  end

  -- The year's last days may lie in week 1 of the next, its first in week 52 or 53 of the last.
  local weeks = { ["2018-12-31"] = 1, ["2020-12-31"] = 53, ["2021-01-01"] = 53, ["2021-01-03"] = 53,
    ["2021-01-04"] = 1, ["2022-01-01"] = 52, ["2022-01-02"] = 52, ["2022-01-03"] = 1, ["2024-12-29"] = 52,
    ["2024-12-30"] = 1, ["2025-01-01"] = 1, ["2026-12-31"] = 53, ["2027-01-03"] = 53, ["1969-12-29"] = 1,
    ["1970-01-01"] = 1, ["1970-01-04"] = 1, ["1970-01-05"] = 2, ["1960-01-03"] = 53, ["2000-01-02"] = 52 }
  it("is the ISO week at the borders of years", function()
    for text, week in pairs(weeks) do assert.equal(week, sql("edtf_week(?)", text), text) end
    assert.equal(1, sql("edtf_week('2024-12-30/2025-01-05')"))
  end)

  it("is the quarter of every month", function()
    for month = 1, 12 do
      assert.equal((month - 1) // 3 + 1, sql("edtf_quarter(?)", ("2025-%02d"):format(month)))
    end
  end)
end)

describe("comparing", function()
  it("has a period on the right, and an imprecise date on the left may be undecided", function()
    local all = "edtf_compare(?1, ?2, ?3), edtf_surely(?1, ?2, ?3), edtf_possibly(?1, ?2, ?3)"
    local function answers(...)
      local plain, surely, possibly = sql(all, ...)
      return ("%s %d %d"):format(plain, surely, possibly)
    end
    assert.equal("1 1 1", answers("<", "2025-05", "2025-06-02"))
    assert.equal("nil 0 1", answers("<", "2025-06", "2025-06-02"))
    assert.equal("0 0 0", answers("<", "2025-07", "2025-06-02"))
    assert.equal("0 0 0", answers("<", "2025-06-15", "2025-06"))
    assert.equal("0 0 0", answers(">", "2025-06-15", "2025-06"))
    assert.equal("1 1 1", answers("=", "2025-06", "2025-06"))
    assert.equal("1 1 1", answers("=", "2025-06-15", "2025-06"))
    assert.equal("nil 0 1", answers("=", "2025-06", "2025-06-15"))
    assert.equal("1 1 1", answers("=", "2025-06-02", "2025-06-02?"))
    assert.equal("nil 0 1", answers(">", "2025-03/..", "2030"))
    assert.equal("0 0 0", answers("<", "2025-03/..", "../2030"))
    assert.equal("1 1 1", answers(">=", "2025-03/", "2025-03-01"))
    assert.equal("nil 0 1", answers("!=", "2025-06", "2025-06-02"))
  end)

  it("between two periods, or among several", function()
    assert.same({ 1, 0 }, { sql("edtf_compare('between', '2020', '2019', '2020'), edtf_compare('between', '2021', '2019', '2020')") })
    assert.equal("null", sql("typeof(edtf_compare('between', '2020/2021', '2019', '2020'))"))
    assert.equal(1, sql("edtf_compare('in', '2019-12/2020-01', '2020', '2019')"))
    assert.equal(0, sql("edtf_compare('in', '2021', '2020', '2019')"))
    assert.equal(1, sql("edtf_compare('in', '2020', '2020', NULL)"))
    assert.equal("null", sql("typeof(edtf_compare('in', '2021', '2020', NULL))"))
    assert.equal(1, sql("edtf_possibly('in', '2020/2021', '2020', NULL)"))
    assert.equal(0, sql("edtf_compare('between', '2018', '2019', NULL)"))
    assert.equal("null", sql("typeof(edtf_possibly('between', '2019', '2019', NULL))"))
    assert.equal(0, sql("edtf_compare('between', '2019', '2020', '2018')"))
  end)

  -- Texts over six days around a month's end, and the days each may mean. Open sides reach further than any
  -- other day that occurs, which for a comparison is as good as for ever.
  local LOWEST, FIRST, LAST, HIGHEST = -5, 1, 6, 12
  local function day_text(day) return core.day_text(core.day("2025-05-28") + day) end

  local function small_dates()
    local dates = {}
    local function put(text, first, last) dates[#dates + 1] = { text = text, first = first, last = last } end
    for a = FIRST, LAST do
      put(day_text(a), a, a)
      put(day_text(a) .. "/..", a, HIGHEST)
      put("/" .. day_text(a), LOWEST, a)
      for b = a + 1, LAST do put(day_text(a) .. "/" .. day_text(b), a, b) end
    end
    return dates
  end

  local passes = {
    ["<"] = function(day, b) return day < b.first end, ["<="] = function(day, b) return day <= b.last end,
    [">"] = function(day, b) return day > b.last end, [">="] = function(day, b) return day >= b.first end,
    ["="] = function(day, b) return day >= b.first and day <= b.last end,
    ["!="] = function(day, b) return day < b.first or day > b.last end,
  }
  local OPS = { "<", "<=", ">", ">=", "=", "!=" }

  -- 1 and 0 for: every day passes; some day does
  local function enumerate(holds, a, b)
    local every, some = 1, 0
    for day = a.first, a.last do
      if holds(day, b) then some = 1 else every = 0 end
    end
    return every, some
  end

  local function expected(a, b)
    local answers, n = {}, 0
    for _, op in ipairs(OPS) do
      answers[n + 1], answers[n + 2] = enumerate(passes[op], a, b)
      n = n + 2
    end
    answers[n + 1] = select(2, enumerate(passes["="], a, b))
    local inside = 1
    for day = a.first, a.last do
      if day < b.first or day > b.last then inside = 0 end
    end
    answers[n + 2] = inside
    return table.concat(answers, " ")
  end

  it("agrees with an enumeration of days", function()
    local calls = {}
    for i, op in ipairs(OPS) do
      calls[i] = ("edtf_surely('%s', ?1, ?2), edtf_possibly('%s', ?1, ?2)"):format(op, op)
    end
    local all = table.concat(calls, ", ") .. ", edtf_overlaps(?1, ?2), edtf_during(?1, ?2)"
    local dates = small_dates()
    assert.equal(33, #dates)
    for _, a in ipairs(dates) do
      for _, b in ipairs(dates) do
        local got = table.concat({ sql(all, a.text, b.text) }, " ")
        assert.equal(expected(a, b), got, a.text .. " and " .. b.text)
      end
    end
  end)
end)
