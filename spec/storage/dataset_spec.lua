-- A dataset once it is open: its fields, its codebook, SELECTs, functions of the user's, copies, and how it prints.
-- Holds: dataset_words

local parley = require "parley"
local codebook = require "parley.codebook.tables"
local scratch = require "spec.support.scratch"

local at, remove
setup(function() at, remove = scratch.folder() end)
teardown(function() remove() end)

local message_of = scratch.message_of

describe("the fields of a dataset", function()
  local ds
  setup(function() ds = scratch.dataset() end)
  teardown(function() ds:close() end)

  it("are its tables", function()
    assert.equal(1, ds.talks:count())
    assert.equal(1, ds:table("talks"):count())
  end)

  it("have no others, and say what was probably meant", function()
    assert.equal("no table or method 'tlaks' in this dataset; did you mean 'talks'?", message_of(function()
      return ds.tlaks
    end))
    assert.equal("no table or method 'describ' in this dataset; did you mean 'describe'?", message_of(function()
      return ds.describ
    end))
    assert.equal("no table 'tlaks'; did you mean 'talks'?", message_of(ds.table, ds, "tlaks"))
    assert.equal("no table 'demnads'; did you mean 'demands'?", message_of(ds.describe, ds, "demnads"))
  end)

  it("cannot be set", function()
    assert.equal("cannot set 'talks': a dataset is changed with ds:add, ds:claim and ds:retract", message_of(function()
      ds.talks = {}
    end))
  end)
end)

describe("the codebook, asked of a dataset,", function()
  local ds
  setup(function() ds = scratch.dataset() end)
  teardown(function() ds:close() end)

  it("lists tables with their rows", function()
    local f = ds:describe()
    assert.same({ "table", "rows", "meaning" }, f:columns())
    assert.equal(#codebook.tables, #f)
    assert.same({ table = "talks", rows = 1, meaning = "a round of talks, or a meeting that prepares one" },
      f:where("\"table\" = 'talks'"):first())
    assert.same({ { table = "sources", rows = 3 }, { table = "talks", rows = 1 } },
      f:where("rows in (1, 3) and table != 'parties'"):select("table", "rows"):sort("table"):all())
  end)

  it("counts a bundled dataset without storing it, and alike where it is stored", function()
    for _, name in ipairs(parley.datasets()) do
      local counted <close> = parley.open(name)
      local stored <close> = parley.open(name)
      local rows = counted:describe():all()
      if require("parley.bundled.bundled").are_built() then assert.is_nil(next(counted.bundle.stored)) end
      stored:frame "demands"
      assert.same(rows, stored:describe():all())
      stored:ensure_all()
      assert.same(rows, stored:describe():all())
    end
  end)

  it("counts what a view shows, and not what lies under it", function()
    local whole <close> = parley.open "istanbul-2025"
    local view = whole:as_of "2025-06-02"
    local rows, fewer = view:describe():all(), 0
    for i, row in ipairs(whole:describe():all()) do
      assert.same({ row.table, view:table(row.table):count() }, { rows[i].table, rows[i].rows })
      if rows[i].rows < row.rows then fewer = fewer + 1 end
    end
    assert.is_true(fewer > 5)
  end)

  it("lists columns", function()
    local f = ds:describe "demands"
    assert.same({ "column", "type", "meaning", "references", "vocabulary", "kind" }, f:columns())
    assert.same({ column = "id", type = "text", meaning = "stable, readable key" }, f[1])
    assert.same({ column = "party", type = "text", meaning = "who asks", references = "parties", kind = "value" }, f[2])
    assert.same({ column = "topic", type = "text", meaning = "what it is about", vocabulary = "topic", kind = "value" },
      f[4])
  end)
end)

describe("ds:sql", function()
  local ds
  setup(function() ds = scratch.dataset() end)
  teardown(function() ds:close() end)

  it("runs a SELECT with parameters, and infers the types", function()
    local f = ds:sql("SELECT id, length(id) AS n, ? AS x, ? AS y FROM parties ORDER BY id", 1.5, parley.null)
    assert.same({ "id", "n", "x", "y" }, f:columns())
    assert.same({ "text", "integer", "number", "text" }, f:types())
    assert.same({ { id = "russia", n = 6, x = 1.5 }, { id = "turkiye", n = 7, x = 1.5 },
      { id = "ukraine", n = 7, x = 1.5 } }, f:all())
  end)

  it("sees all tables of the bundled dataset", function()
    local bundled <close> = parley.open()
    local f = bundled:sql "SELECT t.date FROM talks t JOIN sources s ON s.id = 's1' WHERE t.id = 'r2'"
    assert.same({ { date = "2025-06-02" } }, f:all())
  end)

  it("writes nothing, whatever is tried", function()
    local only_reads = "ds:sql() only reads, with one SELECT; ds:add, ds:claim and ds:retract write"
    for _, text in ipairs { "DELETE FROM talks", "DROP TABLE talks", "PRAGMA user_version = 9",
      ("ATTACH '%s' AS other"):format(at "attached.db"), "BEGIN", "CREATE TEMP TABLE x (y)",
      "WITH a AS (SELECT 1) INSERT INTO talks(id) SELECT 'x' FROM a" } do
      assert.equal(only_reads, message_of(ds.sql, ds, text), text)
    end
    assert.equal(1, ds.talks:count())
    assert.is_nil(io.open(at "attached.db"))
  end)

  it("takes one statement", function()
    assert.equal("ds:sql(): more than one SQL statement; give one at a time",
      message_of(ds.sql, ds, "SELECT 1; DELETE FROM talks"))
    assert.equal("ds:sql(): no such table: tlaks; did you mean 'talks'?", message_of(ds.sql, ds, "SELECT * FROM tlaks"))
    assert.equal("ds:sql() takes the text of a statement, not a number", message_of(ds.sql, ds, 1))
    assert.equal(1, ds.talks:count())
  end)
end)

describe("ds:define", function()
  local ds
  before_each(function() ds = scratch.dataset() end)
  after_each(function() ds:close() end)

  it("adds a function to every expression", function()
    ds:define("twice", function(x) return x .. x end, 1)
    assert.same({ { d = "r2r2" } }, ds.talks:select("twice(id) as d"):all())
    assert.equal(1, ds.talks:where("twice(id) = 'r2r2'"):count())
    ds:define("twice", function(x) return x end, 1)
    assert.same({ { d = "r2" } }, ds.talks:select("twice(id) as d"):all())
  end)

  it("is checked", function()
    assert.equal("define(): there is a function 'round' already; choose another name",
      message_of(ds.define, ds, "round", print))
    assert.equal("define(): expressions have no function 'best', but SQLite beneath them has; choose another name",
      message_of(ds.define, ds, "best", print))
    assert.equal("define(): there is a function 'year' already; choose another name",
      message_of(ds.define, ds, "year", print))
    assert.equal("define() takes a name of letters, digits and '_' first, such as \"days_until\", not 'a b'",
      message_of(ds.define, ds, "a b", print))
    assert.equal("define() takes a name of letters, digits and '_' first, such as \"days_until\", not 'and'",
      message_of(ds.define, ds, "and", print))
    assert.equal("define() takes a function after the name, not a nil", message_of(ds.define, ds, "f"))
    assert.equal("define(): the number of arguments must be a whole number from 0 to 100, not 1.5",
      message_of(ds.define, ds, "f", print, 1.5))
  end)
end)

describe("save_as", function()
  it("copies what is open into a file that can be extended", function()
    local path = at "copy.db"
    do
      local ds <close> = scratch.dataset()
      assert.is_true(ds:save_as(path))
    end
    local copy <close> = assert(parley.open(path))
    assert.equal("scheduled", copy.talks:get("r2").status)
    assert.equal(8, copy:claim("talks", "r2", { place = "Istanbul" }, { source = "s2" }))
    assert.equal("Istanbul", copy.talks:get("r2").place)
  end)

  it("leaves a file that is there alone", function()
    local path = at "there.txt"
    scratch.write(path, "mine")
    local ds <close> = scratch.dataset()
    local done, message, code = ds:save_as(path)
    assert.is_nil(done)
    assert.equal(("parley: cannot write '%s': the file exists; name a new one or remove it"):format(path), message)
    assert.equal("exists", code)
    local file <close> = assert(io.open(path))
    assert.equal("mine", file:read "a")
  end)

  it("says which directory is missing", function()
    local ds <close> = scratch.dataset()
    local done, message, code = ds:save_as(at "nowhere/x.db")
    assert.is_nil(done)
    assert.matches("no directory '" .. at "nowhere", message, 1, true)
    assert.equal("missing_folder", code)
  end)

  it("is not for the middle of a transaction, nor for no name", function()
    local ds <close> = scratch.dataset()
    assert.equal("save_as() cannot copy half a transaction; call it after atomic()",
      message_of(ds.atomic, ds, function() ds:save_as(at "half.db") end))
    assert.equal("save_as() takes the name of a file", message_of(ds.save_as, ds))
    for _, address in ipairs { "postgresql://h/x?schema=a", "host=h dbname=x" } do
      assert.equal("save_as() makes a file; a copy on a server is made by parley.create(address, {from = ds})",
        message_of(ds.save_as, ds, address))
    end
    assert.is_nil(io.open(at "half.db"))
  end)
end)

describe("a dataset printed", function()
  it("lists its tables", function()
    local ds <close> = scratch.dataset()
    local text = tostring(ds)
    assert.matches("\ntalks +1  a round of talks, or a meeting that prepares one\n", text)
    assert.matches("\nsources +3  an article, document or dataset\n", text)
  end)
end)
