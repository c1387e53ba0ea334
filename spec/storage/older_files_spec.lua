-- A file of each older schema, as that Parley wrote it, is brought up to date and gives the answers of a fresh one.

local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local older_files = require "spec.support.older_files"
local parley = require "parley"
local scratch = require "spec.support.scratch"

-- When it was recorded, and where the file lay that was read.
local PASSED_OVER = { recorded_at = true, retracted_at = true, file = true, import = true }

local function rows_of(q)
  local rows = {}
  for row in q:rows() do
    local cells = {}
    for name, value in pairs(row) do
      if not PASSED_OVER[name] then cells[#cells + 1] = ("%s=%s"):format(name, value) end
    end
    table.sort(cells)
    rows[#rows + 1] = table.concat(cells, " ")
  end
  table.sort(rows)
  return rows
end

local function answers(ds)
  local all = { disagreements = rows_of(ds:disagreements()), ledger = rows_of(ds:ledger()),
    positions = rows_of(ds:positions()), timeline = rows_of(ds:timeline()), found = rows_of(ds:search "bodies"),
    aside = rows_of(ds.quarantine:select("line", "column", "value")) }
  for _, info in ipairs(codebook.tables) do
    if info.name ~= "quarantine" then all[info.name] = rows_of(ds[info.name]) end
    if info.claims then all[info.name .. " claims"] = rows_of(ds[info.name]:claims()) end
  end
  return all
end

local at, remove
setup(function()
  at, remove = scratch.folder()
  scratch.write(at "late.csv", older_files.late)
end)
teardown(function() remove() end)

describe("a file of schema", function()
  for version = 1, codebook.version - 1 do
    it(version .. " is brought up to date, and gives the answers of a fresh one", function()
      local path = at(version .. ".db")
      older_files.write(path, version)
      local fresh <close> = parley.open ":memory:"
      older_files.fill(fresh, version, at "late.csv")
      local expected = answers(fresh)
      for _ = 1, 2 do          -- as it is opened first, and again
        local ds <close> = assert(parley.open(path))
        local given = answers(ds)
        for what, list in pairs(expected) do assert.same(list, given[what], what) end
        assert.equal(codebook.version, (ds.store:values "PRAGMA user_version"))
      end
      local ds <close> = assert(parley.open(path))
      ds:add("demands", { id = "d2", party = "ukraine; eu", requires = "d1" }, { source = "s2" })
      assert.equal("d2", ds.demands:where { party = "eu" }:one().id)
    end)
  end

  it("that is newer is refused, and says which", function()
    local path = at "newer.db"
    assert(parley.open(path)):close()
    local store = assert(core.open(path, { mode = "rw" }))
    store:exec(("PRAGMA user_version = %d"):format(codebook.version + 1))
    store:close()
    for _, mode in ipairs { "ro", "rw", "rwc" } do
      local ds, message, code = parley.open(path, { mode = mode })
      assert.is_nil(ds)
      assert.equal("newer", code)
      assert.matches(("schema %d, and this one knows %d"):format(codebook.version + 1, codebook.version), message)
    end
  end)
end)
