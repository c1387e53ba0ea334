-- A file of Parley's in the hands of SQLite's own shell: clean tables, and still a dataset afterwards.

local codebook = require "parley.codebook.tables"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local path, remove
before_each(function() path, remove = scratch.folder() end)
after_each(function() remove() end)

local function shell_version()
  local pipe = io.popen "sqlite3 --version 2>/dev/null"
  local text = pipe and pipe:read "a" or ""
  if pipe then pipe:close() end
  return text:match "^%d+%.%d+"
end

-- What the shell prints for some lines of input; a failure is an error.
local function shell(file, input)
  scratch.write(path "input.sql", input)
  local pipe = assert(io.popen(("sqlite3 -batch -bail '%s' < '%s' 2>&1"):format(file, path "input.sql")))
  local text = pipe:read "a"
  assert(pipe:close(), text)
  return text
end

local function saved(name)
  local file = path(name)
  assert(parley.open():save_as(file))
  return file
end

local SOUND = "PRAGMA integrity_check;\nPRAGMA foreign_key_check;\n"
  .. "INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1);\n"

-- The dataset in a file answers as the bundled one does, also to a search, and takes more.
local function assert_whole(file)
  local bundled = parley.open()
  require("parley.bundled.whole").complete(bundled)
  local ds <close> = assert(parley.open(file))
  for _, name in ipairs(codebook.table_names()) do
    assert.equal(bundled:table(name):sort("id"):to_csv(), ds:table(name):sort("id"):to_csv())
  end
  assert.equal(bundled.demands:search("kidnapped children"):to_csv(), ds.demands:search("kidnapped children"):to_csv())
  assert.is_true(ds.demands:search("children"):count() > 0)
  local key = ds:add("talks", { id = "r9", place = "Çırağan hall" }, { source = "s1" })
  assert.equal(bundled.store:values "SELECT max(claim) FROM claim_keys" + 1, key)
  assert.equal("r9", ds.talks:search("ciragan hall"):sort("id desc"):first().id)
  ds:retract(key, "only tried")
end

if not shell_version() then
  pending "a file of Parley's in the sqlite3 shell: there is no sqlite3 here"
  return
end

describe("the sqlite3 shell", function()
  it("finds a table for each of the codebook, with its claims, and nothing unreadable", function()
    local file = saved "a.db"
    local names = {}
    for name in shell(file, ".tables\n"):gmatch "%S+" do names[name] = true end
    for _, info in ipairs(codebook.tables) do
      assert.is_true(names[info.name])
      assert.equal(info.claims or nil, names[info.name .. "_claims"])
    end
    for name in pairs(names) do
      assert.matches("^%d+\n$", shell(file, ("SELECT count(*) FROM %s;"):format(name)))
    end
    assert.equal("28\n", shell(file, "SELECT count(*) FROM demands;"))
    assert.equal("12000|20241\n", shell(file, "SELECT best, (SELECT date_start FROM talks WHERE id = 'r2') FROM outcomes "
      .. "WHERE id = 'r2-bodies';"))
  end)

  it("finds the file sound, references and the index of words too", function()
    assert.equal("ok\n", shell(saved "a.db", SOUND))
  end)

  it("follows references", function()
    local text = shell(saved "a.db", "SELECT count(*) FROM demands d JOIN parties p ON p.id = d.party;\n"
      .. "SELECT group_concat(DISTINCT \"table\") FROM pragma_foreign_key_list('participants');")
    assert.equal("28", text:match "^%d+")
    for _, name in ipairs { "talks", "parties", "people" } do assert.truthy(text:find(name, 1, true)) end
  end)

  it("searches the words", function()
    local file = saved "a.db"
    assert.equal("1\n", shell(file, "SELECT count(*) > 0 FROM search_text JOIN search_index ON key = search_index.rowid "
      .. "WHERE search_index MATCH 'children' AND tbl = 'demands';"))
  end)

  it("adds and changes rows, with its own functions alone", function()
    local file = saved "a.db"
    assert.equal("ok\n", shell(file, "PRAGMA foreign_keys = ON;\n"
      .. "INSERT INTO talks(id, name, date, date_start, date_end) VALUES ('x1', 'by hand', '2026', 20454, 20818);\n"
      .. "INSERT INTO talks_claims(claim, id, name, source) VALUES (9001, 'x1', 'by hand', 's1');\n"
      .. "INSERT INTO claim_keys VALUES (9001, 'talks');\nUPDATE talks SET place = 'Ankara' WHERE id = 'x1';\n"
      .. "DELETE FROM quarantine;\n" .. SOUND))
    local ds <close> = assert(parley.open(file))
    assert.equal("Ankara", ds.talks:get("x1").place)
    assert.equal(9002, ds:claim("talks", "x1", { place = "Ankara" }, { source = "s1" }))
  end)

  it("refuses a reference to nothing", function()
    local file = saved "a.db"
    local done, message = pcall(shell, file, "PRAGMA foreign_keys = ON;\nINSERT INTO talks(id, host) VALUES ('x', 'nobody');")
    assert.is_false(done)
    assert.matches("FOREIGN KEY constraint failed", message)
  end)

  it("packs a file that goes on as before", function()
    local file = saved "a.db"
    assert.equal("ok\n", shell(file, "DELETE FROM search_text WHERE tbl = 'x'; VACUUM;\n" .. SOUND))
    assert_whole(file)
    assert.equal("ok\n", shell(file, SOUND))
  end)

  it("writes a file as SQL, from which it comes back", function()
    local file = saved "a.db"
    shell(path "a.db", (".output %s\n.dump\n"):format(path "a.sql"))
    shell(path "b.db", (".read %s\n"):format(path "a.sql"))
    assert.equal("ok\n", shell(path "b.db", SOUND))
    assert.equal("0|0\n", shell(path "b.db", "SELECT (SELECT * FROM pragma_application_id), "
      .. "(SELECT * FROM pragma_user_version);"))
    local ro <close> = assert(parley.open(path "b.db", { mode = "ro" }))
    assert.equal(28, ro.demands:count())
    assert.equal("0\n", shell(path "b.db", "PRAGMA application_id;"))
    assert_whole(path "b.db")
    assert.equal(("%d|%d\n"):format(codebook.application_id, codebook.version), shell(path "b.db",
      "SELECT (SELECT * FROM pragma_application_id), (SELECT * FROM pragma_user_version);"))
    assert.equal("ok\n", shell(path "b.db", SOUND))
    assert_whole(file)
  end)

  it("backs a file up and brings it back", function()
    local file = saved "a.db"
    shell(file, (".backup %s\n"):format(path "b.db"))
    shell(path "c.db", (".restore %s\n"):format(path "b.db"))
    assert_whole(path "b.db")
    assert_whole(path "c.db")
    assert.equal("ok\n", shell(path "c.db", SOUND))
  end)

  it("finds sound what parley.load has made", function()
    assert(parley.open():dump(path "d"))
    assert(parley.load(path "d", path "e.db")):close()
    assert.equal("ok\n", shell(path "e.db", SOUND))
    assert_whole(path "e.db")
  end)
end)

describe("a file of other tables", function()
  it("is not taken for a dataset because some of them have its names", function()
    shell(path "x.db", "CREATE TABLE claim_keys(a); CREATE TABLE demands(id);")
    local ds, message = parley.open(path "x.db")
    assert.is_nil(ds)
    assert.matches("it is a SQLite file but no Parley dataset", message)
  end)

  it("that was an older dataset before it lost its marks is brought up to date", function()
    local file = saved "a.db"
    shell(file, "PRAGMA application_id = 0; PRAGMA user_version = 0; DROP INDEX offices_held_start;\n"
      .. "ALTER TABLE offices DROP COLUMN held_start; ALTER TABLE offices DROP COLUMN held_end;\n")
    local none, message = parley.open(file, { mode = "ro" })
    assert.is_nil(none)
    assert.matches("it was written by an older Parley %(schema 1", message)
    assert_whole(file)
  end)
end)
