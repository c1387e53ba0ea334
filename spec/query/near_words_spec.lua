-- Near words of the data where a search finds nothing.
-- Holds: query.near_words

local parley = require "parley"

local function notes_of(q)
  local list = {}
  for i, note in ipairs(q:notes()) do list[i] = note.note end
  return list
end

describe("a search that finds nothing", function()
  local ds
  before_each(function()
    ds = assert(parley.open ":memory:")
    ds:add("sources", { id = "s", published = "2025-06-01" })
    ds:add("sources", { id = "later", published = "2025-06-20" })
    for id, name in pairs { p1 = "Vasyl Medynsky", p2 = "Anna Médynska", p3 = "Rustem Umerov" } do
      ds:add("people", { id = id, name = name }, { source = id == "p3" and "later" or "s" })
    end
  end)
  after_each(function() ds:close() end)

  it("names near words of the data, the nearest first, as they are written", function()
    assert.same({ "no row has the word 'medinsky'; near it are: Medynsky, Médynska" },
      notes_of(ds.people:search "medinsky"))
    assert.same({ "no row has the word 'medinsky'; near it are: Medynsky, Médynska" },
      notes_of(ds.people:search("Vasyl Medinsky"):select("id"):frame()))
    assert.same({ "no row has the word 'umerof'; near it are: Umerov" }, notes_of(ds.people:search "umerof*"))
  end)

  it("says nothing where it finds something, or nothing is near", function()
    assert.same({}, notes_of(ds.people:search "Medynsky"))
    assert.same({}, notes_of(ds.people:search "medyn*"))
    assert.same({}, notes_of(ds.people:search "zzzz"))
    assert.same({}, notes_of(ds.people:search "Vasyl Umerov"))          -- both are there, in no one row
  end)

  it("looks at the rows that it searched: as of a day, under a condition", function()
    assert.same({}, notes_of(ds.people:search("umerof"):as_of "2025-06-10"))
    assert.same({ "no row has the word 'umerof'; near it are: Umerov" },
      notes_of(ds.people:search("umerof"):as_of "2025-06-30"))
    assert.same({ "no row has the word 'medinsky'; near it are: Médynska" },
      notes_of(ds.people:where("id = 'p2'"):search "medinsky"))
  end)

  it("names them after a search through all tables, too", function()
    local said = "no row has the word 'medinsky'; near it are: Medynsky, Médynska"
    assert.same({ said }, notes_of(ds:search "medinsky"))
    assert.same({ said }, notes_of(ds:search("Medinsky", { tables = { "people", "talks" } })))
    assert.same({}, notes_of(ds:search("medinsky", { tables = "talks" })))
    assert.same({}, notes_of(ds:search "zzzz"))
    assert.same({}, notes_of(ds:search "medynsky"))
  end)
end)
