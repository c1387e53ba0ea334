-- What a query can ask beside the tables of its dataset: searches, earlier days, other policies, other files, Frames.
-- Holds: query.steps.as_of, query.steps.claims, query.steps.search

local scratch = require "spec.support.scratch"
local parley = require "parley"
local small = require "spec.support.small"

local message = scratch.refusal
local lists, dataset = small.lists, small.dataset

describe("search", function()
  it("finds words without regard to case and accents, all of them", function()
    local ds = dataset()
    local function ids(text) return lists(ds.demands:search(text):select("id")) end
    assert.same({ { "d1" } }, ids("FORDE"))
    assert.same({ { "d1" } }, ids("shell* førde"))
    assert.same({ { "d1" } }, ids('"the shelling"'))
    assert.same({}, ids('"shelling the"'))
    assert.same({}, ids("førde bergen"))
    assert.same({}, ids("shell"))
    assert.same({}, ids("' OR 1 NEAR( \" AND *x"))
  end)

  it("follows writes, retractions and as_of", function()
    local ds = dataset()
    local key = ds:claim("demands", "d2", { text = "Free the ferrymen" }, { source = "p2", certainty = "narration" })
    assert.same({ { "d2" } }, lists(ds.demands:search("ferrymen"):select("id")))
    assert.same({}, lists(ds.demands:as_of("2031-03-30"):search("ferrymen"):select("id")))
    assert.same({ { "d2" } }, lists(ds.demands:as_of("2031-03-31"):search("ferrymen"):select("id")))
    ds:retract(key, "misread")
    assert.same({}, lists(ds.demands:search("ferrymen"):select("id")))
    assert.same({}, lists(ds.demands:as_of("2031-03-31"):search("ferrymen"):select("id")))
  end)

  it("ranks by how much of a text the words are", function()
    local ds = dataset()
    ds:atomic(function()
      ds:claim("demands", "d2", { text = "bridge " .. ("and other words "):rep(30) }, { source = "p1" })
      ds:claim("demands", "d3", { text = "bridge bridge" }, { source = "p1" })
    end)
    assert.same({ { "d3" }, { "d2" } }, lists(ds.demands:search("bridge"):select("id")))
  end)

  it("says when there is no word to look for, or no table's rows", function()
    local ds = dataset()
    assert.equal("parley: search() needs at least one word to look for, but got ' * '",
      message(function() return ds.demands:search(" * ") end))
    assert.equal("parley: search() belongs to the rows of a table; call it first",
      message(function() return ds.demands:by("party"):count():search("x") end))
  end)
end)

describe("as_of", function()
  it("resolves every table the query touches from what was reported by the end of that day", function()
    local ds = dataset()
    ds:claim("talks", "t1", { place = "Voss" }, { source = "p2", certainty = "on_record_quote" })
    assert.same({ { "d1", "2031-02-11", "Voss" } },
      lists(ds.demands:where { id = "d1" }:select("id", "made", "talk.place")))
    assert.same({ { "d1", "2031-02-10", "Førde" } },
      lists(ds.demands:as_of("2031-03-30"):where { id = "d1" }:select("id", "made", "talk.place")))
    assert.same({ { "d1", "2031-02-11", "Voss" } },
      lists(ds.demands:where { id = "d1" }:as_of("2031-03-31"):select("id", "made", "talk.place")))
    assert.equal(0, ds.demands:as_of("2031-03-01"):count())
    assert.equal(2, ds.demands:where { id = "d1" }:claims():count())
    assert.equal(1, ds.demands:as_of("2031-03-30"):where { id = "d1" }:claims():count())
    assert.equal(1, ds.demands:disagreements():count())
    assert.equal(0, ds.demands:as_of("2031-03-30"):disagreements():count())
  end)

  it("can stand beside today's rows in one query", function()
    local ds = dataset()
    local then_ = ds.demands:as_of("2031-03-30"):select("id", "made as was")
    assert.same({ { "d1", "2031-02-11", "2031-02-10" } },
      lists(ds.demands:join(then_, { on = "id" }):where("made != was"):select("id", "made", "was")))
  end)
end)

describe("views that meet in one query", function()
  it("keep their own policy", function()
    local ds = parley.open()
    local a, b = ds:with_policy { deny = { "s3" } }, ds:with_policy { prefer = { "s3" } }
    local function both(x, y)
      return lists(x.demands:where { id = "ru-truce" }:select("id", "scope")
        :join(y.demands:select("id", "scope as other"), { on = "id" }):select("scope", "other"))
    end
    local line, parts = "the front line", "certain parts of the front"
    assert.same({ { line, parts } }, both(a, b))
    assert.same({ { parts, line } }, both(b, a))
    assert.same({ { line, parts } }, both(a:as_of("2025-07"), b:as_of("2025-07")))
  end)

  it("let as_of reach joined rows and claims, whatever comes first", function()
    local ds = parley.open()
    local on = { on = { id = "talk" } }
    local before = ds:as_of("2025-06-01")
    local expected = before.talks:join(before.participants, on):count()
    assert.is_true(expected > 0 and expected < ds.talks:join(ds.participants, on):count())
    assert.equal(expected, ds.talks:join(ds.participants, on):as_of("2025-06-01"):count())
    assert.equal(expected, ds.talks:as_of("2025-06-01"):join(ds.participants:as_of("2025-06-01"), on):count())
    assert.equal(ds.demands:as_of("2025-06-01"):claims():count(), ds.demands:claims():as_of("2025-06-01"):count())
    assert.equal(ds.talks:as_of("2025-06-01"):count(), ds.talks:as_of("2025-07-31"):as_of("2025-06-01"):count())
    assert.equal(ds.talks:as_of("2025-06-01"):count(), ds.talks:as_of("2025-06-01"):as_of("2025-07-31"):count())
  end)
end)

describe("tables of other files", function()
  local path
  before_each(function()
    path = os.tmpname()
    os.remove(path)
    local store = assert(require("parley.core").open(path, { mode = "rwc" }))
    store:exec [[CREATE TABLE t (n, w TEXT); INSERT INTO t VALUES (9007199254740993, 'abc'), (2, NULL), (NULL, 'x');
      CREATE TABLE r (n, x); INSERT INTO r VALUES (1, 0.5);
      CREATE VIEW broken AS SELECT * FROM gone]]
    store:close()
  end)
  after_each(function() os.remove(path) end)

  it("keep numbers of any type exact", function()
    local odd <close> = assert(parley.open(path, { schema = false }))
    assert.equal(9007199254740995, odd.t:sum("n"))
    assert.same({ { 9007199254740994 }, { 3 }, { "·" } }, lists(odd.t:select("n + 1 as m")))
    assert.same({ { -9007199254740993 }, { -2 }, { "·" } }, lists(odd.t:select("-n as m")))
    assert.same({ { 1.5 } }, lists(odd.r:select("n + x as m")))
    assert.matches("where() needs a condition", message(function() return odd.t:where("-n"):count() end), 1, true)
    assert.same({ { 1.0 } }, lists(odd.t:where("n = 2"):select("n / n as m")))
    assert.matches("each side of '/' must be a number, but w (text", message(function()
      return odd.t:select("w / 2 as m"):all()
    end), 1, true)
    assert.equal(9007199254740993, odd.t:max("n"))
  end)

  it("are read though a view is broken, and refuse what needs claims", function()
    local odd <close> = assert(parley.open(path, { schema = false }))
    assert.equal("r, t", tostring(odd:tables()))
    assert.truthy(message(function() return odd.t:as_of("2025") end):find("as_of() needs the tables of a Parley dataset", 1, true))
    assert.truthy(message(function() return odd.t:search("abc") end):find("contains(column, 'text')", 1, true))
    assert.truthy(message(function() return parley.open(path, { schema = false, policy = { deny = { "x" } } }) end)
      :find("a policy chooses between claims", 1, true))
  end)
end)

describe("Frames in a join", function()
  it("are copied once, and gone with the Frame", function()
    local ds = dataset()
    local function copies() return ds.store:values("SELECT count(*) FROM sqlite_temp_master WHERE name LIKE 'frame_%'") end
    local f = parley.frame { { id = "d1", w = 1 } }
    for _ = 1, 20 do assert.equal(1, ds.demands:join(f, { on = "id" }):count()) end
    assert.equal(1, copies())
    f = nil          -- luacheck: ignore 311
    for _ = 1, 5 do
      collectgarbage()
      assert.equal(1, ds.demands:join(parley.frame { { id = "d2" } }, { on = "id" }):count())
    end
    assert.is_true(copies() <= 2, copies() .. " copies")
  end)

  it("keep integers exact, or say why not", function()
    assert.equal("parley: row 2, column 'n': 9007199254740993 stands among fractions, and no number with a fraction is exactly it",
      message(function() return parley.frame { { n = 1.5 }, { n = 9007199254740993 } } end))
  end)
end)
