-- Tables of the bundled datasets as the build has made them: what the data would give, or nothing.

local built_copy = require "spec.support.built_copy"
local lists = require "parley.base.lists"
local scratch = require "spec.support.scratch"

local environment, printed = built_copy.environment, built_copy.printed

after_each(built_copy.remove)

-- Every table of every dataset, with the statements that made it, as text.
local ALL = [[
  local parley = require "parley"
  for _, name in ipairs(parley.datasets()) do
    local ds = parley.open(name)
    for _, info in ipairs(require("parley.codebook.tables").tables) do ds:ensure(info.name) end
    local tables = ds.store:frame "SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' ORDER BY name"
    for row in tables:rows() do
      print(name, row.name, row.sql)
      local all = ds.store:frame(('SELECT * FROM main."%s"'):format(row.name))
      for _, line in ipairs(all:all()) do
        local cells = {}
        for i, column in ipairs(all:columns()) do
          local value = line[column.name or column]
          cells[i] = math.type(value) and ("%s %q"):format(math.type(value), value) or ("%q"):format(value)
        end
        print(table.concat(cells, "|"))
      end
    end
  end]]

-- Which of some tables came as images.
local TAKEN = [[
  local parley = require "parley"
  local ds = parley.open(%q)
  local methods, ways, list = getmetatable(ds.store).__index, {}, {}
  for _, way in ipairs { "become_image", "take_image" } do
    local take = methods[way]
    methods[way] = function(store, name)
      local taken = take(store, name)
      if taken then ways[name:match "/(.*)"] = way:match "^[^_]*" end
      return taken
    end
  end
  print(ds.demands:count(), ds.terms:limit(3):count())
  for _, name in ipairs { "demands", "terms" } do list[#list + 1] = ("%%s %%s"):format(name, ways[name] or "made") end
  print(table.concat(list, ", "))]]

local function taken(env, name)
  return printed(env, TAKEN:format(name or "istanbul-2025")):match "\n([^\n]*)\n$"
end

describe("an image", function()
  it("has what the data give, statement by statement and value by value", function()
    local made = printed(environment { ["bundled.images"] = function() return nil end }, ALL)
    assert.is_true(#made > 500000, made:sub(1, 2000))
    assert.is_true(made == printed(environment(), ALL))
  end)

  it("is taken", function()
    assert.equal("demands become, terms take", taken(environment()))
    assert.equal("demands become, terms take", taken(environment(), "russia-ukraine-talks"))
  end)

  local spoiled = {
    ["is not there"] = function() return nil end,
    ["is empty"] = function() return "" end,
    ["was cut off"] = function(bytes) return bytes:sub(1, -2) end,
    ["is another file"] = function(bytes) return "not " .. bytes end,
    ["was made by another SQLite"] = function(bytes)
      return bytes:sub(1, 36) .. ("=I4"):pack(3038000) .. bytes:sub(41)
    end,
    ["has no place for what it counts"] = function(bytes)
      return bytes:sub(1, 28) .. ("=I4"):pack(100000000) .. bytes:sub(33)
    end,
  }
  for how, spoil in pairs(spoiled) do
    it("is not taken from a file that " .. how, function()
      assert.equal("demands made, terms made", taken(environment { ["bundled.images"] = spoil }))
    end)
  end

  for _, name in ipairs { "bundled/istanbul-2025.lua", "codebook/columns/demands.lua",
    "storage/statements/resolution.lua" } do
    it("is not taken when it is older than " .. name, function()
      local file, sources = built_copy.sources()
      local text = assert(scratch.read(file(name)))
      scratch.write(file(name), (text:gsub("%-%- ", "-_ ", 1):gsub("%-_ ", "--_", 1)))          -- of the same length
      assert.equal("demands made, terms made", taken(environment(nil, sources)))
    end)
  end

  it("is not taken for a dataset whose data have changed, and for the other is", function()
    local file, sources = built_copy.sources()
    local path = file "bundled/russia-ukraine-talks/names.lua"
    scratch.write(path, scratch.read(path) .. "\n")
    assert.equal("demands made, terms made", taken(environment(nil, sources), "russia-ukraine-talks"))
    assert.equal("demands become, terms take", taken(environment(nil, sources)))
  end)
end)

describe("a dataset that is printed", function()
  -- How many tables were stored for it, then what is printed: of each dataset with one table in use, and as of a day.
  local PRINTED = [[
    local parley = require "parley"
    local stored, lines = {}, {}
    for i, name in ipairs(parley.datasets()) do
      local ds = parley.open(name)
      assert(ds.demands:count() > 0)
      lines[#lines + 1] = tostring(ds)
      stored[i] = 0
      for _ in pairs(ds.bundle.stored) do stored[i] = stored[i] + 1 end
      lines[#lines + 1] = tostring(ds:as_of "2025-06-01")
    end
    print(table.concat(stored, " "))
    print(table.concat(lines, "\n"))]]

  local TABLES = #require("parley.codebook.tables").tables

  it("tells its rows as the build has counted them, and stores none for it", function()
    local built, lines = printed(environment(), PRINTED):match "^([^\n]*)\n(.*)$"
    local stored, counted = printed(environment { ["bundled.images"] = function() return nil end }, PRINTED)
      :match "^([^\n]*)\n(.*)$"
    assert.equal("1 1", built)
    assert.equal(("%d %d"):format(TABLES, TABLES), stored)
    assert.equal(counted, lines)
    assert.truthy(lines:find("demands", 1, true), lines)
  end)
end)

describe("taking an image", function()
  local core = require "parley.core"

  local function open()
    local store = core.open(":memory:", { mode = "memory" })
    store:exec "PRAGMA foreign_keys = OFF"
    return store
  end

  local function tables(store)
    return lists.field(store:frame("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name"):all(), "name")
  end

  local function databases(store) return lists.field(store:frame("PRAGMA database_list"):all(), "name") end

  it("gives both tables at once, and leaves nothing behind", function()
    local store = open()
    assert.is_true(store:take_image "istanbul-2025/talks")
    assert.same({ "talks", "talks_claims" }, tables(store))
    assert.same({ "main" }, databases(store))
    assert.is_false(store:in_transaction())
  end)

  it("gives none that there is not", function()
    assert.is_false(open():take_image "istanbul-2025/nothing")
    assert.is_false(open():take_image "")
  end)

  it("leaves nothing where it fails", function()
    local store = open()
    store:exec "CREATE TABLE talks_claims (x)"
    assert.has_error(function() store:take_image "istanbul-2025/talks" end)
    assert.same({ "talks_claims" }, tables(store))
    assert.same({ "main" }, databases(store))
    assert.is_false(store:in_transaction())
  end)

  it("waits, in a transaction, until the one before can be let go", function()
    local store = open()
    store:exec "BEGIN"
    assert.is_true(store:take_image "istanbul-2025/talks")
    assert.is_false(store:take_image "istanbul-2025/demands")
    assert.same({ "talks", "talks_claims" }, tables(store))
    store:exec "COMMIT"
    assert.is_true(store:take_image "istanbul-2025/demands")
    assert.same({ "main" }, databases(store))
  end)

  it("is the whole database where it is the first, in place of being copied row by row", function()
    for _, first in ipairs { "demands", "terms", "events" } do
      local ds = require("parley").open()
      ds:ensure(first)
      local claims = ds.schema.by_name[first].claims and first .. "_claims" or nil
      assert.same({ first, claims }, tables(ds.store))
      assert.same({ "main" }, databases(ds.store))
      assert.equal(0, ds.store:values "PRAGMA foreign_keys")
      assert.is_true(ds.talks:count() > 0)
      ds:close()
    end
  end)

  it("is copied where the database cannot become it: a statement of it is at work", function()
    local ds = require("parley").open()
    local next_row = ds.store:rows "SELECT name FROM sqlite_schema UNION ALL SELECT 'x'"
    assert(next_row())
    assert.is_true(ds.demands:count() > 0)
    assert.is_nil(next_row())
    assert.same({ "demands", "demands_claims" }, tables(ds.store))
  end)

  it("comes between the rows of a question", function()
    local ds = require("parley").open()
    local count = 0
    for _ in ds.talks:rows() do
      for _ in ds.demands:rows() do count = count + 1 end
      for _ in ds.outcomes:rows() do count = count + 1 end
    end
    assert.equal(ds.talks:count() * (ds.demands:count() + ds.outcomes:count()), count)
    local next_row = ds.sources:rows()
    assert(next_row())
    assert.is_true(ds.documents:count() > 0)
  end)
end)

-- All that is in new datasets, in memory and in a file.
local NEW = [[
  local parley, core = require "parley", require "parley.core"
  local path = os.tmpname()
  os.remove(path)
  for _, ds in ipairs { parley.open(":memory:"), parley.open(path, { mode = "rwc" }) } do
    for _, pragma in ipairs { "application_id", "user_version", "page_size", "auto_vacuum", "encoding", "foreign_keys",
      "journal_mode", "synchronous", "integrity_check", "freelist_count" } do
      print(pragma, ds.store:values("PRAGMA " .. pragma))
    end
    for row in ds.store:frame "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name":rows() do
      print(row.type, row.name, row.tbl_name, row.sql)
      if row.type == "table" then
        for _, line in ipairs(ds.store:frame(('SELECT * FROM "%s"'):format(row.name)):all()) do
          local cells = {}
          for name, value in pairs(line) do cells[#cells + 1] = ("%s=%q"):format(name, value) end
          table.sort(cells)
          print(table.concat(cells, "|"))
        end
      end
    end
    print(ds:add("sources", { id = "s1", title = "One" }), ds:search("One"):count())
    ds:close()
  end
  os.remove(path)]]

describe("a new dataset", function()
  it("has what it would be made of, in memory and in a file", function()
    local made = printed(environment { ["bundled.images"] = function() return nil end }, NEW)
    assert.is_true(#made > 100000 and made:find("journal_mode\tdelete", 1, true) ~= nil, made:sub(1, 2000))
    assert.equal(made, printed(environment(), NEW))
  end)

  local core = require "parley.core"

  it("gets its place where nothing is, and nothing of an earlier file is taken for its own", function()
    local at, remove = scratch.folder()
    finally(remove)
    assert.is_true(core.place_image(at "a.db", "new"))
    assert.is_false(core.place_image(at "a.db", "new"))
    assert.is_false(core.place_image(at "b.db", "nothing"))
    assert.is_false(core.place_image(at "missing/c.db", "new"))
    assert.is_false(core.place_image(at "d.db\0", "new"))
    assert.is_false(core.place_image("", "new"))
    for _, ending in ipairs { "-wal", "-journal" } do
      scratch.write(at("e.db" .. ending), "left behind")
      assert.is_false(core.place_image(at "e.db", "new"))
      os.remove(at("e.db" .. ending))
    end
    assert.same({ "a.db" }, scratch.listing(at ""))
    local ds = require("parley").open(at "a.db", { mode = "ro" })
    assert.equal(0, ds.talks:count())
    ds:close()
  end)

  it("is no database that has something, or is a file's", function()
    local store = core.open(":memory:", { mode = "memory" })
    store:exec "BEGIN"
    assert.is_false(store:become_image "new")
    store:exec "COMMIT"
    assert.is_false(store:become_image "nothing")
    local next_row = store:rows "SELECT name FROM sqlite_schema UNION ALL SELECT 'x'"
    assert(next_row())
    assert.is_false(store:become_image "new")
    assert.is_nil(next_row())
    assert.is_true(store:become_image "new")
    local at, remove = scratch.folder()
    finally(remove)
    assert.is_false(core.open(at "x.db", { mode = "rwc" }):become_image "new")
  end)
end)
