-- Columns of somebody else's file whose declaration is no promise, where they are too long to be looked at as a whole
-- before their rows are read.
-- Holds: query.loose_columns

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"

describe("a long table of somebody else's", function()
  local at, remove, ds

  -- 12,000 rows: numbers in n, and one text in the last of them; words in w, of which the last are bytes.
  setup(function()
    at, remove = scratch.folder()
    local store = core.open(at "long.db", { mode = "rwc" })
    store:exec [[
      CREATE TABLE long(id INTEGER, n INTEGER, r REAL, w TEXT);
      WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 12000)
        INSERT INTO long SELECT i, i % 7, i / 4.0, 'w' || i % 5 FROM c;
      UPDATE long SET n = 'n/a', w = x'7739' WHERE id = 12000;
      CREATE INDEX by_word ON long(w);
      CREATE VIEW both_kinds AS SELECT w AS x FROM long UNION ALL SELECT id FROM long;
      CREATE TABLE free(x);
      INSERT INTO free SELECT id FROM long;
      UPDATE free SET x = 'n/a' WHERE x = 12000;
      CREATE TABLE clean AS SELECT id, r, w FROM long WHERE id < 12000]]
    store:close()
  end)
  teardown(function() remove() end)

  before_each(function() ds = assert(parley.open(at "long.db", { schema = false, mode = "ro" })) end)
  after_each(function() ds:close() end)

  -- How many rows a loop gave, and what ended it.
  local function count(q, way, ...)
    local n, given = 0, table.pack(...)
    local done, err = pcall(function()
      for _ in q[way](q, table.unpack(given, 1, given.n)) do n = n + 1 end
    end)
    return n, not done and err or nil
  end

  it("is read without being looked at before", function()
    local asked = {}
    local methods = getmetatable(ds.store).__index
    local kinds = methods.kinds
    methods.kinds = function(store, sql) asked[#asked + 1] = sql; return kinds(store, sql) end
    finally(function() methods.kinds = kinds end)
    assert.same({ 11999, nil }, { count(ds.clean, "rows") })
    assert.equal(1, #asked)
    assert.matches("LIMIT 10000$", asked[1])
    assert.same({ "integer", "number", "text" }, ds.clean:frame():types())
    assert.equal(1, #asked)
  end)

  it("has a text among its numbers refused, where it stands", function()
    for _, way in ipairs { "rows", "each" } do
      local n, err = count(ds.long, way)
      assert.equal(11999, n)
      assert.equal("bad_type", err.code)
      assert.equal("n of row 12000 is 'n/a', among numbers; frame() reads all of them as texts", err.message)
    end
    assert.is_false((pcall(ds.long.all, ds.long)))
    assert.same({ 12000, nil }, { count(ds.long:select("id", "r", "w"), "rows") })
  end)

  it("is texts in a Frame then, in rows after it, and what expressions see", function()
    local f = ds.long:frame()
    assert.same({ "integer", "text", "number", "text" }, f:types())
    assert.same({ "1", "n/a", "w9" }, { f[1].n, f[12000].n, f[12000].w })
    assert.matches("n is text, since texts stand beside numbers: in n, row 12000 of long has 'n/a'",
      f:notes()[1].note, 1, true)
    local n, last = 0, nil
    for row in ds.long:rows() do n, last = n + 1, row end
    assert.same({ 12000, "n/a" }, { n, last.n })
    assert.equal(1715, ds.long:where("n = '1'"):count())
    assert.error_matches(function() return ds.long:sum "n" end, "n", 1, true)
  end)

  it("gives its first rows at once", function()
    assert.equal(1, ds.long:first().n)
    assert.equal(3, #ds.long:limit(3):all())
  end)

  it("gives bytes among texts as texts", function()
    local last
    for w in ds.long:where("id = 12000"):each("w") do last = w end
    assert.equal("w9", last)
  end)

  it("has an index used, where a column of texts is one", function()
    local sql = ds.clean:where("w = 'w1'"):sql()
    assert.is_nil(sql:find("CAST", 1, true))
  end)

  it("is looked at where nothing is declared, and texts then", function()
    local seen = {}
    for row in ds.free:rows() do seen[type(row.x)] = true end
    assert.same({ string = true }, seen)
  end)

  it("is looked at where a view puts together what it shows", function()
    local seen = {}
    for row in ds.both_kinds:rows() do seen[type(row.x)] = true end
    assert.same({ string = true }, seen)
  end)
end)
