-- Texts that are meant for numbers or days: cousins of case 37 in Frames, files of others and a dataset of one's own; and
-- what the values of columns are that mix texts and numbers, case 48.
-- Holds: base.written_values, base.meaning_of_text

local parley = require "parley"
local frame_queries = require "parley.query.sql.frame_queries"
local scratch = require "spec.support.scratch"

local at, remove
setup(function() at, remove = scratch.folder() end)
teardown(function() remove() end)

local COLUMNS = { share = { "5%", "12%", "9%" }, met = { "05/06/2025", "12/01/2024", "01/02/2026" },
  people = { "1,200", "30", "900" }, count = { "5", "12", "9" }, month = { "June 2025", "May 2024", "March 2023" },
  day = { "5. 6. 2025", "12. 1. 2024", "1. 2. 2026" }, price = { "$5", "$1,200", "$40" },
  sum = { "5 USD", "40 USD", "9 USD" }, cost = { "€ 5 million", "€ 40 million", "€ 9 million" },
  balance = { "(5)", "12", "(900)" }, rank = { "1st", "10th", "2nd" }, clock = { "3:00 PM", "11:00 AM", "1:15 p.m." },
  hour = { "9:30", "10:00", "23:00" }, met_on = { "Monday, 5 June 2025", "Fri 12 January 2024", "1st Feb 2026" },
  loose = { "2025-6-5", "2024-11-12", "2025-12-1" }, quarter = { "Q1 2025", "Q2 2024", "Q3 2023" } }
local FINE = { code = { "040", "12", "9" }, even = { "05", "12", "31" }, iso = { "2025-06-05", "2024-01-12", "2026-02-01" },
  word = { "5-7", "12 men", "nine" }, hours = { "09:30", "noon", "23:00" },
  rooms = { "5 OMB", "12 OMB", "9 OMB" }, place = { "Minsk 2015", "Geneva 2016", "Paris 2019" } }

local function each_column(visit)
  for name, values in pairs(COLUMNS) do visit(name, values, true) end
  for name, values in pairs(FINE) do visit(name, values, false) end
end

-- The columns as a Frame, in a file of others and in a dataset.
local function frame()
  local rows = { {}, {}, {} }
  each_column(function(name, values)
    for i = 1, 3 do rows[i][name] = values[i] end
  end)
  return parley.frame(rows)
end

local function foreign()
  local names, rows = {}, { {}, {}, {} }
  each_column(function(name, values)
    names[#names + 1] = name .. " text"
    for i = 1, 3 do table.insert(rows[i], "'" .. values[i] .. "'") end
  end)
  local path = at "letters.db"
  local store = require("parley.core").open(path, { mode = "rwc" })
  store:exec(("create table t(%s)"):format(table.concat(names, ", ")))
  for i = 1, 3 do store:exec(("insert into t values (%s)"):format(table.concat(rows[i], ", "))) end
  store:close()
  return assert(parley.open(path, { schema = false }))
end

local function own()
  local ds = assert(parley.open ":memory:")
  ds:add("sources", { id = "s" })
  each_column(function(name) ds:add_column("people", name .. "_", { type = "text" }) end)
  for i = 1, 3 do
    local row = { id = "p" .. i, name = "n" .. i }
    each_column(function(name, values) row[name .. "_"] = values[i] end)
    ds:add("people", row, { source = "s" })
  end
  return ds
end

local function refused(part, ask, ...)
  local ok, err = pcall(ask, ...)
  assert.is_false(ok, part)
  assert.is_truthy(tostring(err):find(part, 1, true), tostring(err))
end

describe("the order of texts that are meant for numbers or days", function()
  local theirs, mine
  setup(function() theirs, mine = foreign(), own() end)
  teardown(function()
    theirs:close()
    mine:close()
  end)

  local function each_query(visit)
    local f = frame()
    visit(f, "")
    visit(frame_queries.of(f), "")
    visit(theirs.t, "")
    visit(mine.people, "_")
  end

  it("is told by sort, once", function()
    each_query(function(q, ending)
      each_column(function(name, _, odd)
        local notes = q:sort(name .. ending .. " desc"):notes()
        assert.equal(odd and 1 or 0, #notes, name)
        if odd then assert.equal("guessed", notes[1].kind) end
        assert.equal(#notes, #q:sort(name .. ending):frame():notes())
      end)
      assert.matches("and not by days: it is text, since row 1 has '05/06/2025'", q:sort("met" .. ending):notes()[1].note)
      assert.matches("and not by times: it is text, since row 1 has '9:30'", q:sort("hour" .. ending):notes()[1].note)
      assert.matches("its numbers, such as '5', are texts", q:sort("count" .. ending):notes()[1].note)
    end)
  end)

  it("is refused in max and min, and asked for by a function of one's own", function()
    each_query(function(q, ending)
      each_column(function(name, values, odd)
        local column = name .. ending
        if odd then
          refused("max() of " .. column .. " would go by letters", q.max, q, column)
          refused("by letters", function() return q:summarise(("min(%s) as least"):format(column)):frame() end)
        else
          assert.is_string(q:max(column), name)
        end
        assert.equal(1, q:where(column .. " = ?", values[1]):count())
      end)
    end)
    mine:define("number_of", function(t) return tonumber((t:gsub("%%", ""))) end)
    assert.equal(12, mine.people:max "number_of(share_)")
  end)

  it("is refused beside a literal and between two columns", function()
    each_query(function(q, ending)
      for name, value in pairs { price = "$ 9", clock = "2 PM", share = "8%", met = "01/01/2025",
        people = "1,000", count = "8", day = "1. 1. 2025" } do
        refused("would go by letters", function() return q:where(("%s%s > ?"):format(name, ending), value):count() end)
      end
      refused("would go by letters", function()
        return q:where(("share%s < word%s"):format(ending, ending)):count()
      end)
    end)
  end)

  it("is found through a path and a join", function()
    assert.equal(3, mine.people:join(mine.people:select("id", "share_ as share"), { on = "id" }):count())
    refused("max() of share_", function()
      return mine.people:join(mine.people:select("id", "name as n"), { on = "id" }):max "share_"
    end)
    mine:add("statements", { id = "st", speaker = "p1", text = "x" }, { source = "s" })
    mine:add("statements", { id = "su", speaker = "p2", text = "y" }, { source = "s" })
    assert.equal(1, #mine.statements:sort("speaker.share_"):notes())
    refused("max() of share_", mine.statements.max, mine.statements, "speaker.share_")
  end)

  it("is that of the words that there are, by when the query runs", function()
    local ds <close> = assert(parley.open ":memory:")
    ds:add("sources", { id = "s" })
    assert.is_nil(ds.people:max "name")
    ds:add("people", { id = "p", name = "10%" }, { source = "s" })
    refused("max() of name", ds.people.max, ds.people, "name")
    for i = 1, 2 do ds:add("people", { id = "q" .. i, name = "Anna " .. i }, { source = "s" }) end
    assert.equal("Anna 2", ds.people:max "name")
  end)
end)

describe("columns of another's file that mix texts and numbers", function()
  local ds
  setup(function()
    local path = at "mixed.db"
    local store = require("parley.core").open(path, { mode = "rwc" })
    store:exec [[create table t(id integer, v, n real, w integer, m);
      insert into t values (1, 5, 1.5, 3, 1), (2, 'abc', 2, 4, 2.5), (3, 2.5, 'n/a', 5, null)]]
    store:close()
    ds = assert(parley.open(path, { schema = false }))
  end)
  teardown(function() ds:close() end)

  it("have texts in rows, values, Frames and every format", function()
    local q, expected = ds.t, { { "5", "1.5", 3, 1.0 }, { "abc", "2.0", 4, 2.5 }, { "2.5", "n/a", 5, nil } }
    local f = q:frame()
    assert.same({ "integer", "text", "text", "integer", "number" }, f:types())
    local i = 0
    for row in q:rows() do
      i = i + 1
      assert.same(expected[i], { row.v, row.n, row.w, row.m })
      assert.equal(math.type(expected[i][4]), math.type(row.m))
      assert.same({ row.v, row.n, row.w, row.m }, { f[i].v, f[i].n, f[i].w, f[i].m })
    end
    assert.equal(3, i)
    for id, v, n in q:each() do assert.same({ expected[id][1], expected[id][2] }, { v, n }) end
    assert.equal("5", q:first().v)
    assert.equal("5", q:where("id = 1"):one().v)
    assert.equal("text", q:where("id = 1"):frame():types()[2])
    assert.equal("2.5", q:all()[3].v)
    for _, form in ipairs { "to_jsonl", "to_json", "to_csv", "to_markdown" } do assert.equal(f[form](f), q[form](q)) end
  end)

  it("are told of once", function()
    local told = "v, n are text, since texts stand beside numbers: in v, row 2 of t has 'abc'"
    for _, notes in ipairs { ds.t:notes(), ds.t:frame():notes(), ds.t:where("id > 1"):notes() } do
      assert.equal(1, #notes)
      assert.equal(told, notes[1].note)
    end
    assert.equal(0, #ds.t:select("id", "w", "m"):notes())
    assert.same({ 2, 1 }, { #ds.t:sort("v"):notes(), #ds.t:select("id", "v"):sort("v"):notes() })
  end)
end)

it("a written number beside such texts is told how these are read, not that they are numbers", function()
  local f = parley.frame { { a = "5%", b = 1 }, { a = "12%", b = 2 } }
  local _, err = pcall(f.where, f, "a > '6%'")
  assert.matches("decimal = and thousands = read such files", err.message, 1, true)
  assert.is_nil(err.message:find("types =", 1, true))
end)
