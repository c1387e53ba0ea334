-- A schema of somebody else's, opened as queries: the same questions as of the same tables in a SQLite file give the same
-- answers, nothing is written there, and a declared type is what a column is.
-- Holds: query.sql.dialect.postgres_guest

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local server = require "spec.support.server"

local TABLES = [[
CREATE TABLE places (id %s PRIMARY KEY, name %s NOT NULL, "Odd ""Name""; --" %s);
CREATE TABLE events (id %s PRIMARY KEY, place %s REFERENCES places(id), day %s, deaths %s, cost %s, note %s);
INSERT INTO places VALUES (1, 'Oslo', 'a'), (2, 'Genève', 'b'), (3, 'İzmir', NULL);
INSERT INTO events VALUES (1, 1, '2025-06-02', 3, 10.5, 'x; y'), (2, 2, '2024-01-01', 5, 2.25, NULL),
  (3, 2, NULL, NULL, NULL, 'Y'), (4, 3, '2025-12-31', 7, -1.5, 'zz'), (5, 3, '2025-01-01', 0, 0.1, '');
CREATE VIEW sums AS SELECT place, sum(deaths) AS deaths FROM events GROUP BY place;
]]

-- Each gives a query of a dataset, in an order that is told.
local QUESTIONS = {
  function(ds) return ds.events:sort("id") end,
  function(ds) return ds.events:where("deaths > 2"):sort("cost") end,
  function(ds) return ds.events:where("day >= '2025'"):select("id", "day"):sort("day desc") end,
  function(ds) return ds.events:where{ note = parley.null }:sort("id") end,
  function(ds) return ds.events:where("cost * 2 > 0 or deaths = 7"):select("id", "cost * 2 as c", "deaths / 2 as d",
    "deaths + 1 as more"):sort("id") end,
  function(ds) return ds.events:by("place.name"):summarise("count() as n", "sum(deaths) as deaths", "mean(cost) as cost",
    "median(deaths) as middle", "max(day) as last", "min(note) as first"):sort("place_name") end,
  function(ds) return ds.events:by("place"):summarise("count_distinct(note) as notes", "stddev(deaths) as spread")
    :sort("place") end,
  function(ds) return ds.places:select("lower(name) as low", "fold(name) as folded", "length(name) as l"):sort("low") end,
  function(ds) return ds.places:where("contains(name, 'ge')") end,
  function(ds) return ds.places:where{ ['Odd "Name"; --'] = "b" } end,
  function(ds) return ds.events:join(ds.places, { on = { place = "id" } }):select("id", "name"):sort("id") end,
  function(ds) return ds.events:sort("place", "deaths desc"):limit(2, 1) end,
  function(ds) return ds.sums:sort("place") end,
  function(ds) return ds.events:sort("id"):by("place"):with("cumsum(deaths) as so_far", "rank(deaths) as standing")
    :select("id", "so_far", "standing"):sort("id") end,
}

server.needed(describe, it, pending)("somebody else's schema", function()
  local store, schema, ours, theirs, remove

  setup(function()
    store, schema = server.store()
    store:exec("CREATE SCHEMA public_of_" .. schema)
    store:exec(TABLES:format("int", "varchar(20)", "text", "smallint", "int", "date", "int", "numeric(8,2)", "text"))
    local path_of
    path_of, remove = scratch.folder()
    local file <close> = assert(core.open(path_of "same.db"))
    file:exec(TABLES:format("INTEGER", "TEXT", "TEXT", "INTEGER", "INTEGER", "DATE", "INTEGER", "REAL", "TEXT"))
    theirs = assert(parley.open(path_of "same.db", { schema = false }))
    ours = assert(parley.open(server.address() .. "?schema=" .. schema, { schema = false }))
  end)
  teardown(function()
    ours:close()
    theirs:close()
    remove()
    store:exec("DROP SCHEMA public_of_" .. schema)
    server.drop(store, schema)
  end)

  local function rows_of(query)
    local frame = query:frame()
    return { columns = frame:columns(), rows = frame:all() }
  end

  for i, question in ipairs(QUESTIONS) do
    it("answers question " .. i .. " as a SQLite file does", function()
      local done, query = pcall(question, theirs)
      assert.is_true(done, not done and tostring(query))
      assert.same(rows_of(query), rows_of(question(ours)))
      local streamed = {}
      for row in question(ours):rows() do streamed[#streamed + 1] = row end
      assert.equal(#question(theirs):frame(), #streamed)
    end)
  end

  it("is left as it was", function()
    assert.equal(0, (store:values("SELECT count(*) FROM pg_proc WHERE pronamespace = $1::regnamespace",
      { n = 1, schema })))
    assert.equal(3, (store:values("SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'v') AND relnamespace = "
      .. "$1::regnamespace", { n = 1, schema })))
    local done, err = pcall(ours.add, ours, "places", { id = 9, name = "x" })
    assert.is_false(done)
    assert.equal("no_claims", err.code)
    assert.is_true(ours.store:readonly())
    assert.equal("permission", select(2, pcall(ours.store.exec, ours.store, "CREATE TABLE u(x int)")).code)
  end)

  it("has types of its own, which are shown as the server writes them", function()
    store:exec [[CREATE TYPE mood AS ENUM ('calm', 'tense');
      CREATE TABLE odd (mood mood, at timestamptz, tags text[], u uuid, big bigint, r real, ok boolean, "end" interval);
      INSERT INTO odd VALUES ('tense', '2025-06-02 10:00+02', '{a,b}', '0a000000-0000-0000-0000-00000000000b',
        9007199254740993, 0.5, true, '1 day')]]
    local again <close> = assert(parley.open(server.address() .. "?schema=" .. schema, { schema = false }))
    local expected = { mood = "tense", at = "2025-06-02 08:00:00+00", tags = "{a,b}",
      u = "0a000000-0000-0000-0000-00000000000b", big = 9007199254740993, r = 0.5, ok = true, ["end"] = "P1D" }
    assert.same({ expected }, again.odd:frame():all())
    assert.equal(1, again.odd:where{ mood = "tense", u = expected.u, at = expected.at, tags = "{a,b}",
      big = 9007199254740993, ok = true }:count())
    assert.equal(0, again.odd:where("big > 9007199254740993 or mood = 'calm'"):count())
    assert.same({ "text", "text", "text", "text", "integer", "number", "boolean", "text" }, again.odd:frame():types())
  end)

  it("is asked in the server's SQL", function()
    assert.same({ { id = 4, deaths = 7 } }, ours:sql("SELECT id, deaths FROM events WHERE deaths > $1", 6):frame():all())
  end)
end)
