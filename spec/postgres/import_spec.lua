-- ds:import into a dataset on a server: the same files leave there what they leave in memory, and reports say the same.
-- Holds: import.piece_loader, storage.statements.loaded_rows

local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"

local EVENTS = "id,date,act,mentions,place\ne1,2025-06-02,talk,3,Lund\ne2,2025-06,breach,,\ne3,2025-13,talk,5,\n"
local EVENTS_AGAIN = "id,date,act,mentions,place\ne1,2025-06-02,talk,4,Lund\ne4,2025-07-01,talk,,\n"
local PARTIES = "id,name,kind\nnorland,Norland,state\nsund,Sund,state\n,Nobody,state\n"
local DEMANDS = "id,party,topic,made,text\nd1,norland,ceasefire,2025-06,A truce\nd2,nowhere,ceasefire,2025-06-03,Another\n"

server.needed(describe, it, pending)("imports into a dataset on a server", function()
  local at, remove, name, there, here

  setup(function()
    at, remove = scratch.folder()
    name = ("spec_import_%d_%d"):format(os.time(), math.random(1 << 30))
    there = assert(parley.create(server.address() .. "?schema=" .. name))
    here = assert(parley.open ":memory:")
  end)

  teardown(function()
    there.store:exec(("SET client_min_messages = error; DROP SCHEMA %s CASCADE"):format(name))
    there:close()
    here:close()
    remove()
  end)

  -- What an import says, and what is in some tables afterwards.
  local function imported(ds, target, text, options)
    options.source = { id = options.id, title = "A list", published = options.published }
    options.id, options.published, options.on_error = nil, nil, "quarantine"
    local report = assert(ds:import(target, scratch.file(at "given.csv", text), options))
    local left = { report.read, report.added, report.updated, report.unchanged, report.quarantined }
    for _, table_name in ipairs { "events", "parties", "demands", "sources" } do
      left[table_name] = ds[table_name]:sort("id"):all()
    end
    left.aside = ds.quarantine:sort("table", "line"):select("table", "line", "column", "code"):all()
    return left
  end

  local function both(target, text, options)
    local function copy()
      local list = {}
      for key, value in pairs(options) do list[key] = value end
      return list
    end
    local left = imported(here, target, text, copy())
    assert.same(left, imported(there, target, text, copy()))
    return left
  end

  it("are those of a dataset in memory: rows, again, claims, and what is set aside", function()
    assert.equal(2, both("events", EVENTS, { id = "s1", published = "2025-06-05" })[2])
    local again = both("events", EVENTS_AGAIN, { id = "s1", published = "2025-06-05" })
    assert.same({ 2, 1, 1, 0 }, { again[1], again[2], again[3], again[4] })
    assert.equal(1, both("parties", PARTIES, { id = "s2", published = "2025-06-06" })[5])
    assert.equal(1, both("demands", DEMANDS, { id = "s3", published = "2025-06-07" })[5])
    assert.equal(0, both("demands", DEMANDS, { id = "s3", published = "2025-06-07" })[2])
  end)

  it("take rows that were set aside once what they lack is there", function()
    local function mended(ds)
      ds:add("parties", { id = "nowhere", name = "Nowhere" }, { source = "s2" })
      local report = ds:requeue()
      return { report.added, report.quarantined, ds.demands:sort("id"):all() }
    end
    assert.same(mended(here), mended(there))
    assert.equal(2, there.demands:count())
  end)

  it("take what functions and templates of a mapping make", function()
    local function mapped(ds)
      local report = assert(ds:import("events", scratch.file(at "mapped.csv", "a,b\n1,x\n2,y\n"), {
        source = { id = "s4", title = "A list", published = "2025-06-08" },
        mapping = { rows = { { table = "events", id = "n-{a}",
          columns = { date = function() return "2025-06-08" end, place = "b" } } } } }))
      return { report.added, ds.events:where("id like 'n-%'"):sort("id"):select("id", "date", "place"):all() }
    end
    assert.same(mapped(here), mapped(there))
  end)

  -- What an import leaves, told by its report and by all rows that it may have touched.
  local function left_by(ds, report, message, code)
    local left = { message = message, code = code }
    if report then
      left.report = { report.read, report.added, report.updated, report.unchanged, report.quarantined, report.skipped,
        report.bare }
    end
    for _, table_name in ipairs { "events", "talks", "demands", "parties", "sources" } do
      left[table_name] = ds[table_name]:sort("id"):all()
    end
    left.aside = {}
    for row in ds.quarantine:sort("file", "table", "line", "id"):rows() do
      left.aside[#left.aside + 1] = { row.table, row.line, row.row, row.column, row.value, row.code, row.reason, row.raw }
    end
    return left
  end

  -- Imports a text into both, each call with options of its own; what is left is the same.
  local function alike(target, text, options)
    local function one(ds)
      local given = options()
      given.on_error = given.on_error or "quarantine"
      return left_by(ds, ds:import(target, scratch.file(at "alike.csv", text), given))
    end
    local expected = one(here)
    assert.same(expected, one(there))
    return expected
  end

  local function of(id, more)
    return function()
      local options = { source = { id = id, title = "A list", published = "2025-06-10" } }
      for key, value in pairs(more or {}) do options[key] = value end
      return options
    end
  end

  local MIXED = "id,date,act,mentions,place\n"
    .. "m1,2025-06-02,talk,3,Lund\nm2,2025-06-03,talk,4,\nm1,2025-06-02,talk,3,\nm1,2025-06-02,talk,9,Lund\n"
    .. "m3,2025-13,talk,1,\nm4,2025-06-04,talk,-4,\nTotal,,,9,\n,2025-06-05,talk,1,\nm5,,,,\nm5,2025-06-06,talk,,\n"
    .. "m6,2025-06-07,talk,many,\nm2,2025-06-03,talk,4,\nm7,2025-06-08,talk,1,Oslo,extra\nm8,2025-06-09,breach,2,\"a\nb\"\n"

  it("judge rows that come twice, are refused or say nothing, all at once and in batches of every size", function()
    local left = alike("events", MIXED, of "p1")
    assert.is_true(#left.aside >= 7)
    for batch = 1, 5 do
      alike("events", MIXED:gsub("m(%d)", "b" .. batch .. "-%1"), of("p1", { batch = batch }))
    end
  end)

  it("change rows that are there, keep what a file leaves blank, and leave rows of other sources alone", function()
    alike("events", "id,date,act,mentions,place\nu1,2025-06-02,talk,3,Lund\nu2,2025-06-03,talk,4,\nu3,2025-06-04,talk,5,\n",
      of "p2")
    local text = "id,date,act,mentions,place\nu1,2025-06-02,talk,4,\nu2,2025-06-03,talk,4,\nu4,2025-07-01,talk,,\n"
      .. "u2,2025-06-03,talk,8,\nu1,2025-06-02,talk,5,\nu4,2025-07-01,talk,1,\nu3,,talk,,Oslo\n"
    local left = alike("events", text, of "p2")
    assert.same({ 7, 1, 2, 1, 3 }, table.move(left.report, 1, 5, 1, {}))
    alike("events", text, of("p2", { batch = 2 }))
    local foreign, codes = alike("events", text, of "p3"), {}
    for _, row in ipairs(foreign.aside) do codes[row[6]] = true end
    assert.is_true(codes.exists)
    alike("events", "id,place\nu1,\nu9,\n", of "p2")
  end)

  it("know which rows of a transaction they have written themselves", function()
    local function within(ds)
      local report
      ds:atomic(function()
        ds:add("events", { id = "w1", date = "2025-06-02", mentions = 1 }, nil)
        report = ds:import("events", scratch.file(at "within.csv", "id,mentions\nw1,2\nw1,3\nw2,1\nw2,2\n"),
          { on_error = "quarantine" })
      end)
      return left_by(ds, report)
    end
    assert.same(within(here), within(there))
  end)

  it("stop at the first row refused, whoever refuses it, and leave nothing", function()
    for _, text in ipairs { "id,mentions\ns1,1\ns1,2\ns2,x\n", "id,mentions\ns1,1\ns2,x\ns1,2\n", "id,mentions\ns1,1\n,2\n" } do
      local left = alike("events", text, of("p4", { on_error = "stop" }))
      assert.is_nil(left.report)
      left = alike("events", text, of("p4", { on_error = "stop", batch = 1 }))
      assert.is_nil(left.report)
    end
  end)

  it("take what functions make of rows, words of vocabularies and references; failures keep the batches before", function()
    local function mapping(fails)
      return function(more)
        return of("p5", { batch = more, mapping = { rows = { { table = "events", id = "f-{n}",
          when = function(row) return row.n ~= "4" end,
          columns = { date = function() return "2025-06-08" end, source_party = "who", place = { value = "Lund" },
            mentions = function(row)
              if fails and row.n == "6" then error "a slip" end
              return row.n
            end } } } } })
      end
    end
    local text = "n,who\n1,norland\n2,nobody\n3,sund\n4,sund\n5,Norland\n3,norland\n6,sund\n7,norland\n"
    alike("events", text, mapping(false)(nil))
    alike("events", text, mapping(false)(3))
    local function failing(ds)
      local done, err = pcall(ds.import, ds, "events", scratch.file(at "failing.csv", text:gsub("\n(%d)", "\n1%1")),
        mapping(true)(3)())
      return { done, tostring(err):match "a slip", left_by(ds) }
    end
    assert.same(failing(here), failing(there))
  end)

  it("hold claims of many rows, those of one thing again, and what points at nothing yet", function()
    local lines = { "id,date,place,host" }
    for n = 1, 4500 do
      lines[#lines + 1] = ("t%d,2025-06-%02d,%s,%s"):format(n % 4400, n % 30 + 1, n % 7 == 0 and "" or "Lund",
        n % 50 == 0 and "nobody" or "norland")
    end
    local text = table.concat(lines, "\n") .. "\n"
    local left = alike("talks", text, of "p6")
    assert.is_true(#left.talks > 4000)
    alike("talks", text, of "p6")
    alike("talks", text:gsub("Lund", "Oslo"), of("p7", { batch = 1000 }))
    local function requeued(ds)
      ds:add("parties", { id = "nobody", name = "Nobody" }, { source = "p6" })
      local report = ds:requeue(nil, { table = "talks" })
      return left_by(ds, report)
    end
    assert.same(requeued(here), requeued(there))
  end)

  it("leave rows set aside that are twins of what is there by now", function()
    local function again(ds)
      ds:import("events", scratch.file(at "again.csv", "id,mentions\nq1,x\n"), of("p8")())
      ds:import("events", scratch.file(at "other.csv", "id,mentions\nq1,2\n"), of("p8")())
      return left_by(ds, ds:requeue(function(row) row.mentions = "3" end, { file = at "again.csv" }))
    end
    assert.same(again(here), again(there))
  end)

  it("are taken back whole where the caller is stopped in the middle, and the connection lives on", function()
    local lines = { "id,mentions" }
    for n = 1, 60000 do lines[#lines + 1] = ("c%d,%d"):format(n, n) end
    local path, before = scratch.file(at "long.csv", table.concat(lines, "\n") .. "\n"), there.events:count()
    local told = parley.progress(function(facts)
      if (facts.rows or 0) > 30000 then error "enough" end
    end, { after = 0 })
    local report, _, code = there:import("events", path)
    parley.progress(told, { after = 1 })
    assert.same({ nil, "cancelled", before }, { report, code, there.events:count() })
    assert.equal(60000, there:import("events", path).added)
    assert.equal(60000, there:import("events", path).unchanged)
  end)
end)
