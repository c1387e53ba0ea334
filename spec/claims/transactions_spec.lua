-- atomic(): all of it or nothing, one in another, references checked at the end.

local scratch = require "spec.support.scratch"

local message_of = scratch.message_of
local ds
before_each(function() ds = scratch.dataset() end)
after_each(function() if ds:is_open() then ds:close() end end)

local function add(name, row, provenance) return ds:add(name, row, provenance or { source = "s1" }) end

-- How many claims, keys and rows there are in all: nothing may change when a write fails.
local function size()
  return table.concat({ ds.store:values [[SELECT (SELECT count(*) FROM claim_keys), (SELECT count(*) FROM talks_claims),
    (SELECT count(*) FROM talks), (SELECT count(*) FROM demands_claims), (SELECT count(*) FROM demands),
    (SELECT count(*) FROM events), (SELECT count(*) FROM search_text)]] }, " ")
end

describe("atomic", function()
  it("keeps everything, and gives what the function gives", function()
    local results = table.pack(ds:atomic(function(a, b)
      add("talks", { id = "r3" })
      return a, nil, b
    end, 1, 2))
    assert.same({ 1, nil, 2, n = 3 }, results)
    assert.equal(2, ds.talks:count())
  end)

  it("keeps nothing after an error, which passes unchanged whatever it is", function()
    local before, object = size(), setmetatable({}, { __tostring = function() return "mine" end })
    for _, thrown in ipairs { object, "plain", 42, false } do
      local done, err = pcall(ds.atomic, ds, function()
        add("talks", { id = "r3" })
        ds:retract(7)
        ds:add("events", { id = "e1" })
        error(thrown, 0)
      end)
      assert.is_false(done)
      assert.equal(thrown, err)
      assert.equal(before, size())
      assert.is_nil((ds.store:values "SELECT retracted_at FROM talks_claims WHERE claim = 7"))
    end
    local _, err = pcall(ds.atomic, ds, error)
    assert.equal(select(2, pcall(error)), err)          -- nil, and words of Lua's since 5.5
    assert.is_false(ds.store:in_transaction())
  end)

  it("nests: the inner one can fail alone", function()
    ds:atomic(function()
      add("talks", { id = "r3" })
      local done, err = pcall(ds.atomic, ds, function()
        add("talks", { id = "r4" })
        ds:claim("talks", "r3", { place = "lost" }, { source = "s1" })
        assert.equal("lost", ds.talks:get("r3").place)
        error("inner", 0)
      end)
      assert.same({ false, "inner" }, { done, err })
      ds:atomic(function() ds:claim("talks", "r3", { venue = "kept" }, { source = "s1" }) end)
    end)
    assert.same({ "r2", "r3" }, { ds.talks:all()[1].id, ds.talks:all()[2].id })
    local row = ds.talks:get "r3"
    assert.equal("kept", row.venue)
    assert.is_nil(row.place)
  end)

  it("nests: what came before a failed inner one is kept, though the inner one has read it", function()
    ds:atomic(function()
      ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s1" })
      pcall(ds.atomic, ds, function()
        assert.equal("Istanbul", ds.talks:first().place)
        error "inner"
      end)
    end)
    assert.equal("Istanbul", ds.talks:first().place)
  end)

  it("loses nothing but the write that failed, when the script goes on #file", function()
    ds.store:exec [[CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.talks_claims WHEN new.place = 'refused'
      BEGIN SELECT raise(ABORT, 'refused here'); END]]
    ds:atomic(function()
      ds:claim("talks", "r2", { venue = "before" }, { source = "s1" })
      local before = size()
      assert.equal("refused here", message_of(ds.claim, ds, "talks", "r2", { place = "refused" }, { source = "s1" }))
      assert.equal(before, size())
      ds:claim("talks", "r2", { host = "turkiye" }, { source = "s1" })
    end)
    local row = ds.talks:first()
    assert.same({ "before", "turkiye" }, { row.venue, row.host })
  end)

  it("nests: the outer one takes the inner with it", function()
    local before = size()
    assert.equal("outer", select(2, pcall(ds.atomic, ds, function()
      ds:atomic(function() add("talks", { id = "r3" }) end)
      error("outer", 0)
    end)))
    assert.equal(before, size())
  end)

  it("shows what it has written to its own queries", function()
    ds:atomic(function()
      add("talks", { id = "r3", place = "Istanbul" })
      assert.equal("Istanbul", ds.talks:get("r3").place)
      assert.equal("Istanbul", ds:sql("SELECT place FROM talks WHERE id = 'r3'"):first().place)
      ds:claim("talks", "r3", { place = "Ankara" }, { source = "s3" })
      assert.equal("Ankara", ds.talks:get("r3").place)
      assert.equal("Ankara", ds.talks:as_of("2025-07-21"):where({ id = "r3" }):first().place)
      assert.equal(2, ds:describe():where("table = 'talks'"):first().rows)
      assert.equal(2, ds.talks:claims():where({ id = "r3" }):count())
    end)
  end)

  it("checks references at its end, when all is there", function()
    ds:atomic(function()
      add("demands", { id = "d1", party = "usa", talk = "r3" })
      add("talks", { id = "r3", prepares = "r4" })
      add("talks", { id = "r4" })
      add("parties", { id = "usa" })
    end)
    assert.equal("usa", ds.demands:first().party)
  end)

  it("names the first reference that leads nowhere, and keeps nothing", function()
    local before = size()
    assert.equal("demands.talk of 'd2': no talk 'r22'; did you mean 'r2'?", message_of(ds.atomic, ds, function()
      add("demands", { id = "d1", talk = "r2" })
      add("demands", { id = "d2", talk = "r22" })
      add("demands", { id = "d3", talk = "nowhere" })
    end))
    assert.equal(before, size())
  end)

  it("lets a thing and what refers to it be taken back in any order", function()
    local demand = add("demands", { id = "d1", talk = "r2" })
    ds:atomic(function()
      ds:retract(7)
      ds:retract(demand)
    end)
    assert.equal(0, ds.talks:count())
    assert.equal(0, ds.demands:count())
  end)

  it("forgets the references of an inner one that failed", function()
    ds:atomic(function()
      pcall(ds.atomic, ds, function()
        add("demands", { id = "d1", talk = "nowhere" })
        error "inner"
      end)
      pcall(add, "demands", { id = "d2", talk = "r2", topic = "wrong" })
      add("demands", { id = "d3", talk = "r2" })
    end)
    assert.same({ { id = "d3" } }, ds.demands:select("id"):all())
  end)

  it("wants the source first, since a claim counts as reported when its source was published", function()
    assert.equal("provenance source: no source 's7'; did you mean 's1'?", message_of(ds.atomic, ds, function()
      add("talks", { id = "r3" }, { source = "s7" })
    end))
    ds:atomic(function()
      ds:add("sources", { id = "s7", published = "2025-08-01" })
      add("talks", { id = "r3" }, { source = "s7" })
    end)
    assert.equal("2025-08-01", ds.talks:claims():where({ id = "r3" }):first().reported)
  end)

  it("resolves many things at once", function()
    ds:atomic(function()
      for i = 1, 2500 do add("talks", { id = "t" .. i, place = "place " .. i }) end
      for i = 1, 2500, 7 do ds:claim("talks", "t" .. i, { venue = "v" .. i }, { source = "s1" }) end
    end)
    assert.equal(2501, ds.talks:count())
    assert.same({ "place 1401", "v1401" }, { ds.talks:get("t1401").place, ds.talks:get("t1401").venue })
    assert.equal(358, ds.talks:where("venue is not nil"):count())
  end)

  it("says so when the dataset is closed within, and hides no error by it", function()
    assert.equal("this dataset is closed; open it again with parley.open()", message_of(ds.atomic, ds, function() local _ <close> = ds end))
    ds = scratch.dataset()
    local _, err = pcall(ds.atomic, ds, function()
      local _ <close> = ds
      error("mine", 0)
    end)
    assert.equal("mine", err)
  end)

  it("names a reference that was broken past its verbs", function()
    assert.equal("talks.host of 'r2': no party 'Turkey'; did you mean 'turkiye'?", message_of(ds.atomic, ds, function()
      ds.store:exec "UPDATE talks SET host = 'Turkey'"
    end))
    assert.is_nil(ds.talks:first().host)
    assert.is_false(ds.store:in_transaction())
  end)

  it("takes a function", function()
    assert.equal("atomic() takes a function, not a table", message_of(ds.atomic, ds, {}))
  end)

  it("works in a coroutine, but cannot be left half done by a yield", function()
    local talks = ds.talks:count()
    local done = coroutine.wrap(function() return ds:atomic(function() return add("talks", { id = "r3" }) and "done" end) end)
    assert.equal("done", done())
    local abandoned = coroutine.create(function()
      ds:atomic(function()
        add("talks", { id = "r4" })
        coroutine.yield "halfway"
      end)
    end)
    local ok, err = coroutine.resume(abandoned)
    assert.is_false(ok)
    assert.truthy(err:find("attempt to yield", 1, true))
    assert.equal(talks + 1, ds.talks:count())
    add("talks", { id = "r5" })
    assert.is_false(ds.store:in_transaction())
  end)
end)
