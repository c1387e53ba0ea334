-- How far coders agree, on tables of ratings: published examples, cases by hand, a naive implementation, and what must
-- not matter.
-- Holds: coding.agreement, coding.coefficients, coding.levels, coding.rating_sums, coding.ratings,
--   coding.reliability_of_frame, coding.reliability_options

local core = require "parley.core"
local parley = require "parley"
local plain = require "spec.support.plain_agreement"
local scratch = require "spec.support.scratch"

-- Ratings -------------------------------------------------------------------------------------------------------

-- Units as lists of values, false where there is none, as a Frame with a row a rating.
local function long(units, value_of)
  local rows = {}
  for u, unit in ipairs(units) do
    for c, v in ipairs(unit) do
      if v then rows[#rows + 1] = { unit = u, coder = "c" .. c, value = value_of and value_of(v) or v } end
    end
  end
  return parley.frame(rows, { columns = { "unit", "coder", "value" } })
end

local LONG = { unit = "unit", coder = "coder", value = "value" }

-- Rows by measure.
local function measured(frame, given)
  local of = {}
  for name, value in pairs(given.coders and {} or LONG) do given[name] = value end
  given.bootstraps = given.bootstraps or 0
  for row in parley.reliability(frame, given):rows() do of[row.measure] = row end
  return of
end

local function value(frame, measure, level) return measured(frame, { level = level })[measure].value end

-- Texts of digits, a unit each; `*` is a missing value.
local function units_of(...)
  local units = {}
  for i, text in ipairs { ... } do
    units[i] = {}
    for digit in text:gmatch "[%d*]" do table.insert(units[i], digit ~= "*" and math.tointeger(digit)) end
  end
  return units
end

-- ## Published examples

-- Four coders, twelve units: table "C" of Krippendorff (2011), an example of R's packages irr and irrCAC.
local TABLE_C = units_of("11*1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "*555", "**11", "**3*")

-- Three coders, fifteen units, two of which nobody has rated.
local THREE = units_of("*1*", "***", "*22", "*11", "*33", "334", "444", "13*", "2*2", "1*1", "1*1", "3*3", "3*3", "***",
  "3*4")

describe("published examples", function()
  it("of alpha, over four levels", function()
    local expected = { nominal = .743421, ordinal = .815388, interval = .849107, ratio = .797403 }
    for level, alpha in pairs(expected) do assert.near(alpha, value(long(TABLE_C), "alpha", level), 1e-6, level) end
    assert.near(.691358, value(long(THREE), "alpha", "nominal"), 1e-6)
    assert.near(.810845, value(long(THREE), "alpha", "interval"), 1e-6)
  end)

  it("of AC1, of Fleiss' kappa and of percent agreement", function()
    local of = measured(long(TABLE_C), { level = "nominal" })
    assert.near(.775444, of.ac1.value, 1e-6)
    assert.near(.761169, of.fleiss.value, 1e-6)
    assert.near(.818182, of.agreement.value, 1e-6)
  end)

  it("of Cohen's kappa: a hundred cases that two have sorted into three classes", function()
    local units = {}
    for i, row in ipairs { { 13, 0, 0 }, { 0, 20, 7 }, { 0, 4, 56 } } do
      for j, n in ipairs(row) do
        for _ = 1, n do units[#units + 1] = { i, j } end
      end
    end
    local of = measured(long(units), { level = "nominal" })
    assert.near(.7964094, of.cohen.value, 1e-7)
    assert.near(.7962397, of.fleiss.value, 1e-7)          -- of two without gaps, Scott's pi
    assert.near(.89, of.agreement.value, 1e-9)
    assert.equal(100, of.cohen.units)
  end)
end)

-- ## By hand

describe("cases by hand", function()
  -- anna: a a b b, ben: a b b b
  local HAND = { { "a", "a" }, { "a", "b" }, { "b", "b" }, { "b", "b" } }

  it("of two coders", function()
    local of = measured(long(HAND), {})
    assert.near(3 / 4, of.agreement.value, 1e-12)
    assert.near((3 / 4 - 1 / 2) / (1 / 2), of.cohen.value, 1e-12)          -- chance: 2/4 · 1/4 + 2/4 · 3/4
    local chance = (3 / 8) ^ 2 + (5 / 8) ^ 2
    assert.near((3 / 4 - chance) / (1 - chance), of.fleiss.value, 1e-12)
    assert.near(1 - 7 * 2 / (2 * 3 * 5), of.alpha.value, 1e-12)          -- one unit differs, twice over
    local less = 2 * (3 / 8) * (5 / 8)
    assert.near((3 / 4 - less) / (1 - less), of.ac1.value, 1e-12)
  end)

  it("with weights: three steps, one unit a step apart, one two steps", function()
    local of = measured(long { { 1, 1 }, { 2, 2 }, { 3, 3 }, { 1, 2 }, { 3, 1 } }, { level = "ordinal" })
    -- left: 2 1 2, right: 2 2 1; of 25 pairs 1·(2·2+1·2+1·1+2·2) + 2·(2·1+2·2) = 11 + 12
    assert.near(1 - (3 / 5) / (23 / 25), of.cohen_linear.value, 1e-12)
    assert.near(1 - (5 / 5) / ((11 + 24) / 25), of.cohen_quadratic.value, 1e-12)
  end)

  it("of sets: the same, one in the other, overlapping, apart", function()
    local function alpha(level)
      return measured(long { { "a; b", "b; a" }, { "a", "a; b" }, { "b; c", "a; b" }, { "c", "d" } }, { level = level })
    end
    local values = { "a", "a; b", "b; c", "c", "d" }
    local distances = { ["a|a; b"] = 1 - 1 / 2 * 2 / 3, ["a; b|b; c"] = 1 - 1 / 3 * 1 / 3, ["b; c|c"] = 1 - 1 / 2 * 2 / 3 }
    local plainer = { ["a|a; b"] = 1 - 1 / 2, ["a; b|b; c"] = 1 - 1 / 3, ["b; c|c"] = 1 - 1 / 2 }
    local units = { { 2, 2 }, { 1, 2 }, { 3, 2 }, { 4, 5 } }
    for level, of in pairs { set = distances, jaccard = plainer } do
      local expected = plain.alpha(units, 2, function(a, b)
        return a == b and 0 or of[values[math.min(a, b)] .. "|" .. values[math.max(a, b)]] or 1
      end)
      assert.near(expected, alpha(level).alpha.value, 1e-12)
    end
    assert.equal(1 / 4, alpha "set".agreement.value)
  end)

  it("of dates: by their first and last days, so that a month and a day in it are nearer than two months", function()
    local function alpha(other)
      return value(long { { "2025-06-02", other }, { "2025-01-10", "2025-01-10" }, { "2025-09", "2025-09" } }, "alpha",
        "date")
    end
    local day, june = 20241, { 20240, 20269 }             -- 2025-06-02, and the days of the month
    local jan, sept = { 20098, 20098 }, { 20332, 20361 }
    local function half(a, b) return ((a[1] - b[1]) ^ 2 + (a[2] - b[2]) ^ 2) / 2 end
    assert.near(plain.alpha({ { { day, day }, june }, { jan, jan }, { sept, sept } }, 2, half), alpha "2025-06", 1e-9)
    assert.is_true(alpha "2025-06" > alpha "2025-08")
    assert.near(1, alpha "2025-06-02", 1e-12)
  end)

  it("of ranges: an open end counts as one beyond the furthest that anybody gives", function()
    local units = { { { 10, 20 }, { 10, 41 } }, { { 30, 30 }, { 30, 30 } }, { { 5, 15 }, { 5, 15 } } }
    local function half(a, b) return ((a[1] - b[1]) ^ 2 + (a[2] - b[2]) ^ 2) / 2 end
    local frame = long { { "10-20", "10-" }, { "30", "30–40" }, { "5-15", "5-15" } }
    units[2][2] = { 30, 40 }
    assert.near(plain.alpha(units, 2, half), value(frame, "alpha", "range"), 1e-9)
  end)
end)

-- ## A naive implementation

-- Units of random values, some of them missing.
local function random_units(n, coders, most, gaps)
  local units = {}
  for u = 1, n do
    local base = math.random(most)
    units[u] = {}
    for c = 1, coders do
      units[u][c] = math.random() >= gaps and (math.random() < .6 and base or math.random(most)) or false
    end
  end
  return units
end

local function without_gaps(units)
  local list = {}
  for i, unit in ipairs(units) do
    list[i] = {}
    for c, v in ipairs(unit) do list[i][c] = v or nil end
  end
  return list
end

-- All values that occur, sorted.
local function values_of(units)
  local seen, list = {}, {}
  for _, unit in ipairs(units) do
    for _, v in ipairs(unit) do
      if v and not seen[v] then seen[v], list[#list + 1] = true, v end
    end
  end
  table.sort(list)
  return list
end

local function check_weighted(of, units, coders, values, what)
  local span = values[#values] - values[1]
  local function linear(a, b) return 1 - math.abs(a - b) / span end
  local function quadratic(a, b) return 1 - ((a - b) / span) ^ 2 end
  assert.near(plain.gwet(units, coders, values, linear), of.ac2_linear.value, 1e-9, what)
  assert.near(plain.gwet(units, coders, values, quadratic), of.ac2_quadratic.value, 1e-9, what)
  if coders > 2 then return assert.is_nil(of.cohen_linear.value) end
  assert.near(plain.cohen(units, function(a, b) return math.abs(a - b) end), of.cohen_linear.value, 1e-9, what)
  assert.near(plain.cohen(units, function(a, b) return (a - b) ^ 2 end), of.cohen_quadratic.value, 1e-9, what)
end

local function check_all(units, coders, what)
  local frame, known, values = long(units), without_gaps(units), values_of(units)
  local of = measured(frame, { level = "interval" })
  assert.near(plain.agreement(known, coders), of.agreement.value, 1e-9, what)
  assert.near(plain.fleiss(known, coders), of.fleiss.value, 1e-9, what)
  assert.near(plain.gwet(known, coders, values, function(a, b) return a == b and 1 or 0 end), of.ac1.value, 1e-9, what)
  if coders == 2 then assert.near(plain.cohen(known, plain.DISTANCES.nominal), of.cohen.value, 1e-9, what) end
  check_weighted(of, known, coders, values, what)
  for level, distance in pairs(plain.DISTANCES) do
    assert.near(plain.alpha(known, coders, distance), value(frame, "alpha", level), 1e-9, what .. level)
  end
end

describe("a naive implementation", function()
  it("gives the same of random ratings", function()
    math.randomseed(16)
    for round = 1, 25 do
      local coders = math.random(2, 5)
      local units = random_units(math.random(12, 40), coders, math.random(2, 7), math.random() * .4)
      check_all(units, coders, "round " .. round .. " ")
    end
  end)

  it("draws the same units", function()
    for _, n in ipairs { 1, 7, 50 } do
      local counts, gives, got = {}, {}, {}
      for i = 1, n do counts[i], gives[i] = 1, { i, 1 } end
      local resampler = core.resampler(counts, gives, n)
      for number = 1, 3 do
        local expected = {}
        for i = 1, n do expected[i] = 0.0 end
        for _, place in ipairs(plain.drawn(n, 42, number)) do expected[place] = expected[place] + 1 end
        core.draw(resampler, 42, number, got)
        assert.same(expected, got)
      end
    end
  end)

  it("has the same interval", function()
    math.randomseed(17)
    local units = random_units(30, 2, 3, 0)
    -- rows stand by what the two said, as texts
    local rows = {}
    for i, unit in ipairs(units) do rows[i] = { unit[1], unit[2], text = ("1 %d 2 %d"):format(unit[1], unit[2]) } end
    table.sort(rows, function(a, b) return a.text < b.text end)
    local list = {}
    for number = 1, 200 do
      local drawn = {}
      for i, place in ipairs(plain.drawn(#rows, 5, number)) do drawn[i] = rows[place] end
      list[number] = plain.alpha(drawn, 2, plain.DISTANCES.interval)
    end
    table.sort(list)
    local of = measured(long(units), { level = "interval", bootstraps = 200, seed = 5 })
    assert.near(list[5], of.alpha.low, 1e-9)
    assert.near(list[196], of.alpha.high, 1e-9)
    assert.equal(200, of.alpha.draws)
  end)
end)

-- ## What must not matter, and what must

local function told(frame, given)
  local list = {}
  for name, row in pairs(measured(frame, given)) do
    list[name] = ("%.9f %.9f %.9f"):format(row.value or -9, row.low or -9, row.high or -9)
  end
  return list
end

describe("what makes no difference", function()
  local units
  before_each(function()
    math.randomseed(18)
    units = random_units(60, 3, 4, .2)
  end)

  it("is the order of units and of ratings, also to intervals", function()
    local expected = told(long(units), { level = "ordinal", bootstraps = 50 })
    for i = #units, 2, -1 do
      local j = math.random(i)
      units[i], units[j] = units[j], units[i]
    end
    assert.same(expected, told(long(units), { level = "ordinal", bootstraps = 50 }))
    local rows = long(units):all()
    table.sort(rows, function(a, b) return a.coder > b.coder end)
    assert.same(expected, told(parley.frame(rows), { level = "ordinal", bootstraps = 50 }))
  end)

  it("is which of three coders said what", function()
    local expected = told(long(units), { level = "interval", bootstraps = 50 })
    for _, unit in ipairs(units) do unit[1], unit[3] = unit[3], unit[1] end
    assert.same(expected, told(long(units), { level = "interval", bootstraps = 50 }))
  end)

  it("is who is the first of two", function()
    local two, swapped = {}, {}
    for i, unit in ipairs(units) do two[i], swapped[i] = { unit[1], unit[2] }, { unit[2], unit[1] } end
    assert.same(told(long(two), { level = "ratio" }), told(long(swapped), { level = "ratio" }))
  end)

  it("is that all units are there twice, but to alpha, which takes few values into account", function()
    local expected, twice = measured(long(units), { level = "interval" }), table.move(units, 1, 60, 61, { table.unpack(units) })
    local of = measured(long(twice), { level = "interval" })
    for _, name in ipairs { "agreement", "fleiss", "ac1", "ac2_linear", "ac2_quadratic" } do
      assert.near(expected[name].value, of[name].value, 1e-12)
    end
    assert.near(expected.alpha.value, of.alpha.value, .01)
    assert.equal(2 * expected.alpha.missing, of.alpha.missing)
  end)

  it("is the form of the table", function()
    local rows = {}
    for u, unit in ipairs(units) do
      rows[u] = { anna = unit[1] or nil, ben = unit[2] or nil, cleo = unit[3] or nil, k = u }
    end
    local wide = parley.frame(rows, { columns = { "k", "anna", "ben", "cleo" } })
    local of = told(wide, { coders = { "cleo", "anna", "ben" }, level = "ordinal" })
    assert.same(told(long(units), { level = "ordinal" }), of)
  end)

  it("is what words stand for numbers, to what is nominal", function()
    local words = { "no", "yes", "perhaps", "none" }
    local expected, of = told(long(units), { level = "nominal" }),
      told(long(units, function(v) return words[v] end), { level = "nominal" })
    assert.same(expected, of)
    assert.same(told(long(units), { level = "ordinal" }),
      told(long(units, function(v) return words[v] end), { level = "ordinal", order = words }))
  end)
end)

describe("perfect agreement", function()
  it("is 1 wherever it is defined, at every level", function()
    local units = units_of("111", "222", "33*", "111")
    for _, level in ipairs { "nominal", "ordinal", "interval", "ratio", "range", "set", "jaccard" } do
      for name, row in pairs(measured(long(units), { level = level })) do
        if not name:find "cohen" then assert.near(1, row.value, 1e-12, level .. name) end
      end
    end
  end)

  it("is 1 of two coders by each kappa", function()
    local of = measured(long(units_of("11", "22", "33")), { level = "ordinal" })
    for _, name in ipairs { "cohen", "cohen_linear", "cohen_quadratic" } do assert.near(1, of[name].value, 1e-12) end
  end)
end)

-- ## Undefined

describe("what is undefined", function()
  local function why(frame, given)
    local list = {}
    for name, row in pairs(measured(frame, given)) do list[name] = row.value == nil and row.why or row.value end
    return list
  end

  it("says so where all values are the same; that they agree is a fact", function()
    local same = "undefined: all values are the same, so that agreement cannot be told from chance"
    for _, level in ipairs { "nominal", "interval" } do
      local of = why(long(units_of("11", "11", "1*")), { level = level, bootstraps = 20 })
      assert.equal(1.0, of.agreement)
      of.agreement = nil
      for name, text in pairs(of) do assert.equal(same, text, level .. name) end
    end
  end)

  it("says so of one coder, and of none", function()
    for _, text in pairs(why(long(units_of("1", "2")), {})) do
      assert.equal("undefined: one coder, nobody to agree with", text)
    end
    assert.equal("undefined: one coder, nobody to agree with", why(long {}, { level = "nominal" }).alpha)
  end)

  it("says so where no unit has two values", function()
    for _, text in pairs(why(long(units_of("1*", "*2")), {})) do
      assert.equal("undefined: no unit has values of two coders", text)
    end
  end)

  it("says so of Cohen's kappa where there are more than two", function()
    assert.equal("undefined: of two coders, and there are more: ask two at a time",
      why(long(TABLE_C), { level = "nominal" }).cohen)
  end)

  it("is an interval of which too many draws are undefined", function()
    local row = measured(long(units_of("11", "11", "11", "12")), { level = "nominal", bootstraps = 200 }).alpha
    assert.is_number(row.value)
    assert.is_nil(row.low)
    assert.truthy(row.why:find "^no interval: undefined in %d+ of 200 draws$")
    assert.is_true(row.draws < 190)
  end)

  it("is no number at any level, whatever is missing", function()
    math.randomseed(19)
    for _ = 1, 60 do
      local units = random_units(math.random(1, 4), math.random(1, 3), 2, .4)
      for row in parley.reliability(long(units), { unit = "unit", coder = "coder", value = "value",
        level = "ordinal", bootstraps = 30 }):rows() do
        for _, name in ipairs { "value", "low", "high" } do
          assert.is_true(row[name] == nil or row[name] == row[name] and math.abs(row[name]) < math.huge)
        end
        assert.is_true((row.value == nil) == (row.why ~= nil and row.why:find "^undefined" ~= nil))
      end
    end
  end)
end)

describe("an interval", function()
  it("is the same for a seed, another one for another, and holds the value", function()
    local frame = long(random_units(80, 2, 3, .1))
    local one = measured(frame, { bootstraps = 100, seed = 1 })
    local again, other = measured(frame, { bootstraps = 100, seed = 1 }), measured(frame, { bootstraps = 100, seed = 2 })
    assert.same(one, again)
    assert.is_true(one.alpha.low ~= other.alpha.low or one.alpha.high ~= other.alpha.high)
    for _, row in pairs(one) do assert.is_true(row.low <= row.value and row.value <= row.high) end
  end)
end)

describe("levels", function()
  it("are those of the columns, unless one is asked for, and say what they mean", function()
    local f = parley.frame({ { a = 1, b = 1.5, w = "x", d = "2025-06" }, { a = 2, b = 2.5, w = "y", d = "2025-07" } })
    for given, expected in pairs { interval = { "a", "b" }, nominal = { "w", "w" } } do
      local row = parley.reliability(f, { coders = expected, bootstraps = 0 }):first()
      assert.equal(given, row.level)
      assert.equal(given .. ": ", row.says:match "^%w+: ")
    end
  end)
end)

describe("mistakes", function()
  local frame = parley.frame({ { unit = 1, coder = "anna", value = "x" }, { unit = 1, coder = "ben", value = "y" } })

  local function refused(given, of) return scratch.refusal(parley.reliability, of or frame, given) end

  it("name the column, the option and the way out", function()
    assert.equal("parley: value names no column 'valu' of the Frame; did you mean 'value'?",
      refused { unit = "unit", coder = "coder", value = "valu" })
    assert.truthy(refused {}:find "needs the columns of a Frame: {unit = , coder = , value = }")
    assert.truthy(refused { coders = {} }:find "needs the columns of a Frame")
    assert.truthy(refused { unit = "unit", coder = "coder", value = "value", level = "nominl" }
      :find "did you mean 'nominal'?", 1, true)
    assert.truthy(refused({ unit = "unit", coder = "coder", value = "value" }, 3):find "takes a Frame or a query")
  end)

  it("name the value that has no place at the level", function()
    for level, text in pairs { interval = "'x' of value cannot be compared at the level interval",
      date = "'x' of value cannot be compared at the level date", range = "'x' of value cannot be compared at the level range",
      ordinal = "'x' of value has no place among the values" } do
      assert.truthy(refused { unit = "unit", coder = "coder", value = "value", level = level }:find(text, 1, true), level)
    end
    assert.truthy(refused({ coders = { "a" }, level = "ratio" }, parley.frame { { a = -1 } }):find "at the level ratio")
  end)

  it("tell of a unit that is rated twice, and of rows of nobody", function()
    local twice = parley.frame({ { u = 7, c = "anna", v = 1 }, { u = 7, c = "anna", v = 2 } })
    assert.truthy(refused({ unit = "u", coder = "c", value = "v" }, twice):find "anna has rated 7 twice")
    local nobody = parley.frame({ { u = 7, c = "anna", v = 1 }, { u = 8, v = 2 } })
    assert.truthy(refused({ unit = "u", coder = "c", value = "v" }, nobody):find "row 2 has no c")
  end)

  it("tell of numbers of draws and seeds that are none", function()
    local given = { coders = { "value" } }
    for _, n in ipairs { -1, 1.5, "many", 1e9 } do
      given.bootstraps = n
      assert.truthy(refused(given):find "bootstraps must be a whole number from 0 to 1000000", 1, true)
    end
    assert.truthy(refused({ coders = { "value" }, seed = "x" }):find "seed must be a whole number")
  end)
end)
