-- ds:import into a dataset on a server: the same files leave there what they leave in memory, and reports say the same.

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
end)
