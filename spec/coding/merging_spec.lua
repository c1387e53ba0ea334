-- parley.merge: all claims of both, renames followed, ids kept apart, clashes told; what is refused, and left as it was.
-- Holds: coding.collisions, coding.clashes, coding.lineages, coding.merged_things, coding.merged_rows, coding.merge_marks,
-- coding.merge_writing, coding.merge_report, claims.insertion

local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"
local server = require "spec.support.server"

local path, remove, base, ours, theirs
before_each(function()
  path, remove = scratch.folder()
  base = parley.open ":memory:"
  base:add("sources", { id = "s1", published = "2025-06-02", title = "Daily Beacon" })
  base:add("parties", { id = "p1", name = "P" }, { source = "s1", coder = "anna" })
  base:add("talks", { id = "r22", place = "Oslo", round = 2 }, { source = "s1", coder = "anna" })
  base:add("demands", { id = "d1", party = "p1", talk = "r22", days_best = 30 }, { source = "s1", coder = "anna" })
  assert(base:save_as(path "ours.db"))
  assert(base:save_as(path "theirs.db"))
  ours, theirs = parley.open(path "ours.db"), parley.open(path "theirs.db")
end)
after_each(function()
  for _, ds in ipairs { base, ours, theirs } do ds:close() end
  remove()
end)

local n = 0
local function merge(options)
  n = n + 1
  local given = { into = path(("merged%d.db"):format(n)) }
  for name, value in pairs(options or {}) do given[name] = value end
  local ds, report, code = parley.merge(base, ours, theirs, given)
  assert(ds, ("%s %s"):format(report, code))
  return ds, report
end

local function kinds(report) return scratch.texts(report.conflicts, "kind", "table", "id", "field") end

local function by(coder, more)
  local given = { source = "s1", coder = coder }
  for name, value in pairs(more or {}) do given[name] = value end
  return given
end

describe("parley.merge", function()
  it("has the claims, retractions and decisions of both", function()
    local key = ours:claim("talks", "r22", { place = "Umea" }, by "anna")
    ours:prefer(key, "the minutes")
    theirs:add("demands", { id = "d2", party = "p1", talk = "r22" }, by "ben")
    theirs:retract(theirs:claim("talks", "r22", { place = "Lund" }, by "ben"), "misread")
    local merged <close>, report = merge()
    assert.equal("Umea", merged.talks:get("r22").place)
    assert.equal(2, merged.demands:count())
    assert.equal(0, report.counts.conflicts)
    assert.same({ both = 4, ours = 2, theirs = 2, followed = 0, conflicts = 0 }, report.counts)
    assert.is_true(parley.diff(ours, merged).counts.missing == 0)
    assert.equal("4 claims of both, 2 of ours, 2 of theirs", tostring(report))
    assert.is_true(merged:add("talks", { id = "r9" }, by "anna") > 8)
  end)

  it("follows renames of either side", function()
    ours:rename("talks", "r22", "r2")
    theirs:rename("parties", "p1", "p")
    theirs:claim("talks", "r22", { place = "Umea" }, by("ben", { rank = "preferred" }))
    theirs:add("demands", { id = "d2", party = "p", talk = "r22" }, by "ben")
    local merged <close>, report = merge()
    assert.same({ "r2 Umea" }, scratch.texts(merged.talks, "id", "place"))
    assert.same({ "d1 p r2", "d2 p r2" }, scratch.texts(merged.demands:sort "id", "id", "party", "talk"))
    assert.equal(0, report.counts.conflicts)
    assert.equal(1, merged.demands:where "id = 'd1'":claims():count())
  end)

  it("takes back under a new name what the other side has taken back, and amends it so", function()
    ours:rename("talks", "r22", "r2")
    local key = theirs.talks:claims():first().claim
    theirs:amend(key, { place = "Umea" }, "misread")
    local merged <close> = merge()
    assert.same({ "r2 Umea" }, scratch.texts(merged.talks, "id", "place"))
    assert.equal(1, merged.talks:claims():count())
  end)

  it("keeps two things of one id apart, and tells", function()
    ours:add("talks", { id = "r5", place = "Lund" }, by "anna")
    ours:add("demands", { id = "da", party = "p1", talk = "r5" }, by "anna")
    theirs:add("talks", { id = "r5", place = "Geneva" }, by "ben")
    theirs:add("demands", { id = "db", party = "p1", talk = "r5" }, by "ben")
    local merged <close>, report = merge()
    assert.same({ "id talks r5 nil" }, kinds(report))
    assert.is_truthy(tostring(report):find('{same = {"talks.r5"}}', 1, true))
    assert.equal(3, merged.talks:count())
    for _, one in ipairs { { "da", "Lund" }, { "db", "Geneva" } } do
      assert.equal(one[2], merged.talks:get(merged.demands:get(one[1]).talk).place)
    end
    local same <close>, told = merge { same = { "talks.r5" } }
    assert.equal(2, same.talks:count())
    assert.same({ "talks r5" }, scratch.texts(told.shared, "table", "id"))
  end)

  it("takes one source by its address, and things that were added alike, as one", function()
    for i, ds in ipairs { ours, theirs } do
      ds:add("sources", { id = "s2", url = "https://a.example/1", title = "T" .. i }, { source = "s2", coder = "c" .. i })
      ds:add("parties", { id = "p2", name = "Q" }, by("c" .. i))
    end
    local merged <close>, report = merge()
    assert.equal(2, merged.sources:count())
    assert.equal(2, merged.parties:count())
    assert.same({ "parties p2", "sources s2" }, scratch.texts(report.shared:sort("table"), "table", "id"))
  end)

  it("tells of all that cannot both be meant, and lets it stand", function()
    local talk = base.talks:claims():first().claim
    ours:amend(talk, { place = "Umea" }, "misread")
    theirs:amend(talk, { place = "Lund" }, "misread")
    local demand = base.demands:claims():first().claim
    ours:amend(demand, { days_best = 40 }, "misread")
    theirs:retract(demand, "no demand at all")
    ours:claim("parties", "p1", { kind = "state" }, by("anna", { rank = "preferred" }))
    theirs:claim("parties", "p1", { kind = "armed_group" }, by("ben", { rank = "preferred" }))
    ours:claim("talks", "r22", { round = 3 }, by "cleo")
    theirs:claim("talks", "r22", { round = 4 }, by "cleo")
    local merged <close>, report = merge()
    assert.same({ "decision parties p1 kind", "claim talks r22 place", "retraction demands d1 nil",
      "voice talks r22 round" }, kinds(report))
    assert.equal(4, merged.talks:claims():count())
    assert.equal(40, merged.demands:get("d1").days_best)
    for row in report.conflicts:rows() do
      for stated in row.proposal:gmatch "ds:retract%((%d+)%)" do
        local key = math.tointeger(stated)
        assert.equal(key, merged:retract(key))
      end
    end
  end)

  it("tells of one thing that both have renamed", function()
    ours:rename("talks", "r22", "r2")
    theirs:rename("talks", "r22", "r02")
    theirs:claim("talks", "r02", { venue = "palace" }, by "ben")
    local merged <close>, report = merge()
    assert.same({ "name talks r22 nil" }, kinds(report))
    assert.same({ "r02 palace" }, scratch.texts(merged.talks, "id", "venue"))
  end)

  it("takes back, and tells of, what refers to something that is gone", function()
    theirs:retract(theirs.demands:claims():first().claim)
    theirs:retract(theirs.talks:claims():first().claim)
    ours:add("demands", { id = "d2", party = "p1", talk = "r22" }, by "anna")
    local merged <close>, report = merge()
    assert.same({ "reference demands d2 talk" }, kinds(report))
    assert.equal(0, merged.demands:count())
  end)

  it("has columns, words, rows and what was set aside of both", function()
    ours:add_column("talks", "seats", { type = "integer", meaning = "chairs" })
    ours:claim("talks", "r22", { seats = 4 }, by "anna")
    theirs:add_column("talks", "flags", { type = "integer", quantity = true, meaning = "flags" })
    theirs:claim("talks", "r22", { flags_best = 3 }, by "ben")
    for i, ds in ipairs { ours, theirs } do
      ds:add("terms", { vocabulary = "venue_kind", code = "tent" .. i, label = "tent" })
      ds:import("events", parley.frame { { id = "e" .. i, date = "2025-06-03" }, { id = "e", quad = i } }, { source = "s1" })
      ds:import("talks", parley.frame { { id = "q" .. i, date = "no day" } }, { source = "s1" })
    end
    local merged <close>, report = merge()
    assert.equal(4, merged.talks:get("r22").seats)
    assert.equal(3, merged.talks:get("r22").flags_best)
    assert.equal(2, merged.terms:where "code like 'tent%'":count())
    assert.equal(4, merged.events:count())
    assert.equal(2, merged.quarantine:count())
    assert.same({ "row events e quad", "row quarantine talks/Frame 1/1 raw" }, kinds(report))
    theirs:add_column("talks", "seats", { type = "text", meaning = "chairs" })
    assert.is_truthy(scratch.message_of(merge):find "seats")
  end)

  it("works on the bundled datasets and on another one, and twice is once", function()
    for _, ds in ipairs { parley.open "istanbul-2025", second.open() } do
      assert(ds:save_as(path "a.db"))
      local a <close> = parley.open(path "a.db")
      a:claim("talks", a.talks:first().id, { venue = "tent" }, { source = a.sources:first().id, coder = "x" })
      local merged, report = parley.merge(ds, path "a.db", ds, { into = path "m.db" })
      assert(merged, report):close()
      assert.is_true(parley.diff(path "m.db", path "a.db"):is_empty())
      merged = assert(parley.merge(ds, path "m.db", path "a.db", { into = path "m.db", overwrite = true }))
      assert.is_true(parley.diff(merged, path "a.db"):is_empty())
      merged:close()
      os.remove(path "a.db")
      os.remove(path "m.db")
    end
  end)

  it("refuses what is no branch, and leaves nothing behind", function()
    local into = { into = path "x.db" }
    assert.is_truthy(scratch.message_of(parley.merge, base, ours, theirs):find "into")
    assert.is_truthy(scratch.message_of(parley.merge, base, ours, second.open(), into):find "unrelated")
    scratch.write(path "half.db", "SQLite format 3\0half of it")
    local none, message, code = parley.merge(base, ours, path "half.db", into)
    assert.is_nil(none)
    assert.is_string(message)
    assert.is_truthy(code == "not_a_database" or code == "corrupt")
    local newer = parley.open(path "newer.db", { mode = "rwc" })
    newer.store:exec "PRAGMA user_version = 9999"
    newer:close()
    assert.equal("newer", select(3, parley.merge(base, ours, path "newer.db", into)))
    scratch.write(path "there.db", "mine")
    assert.equal("exists", select(3, parley.merge(base, ours, theirs, { into = path "there.db" })))
    assert.equal("mine", scratch.read(path "there.db"))
    local _, why, word = parley.merge(base, ours, theirs, { into = path ".", overwrite = true })
    assert.equal("exists", word)
    assert.matches("is a folder; name a file in it", why, 1, true)
    assert.equal("missing_folder", select(3, parley.merge(base, ours, theirs, { into = path "none/x.db" })))
    local same <close> = assert(parley.merge(path "ours.db", path "ours.db", path "ours.db", { into = path "y.db" }))
    assert.is_true(parley.diff(same, ours):is_empty())
    for _, name in ipairs(scratch.listing(path ".")) do assert.is_nil(name:find "^x" or name:find "part") end
  end)
end)

server.needed(describe, it, pending)("parley.merge with a server", function()
  it("merges what lies there, into a file and into a schema", function()
    local name = ("merge_%d"):format(math.random(1 << 30))
    local address = server.address() .. "?schema=" .. name
    local there = assert(parley.create(address, { from = theirs }))
    there:rename("talks", "r22", "r2")
    ours:claim("talks", "r22", { place = "Umea" }, by("anna", { rank = "preferred" }))
    local merged <close>, report = parley.merge(base, ours, address, { into = path "m.db" })
    assert(merged, report)
    assert.same({ "r2 Umea" }, scratch.texts(merged.talks, "id", "place"))
    local into = server.address() .. "?schema=" .. name .. "_m"
    local other = assert(parley.merge(base, ours, address, { into = into }))
    assert.is_true(parley.diff(merged, other):is_empty())
    server.drop(other.store, name .. "_m")
    other:close()
    server.drop(there.store, name)
    there:close()
  end)
end)
