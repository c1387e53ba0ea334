-- Bundled datasets: read in a closed environment, stored table by table, and the same however they are stored.
-- Holds: bundled.catalogue, bundled.datasets, bundled.data_files, bundled.storing, bundled.whole

local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local data_files = require "parley.bundled.data_files"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
setup(function() at, remove = scratch.folder() end)
teardown(function() remove() end)

local function read(path)
  local file <close> = assert(io.open("lua/parley/" .. path, "rb"))
  return file:read "a"
end

-- The text of a data file, with that of its parts.
local function data_text(entry)
  local texts = { read(entry.file) }
  local header = data_files.run(texts[1], "=data")
  for _, part in ipairs(header.parts or {}) do
    texts[#texts + 1] = read(entry.file:gsub("%.lua$", "/" .. part .. ".lua"))
  end
  return table.concat(texts, "\n"), header
end

local DATASETS = table.move(require "parley.bundled.datasets", 1, 2, 1, {})

local TEXT = [[
-- A head.
dataset { name = "small", coder = "c", recorded_at = "2026-01-01T00:00:00Z" }
claim("sources", "s1", { title = "First", published = "2025-06-01" }, { locator = "p1" })
-- A remark, and a claim within a line: claim("talks")
claim("talks", "r1", { kind = "round",
  date = "2025-05-16" }, { source = "s1" }) -- F1
claim("sources", "s2", { title = "Second" }, { certainty = "inferred" })
claim("talks", "r1", { gap_years_best = 3 }, { source = "s2", reported = "2025-07-01" })
]]

-- A dataset whose data are `text`, and that of its part "more", as a host program would carry it.
local function of_text(text, more)
  package.loaded["parley.embedded"] = nil
  package.preload["parley.embedded"] = function()
    return { ["data/small.lua"] = text, ["data/small/more.lua"] = more }
  end
  table.insert(require "parley.bundled.datasets", { name = "small", title = "Small", file = "data/small.lua" })
  return parley.open { bundled = "small" }
end

after_each(function()
  package.preload["parley.embedded"], package.loaded["parley.embedded"] = nil, nil
  local datasets = require "parley.bundled.datasets"
  if datasets[#datasets].name == "small" then datasets[#datasets] = nil end
end)

-- All rows of all tables, claims included, as they are stored.
local function contents(ds)
  local all = {}
  for _, info in ipairs(codebook.tables) do
    ds:ensure(info.name)
    all[info.name] = ds.store:frame(('SELECT * FROM "%s" ORDER BY id'):format(info.name)):all()
    if info.claims then
      all[info.name .. "_claims"] = ds.store:frame(('SELECT * FROM "%s_claims" ORDER BY claim'):format(info.name)):all()
    end
  end
  return all
end

local function assert_same_contents(expected, got)
  for name, rows in pairs(expected) do assert.same(rows, got[name], name) end
end

describe("a data file", function()
  it("is cut before each claim", function()
    local head, pieces = data_files.cut(TEXT, "=small")
    assert.equal(TEXT:match "^(.-)claim", head)
    assert.same({ 1, 3 }, pieces.sources[1].keys)
    assert.same({ 2, 4 }, pieces.talks[1].keys)
    assert.matches('^\nclaim%("talks", "r1", { kind = "round",\n  date = "2025%-05%-16" }, { source = "s1" }%) %-%- F1$',
      TEXT:sub(pieces.talks[1][1], pieces.talks[1][2]))
    local one, other = pieces.talks[1], pieces.sources[1]
    assert.equal(TEXT, head:sub(1, -2) .. TEXT:sub(other[1], other[2]) .. TEXT:sub(one[1], one[2]) .. TEXT:sub(other[3], other[4])
      .. TEXT:sub(one[3], one[4]))
    assert.equal(TEXT:sub(one[1], one[2]) .. TEXT:sub(one[3], one[4]), data_files.text_of(one))
  end)

  it("says who it is", function()
    local header, claims = data_files.run(TEXT, "=small")
    assert.same({ name = "small", coder = "c", recorded_at = "2026-01-01T00:00:00Z" }, header)
    assert.equal(4, #claims)
    assert.same({ key = 2, table = "talks", id = "r1", values = { kind = "round", date = "2025-05-16" },
      provenance = { source = "s1" } }, claims[2])
  end)

  it("can do nothing else", function()
    for _, name in ipairs { "os", "io", "require", "print", "_G", "string", "load", "setmetatable", "pcall" } do
      assert.has_error(function() data_files.run(name .. ".x()", "=t") end,
        ("attempt to index a nil value (global '%s')"):format(name))
    end
    assert.has_error(function() data_files.run("\27Lua", "=t") end,
      "attempt to load a binary chunk (mode is 't')")
    assert.is_nil(rawget(_G, "leaked"))
    data_files.run("leaked = 1", "=t")
    assert.is_nil(rawget(_G, "leaked"))
  end)

  for _, name in ipairs { "tlaks", "terms" } do
    it("cannot claim about " .. name, function()
      local ds <close> = of_text(('dataset {}\nclaim("%s", "r1", {}, {})'):format(name))
      assert.has_error(function() return ds.talks:count() end,
        ("parley/data/small.lua: no table '%s' rests on claims"):format(name))
    end)
  end
end)

describe("a further data file", function()
  local FIRST = 'dataset { parts = { "more" } }\nclaim("talks", "r1", {}, {})\n'

  it("adds its claims, also to tables of the first", function()
    local ds <close> = of_text(FIRST, '\nclaim("talks", "r2", {}, {})\nclaim("parties", "p", {}, {})')
    assert.same({ 2, 1 }, { ds.talks:count(), ds.parties:count() })
  end)

  it("is named when something in it is wrong", function()
    for text, told in pairs { ['\nclaim("talks", "r2", nothing.x, {})'] = "parley/data/small/more.lua:2: ",
      ['\nclaim("talks", "r2", {)'] = "parley/data/small/more.lua:2: ",
      ['\nclaim("tlaks", "r2", {}, {})'] = "parley/data/small/more.lua: no table 'tlaks' rests on claims" } do
      local ds <close> = of_text(FIRST, text)
      local done, err = pcall(function() return ds.talks:count() end)
      assert.is_false(done)
      assert.equal(told, tostring(err):sub(1, #told))
    end
  end)
end)

describe("its claims", function()
  it("get what they do not state as a write would", function()
    local ds <close> = of_text(TEXT)
    assert.same({
      { claim = 1, id = "s1", source = "s1", locator = "p1", certainty = "narration", reported = "2025-06-01", coder = "c" },
      { claim = 3, id = "s2", source = "s2", locator = "head", certainty = "inferred", coder = "c" },
    }, ds.sources:claims():select("claim", "id", "source", "locator", "certainty", "reported", "coder"):all())
    assert.same({
      { claim = 2, reported = "2025-06-01", rank = "normal", polarity = "affirmed", modality = "fact" },
      { claim = 4, reported = "2025-07-01", rank = "normal", polarity = "affirmed", modality = "fact" },
    }, ds.talks:claims():select("claim", "reported", "rank", "polarity", "modality"):all())
    assert.same({ 3, 3, 3 }, { ds.store:values "SELECT gap_years_low, gap_years_best, gap_years_high FROM talks" })
    assert.equal("2026-01-01T00:00:00Z", ds.talks:claims():first().recorded_at)
  end)

  it("leave no half-filled table when one of them is wrong", function()
    local ds <close> = of_text 'dataset {}\nclaim("talks", "r1", {}, {})\nclaim("talks", "r2", { date = "soon" }, {})'
    for _ = 1, 2 do
      local done, err = pcall(function() return ds.talks:count() end)
      assert.is_false(done)
      assert.matches("'soon' is not a date", err, 1, true)
    end
    assert.is_nil((ds.store:values "SELECT 1 FROM sqlite_master"))
    assert.is_false(ds.store:in_transaction())
    assert.equal(0, ds.parties:count())
  end)
end)

describe("a table", function()
  local function tables(ds)
    local names = {}
    for name in ds.store:each "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name" do
      names[#names + 1] = name
    end
    return names
  end

  it("is stored when a query that needs it runs, and with it those it refers to", function()
    local ds <close> = parley.open()
    assert.same({}, tables(ds))
    local query = ds.talks:where { id = "r2" }
    assert.same({}, tables(ds))
    assert.equal(1, query:count())
    assert.same({ "talks", "talks_claims" }, tables(ds))
    assert.equal("turkiye", query:select("host.id as host"):first().host)
    assert.same({ "parties", "parties_claims", "talks", "talks_claims" }, tables(ds))
  end)

  it("can be stored while another is being read", function()
    local ds <close> = parley.open()
    local seen = {}
    for id in ds.talks:each "id" do
      seen[#seen + 1] = id
      assert.equal("Ukraine", ds.parties:get("ukraine").name)
      assert.is_true(ds.people:count() > 0)
    end
    assert.equal(ds.talks:count(), #seen)
  end)
end)

for _, entry in ipairs(DATASETS) do
  describe("the bundled dataset " .. entry.name, function()
    local function open() return parley.open { bundled = entry.name } end

    it("is the same in pieces and as a whole", function()
      local text = data_text(entry)
      local _, whole = data_files.run(text, "=whole")
      local _, pieces = data_files.cut(text, "=piece")
      local joined = {}
      for name, list in pairs(pieces) do
        for _, claim in ipairs(select(2, data_files.run(data_files.text_of(list[1]), "=piece", list[1].keys))) do
          assert.equal(name, claim.table)
          joined[claim.key] = claim
        end
      end
      assert.is_true(#whole > 300)
      assert.equal(#whole, #joined)
      for i, claim in ipairs(whole) do assert.same(claim, joined[i], "claim " .. i) end
    end)

    it("is the same table by table, in any order, and all at once", function()
      local one_by_one <close> = open()
      local at_once <close> = open()
      for i = #codebook.tables, 1, -1 do one_by_one:ensure(codebook.tables[i].name) end
      require("parley.bundled.whole").complete(at_once)
      assert_same_contents(contents(at_once), contents(one_by_one))
    end)

    it("passes every check of a write, and gives the same tables then", function()
      local text, header = data_text(entry)
      local _, claims = data_files.run(text, "=data")
      local written <close> = parley.open(":memory:")
      local known = {}
      written:atomic(function()
        -- sources first: what cites them needs their day of publication
        for _, sources in ipairs { true, false } do
          for _, c in ipairs(claims) do
            if (c.table == "sources") == sources then
              local p = c.provenance or {}
              for key, value in pairs(header.common or {}) do p[key] = p[key] or value end
              if sources then p.locator = p.locator or "head" end
              p.recorded_at, p.coder = p.recorded_at or header.recorded_at, p.coder or header.coder
              local name = c.table .. "\0" .. c.id
              if known[name] then
                written:claim(c.table, c.id, c.values, p)
              else
                c.values.id = c.id
                written:add(c.table, c.values, p)
                known[name] = true
              end
            end
          end
        end
      end)
      local ds <close> = open()
      for _, info in ipairs(codebook.tables) do
        if info.claims then
          local sql = ('SELECT * FROM "%s" ORDER BY id'):format(info.name)
          ds:ensure(info.name)
          assert.same(ds.store:frame(sql):all(), written.store:frame(sql):all(), info.name)
        end
      end
    end)
  end)
end

describe("the bundled dataset", function()
  it("is copied whole: sound, searchable, and open to more", function()
    local path = at "mine.db"
    do
      local ds <close> = parley.open()
      assert.is_true(ds:save_as(path))
      assert.equal("r2", ds.talks:get("r2").id)
    end
    local copy <close> = assert(parley.open(path))
    local ds <close> = parley.open()
    assert_same_contents(contents(ds), contents(copy))
    assert.equal("ok", (copy.store:values "PRAGMA integrity_check"))
    assert.is_nil((copy.store:values "PRAGMA foreign_key_check"))
    assert.equal(ds.demands:search("ceasefire"):count(), copy.demands:search("ceasefire"):count())
    local _, claims = data_files.run((data_text(DATASETS[1])), "=data")
    assert.equal(#claims + 1, copy:claim("talks", "r2", { place = "Istanbul" }, { source = "s1" }))
    local fresh <close> = parley.open(":memory:")
    local schema = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    assert.same(fresh.store:frame(schema):all(), copy.store:frame(schema):all())
  end)

  it("can be seen under a policy", function()
    local ds <close> = parley.open(nil, { policy = { deny = { "s0", "s1", "s2", "s3" } } })
    assert.is_true(ds.demands:count() > 0)
    assert.equal(ds:sql([[SELECT count(DISTINCT id) AS n FROM demands_claims WHERE source = 's4'
      AND polarity = 'affirmed' AND rank <> 'deprecated']]):first().n, ds.demands:count())
    assert.equal("policy.deny: no source 's44'; did you mean 's4'?",
      scratch.message_of(parley.open, nil, { policy = { deny = { "s44" } } }))
    assert.equal("policy.prefer: no source 's99'; known: s0, s1, s2, s3, s4",
      scratch.message_of(parley.open, nil, { policy = { prefer = { "s99" } } }))
    assert.equal("policy.prefer: no source 'Reuters-agency'; ds.sources:select(\"id\") lists those there are",
      scratch.message_of(parley.open, "russia-ukraine-talks", { policy = { prefer = { "Reuters-agency" } } }))
  end)
end)

describe("the list of bundled datasets", function()
  it("names data files that are there and say the same name", function()
    assert.same(DATASETS, require "parley.bundled.datasets")
    for _, entry in ipairs(DATASETS) do
      local _, header = data_text(entry)
      assert.equal(entry.name, header.name)
      assert.equal(entry.title, parley.open(entry.name).bundle.title)
    end
    assert.equal(core.null, parley.null)
  end)

  -- Rows and claims of the tables that rest on claims.
  local function counted(ds)
    local rows, claims = 0, 0
    for _, info in ipairs(require("parley.codebook.tables").tables) do
      if info.claims then
        rows, claims = rows + ds:table(info.name):count(), claims + ds:table(info.name):claims():count()
      end
    end
    return rows, claims
  end

  it("tells the title, the span and the rows of each", function()
    local known = parley.datasets()
    for _, name in ipairs { "istanbul-2025", "russia-ukraine-talks" } do
      local ds <close> = parley.open(name)
      local rows, claims = counted(ds)
      assert.same({ rows, claims }, { known[name].rows, known[name].claims }, name)
      local outside = ds.talks:where("status = 'held'"):where(("not (date between '%s' and '%s')"):format(
        known[name].span:match "^(.-)/(.*)$"))
      assert.equal(0, outside:count(), name)
    end
    assert.equal(2, #known)
    assert.is_nil(known.istanbul)
    assert.equal("Contacts of Russia and Ukraine, February 2022 to June 2026", known["russia-ukraine-talks"].title)
    assert.equal(("istanbul-2025         The Istanbul talks of 2025 between Russia and Ukraine\n"
      .. "                      May to July 2025: %d rows from %d claims"):format(known["istanbul-2025"].rows,
      known["istanbul-2025"].claims), tostring(known):match "^[^\n]*\n[^\n]*")
  end)
end)

describe("demands of the bundled datasets", function()
  it("are asked, offered, proposed or held: each has its kind, by which a brief tells them", function()
    for _, name in ipairs { "istanbul-2025", "russia-ukraine-talks" } do
      local ds <close> = parley.open(name)
      assert.equal(0, ds.demands:where("kind is nil"):count(), name)
    end
    local ds <close> = parley.open()
    local text = ds:brief { talk = "r2", format = "text" }:gsub("%[[%d%]%[, ]*%]", ""):gsub("%s+", " ")
    assert.truthy(text:find("A short truce at some places of the front. Proposed to Ukraine on 2 June 2025", 1, true))
    assert.truthy(text:find("Ukraine's army stays without limits. Said to Russia by 1 June 2025", 1, true), text)
  end)
end)

describe("a second dataset", function()
  -- The least processor time of five, of opening and asking every table.
  local function seconds_of(name)
    local least = math.huge
    for _ = 1, 5 do
      collectgarbage()
      local started = os.clock()
      local ds <close> = parley.open(name)
      for _, info in ipairs(codebook.tables) do ds:table(info.name):count() end
      least = math.min(least, os.clock() - started)
    end
    return least
  end

  it("opens within 0.15 s, all its tables asked", function()
    if (os.getenv "PARLEY_BUILD" or ""):find "asan" then return pending "a sanitizer takes time of its own" end
    local seconds = seconds_of "russia-ukraine-talks"
    assert.is_true(seconds < 0.15, ("%.3f s"):format(seconds))
  end)

  it("costs the rock less than 400 KB, packed", function()
    local files = "lua/parley/bundled/russia-ukraine-talks.lua lua/parley/bundled/russia-ukraine-talks/*.lua"
    local pipe <close> = assert(io.popen(("cat %s | gzip -c | wc -c"):format(files)))
    local bytes = pipe:read "n"
    assert.is_true(bytes > 50000 and bytes < 400 * 1024, tostring(bytes))
  end)
end)
