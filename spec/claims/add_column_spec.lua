-- Columns of the user's own: a column like any other, in the file, in dumps, packages, imports, queries and analyses.
-- Holds: storage.own_columns, storage.own_column_changes, base.expression_words, storage.schema

local both_engines = require "spec.support.both_engines"
local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
setup(function() at, remove = scratch.folder() end)
teardown(function() remove() end)

local rows_of = both_engines.rows

local function add_columns(ds)
  ds:add("terms", { vocabulary = "weather", code = "rain" })
  ds:add("terms", { vocabulary = "weather", code = "sun" })
  ds:add_column("talks", "weather", { vocabulary = "weather", meaning = "the weather outside" })
  ds:add_column("talks", "seen", { type = "date" })
  ds:add_column("talks", "guests", { references = "parties", several = true })
  ds:add_column("talks", "heat", { type = "number" })
  ds:add_column("talks", "chairs", { type = "integer", least = 0, most = 90 })
  ds:add_column("talks", "open", { type = "boolean" })
  ds:add_column("talks", "remark", { type = "text", kind = false })
  ds:add_column("events", "deaths", { type = "integer", least = 0 })
end

local function filled(path)
  local ds = assert(parley.open(path or ":memory:"))
  ds:add("sources", { id = "s1", published = "2025-06-01" })
  ds:add("sources", { id = "s2", published = "2025-06-03" })
  ds:add("talks", { id = "t1", name = "First" }, { source = "s1" })
  for _, id in ipairs { "north", "south" } do ds:add("parties", { id = id }, { source = "s1" }) end
  add_columns(ds)
  ds:claim("talks", "t1", { weather = "rain", seen = "2025-06", guests = { "south", "north" }, heat = 12.5, chairs = 9,
    open = true, remark = "Held in Çırağan" }, { source = "s1" })
  ds:claim("talks", "t1", { weather = "sun", remark = "A palace" }, { source = "s2" })
  return ds
end

local SHOWN = { "id", "weather", "seen", "guests", "heat", "chairs", "open", "remark" }
local ROW = { "t1 sun 2025-06 north; south 12.5 9 true A palace" }
local function shown(ds) return rows_of(ds.talks:select(table.unpack(SHOWN))) end

describe("a column of one's own", function()
  it("is claimed, asked, sorted and grouped like any other, on a file and a Frame", function()
    local ds = filled()
    assert.same(ROW, shown(ds))
    ds:add("talks", { id = "t2", heat = 3, guests = "south", seen = "2025-07-01" }, { source = "s2" })
    for _, q in ipairs { ds.talks, ds.talks:frame() } do
      assert.same({ "t2", "t1" }, rows_of(q:sort("seen desc"):select "id"))
      assert.same({ "t1" }, rows_of(q:where("seen < '2025-06-30' or heat > 12"):select "id"))
      assert.same({ "north 1", "south 2" }, rows_of(q:by("guests"):summarise("count()"):sort "guests"))
      assert.same({ "15.5" }, rows_of(q:summarise "sum(heat)"))
      assert.same({ "t1" }, rows_of(q:where{ guests = "north" }:select "id"))
    end
    assert.same({ "date", "date" }, { ds.talks:select("seen"):types()[1], ds.talks:frame():select("seen"):types()[1] })
    assert.equal("t1", ds:search("palace"):all()[1].id)
    assert.equal("sun", ds.talks:get("t1").weather)
  end)

  it("is resolved from claims: as of a day, under a policy, disagreed on, explained, amended, renamed in", function()
    local ds = filled()
    local view = ds:as_of "2025-06-02"
    assert.same({ "t1 rain" }, rows_of(view.talks:select("id", "weather")))
    assert.same({ "t1 rain" }, rows_of(ds:with_policy{ deny = { "s2" } }.talks:select("id", "weather")))
    assert.same({ "talks t1 weather value rain (s1); sun (s2)" },
      rows_of(ds:disagreements():select("table", "id", "field", "kind", "readings")))
    local evidence = ds:evidence("talks", "t1", "weather")
    assert.same({ "sun s2 true", "rain s1 false" }, rows_of(evidence:select("says", "source", "shown")))
    assert.same({ "talks t1 changed weather rain sun" }, rows_of(ds:changes{ from = "2025-06-02", to = "2025-06-04" }
      :where{ field = "weather" }:select("table", "id", "change", "field", "before", "after")))
    ds:amend(evidence[1].claim, { weather = "rain" }, "misread")
    ds:rename("parties", "north", "nord")
    assert.same({ "t1 rain nord; south" }, rows_of(ds.talks:select("id", "weather", "guests")))
    assert.error_matches(function() ds:retract(5) end, "talk 't1' refers to it %(talks.guests%)")
  end)

  it("is described, and known to queries and views that were there before", function()
    local ds = assert(parley.open ":memory:")
    ds:add("sources", { id = "s1", published = "2025-06-01" })
    ds:add("talks", { id = "t1", name = "First" }, { source = "s1" })
    local before, view = ds.talks:where{ id = "t1" }, ds:as_of "2025-06-02"
    ds:add_column("talks", "weather", { type = "text", meaning = "the weather outside" })
    ds:claim("talks", "t1", { weather = "rain" }, { source = "s1" })
    assert.equal("First", before:all()[1].name)
    assert.is_nil(before:all()[1].weather)
    assert.same({ "rain" }, rows_of(view.talks:select "weather"))
    assert.same({ "weather text the weather outside value" },
      rows_of(ds:describe("talks"):where{ column = "weather" }:select("column", "type", "meaning", "kind")))
    assert.is_nil(codebook.by_name.talks.by_name.weather)
    assert.error_matches(function() parley.open(":memory:").talks:where("weather = 'x'"):all() end, "weather")
  end)

  it("stays in the file, and in one made by save_as", function()
    local ds = filled(at "own.db")
    assert(ds:save_as(at "copy.db"))
    ds:close()
    for _, name in ipairs { "own.db", "copy.db" } do
      local again <close> = assert(parley.open(at(name)))
      assert.same(ROW, shown(again))
      assert.error_matches(function() again:claim("talks", "t1", { weather = "snow" }, { source = "s1" }) end,
        "talks.weather: 'snow' is no weather; known: rain, sun")
      assert.error_matches(function() again:claim("talks", "t1", { chairs = 91 }, { source = "s1" }) end,
        "91 is not between 0 and 90")
    end
  end)

  it("is dumped and loaded, the same bytes again", function()
    assert(filled():dump(at "one"))
    local back = assert(parley.load(at "one"))
    assert.same(ROW, shown(back))
    assert(back:dump(at "two"))
    for _, name in ipairs { "dataset.lua", "talks.lua" } do
      assert.equal(scratch.read(at("one/" .. name)), scratch.read(at("two/" .. name)))
    end
    scratch.write(at "one/dataset.lua", (scratch.read(at "one/dataset.lua"):gsub('type = "number"', 'type = "numbr"')))
    local ds, message, code = parley.load(at "one")
    assert.is_nil(ds)
    assert.matches("dataset.lua: no column can have the type 'numbr'; did you mean 'number'?", message, 1, true)
    assert.equal("bad_argument", code)
  end)

  it("is in packages: in its table, the codebook, and as a table of links", function()
    assert(filled():save_package(at "package"))
    assert.matches("talks,weather,text,the weather outside,,weather\n", scratch.read(at "package/codebook.csv"), 1, true)
    assert.matches("talks_claims,heat,number,a column added to this dataset,,\n", scratch.read(at "package/codebook.csv"), 1, true)
    assert.equal("id,guests\nt1,north\nt1,south\n", scratch.read(at "package/talks_guests.csv"))
    assert.matches('"name": "chairs"', scratch.read(at "package/datapackage.json"), 1, true)
    assert.matches('"guests":["north","south"]', filled().talks:to_json():gsub("%s", ""), 1, true)
  end)

  it("is in a report: its value with the claims it rests on, what others say, and what it means", function()
    assert(filled():report(at "page.html"))
    local page = scratch.read(at "page.html")
    local claims = {}
    for claim in page:match('<div id="talks/t1/weather">(.-)</div>'):gmatch 'href="#claim/(%d+)"' do
      claims[#claims + 1] = claim
    end
    assert.is_true(#claims >= 2, page:match '<div id="talks/t1/weather">(.-)</div>')
    local text = page:gsub("<[^>]*>", " "):gsub("%s+", " ")
    assert.matches("talks weather text the weather outside", text, 1, true)
    assert.matches("weather value sun rain (s1); sun (s2)", text, 1, true)
    assert.matches("Held in Çırağan", text, 1, true)
  end)

  it("is imported, as claims and in bulk; what does not fit is set aside", function()
    local ds = filled()
    scratch.write(at "t.csv", "id,weather,heat,guests,seen\nt2,rain,3.5,south,2025-07\nt3,snow,1,north,2025\n")
    assert.equal(1, ds:import("talks", at "t.csv", { source = "s2" }).added)
    assert.same({ "t1 sun 12.5 north; south 2025-06", "t2 rain 3.5 south 2025-07" },
      rows_of(ds.talks:select("id", "weather", "heat", "guests", "seen"):sort "id"))
    scratch.write(at "e.csv", "id,date,deaths\ne1,2025-06-01,4\ne2,2025-06-01,-4\n")
    assert.equal(1, ds:import("events", at "e.csv", { source = "s2" }).added)
    assert.same({ "e1 4" }, rows_of(ds.events:select("id", "deaths")))
    assert.same({ "weather snow", "deaths -4" }, rows_of(ds.quarantine:select("column", "value")))
  end)
end)

describe("add_column()", function()
  local ds
  before_each(function() ds = assert(parley.open ":memory:") end)

  local function refused(sentence, ...)
    local given = table.pack(...)
    local before = ds.talks:columns()
    assert.error_matches(function() ds:add_column(table.unpack(given, 1, given.n)) end, sentence, 1, true)
    assert.same(before, ds.talks:columns())
    assert.is_false(require("parley.storage.connection").has_table(ds.store, "own_columns"))
  end

  it("says what is wrong with a name", function()
    refused("no table 'talk'; did you mean 'talks'?", "talk", "x", { type = "text" })
    refused("terms is filled by Parley itself", "terms", "x", { type = "text" })
    refused("talks has a column 'place' already", "talks", "place", { type = "text" })
    for _, name in ipairs { "source", "claim", "voice", "note", "claim_weight", "recorded_at", "date_start" } do
      refused(("the name '%s' is taken in talks"):format(name), "talks", name, { type = "text" })
    end
    for _, name in ipairs { "and", "like", "rowid", "oid" } do
      refused(("'%s' means something else in conditions"):format(name), "talks", name, { type = "text" })
    end
    for _, name in ipairs { "", "Weather", "a b", "9a", "a;drop", ("x"):rep(64), 7 } do
      refused(("not by '%s'"):format(name), "talks", name, { type = "text" })
    end
    refused("not by 'nil'", "talks", nil, { type = "text" })
    ds:add("sources", { id = "s1" })
    ds:add_column("sources", "note_start", { type = "text" })
    assert.error_matches(function() ds:add_column("sources", "note_start", { type = "text" }) end,
      "sources has a column 'note_start' already")
    ds:add_column("sources", "seen_end", { type = "integer" })
    assert.error_matches(function() ds:add_column("sources", "seen", { type = "date" }) end,
      "the name 'seen_end' is taken in sources", 1, true)
  end)

  it("says what is wrong with the rest", function()
    refused("no column can have the type 'txt'; did you mean 'text'?", "talks", "x", { type = "txt" })
    refused("no column can have the type 'nil'", "talks", "x", {})
    refused("a column of type integer takes no option vocabulary", "talks", "x", { type = "integer",
      vocabulary = "topic" })
    refused("a column of type date takes no option least", "talks", "x", { type = "date", least = 1 })
    refused("ids of a table or words of a vocabulary, not both", "talks", "x", { references = "parties",
      vocabulary = "topic" })
    refused("no table 'party'", "talks", "x", { references = "party" })
    refused("events carries no claims", "talks", "x", { references = "events" })
    refused("no vocabulary 'topics'", "talks", "x", { vocabulary = "topics" })
    refused("kind of disagreement", "talks", "x", { type = "text", kind = "vaule" })
    refused("least and most are whole numbers", "talks", "x", { type = "number", least = 1.5 })
    refused("least and most are whole numbers", "talks", "x", { type = "integer", least = 5, most = 4 })
    refused("only references to parties and people take several", "talks", "x", { references = "talks",
      several = true })
    refused("only references to parties and people take several", "talks", "x", { type = "text", several = true })
    refused("typ", "talks", "x", { typ = "text" })
    refused("meaning", "talks", "x", { type = "text", meaning = 4 })
    refused("add_column()", "talks", "x", "text")
    refused("add_column()", "talks", "x")
  end)

  it("is refused where nothing can be written, and in a transaction", function()
    local function of(d) return function() d:add_column("talks", "x", { type = "text" }) end end
    assert.error_matches(of(ds:as_of "2025-06-01"), "a view can only be read")
    assert.error_matches(of(parley.open "istanbul-2025"), "read%-only; save_as")
    assert.error_matches(function() ds:atomic(of(ds)) end, "outside of atomic%(%)")
    assert.error_matches(of(assert(parley.open(":memory:", { schema = false }))), "opened as it is")
    assert(ds:save_as(at "ro.db"))
    assert.error_matches(of(assert(parley.open(at "ro.db", { mode = "ro" }))), "opened with mode 'ro'")
    ds:close()
    assert.error_matches(of(ds), "this dataset is closed; open it again with parley.open")
  end)

  it("leaves all as it was when the file cannot take it", function()
    assert(ds:save_as(at "busy.db"))
    local one <close> = assert(parley.open(at "busy.db", { timeout = 1 }))
    local other <close> = assert(core.open(at "busy.db", { mode = "rw" }))
    other:exec "BEGIN IMMEDIATE"
    assert.error_matches(function() one:add_column("talks", "x", { type = "text" }) end, "another program holds it")
    assert.error_matches(function() one.talks:where("x = 'a'"):all() end, "x")
    other:exec "ROLLBACK"
    one:add_column("talks", "x", { type = "text" })
    assert.equal(0, one.talks:where("x = 'a'"):count())
  end)
end)

describe("files with columns of one's own", function()
  it("are refused by an older Parley", function()
    filled(at "newer.db"):close()
    local version = codebook.version
    codebook.version = 10
    local ds, message, code = parley.open(at "newer.db")
    codebook.version = version
    assert.is_nil(ds)
    assert.matches("written by a newer Parley %(schema %d+, and this one knows 10%)", message)
    assert.equal("newer", code)
  end)

  it("are brought up to date like any #file", function()
    filled(at "older.db"):close()
    local store = assert(core.open(at "older.db", { mode = "rw" }))
    store:exec "DROP INDEX talks_host; ALTER TABLE talks DROP COLUMN host; PRAGMA user_version = 10"
    store:close()
    local ds <close> = assert(parley.open(at "older.db"))
    assert.same(ROW, shown(ds))
    assert.same({ "weather rain", "weather sun" }, rows_of(ds.talks:claims():where("weather is not nil")
      :select("'weather' as of", "weather"):sort "weather"))
  end)

  it("hand over to the codebook what it has got since, and keep what is of another type under a name of its own #file",
    function()
      local path = at "handed.db"
      local ds = filled(path)
      ds:add_column("talks", "other", { type = "date" })
      ds:claim("talks", "t1", { other = "2025-06-02" }, { source = "s1" })
      ds:close()
      local store = assert(core.open(path, { mode = "rw" }))
      store:exec [[
        UPDATE own_columns SET name = 'venue', id = 'talks.venue' WHERE name = 'remark';
        UPDATE own_columns SET name = 'round', id = 'talks.round' WHERE name = 'other';
        ALTER TABLE talks DROP COLUMN venue; ALTER TABLE talks_claims DROP COLUMN venue;
        ALTER TABLE talks RENAME COLUMN remark TO venue; ALTER TABLE talks_claims RENAME COLUMN remark TO venue;
        ALTER TABLE talks DROP COLUMN round; ALTER TABLE talks_claims DROP COLUMN round;
        ALTER TABLE talks RENAME COLUMN other TO round; ALTER TABLE talks_claims RENAME COLUMN other TO round;
        ALTER TABLE talks RENAME COLUMN other_start TO round_start;
        ALTER TABLE talks RENAME COLUMN other_end TO round_end;
        ALTER TABLE talks_claims RENAME COLUMN other_start TO round_start;
        ALTER TABLE talks_claims RENAME COLUMN other_end TO round_end;
        PRAGMA user_version = 10]]
      store:close()
      local again <close> = assert(parley.open(path))
      assert.same({ "t1 A palace - 2025-06-02" }, rows_of(again.talks:select("id", "venue", "round", "own_round")))
      assert.same({ "t1" }, rows_of(again.talks:where("own_round < '2025-06-03'"):select "id"))
    end)
end)
