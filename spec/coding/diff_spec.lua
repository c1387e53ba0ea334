-- parley.diff: claims added and retracted, the values that changed because of them, things renamed; as text, Frame, page.
-- Holds: coding.branch, coding.renames, coding.diff_text, report.diff_page, branching

local parley = require "parley"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"
local server = require "spec.support.server"

local path, remove
before_each(function() path, remove = scratch.folder() end)
after_each(function() remove() end)

local function begin()
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s1", published = "2025-06-02", title = "Daily Beacon" })
  ds:add("talks", { id = "r22", place = "Oslo", round = 2 }, { source = "s1", coder = "anna" })
  ds:add("parties", { id = "p1", name = "P" }, { source = "s1", coder = "anna" })
  ds:add("demands", { id = "d1", party = "p1", talk = "r22", days_best = 30 }, { source = "s1" })
  return ds
end

local copies = 0
local function copy(ds)
  copies = copies + 1
  local at = path(("copy%d.db"):format(copies))
  assert(ds:save_as(at))
  return assert(parley.open(at)), at
end

local function texts(f, ...) return scratch.texts(f, ...) end

describe("parley.diff", function()
  it("tells of nothing where there is nothing", function()
    local a = second.open()
    local b <close> = copy(a)
    local d = parley.diff(a, b)
    assert.is_true(d:is_empty())
    assert.equal("0 claims added, 0 retracted, 0 values changed", d:text())
  end)

  it("tells of claims, and of the values that changed because of them", function()
    local a = begin()
    local b <close>, at = copy(a)
    local key = b:claim("talks", "r22", { place = "Umea" }, { source = "s1", coder = "ben" })
    b:prefer(key, "the minutes say so")
    b:add("demands", { id = "d2", party = "p1" }, { source = "s1" })
    local first = b.demands:where "id = 'd1'":claims():first().claim
    b:amend(first, { days_best = 40 }, "misread")
    local d = parley.diff(a, at)
    assert.same({ "demands d1 days_best 30 40", "demands d1 days_low 30 40", "demands d1 days_high 30 40",
      "demands d2 party nil p1", "talks r22 place Oslo Umea" },
      scratch.texts(d.values:sort("table", "id"), "table", "id", "field", "from", "to"))
    for row in d.values:where "id = 'd1'":rows() do assert.is_truthy(row.because:find "^%+%x+ %-%x+$") end
    assert.same({ "added demands d1", "added demands d2", "added talks r22", "retracted demands d1" },
      texts(d.claims:sort("what", "table", "id"), "what", "table", "id"))
    assert.equal(3, d.counts.added)
    assert.equal(1, d.counts.retracted)
    assert.is_truthy(d:text():find("talks r22 place: Oslo → Umea", 1, true))
    assert.equal(#d.values + #d.claims, #d:frame())
    local back = parley.diff(at, a)
    assert.equal(1, back.counts.restored)
    assert.equal(3, back.counts.missing)
  end)

  it("tells of a rename once, and follows it", function()
    local a = begin()
    local b <close> = copy(a)
    b:rename("talks", "r22", "r2")
    b:rename("parties", "p1", "p")
    b:claim("talks", "r2", { place = "Umea" }, { source = "s1", rank = "preferred" })
    local d = parley.diff(a, b)
    assert.same({ "parties p1 p", "talks r22 r2" }, texts(d.renamed, "table", "from", "to"))
    assert.same({ "added talks r2" }, texts(d.claims, "what", "table", "id"))
    assert.same({ "talks r2 place Oslo Umea" }, texts(d.values, "table", "id", "field", "from", "to"))
  end)

  it("tells of rows without claims, and of datasets that share nothing", function()
    local a = begin()
    local b <close> = copy(a)
    b:add("terms", { vocabulary = "venue_kind", code = "tent", label = "tent" })
    assert.same({ "added terms venue_kind/tent" }, texts(parley.diff(a, b).rows, "what", "table", "id"))
    local d = parley.diff(a, second.open())
    assert.equal(4, d.counts.missing)
    assert.is_true(d.counts.added > 100)
  end)

  it("takes files, folders and bundled datasets, whatever their keys are", function()
    local a = parley.open "istanbul-2025"
    assert(a:dump(path "dump"))
    assert.is_true(parley.diff("istanbul-2025", path "dump"):is_empty())
    local one, other = parley.open ":memory:", parley.open ":memory:"
    for _, ds in ipairs { one, other } do ds:add("sources", { id = "s1", title = "T" }) end
    one:add("talks", { id = "a" }, { source = "s1" })
    for _, id in ipairs { "b", "a" } do other:add("talks", { id = id }, { source = "s1" }) end
    assert.same({ "added b" }, texts(parley.diff(one, other).claims, "what", "id"))
  end)

  it("is a page in which nothing can do harm", function()
    local a = begin()
    local b <close> = copy(a)
    b:claim("talks", "r22", { place = "<script>alert(1)</script>&\"" }, { source = "s1", coder = "<b>", rank = "preferred" })
    assert.is_true(parley.diff(a, b):save(path "d.html", { title = "a < b" }))
    local page = scratch.read(path "d.html")
    assert.is_nil(page:find "<script")
    assert.is_nil(page:find "<b>")
    assert.is_truthy(page:find("<title>a &lt; b</title>", 1, true))
    assert.is_truthy(page:find("&lt;script&gt;alert(1)&lt;/script&gt;&amp;", 1, true))
    assert.is_truthy(page:find("style-src 'sha256-", 1, true))
    assert.is_truthy(scratch.message_of(function() parley.diff(a, b):save(path "d.txt") end):find "html")
  end)

  it("refuses what is no dataset, and what it could read half", function()
    assert.is_truthy(scratch.message_of(parley.diff, 1, 2):find "takes datasets")
    local ds = begin()
    assert.is_truthy(scratch.message_of(parley.diff, ds, ds:as_of "2025"):find "view")
    assert.equal("missing_file", select(3, parley.diff(ds, path "none.db")))
    scratch.write(path "half.db", "SQLite format 3\0half of it")
    local none, message, code = parley.diff(ds, path "half.db")
    assert.is_nil(none)
    assert.is_string(message)
    assert.is_truthy(code == "not_a_database" or code == "corrupt")
    ds:atomic(function() assert.is_truthy(scratch.message_of(parley.diff, ds, ds):find "atomic") end)
  end)
end)

server.needed(describe, it, pending)("parley.diff with a server", function()
  it("holds a file against a schema", function()
    local ds, name = begin(), ("diff_%d"):format(math.random(1 << 30))
    local address = server.address() .. "?schema=" .. name
    local there = assert(parley.create(address, { from = ds }))
    there:claim("talks", "r22", { place = "Umea" }, { source = "s1", rank = "preferred" })
    there:rename("parties", "p1", "p")
    local d = parley.diff(ds, address)
    assert.same({ "talks r22 place Oslo Umea" }, scratch.texts(d.values, "table", "id", "field", "from", "to"))
    assert.same({ "parties p1 p" }, scratch.texts(d.renamed, "table", "from", "to"))
    server.drop(there.store, name)
    there:close()
  end)
end)
