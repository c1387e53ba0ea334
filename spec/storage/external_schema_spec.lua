-- SQLite files that are not Parley's, described like Parley's own tables.

local core = require "parley.core"
local external_schema = require "parley.storage.external_schema"

describe("an external schema", function()
  local store, schema

  setup(function()
    store = assert(core.open(":memory:", { mode = "memory" }))
    store:exec [[
      CREATE TABLE towns (name TEXT PRIMARY KEY, people INTEGER);
      CREATE TABLE visits (day, town TEXT REFERENCES towns(name), guide REFERENCES nowhere(id), PRIMARY KEY (day, town));
      CREATE TABLE short (town REFERENCES towns);
      CREATE VIEW large AS SELECT name FROM towns WHERE people > 1000;
      CREATE TABLE lost (x); CREATE VIEW broken AS SELECT x FROM lost; DROP TABLE lost;
    ]]
    schema = external_schema.describe(store)
  end)
  teardown(function() store:close() end)

  it("has the tables and views that can be read, and none of Parley's", function()
    table.sort(schema.names)
    assert.same({ "large", "short", "towns", "visits" }, schema.names)
    assert.is_false(schema.parley)
    assert.same({ "", "a view" }, { schema.by_name.towns.meaning, schema.by_name.large.meaning })
  end)

  it("promises no types, and gives the declared ones as meanings", function()
    local people = schema.by_name.towns.by_name.people
    assert.same({ "any", "INTEGER" }, { people.type, people.meaning })
    assert.same({ false, true }, { schema.by_name.towns.claims, schema.by_name.towns.raw })
  end)

  it("has a key of one column, and none where there are several", function()
    assert.equal("name", schema.by_name.towns.key)
    assert.is_nil(schema.by_name.visits.key)
  end)

  it("has references to keys that are there, named or not", function()
    local visits = schema.by_name.visits.by_name
    assert.same({ "towns", "name" }, { visits.town.references, visits.town.key })
    assert.is_nil(visits.guide.references)
    assert.same({ "towns", "name" }, { schema.by_name.short.by_name.town.references, schema.by_name.short.by_name.town.key })
  end)
end)
