-- Opening: what each way of it gives, and what each refusal says.
-- Holds: opening, storage.open_dataset

local core = require "parley.core"
local parley = require "parley"
local codebook = require "parley.codebook.tables"
local scratch = require "spec.support.scratch"

local at, remove
setup(function() at, remove = scratch.folder() end)
teardown(function() remove() end)

local message_of = scratch.message_of

-- A SQLite file made by somebody else.
local function sqlite_file(name, sql)
  local path = at(name)
  local store <close> = assert(core.open(path, { mode = "rwc" }))
  store:exec(sql)
  return path
end

describe("the bundled dataset", function()
  it("opens by default, and by name", function()
    local ds <close> = parley.open()
    local named <close> = parley.open { bundled = "istanbul-2025" }
    assert.same({ "istanbul-2025", "russia-ukraine-talks" }, parley.datasets())
    assert.equal("2025-06-02", ds.talks:get("r2").date)
    assert.equal("2025-06-02", named.talks:get("r2").date)
  end)

  it("cannot be written to, and says how to go on", function()
    local ds <close> = parley.open()
    local way_out = "this dataset is read-only; save_as('mine.db') makes a copy to extend"
    assert.equal(way_out, message_of(ds.add, ds, "talks", { id = "r9" }, { source = "s1" }))
    assert.equal(way_out, message_of(ds.claim, ds, "talks", "r2", { place = "x" }, { source = "s1" }))
    assert.equal(way_out, message_of(ds.retract, ds, 1))
    assert.equal(way_out, message_of(ds.atomic, ds, function() end))
  end)

  it("has names and modes that are checked", function()
    assert.equal("no bundled dataset 'istanbul-2024'; did you mean 'istanbul-2025'?",
      message_of(parley.open, { bundled = "istanbul-2024" }))
    assert.equal("a bundled dataset is read-only; save_as('mine.db') makes a copy to extend",
      message_of(parley.open, nil, { mode = "rw" }))
    assert.equal("the option schema = false is for SQLite files; a bundled dataset has its tables",
      message_of(parley.open, { schema = false }))
    assert.equal("parley.open takes a path or the option bundled, not both",
      message_of(parley.open, at "x.db", { bundled = "istanbul-2025" }))
  end)
end)

describe("a word without a slash or a dot", function()
  local lfs = require "lfs"
  local home = lfs.currentdir()
  before_each(function() lfs.chdir(at "") end)
  after_each(function() lfs.chdir(home) end)

  it("may be a misspelt name, and makes no file", function()
    assert.equal("no bundled dataset and no file 'russia-ukraine-talk'; mode = \"rwc\" makes a file of that name; "
      .. "did you mean 'russia-ukraine-talks'?", message_of(parley.open, "russia-ukraine-talk"))
    assert.equal("no_name", select(2, pcall(parley.open, "mine")).code)
    assert.is_nil(lfs.attributes("russia-ukraine-talk", "mode"))
    assert.is_nil(lfs.attributes("mine", "mode"))
  end)

  it("is the name of a file that is there, or that the mode asks for", function()
    assert(parley.open("mine", { mode = "rwc" })):close()
    local again <close> = assert(parley.open "mine")
    assert.equal(0, again.talks:count())
  end)
end)

describe("options are checked:", function()
  local refused = {
    { { mod = "ro" }, "parley.open has no option 'mod'; did you mean 'mode'?" },
    { { mode = "rd" }, "no mode 'rd'; did you mean 'ro'?" },
    { { mode = 1 }, "no mode '1'; known: ro, rw, rwc" },
    { { schema = "no" }, "the option schema is true or false, not a string" },
    { { timeout = -1 }, "the option timeout is a whole number of milliseconds, not -1" },
    { { timeout = "long" }, "the option timeout is a whole number of milliseconds, not long" },
    { 3, "parley.open takes a table of options, not a number; its options: mode, schema, timeout, policy, bundled, journal" },
  }
  for _, case in ipairs(refused) do
    it(case[2], function() assert.equal(case[2], message_of(parley.open, ":memory:", case[1])) end)
  end

  it("so is the path", function()
    assert.equal("parley.open takes the name of a file, not an empty one", message_of(parley.open, ""))
    assert.equal("parley.open takes the name of a file, not a number", message_of(parley.open, 7))
  end)

  it("errors carry the caller's line", function()
    local _, err = pcall(function() parley.open(":memory:", { mode = "x" }) end)
    local line = debug.getinfo(1, "l").currentline - 1
    assert.equal(("spec/storage/open_spec.lua:%d: parley: no mode 'x'; known: ro, rw, rwc"):format(line), (err:gsub("^%./", "")))
  end)
end)

describe("memory", function()
  it("starts empty, with the codebook's tables", function()
    local ds <close> = parley.open(":memory:")
    assert.same(codebook.table_names(), ds:tables())
    assert.equal(0, ds.talks:count())
    assert.equal(0, ds.sources:count())
    assert.equal("Ceasefire", ds.terms:get("topic/ceasefire").label)
    assert.equal(#require("parley.codebook.crosswalks").rows(), ds.crosswalk:count())
  end)

  it("can be written to, and is nobody else's", function()
    local ds <close> = scratch.dataset()
    local other <close> = parley.open(":memory:")
    assert.equal(1, ds.talks:count())
    assert.equal(0, other.talks:count())
  end)
end)

describe("a file", function()
  it("is created when missing, with its marks", function()
    local path = at "new.db"
    scratch.fill(assert(parley.open(path))):close()
    local store <close> = assert(core.open(path, { mode = "ro" }))
    assert.equal(0x50726c79, (store:values "PRAGMA application_id"))
    assert.equal(codebook.version, (store:values "PRAGMA user_version"))
    assert.equal("delete", (store:values "PRAGMA journal_mode"))
    assert.equal("ok", (store:values "PRAGMA integrity_check"))
    assert.is_nil((store:values "PRAGMA foreign_key_check"))
  end)

  it("keeps what was written", function()
    local path = at "kept.db"
    scratch.fill(assert(parley.open(path))):close()
    local ds <close> = assert(parley.open(path, { mode = "rw" }))
    assert.equal("scheduled", ds.talks:get("r2").status)
    assert.equal(3, ds.sources:count())
    local again <close> = assert(parley.open(path, { mode = "ro" }))
    assert.equal("Türkiye", again.parties:get("turkiye").name)
  end)

  it("opened with mode 'ro' cannot be written to", function()
    local path = at "ro.db"
    scratch.fill(assert(parley.open(path))):close()
    local ds <close> = assert(parley.open(path, { mode = "ro" }))
    assert.equal("this dataset is read-only: it was opened with mode 'ro'; open it with 'rw', or save_as('mine.db') "
      .. "makes a copy to extend", message_of(ds.claim, ds, "talks", "r2", { place = "x" }, { source = "s1" }))
    assert.equal(7, (ds.store:values "SELECT count(*) FROM claim_keys"))
  end)

  it("is made of no empty or missing file whose name says rows, unless the mode says so", function()
    local empty, none = at "empty.CSV", at "none.jsonl"
    scratch.write(empty, "")
    for _, mode in ipairs { "ro", "rw", "any" } do
      for path, why in pairs { [empty] = "it is empty", [none] = "no such file" } do
        local ds, message, code = parley.open(path, { mode = mode ~= "any" and mode or nil })
        assert.is_nil(ds)
        assert.equal(("parley: cannot open '%s': %s; parley.read() reads a file of rows, ds:import() takes one in, and "
          .. "mode = \"rwc\" makes a dataset of this name"):format(path, why), message)
        assert.equal(path == empty and "empty" or "missing_file", code)
      end
    end
    assert.equal("", scratch.read(empty))
    assert.is_nil((io.open(none)))
    for _, path in ipairs { empty, none } do
      assert(parley.open(path, { mode = "rwc" })):close()
      local again <close> = assert(parley.open(path))
      assert.equal(0, again.talks:count())
    end
  end)

  it("may have been made empty by another program", function()
    local path = at "touched.db"
    scratch.write(path, "")
    local ds, message, code = parley.open(path, { mode = "ro" })
    assert.is_nil(ds)
    assert.equal(("parley: cannot open '%s': it is empty; open it with mode 'rwc' to create the tables in it"):format(path),
      message)
    assert.equal("empty", code)
    ds = assert(parley.open(path, { mode = "rw" }))
    assert.equal(0, ds.talks:count())
    ds:close()
  end)

  it("can have any name", function()
    for _, name in ipairs { "file:x?mode=memory.db", "a b'c.db", "ünïcode.db" } do
      scratch.fill(assert(parley.open(at(name)))):close()
      local ds <close> = assert(parley.open(at(name), { mode = "ro" }))
      assert.equal(1, ds.talks:count())
    end
  end)
end)

describe("what cannot be opened comes back as nil, message, code:", function()
  local NO_DATABASE = "the file is no SQLite database; parley.read() reads a file of rows, and ds:import() takes one in"
  local function refused(path, options, text, code)
    local ds, message, got = parley.open(path, options)
    assert.is_nil(ds)
    assert.equal(("parley: cannot open '%s': %s"):format(path, text), message)
    assert.equal(code, got)
  end

  it("no file", function()
    refused(at "none.db", { mode = "ro" },
      "no such file (modes 'ro' and 'rw' need an existing file; 'rwc' creates one)", "missing_file")
    refused(at "none.db", { mode = "rw" },
      "no such file (modes 'ro' and 'rw' need an existing file; 'rwc' creates one)", "missing_file")
  end)

  it("no directory", function()
    refused(at "none/x.db", nil, ("no directory '%s'; create it first"):format(at "none"), "missing_folder")
  end)

  it("a directory", function() refused(at ".", nil, "it is a directory; name a file in it", "is_folder") end)

  it("no database", function()
    local path = at "text.db"
    scratch.write(path, ("This is a text, and no database.\n"):rep(40))
    for _, mode in ipairs { "ro", "rw", "rwc" } do
      refused(path, { mode = mode }, NO_DATABASE, "not_a_database")
    end
    refused(path, { schema = false }, NO_DATABASE, "not_a_database")
  end)

  it("a damaged one", function()
    local path = at "damaged.db"
    scratch.fill(assert(parley.open(path))):close()
    local file = assert(io.open(path, "r+b"))
    file:seek("set", 100)
    file:write(("\xff"):rep(3000))
    file:close()
    refused(path, nil, "the file is damaged; restore it from a copy", "corrupt")
  end)

  it("a SQLite file of another kind", function()
    local path = sqlite_file("other.db", "CREATE TABLE t (x)")
    refused(path, nil, "it is a SQLite file but no Parley dataset; open it with {schema = false}", "not_a_dataset")
    local store <close> = assert(core.open(path, { mode = "ro" }))
    assert.equal("delete", (store:values "PRAGMA journal_mode"))
    assert.equal(1, (store:values "SELECT count(*) FROM sqlite_master"))
  end)

  it("another program's empty SQLite file", function()
    refused(sqlite_file("marked.db", "PRAGMA application_id = 77; CREATE TABLE t (x); DROP TABLE t"), nil,
      "it is a SQLite file but no Parley dataset; open it with {schema = false}", "not_a_dataset")
  end)

  it("a newer schema", function()
    local path = at "newer.db"
    scratch.fill(assert(parley.open(path))):close()
    local store = assert(core.open(path, { mode = "rw" }))
    store:exec(("PRAGMA user_version = %d"):format(codebook.version + 6))
    store:close()
    local text = ("it was written by a newer Parley (schema %d, and this one knows %d); update Parley to open it"):format(
      codebook.version + 6, codebook.version)
    refused(path, nil, text, "newer")
    refused(path, { mode = "ro" }, text, "newer")
  end)

  it("a locked file", function()
    local path = at "locked.db"
    sqlite_file("locked.db", "")
    local other <close> = assert(core.open(path, { mode = "rw" }))
    other:exec "BEGIN EXCLUSIVE; CREATE TABLE t (x)"
    refused(path, { timeout = 10 }, "another program holds it locked; try again when it is done, or open it with a longer "
      .. "{timeout = ms}", "busy")
    other:exec "ROLLBACK"
  end)
end)

describe("any SQLite file, opened as it is,", function()
  local ds
  setup(function()
    ds = assert(parley.open(sqlite_file("library.db", [[
      CREATE TABLE authors (code INTEGER PRIMARY KEY, name TEXT, store TEXT);
      CREATE TABLE books (id TEXT PRIMARY KEY, author INTEGER REFERENCES authors, "odd name" INT, price REAL);
      CREATE VIEW cheap AS SELECT id, price FROM books WHERE price < 5;
      INSERT INTO authors VALUES (1, 'Ada', 'x'), (2, 'Bo', NULL);
      INSERT INTO books VALUES ('b1', 1, 7, 4.5), ('b2', 2, 'seven', 12), ('b3', NULL, NULL, NULL);
    ]]), { schema = false, mode = "ro" }))
  end)
  teardown(function() ds:close() end)

  it("shows its tables and views", function()
    assert.same({ "authors", "books", "cheap" }, ds:tables())
    assert.equal(3, ds.books:count())
    assert.same({ { id = "b1", price = 4.5 } }, ds.cheap:all())
  end)

  it("gives values as they are stored, whatever was declared, and texts where a column mixes the two", function()
    assert.same({ "b1", "b2", "b3" }, { ds.books:sort("id"):all()[1].id, "b2", "b3" })
    assert.equal("seven", ds.books:where("id = 'b2'"):first()["odd name"])
    assert.equal("7", ds.books:where("id = 'b1'"):first()["odd name"])
    assert.equal(7, ds:sql("select \"odd name\" as n from books where id = 'b1'")[1].n)
    assert.equal(12.0, ds.books:where("id = 'b2'"):first().price)
  end)

  it("follows foreign keys to keys of any name", function()
    assert.same({ { name = "Ada" } }, ds.books:where("id = 'b1'"):select("author.name as name"):all())
    assert.equal(1, ds.books:where("author.name = 'Bo'"):count())
  end)

  it("is described", function()
    assert.same({ { column = "id", type = "any", meaning = "TEXT" },
      { column = "author", type = "any", meaning = "INTEGER", references = "authors" },
      { column = "odd name", type = "any", meaning = "INT" },
      { column = "price", type = "any", meaning = "REAL" } }, ds:describe("books"):all())
    assert.same({ { table = "authors", rows = 2, meaning = "" }, { table = "books", rows = 3, meaning = "" },
      { table = "cheap", rows = 1, meaning = "a view" } }, ds:describe():all())
  end)

  it("must be there", function()
    local none, message = parley.open(at "nothing.db", { schema = false })
    assert.is_nil(none)
    assert.matches("no such file", message)
    assert.is_nil(io.open(at "nothing.db"))
  end)

  it("takes no claims", function()
    assert.equal("this file was opened as it is ({schema = false}), so nothing can be written to it through Parley",
      message_of(ds.add, ds, "books", { id = "b4" }))
    assert.equal("books does not rest on claims: its rows stand for themselves", message_of(function()
      return ds.books:claims()
    end))
  end)

  it("can be Parley's own, claims and all", function()
    local path = at "own.db"
    scratch.fill(assert(parley.open(path))):close()
    local raw <close> = assert(parley.open(path, { schema = false }))
    assert.equal(1, raw.talks_claims:count())
    assert.equal(7, raw.claim_keys:count())
  end)
end)

describe("a closed dataset", function()
  local ds
  before_each(function()
    ds = scratch.dataset()
    ds:close()
  end)

  it("refuses every call", function()
    local calls = {
      function() return ds.talks:count() end,
      function() return ds:table("talks"):where("place = 'x'"):all() end,
      function() return ds.talks:columns() end,
      function() return ds:tables() end,
      function() return ds:describe() end,
      function() return ds:describe "talks" end,
      function() return ds:sql "SELECT 1" end,
      function() return ds:define("f", print) end,
      function() return ds:save_as(at "closed.db") end,
      function() return ds:add("talks", { id = "x" }, { source = "s1" }) end,
      function() return ds:claim("talks", "r2", { place = "x" }, { source = "s1" }) end,
      function() return ds:retract(1) end,
      function() return ds:atomic(function() end) end,
      function() return ds:disagreements() end,
    }
    local closed = "this dataset is closed; open it again with parley.open()"
    for i, call in ipairs(calls) do assert.equal(closed, message_of(call), "call " .. i) end
  end)

  it("can be closed again, and says what it is", function()
    ds:close()
    assert.is_false(ds:is_open())
    assert.equal("parley.Dataset (closed)", tostring(ds))
  end)

  it("is closed by the end of its block, also by an error", function()
    local kept
    pcall(function()
      local inner <close> = parley.open(":memory:")
      kept = inner
      assert.is_true(inner:is_open())
      error "out"
    end)
    assert.is_false(kept:is_open())
  end)

  it("refuses queries made before", function()
    local open = scratch.dataset()
    local query = open.talks:where { kind = "round" }
    open:close()
    assert.equal("this dataset is closed; open it again with parley.open()", message_of(query.count, query))
  end)

  it("cannot be closed by what runs inside atomic()", function()
    local open <close> = scratch.dataset()
    assert.equal("a dataset cannot be closed inside atomic()", message_of(open.atomic, open, function() open:close() end))
    assert.is_true(open:is_open())
    assert.equal(1, open.talks:count())
  end)
end)

describe("a connection lent by a host", function()
  local store
  before_each(function() store = assert(core.open(":memory:", { mode = "memory" })) end)
  after_each(function() store:close() end)

  it("gets the tables when it is empty", function()
    local ds = assert(parley.attach(store))
    scratch.fill(ds)
    assert.equal(1, ds.talks:count())
    assert.equal(codebook.version, (store:values "PRAGMA user_version"))
  end)

  it("is taken as it is when it has tables of its own", function()
    store:exec "CREATE TABLE notes (id TEXT PRIMARY KEY, body TEXT); INSERT INTO notes VALUES ('n1', 'x')"
    local ds = assert(parley.attach(store))
    assert.same({ "notes" }, ds:tables())
    assert.equal("x", ds.notes:first().body)
    assert.equal(0, (store:values "PRAGMA user_version"))
  end)

  it("is Parley's when it says so", function()
    assert(parley.attach(store))
    local ds = assert(parley.attach(store))
    assert.equal(0, ds.demands:count())
    store:exec "PRAGMA user_version = 99"
    local refused, message, code = parley.attach(store)
    assert.is_nil(refused)
    assert.matches("written by a newer Parley %(schema 99,", message)
    assert.equal("newer", code)
  end)

  it("can be in a transaction, which then decides", function()
    local ds = scratch.fill(assert(parley.attach(store)))
    store:exec "BEGIN"
    ds:claim("talks", "r2", { place = "Istanbul" }, { source = "s1" })
    assert.equal("Istanbul", ds.talks:first().place)
    assert.is_true(store:in_transaction())
    store:exec "ROLLBACK"
    assert.is_nil(ds.talks:first().place)
  end)

  it("is a store, nothing else", function()
    assert.equal("parley.attach takes a store lent by a host, not a string", message_of(parley.attach, "x.db"))
  end)
end)

describe("parley", function()
  it("says its version, and has a null", function()
    assert.equal("0.1.0", parley.version)
    assert.equal("null", tostring(parley.null))
    assert.equal(core.null, parley.null)
  end)
end)
