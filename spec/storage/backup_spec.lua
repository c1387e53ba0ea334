-- Journals and backups: what a user copies is whole, and what is kept for a bad day is sound.

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local function journal_of(path)
  local store <close> = assert(core.open(path, { mode = "ro" }))
  return (store:values "PRAGMA journal_mode")
end

local function filled(path, options)
  local ds = assert(parley.open(path, options))
  scratch.fill(ds)
  return ds
end

-- A copy of the bytes of one file, as a user makes it.
local function copy_bytes(from, to)
  scratch.write(to, assert(scratch.read(from)))
end

describe("the journal of a file", function()
  it("is rolled back by default, so that a copy of the open file alone has all that was committed", function()
    local ds <close> = filled(at "talks.db")
    for i = 1, 30 do
      ds:claim("talks", "r2", { place = "place " .. i }, { source = "s1" })
      copy_bytes(at "talks.db", at("copy" .. i))
      local copy <close> = assert(parley.open(at("copy" .. i), { mode = "ro" }))
      assert.equal(ds.talks:claims():count(), copy.talks:claims():count())
      assert.equal("place " .. i, copy.talks:get("r2").place)
    end
    assert.equal("delete", journal_of(at "talks.db"))
  end)

  it("is a write-ahead log for who asks for it, and stays so", function()
    filled(at "talks.db", { journal = "wal" }):close()
    assert.equal("wal", journal_of(at "talks.db"))
    assert(parley.open(at "talks.db")):close()
    assert.equal("wal", journal_of(at "talks.db"))
    assert(parley.open(at "talks.db", { journal = "rollback" })):close()
    assert.equal("delete", journal_of(at "talks.db"))
  end)

  it("lets others read while one writes where it is a write-ahead log", function()
    local ds <close> = filled(at "talks.db", { journal = "wal" })
    local reader <close> = assert(parley.open(at "talks.db", { mode = "ro", timeout = 0 }))
    ds:atomic(function()
      ds:claim("talks", "r2", { place = "Ankara" }, { source = "s1" })
      assert.is_not.equal("Ankara", reader.talks:get("r2").place)
    end)
    assert.equal("Ankara", reader.talks:get("r2").place)
  end)

  it("is changed by nobody while another has the file open", function()
    local ds <close> = filled(at "talks.db", { journal = "wal" })
    local again, message, code = parley.open(at "talks.db", { journal = "rollback", timeout = 0 })
    assert.is_nil(again)
    assert.equal("busy", code)
    assert.matches("cannot be changed to \"rollback\" while others have the file open", tostring(message), 1, true)
    assert.equal(1, ds.talks:where("id = 'r2'"):count())
  end)

  it("is of files that may be written alone", function()
    filled(at "talks.db"):close()
    for _, given in ipairs { { ":memory:", { journal = "wal" } }, { at "talks.db", { mode = "ro", journal = "wal" } },
      { "istanbul-2025", { journal = "wal" } }, { "postgresql://nowhere/x", { journal = "wal" } },
      { at "talks.db", { schema = false, journal = "wal" } } } do
      local message = scratch.message_of(parley.open, given[1], given[2])
      assert.matches("the option journal is for a file that may be written; this is none", message, 1, true)
    end
    assert.matches("no journal 'wall'; did you mean 'wal'?",
      scratch.message_of(parley.open, at "talks.db", { journal = "wall" }), 1, true)
  end)
end)

describe("backup", function()
  it("copies the dataset while another writes, and keeps its journal", function()
    for _, journal in ipairs { "rollback", "wal" } do
      local path, kept = at(journal .. ".db"), at(journal .. "-kept.db")
      local ds <close> = filled(path, { journal = journal })
      local other <close> = assert(parley.open(path))
      other:claim("talks", "r2", { place = "Ankara" }, { source = "s1" })
      assert.is_true(ds:backup(kept))
      other:claim("talks", "r2", { place = "Doha" }, { source = "s1" })
      local copy <close> = assert(parley.open(kept, { mode = "ro" }))
      assert.equal("Ankara", copy.talks:get("r2").place)
      assert.equal(ds.talks:claims():count(), copy.talks:claims():count() + 1)
      assert.equal(journal_of(path), journal_of(kept))
    end
  end)

  it("replaces an earlier one where that is asked for, and nothing else", function()
    local ds <close> = filled(at "talks.db")
    assert.is_true(ds:backup(at "kept.db"))
    local done, message, code = ds:backup(at "kept.db")
    assert.same({ nil, "exists" }, { done, code })
    assert.matches("the file exists; name a new one, or have it replaced: {overwrite = true}", tostring(message), 1, true)
    ds:claim("talks", "r2", { place = "Ankara" }, { source = "s1" })
    assert.is_true(ds:backup(at "kept.db", { overwrite = true }))
    do
      local copy <close> = assert(parley.open(at "kept.db", { mode = "ro" }))
      assert.equal("Ankara", copy.talks:get("r2").place)
    end
    scratch.write(at "notes.txt", "mine")
    assert.equal("exists", select(3, ds:backup(at "notes.txt", { overwrite = true })))
    assert.equal("mine", scratch.read(at "notes.txt"))
    assert.equal("misuse", select(3, ds:backup(at "talks.db", { overwrite = true })))
    assert.equal("is_folder", select(3, ds:backup(at "", { overwrite = true })))
    assert.same({ "kept.db", "notes.txt", "talks.db" }, scratch.listing(at ""))
  end)

  it("is not given its name where the copy is not sound", function()
    local path = at "talks.db"
    filled(path):close()
    local page
    do
      local store <close> = assert(core.open(path, { mode = "ro" }))
      page = store:values "SELECT rootpage FROM sqlite_master WHERE name = 'talks_claims'"
    end
    local bytes = scratch.read(path)
    scratch.write(path, bytes:sub(1, (page - 1) * 4096) .. ("\255"):rep(4096) .. bytes:sub(page * 4096 + 1))
    local ds <close> = assert(parley.open(path, { mode = "ro" }))
    local done, _, code = ds:backup(at "kept.db")
    assert.is_nil(done)
    assert.equal("corrupt", code)
    assert.same({ "talks.db" }, scratch.listing(at ""))
  end)

  it("is not for views, transactions, servers and no name", function()
    local ds <close> = filled(at "talks.db")
    assert.matches("backup() takes the name of a file", scratch.message_of(ds.backup, ds, ""), 1, true)
    assert.matches("backup() makes a file", scratch.message_of(ds.backup, ds, "postgresql://x/y"), 1, true)
    assert.matches("overwrite", scratch.message_of(ds.backup, ds, at "x.db", { overwrite = 1 }), 1, true)
    ds:atomic(function()
      assert.matches("backup() cannot copy half a transaction", scratch.message_of(ds.backup, ds, at "x.db"), 1, true)
    end)
  end)
end)
