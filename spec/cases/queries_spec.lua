-- Questions that once gave wrong answers without a word, by their numbers, with cousins of each; of Frames, and of the
-- same rows in SQL.

local parley = require "parley"
local frame_queries = require "parley.query.sql.frame_queries"
local scratch = require "spec.support.scratch"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

-- Both engines, asked the same.
local function each_engine(rows, ask)
  local f = parley.frame(rows)
  ask(f)
  ask(frame_queries.of(f))
end

local function refused(why, call, ...)
  local done, problem = pcall(call, ...)
  assert.is_false(done)
  assert.matches(why, tostring(problem), 1, true)
end

describe("names", function()
  it("case 62: a number that is the name of a column is refused where a column is to be expected", function()
    local path = scratch.file(at "wide.csv", "country,2019,2020,2019-20\nUKR,5,6,7\nRUS,7,8,9\n")
    local f = parley.read(path)
    for _, q in ipairs { f, frame_queries.of(f) } do
      assert.equal(12, q:sum '"2019"')
      assert.equal("RUS", q:sort('"2019" desc'):first().country)
      for _, condition in ipairs { "2019 > 6", "2019 - 20 > 6", "2019-20 > 6", "6 < 2019", "2019 in (5)",
        "2019 between 1 and 6", "round(2019, 1) > 6", "2019 + 1 > 6", "2019 is not nil", "-2019 < 0", "-(2019 + 1) < 0" } do
        refused('in double quotes, as "2019"', q.where, q, condition)
      end
      refused('in double quotes, as "2020"', q.mean, q, "2020")
      refused("2019", q.sort, q, "2019 desc")
      refused('in double quotes, as "2019"', q.sort, q, "-2019")
      assert.equal(2, q:where('"2019" > -2019'):count())
      refused("2019", q.select, q, "2019")
      refused("2019", q.by, q, "2019")
      -- a number where a number is to be expected, in parentheses, or as a parameter
      assert.equal(0, q:where('"2019" > 2019'):count())
      assert.equal(2, q:where("(2019) > 6"):count())
      assert.equal(2, q:where("? > 6", 2019):count())
    end
    refused("2019-20", parley.frame { { ["2019-20"] = 1 } }.sum, parley.frame { { ["2019-20"] = 1 } }, "2019-20")
  end)

  it("case 50: the columns of a pivot are called as exactly as their values", function()
    each_engine({ { r = 1, x = 0.1 + 0.7 }, { r = 1, x = 0.8 }, { r = 1, x = 1e21 } }, function(q)
      assert.same({ "r", "0.7999999999999999", "0.8", "1e+21" },
        table.move(q:pivot { rows = "r", columns = "x" }:columns(), 1, 4, 1, {}))
    end)
  end)
end)

describe("a join", function()
  local left = parley.frame { { id = "a" }, { id = "b" }, { id = "c" } }
  local right = parley.frame { { lid = "a", n = 10 }, { lid = "b" } }

  it("case 53: to the left keeps the right key, which tells a partner without a value from none", function()
    for _, q in ipairs { left, frame_queries.of(left) } do
      local joined = q:join(right, { on = { id = "lid" }, kind = "left" })
      assert.same({ "id", "n", "lid" }, table.move(joined:select("id", "n", "lid"):columns(), 1, 3, 1, {}))
      assert.equal(2, joined:count "lid")
      assert.equal(1, joined:count "n")
      -- and where both keys have one name, several times
      local other = right:select("lid as id", "n")
      local twice = q:join(other, { on = "id", kind = "left" }):join(other:select("id", "n as m"), { on = "id",
        kind = "left" })
      assert.same({ "id", "m", "n", "right_id", "right_id_2" }, (function()
        local names = table.move(twice:columns(), 1, 5, 1, {})
        table.sort(names)
        return names
      end)())
      assert.equal(2, twice:count "right_id_2")
      assert.same({ "id", "n" }, table.move(q:join(other, { on = "id" }):columns(), 1, 3, 1, {}))
      assert.same({ "id", "id_there", "n" }, (function()
        local names = table.move(q:join(other, { on = "id", kind = "left", suffix = "_there" }):columns(), 1, 3, 1, {})
        table.sort(names)
        return names
      end)())
    end
  end)

  it("case 53: raises where one partner was expected and there are several", function()
    local several = parley.frame { { lid = "b" }, { lid = "a", n = 1 }, { lid = "a", n = 2 }, {}, {} }
    for _, q in ipairs { left, frame_queries.of(left) } do
      local joined = q:join(several, { on = { id = "lid" }, expect = "one" })
      refused("lid = a stands on the right 2 times", joined.count, joined)
      assert.equal(2, q:join(right, { on = { id = "lid" }, expect = "one" }):count())
    end
    refused("expect of join()", left.join, left, right, { on = { id = "lid" }, expect = "two" })
  end)
end)

describe("a limit", function()
  local rows = { { k = "a", n = 3 }, { k = "b", n = 2 }, { k = "c", n = 2 }, { k = "d", n = 2 }, { k = "e" },
    { k = "f" } }

  it("that cuts rows level with the last says so, or takes them in", function()
    each_engine(rows, function(q)
      local first = q:sort("n desc"):limit(2)
      assert.equal("2 rows beyond limit(2) stand level with the last one; limit(2, {ties = true}) takes them in",
        first:notes()[1].note)
      assert.equal(2, first:frame():notes()[1].count)
      assert.equal(0, #q:sort("n desc"):limit(1):notes())
      assert.equal(0, #q:sort("n desc"):limit(4):notes())
      assert.equal(1, q:sort("n desc"):limit(5):notes()[1].count)          -- missing beside missing
      assert.equal(1, q:sort("n desc"):limit(1, 2):notes()[1].count)
      for n, wanted in pairs { [0] = 0, [1] = 1, [2] = 4, [3] = 4, [4] = 4, [5] = 6, [9] = 6 } do
        assert.equal(wanted, q:sort("n desc"):limit(n, { ties = true }):count())
      end
      assert.equal(3, q:sort("n desc"):limit(1, 1, { ties = true }):count())
      assert.equal("b", q:sort("n desc", "k"):limit(1, 1, { ties = true }):first().k)
      refused("needs a sort() before it", q.limit, q, 2, { ties = true })
      refused("has no option 'tie'", q.sort(q, "n").limit, q:sort "n", 2, { tie = true })
    end)
  end)

  it("after a pivot works as ever", function()
    each_engine({ { k = "a", n = 3 }, { k = "b", n = 3 } }, function(q)
      local cut = q:pivot { rows = "k", columns = "n" }:sort("k"):limit(1)
      assert.equal(1, cut:count())
      assert.equal(0, #cut:notes())
      assert.equal(1, #cut:frame():all())
    end)
  end)

  it("by dates keeps those of the same days", function()
    local ds = parley.open()
    local cut, whole = ds.demands:sort("made"):limit(3), ds.demands:sort("made"):limit(3, { ties = true })
    assert.equal(whole:count() - 3, cut:notes()[1].count)
    local f = ds.demands:select("id", "made"):frame()
    assert.equal(whole:count(), f:sort("made"):limit(3, { ties = true }):count())
  end)
end)

describe("previews", function()
  it("case 51: show numbers that differ as different, and what was written down whole", function()
    assert.equal("x\n12345678.5\n12345679.5\n1234567.891",
      tostring(parley.frame { { x = 12345678.5 }, { x = 12345679.5 }, { x = 1234567.891 } })
        :gsub(" ", ""):gsub("\n[^\n]*$", ""))
    assert.equal("x\n0.333333\n666666.67", (tostring(parley.frame { { x = 1 / 3 }, { x = 2e6 / 3 } })
      :gsub(" ", ""):gsub("\n[^\n]*$", "")))
    assert.equal("x\n0.3\n0.30000000000000004", (tostring(parley.frame { { x = 0.3 }, { x = 0.1 + 0.2 } })
      :gsub(" ", ""):gsub("\n[^\n]*$", "")))
  end)

  it("show as many rows as are asked for, of queries and Frames", function()
    local rows = {}
    for i = 1, 25 do rows[i] = { n = i } end
    each_engine(rows, function(q)
      assert.equal(27, select(2, q:show("all"):gsub("[^\n]+", "")))
      assert.equal(6, select(2, q:show(3):gsub("[^\n]+", "")))          -- a header, the rows, more of them, the footer
      assert.equal(13, select(2, q:show():gsub("[^\n]+", "")))
      refused("must be a whole number", q.show, q, -1)
      refused("must be a whole number", q.show, q, "every")
    end)
  end)

  it("case 75: of a query that cannot run say why", function()
    local q = parley.frame { { a = math.maxinteger } }:select "a + 1 as x"
    assert.matches("cannot run: integer overflow", tostring(q))
  end)
end)

describe("words of a vocabulary", function()
  it("case 55: are known under like, on paths and in functions of the column", function()
    local ds <close> = parley.open()
    for condition, rows in pairs { ["lower(topic) = 'ceasefire'"] = 4, ["upper(topic) = 'CEASEFIRE'"] = 4,
      ["trim(topic) in ('ceasefire', 'children')"] = 6, ["topic like 'cease%'"] = 4, ["topic like 'arms\x5fsupply'"] = 1,
      ["topic like '%_f_re'"] = 4, ["party like 'ukr%'"] = 15, ["party like 'nobody%'"] = 0,
      ["party.name like 'Ukrane'"] = 0, ["talk.kind like 'r%d'"] = 26, ["starts_with(topic, 'cease')"] = 4,
      ["ends_with(topic, 'fire')"] = 4, ["contains(topic, 'CEASE')"] = 4 } do
      assert.equal(rows, ds.demands:where(condition):count(), condition)
    end
    for condition, why in pairs {
      ["lower(topic) = 'ceasfire'"] = "'ceasfire' is no topic; did you mean 'ceasefire'?",
      ["fold(topic) in ('ceasefire', 'ceasfire')"] = "'ceasfire' is no topic",
      ["topic != 'Ceasefire'"] = "'Ceasefire' is no topic",
      ["topic like 'ceasfi%'"] = "'ceasfi%' is no topic", ["topic not like 'ceasfire'"] = "'ceasfire' is no topic",
      ["starts_with(topic, 'Cease')"] = "'Cease' is no topic", ["ends_with(topic, 'Fire')"] = "'Fire' is no topic",
      ["contains(topic, 'seace')"] = "'seace' is no topic",
      ["talk.kind like 'runde'"] = "'runde' is no talk kind", ["lower(talk.kind) = 'runde'"] = "'runde' is no talk kind",
      ["party like 'Ukraine'"] = "nothing in parties has the id 'Ukraine'; did you mean 'ukraine'?",
    } do
      local q = ds.demands:where(condition)
      refused(why, q.count, q)
    end
  end)

  it("case 55: are those that were added too, in any letters", function()
    local ds <close> = assert(parley.open ":memory:")
    ds:add("sources", { id = "s" })
    ds:add("demands", { id = "d", topic = "ceasefire" }, { source = "s" })
    local q = ds.demands:where "topic like 'air%'"
    refused("'air%' is no topic", q.count, q)
    ds:add("terms", { vocabulary = "topic", code = "airspace" })
    assert.equal(0, q:count())
    ds:add("terms", { vocabulary = "topic", code = "Église" })
    assert.equal(0, ds.demands:where("lower(topic) = 'église'"):count())
  end)
end)

describe("nil", function()
  it("case 54: where{} of no column is refused", function()
    each_engine({ { a = 1 } }, function(q)
      refused("where{} names no column", q.where, q, {})
      refused("where{} names no column", q.where, q, { a = nil })
    end)
  end)

  it("case 82: lists with holes are refused, and what is no list", function()
    local rows = {}
    for i = 1, 10 do rows[i] = { n = i } end
    rows[4] = nil
    refused("row 4 is nil", parley.frame, rows)
    refused("row 1 is nil", parley.frame, { nil, { n = 1 } })
    refused("'n' is a key", parley.frame, { n = 1 })
    refused("'n' is a key", parley.frame, { { n = 1 }, n = 1 })
    refused("columns = {...} of parley.frame() is nil", parley.frame, { { a = 1 } }, { columns = { nil, "a" } })
    each_engine({ { a = 1, b = 2 } }, function(q)
      refused("nil for item 2", q.where, q, { a = { 1, nil, 3 } })
      refused("nil for item 1", q.where, q, { a = { nil, 3 } })
      refused("item 2 of the list rows = {...} of pivot{} is nil", q.pivot, q,
        { rows = { "a", nil, "b" }, columns = "b" })
      refused("item 1 of the list on = {...} of join() is nil", q.join, q, parley.frame { { b = 1 } },
        { on = { nil, "b" } })
    end)
    assert.equal(0, parley.frame {}:count())
  end)

  it("case 83: in lists, bounds, patterns and conditions of an expression is refused", function()
    each_engine({ { a = 1, t = "x" } }, function(q)
      for _, condition in ipairs { "a in (1, nil)", "a not in (1, nil)", "a between nil and 3",
        "a not between 1 and nil", "t like nil", "contains(t, nil)" } do
        refused("with nil is never true", q.where, q, condition)
      end
      refused("with nil is never true", q.where, q, "a in (?, ?)", 1, nil)
      refused("with nil is never true", q.where, q, "t like ?", parley.null)
      assert.equal(1, q:where({ a = { 1, parley.null } }):count())
      assert.equal(1, q:where("coalesce(nil, a) = 1"):count())
    end)
  end)

  it("case 91: for the name of a column is refused", function()
    local f = parley.frame { { id = "a" } }
    refused("argument 1 of values() must be the name of a column (text), not nil", f.values, f, nil)
    refused("argument 2 of each() must be the name of a column (text), not nil", f.each, f, "id", nil)
    refused("count() needs an expression", f.count, f, nil)
    local q = parley.open().talks
    refused("argument 2 of select() must be an expression (text), not a nil", q.each, q, "id", nil)
    refused("count() needs an expression", q.count, q, nil)
  end)
end)
