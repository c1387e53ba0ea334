-- Rows claimed a batch at a time are claimed as if they came one by one, whatever the size of the batch.
-- Holds: storage.statements.staged_claims

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local COLUMNS = { "status", "place", "round" }
local WORDS = { status = { "held", "postponed", "scheduled" }, place = { "Ada", "Oslo" }, round = { "1", "2" } }

-- Rows about few things, so that most of them come again; a third of the cells is blank.
local function random_rows(count, things)
  local rows = {}
  for i = 1, count do
    rows[i] = { id = "k" .. math.random(things), certainty = math.random(6) == 1 and "inferred" or "narration" }
    for _, name in ipairs(COLUMNS) do
      if math.random(3) > 1 then rows[i][name] = WORDS[name][math.random(#WORDS[name])] end
    end
  end
  return rows
end

local function write(name, rows)
  local lines = { "id,certainty," .. table.concat(COLUMNS, ",") }
  for _, row in ipairs(rows) do
    local cells = { row.id, row.certainty }
    for i, column in ipairs(COLUMNS) do cells[i + 2] = row[column] or "" end
    lines[#lines + 1] = table.concat(cells, ",")
  end
  return scratch.file(at(name), table.concat(lines, "\n") .. "\n")
end

-- What has been said of each thing and column, in order: { ["k1 status"] = "held/narration postponed/narration" }.
local function said(ds)
  local list = {}
  for row in ds.talks:claims():sort("claim"):rows() do
    for _, column in ipairs(COLUMNS) do
      if row[column] ~= nil then
        local key = row.id .. " " .. column
        list[key] = (list[key] and list[key] .. " " or "") .. ("%s/%s"):format(row[column], row.certainty)
      end
    end
  end
  return list
end

-- The same by hand, of a file that comes first: what is not what was said last is said.
local function expected(rows)
  local list, last = {}, {}
  for _, row in ipairs(rows) do
    for _, column in ipairs(COLUMNS) do
      local key, now = row.id .. " " .. column, row[column] and ("%s/%s"):format(row[column], row.certainty)
      if now and last[key] ~= now then
        list[key], last[key] = (list[key] and list[key] .. " " or "") .. now, now
      end
    end
  end
  return list
end

local function with_sources()
  local ds = parley.open ":memory:"
  for _, id in ipairs { "s", "other" } do ds:add("sources", { id = id, published = "2020-01-01" }, { source = id }) end
  return ds
end

describe("rows claimed a batch at a time", function()
  for _, things in ipairs { 3, 12, 30 } do
    it("say what they say one by one, and nothing when they come again: " .. things .. " things", function()
      local rows, later = random_rows(30, things), random_rows(30, things)
      local first, second = write("first.csv", rows), write("second.csv", later)
      local whole
      for _, batch in ipairs { 0, 1, 7 } do
        local ds, how = with_sources(), { source = "s", batch = batch > 0 and batch or nil }
        assert(ds:import("talks", first, { source = "other" }))
        assert(ds:import("talks", first, how))
        for key, text in pairs(expected(rows)) do
          assert.equal(text .. " " .. text, said(ds)[key], key)
        end
        assert.equal(30, assert(ds:import("talks", first, how)).unchanged)
        assert(ds:import("talks", second, how))
        whole = whole or said(ds)
        assert.same(whole, said(ds))
        local count = ds.talks:claims():count()
        assert.equal(30, assert(ds:import("talks", second, how)).unchanged)
        assert.equal(count, ds.talks:claims():count())
      end
    end)
  end

  it("are counted, keep their order and show the newest", function()
    local ds = with_sources()
    local path = scratch.file(at "t.csv", "id,status\na,held\nb,held\na,postponed\nc,\n")
    local report = assert(ds:import("talks", path, { source = "s" }))
    assert.same({ 3, 1, 0, 0 }, scratch.counts(report))
    assert.equal("postponed", ds.talks:get("a").status)
    path = scratch.file(at "t.csv", "id,status\na,postponed\nb,postponed\nd,held\nc,\n")
    assert.same({ 1, 1, 2, 0 }, scratch.counts(assert(ds:import("talks", path, { source = "s" }))))
    assert.equal("postponed", ds.talks:get("b").status)
    scratch.file(at "w.csv", "id,venue\na,Rixos\nb,Rixos\n")
    assert(ds:import("talks", at "w.csv", { source = "s" }))
    assert.equal(2, ds.talks:search("rixos"):count())
  end)

  it("make the rows of new things of what the file fills, as resolving all claims does", function()
    local ds = with_sources()
    local claim = ds:add("talks", { id = "a", place = "Oslo", venue = "Rixos" }, { source = "s" })
    ds:retract(claim, "misread")
    local path = scratch.file(at "n.csv", "id,date,place,round\na,2020-01,,\nb,2020-02-03,Ada,2\n")
    assert.same({ 2, 0, 0, 0 }, scratch.counts(assert(ds:import("talks", path, { source = "s" }))))
    path = scratch.file(at "o.csv", "id,kind\nb,round\nc,round\n")          -- b is there already
    assert.same({ 1, 1, 0, 0 }, scratch.counts(assert(ds:import("talks", path, { source = "s" }))))
    local function shown() return ds:sql("select * from talks order by id"):to_csv() end
    local stored = shown()
    require("parley.storage.statements.stored_rows").resolve_all(ds.store, ds:table_info "talks")
    assert.equal(stored, shown())
    assert.same({ "2020-01", nil, nil }, { ds.talks:get("a").date, ds.talks:get("a").place, ds.talks:get("a").venue })
    assert.same({ "Ada", 2, "round" }, { ds.talks:get("b").place, ds.talks:get("b").round, ds.talks:get("b").kind })
  end)

  it("make rows of new things of amounts, what is beside them and certainties, as resolving all claims does #file", function()
    local ds = with_sources()
    local lines = { "id,text,low,best,high,unit,category,date,rank,polarity" }
    for i = 1, 60 do
      local function maybe(text) return math.random(3) > 1 and text or "" end
      lines[#lines + 1] = table.concat({ "d" .. (i * 37) % 61, maybe("wheat no " .. i), maybe "2", maybe "5",
        maybe "9", maybe "trucks", maybe "goods", maybe "2021-05", i % 7 == 0 and "deprecated" or "",
        i % 11 == 0 and "denied" or "" }, ",")
    end
    scratch.file(at "d.csv", table.concat(lines, "\n") .. "\n")
    local report = assert(ds:import("deliveries", at "d.csv", { source = "s" }))
    assert.same({ 60, 0, 0, 0 }, scratch.counts(report))
    local function shown()
      return ds:sql("select * from deliveries order by rowid"):to_csv()
        .. ds:sql("select id, body from search_text where tbl = 'deliveries' order by id"):to_csv()
    end
    local stored = shown()
    assert.equal(60 - 8 - 5, ds.deliveries:count())                 -- one of them is both
    ds.store:exec "DELETE FROM deliveries"
    require("parley.storage.statements.stored_rows").resolve_all(ds.store, ds:table_info "deliveries")
    require("parley.storage.full_text").fill(ds.store, ds:table_info "deliveries")
    assert.equal(stored, shown())
  end)

  it("take the day of a source that stands in the same row", function()
    local ds = with_sources()
    local mapping = { rows = {
      { table = "talks", id = "{id}", columns = { status = "status" }, provenance = { source = "{by}" } },
      { table = "sources", id = "{by}", columns = { published = "day" } } } }
    local path = scratch.file(at "t.csv", "id,status,by,day\na,held,paper,2021-05-06\n")
    assert(ds:import("talks", path, { mapping = mapping, source = "s" }))
    assert.equal("2021-05-06", ds.talks:claims():where { id = "a" }:rows()().reported)
  end)
end)
