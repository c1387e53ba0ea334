-- Statements of FollowTheMoney: their columns and ids, out and in without loss, and the page that says what stays here.
-- Holds: coding.ftm_statements, coding.ftm_mapping, base.sha1

local codebook = require "parley.codebook.tables"
local mapping = require "parley.coding.ftm_mapping"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local sha1 = require "parley.base.sha1"

local function invented()
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s1", published = "2025-06-02" })
  ds:add("sources", { id = "s2", published = "2025-06-05" })
  ds:add_column("people", "wikidata", { type = "text" })
  local ann, ben = { source = "s1", coder = "ann" }, { source = "s2", coder = "ben" }
  ds:add("parties", { id = "north", name = "North", kind = "state" }, ann)
  ds:add("parties", { id = "desk", name = "Desk", parent = "north" }, ann)
  ds:add("people", { id = "гурін", name = "Петро Гурін", aliases = "П. Гурін; Petro", wikidata = "Q42" }, ann)
  ds:claim("people", "гурін", { name = "Petr Gurin" }, ben)
  ds:add("people", { id = "7", name = "سامي حداد" }, ben)
  ds:add("offices", { id = "o1", person = "гурін", party = "desk", title = "Head", held = "2023-09/.." }, ann)
  ds:add("offices", { id = "o2", person = "7", party = "desk", held = "2020~/2021-05" }, ann)
  ds:add("memberships", { id = "m1", party = "desk", whole = "north", held = "2024" }, ann)
  ds:add("talks", { id = "t1" }, ann)
  ds:judge("7", "гурін", "same", "one", { table = "people", coder = "ann" })
  return ds
end

local function rows_of(f)
  local list = {}
  for _, row in ipairs(f:all()) do
    local parts = {}
    for i, name in ipairs { "canonical_id", "entity_id", "prop", "schema", "value", "dataset", "origin", "original_value",
      "first_seen", "id" } do parts[i] = tostring(row[name]) end
    list[#list + 1] = table.concat(parts, " | ")
  end
  table.sort(list)
  return list
end

describe("a hash", function()
  it("is that of the standard", function()
    assert.equal("da39a3ee5e6b4b0d3255bfef95601890afd80709", sha1.hex "")
    assert.equal("a9993e364706816aba3e25717850c26c9cd0d89d", sha1.hex "abc")
    assert.equal("84983e441c3bd26ebaae4aa1f95129e5e54670f1",
      sha1.hex "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
    assert.equal("ee971065aaa017e0632a8ca6c77bb3bf8b1dfc56", sha1.hex(("a"):rep(119)))
  end)
end)

describe("statements of FollowTheMoney", function()
  it("have its columns, and ids made as it makes them", function()
    local f = invented():ftm_statements()
    assert.same({ "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang",
      "original_value", "external", "first_seen", "last_seen", "id" }, f:columns())
    local row = f:where { entity_id = "гурін", prop = "name", dataset = "s1" }:one()
    assert.equal(sha1.hex "s1.гурін.name.Петро Гурін", row.id)
    assert.same({ "7", "Person", "ann", "2025-06-02", false },
      { row.canonical_id, row.schema, row.origin, row.first_seen, row.external })
    local start = f:where { entity_id = "o1", prop = "startDate" }:one()
    assert.same({ "2023-09", "2023-09/.." }, { start.value, start.original_value })
    assert.equal(1, f:where { entity_id = "гурін", prop = "id", dataset = "s1" }:count())
    assert.equal("1 claim of tables that FollowTheMoney has no schema for is left out", f:notes()[1].note)
  end)

  it("come back as the claims that they were, through CSV and JSON Lines", function()
    local ds <close> = invented()
    local f = ds:ftm_statements()
    local at, remove = scratch.folder()
    for _, name in ipairs { "s.csv", "s.jsonl" } do
      assert(f:save(at(name)))
      local mine <close> = parley.open ":memory:"
      mine:add_column("people", "wikidata", { type = "text" })
      local report = mine:import_ftm(assert(parley.read(at(name))))
      assert.same({ #f, 0, 1 }, { report.read, report.unread, report.judgements })
      local again = mine:ftm_statements()
      assert.same(rows_of(f), rows_of(again))
      assert.equal("2020~/2021-05", mine.offices:get("o2").held)
      assert.equal(1, mine:resolved().people:count())
    end
    remove()
  end)

  it("of the bundled datasets come back", function()
    for _, name in ipairs { "istanbul-2025", "russia-ukraine-talks" } do
      local ds <close> = parley.open(name)
      local f = ds:ftm_statements()
      local mine <close> = parley.open ":memory:"
      assert.equal(0, mine:import_ftm(f).unread)
      assert.equal(ds.people:count(), mine.people:count())
      assert.same(rows_of(f), rows_of(mine:ftm_statements()))
    end
  end)

  it("of others are counted where there is no column, and refused where they are none", function()
    local mine <close> = parley.open ":memory:"
    local report = mine:import_ftm(parley.frame {
      { entity_id = "c", schema = "Company", prop = "name", value = "Acme", dataset = "d" },
      { entity_id = "c", schema = "Company", prop = "jurisdiction", value = "us", dataset = "d" },
      { entity_id = "b", schema = "BankAccount", prop = "iban", value = "1", dataset = "d" } })
    assert.same({ 3, 1, 2 }, { report.read, report.claims, report.unread })
    assert.equal("Acme", mine.parties:get("c").name)
    for told, rows in pairs { ["statements of FollowTheMoney have a column 'prop', and these rows have not"] =
      parley.frame { { entity_id = "c" } }, ["import_ftm() takes the rows of statements, such as "
        .. "parley.read(\"statements.csv\"), not a string"] = "s.csv" } do
      local _, err = pcall(mine.import_ftm, mine, rows)
      assert.equal(told, (tostring(err):match "parley: (.*)"))
    end
  end)
end)

describe("the page", function()
  it("says of every table and column whether it goes out", function()
    local page = scratch.read "doc/identities.md":match "## Exchange.*"
    for _, info in ipairs(codebook.tables) do
      local entry, told = mapping.by_name[info.name], {}
      if info.claims and not entry then assert.truthy(page:find("`" .. info.name .. "`", 1, true), info.name) end
      for _, property in ipairs(entry and entry.properties or {}) do told[property.column] = true end
      for _, column in ipairs(entry and info.columns or {}) do
        local goes = told[column.name] or column.name == "id" or entry.span == column.name
        if not goes then assert.truthy(page:find(("`%s.%s`"):format(info.name, column.name), 1, true), column.name) end
      end
    end
  end)
end)
