-- How many pages an import keeps in memory: few where rows come in the order of their ids, many where they do not.

local parley = require "parley"
local scratch = require "spec.support.scratch"

local at, remove
before_each(function() at, remove = scratch.folder() end)
after_each(function() remove() end)

local OWN <const>, MANY <const> = -100, -16000
local ROWS <const>, LOOK <const> = 30000, 5000

-- Imports rows with these ids into a file; the sizes that a function of the mapping has seen, and the one afterwards.
local function sizes(id_of, table_name)
  local ds = assert(parley.open(at(table_name .. ".db")))
  ds:add("sources", { id = "s" }, { source = "s" })
  ds.store:exec("PRAGMA cache_size = " .. OWN)
  local lines, seen = { "id,word" }, {}
  for i = 1, ROWS do lines[i + 1] = ("%s,some words of row %d"):format(id_of(i), i) end
  local function look(row, place)
    if place.row % LOOK == 0 then seen[#seen + 1] = ds.store:values "PRAGMA cache_size" end
    return row.word
  end
  local column = table_name == "events" and "text" or "purpose"
  local path = scratch.file(at "f.csv", table.concat(lines, "\n") .. "\n")
  assert(ds:import(table_name, path, { source = "s", mapping = { rows = { { table = table_name, id = "{id}",
    columns = { [column] = look } } } } }))
  local after = ds.store:values "PRAGMA cache_size"
  ds:close()
  return seen, after
end

local function in_order(i) return ("e%08d"):format(i) end
local function in_no_order(i) return ("%08x"):format(i * 2654435761 % (1 << 32)) end

describe("pages at hand", function()
  it("are the connection's own while ids come in order", function()
    local seen, after = sizes(in_order, "events")
    assert.same({ OWN, OWN, OWN, OWN, OWN, OWN }, seen)
    assert.equal(OWN, after)
  end)

  it("are many once pages are read again, and the connection's own afterwards", function()
    local seen, after = sizes(in_no_order, "events")
    assert.equal(OWN, seen[1])
    assert.equal(MANY, seen[#seen])
    assert.equal(OWN, after)
  end)

  it("are many for claims from the first row on", function()
    local seen, after = sizes(in_order, "talks")
    assert.equal(MANY, seen[1])
    assert.equal(OWN, after)
  end)

  it("are as many as a program has asked for, where that is more", function()
    local ds = parley.open ":memory:"
    ds.store:exec "PRAGMA cache_size = -64000"
    local seen
    local path = scratch.file(at "f.csv", "id\n1\n")
    assert(ds:import("talks", path, { source = { id = "s", title = "S" }, mapping = { rows = { { table = "talks",
      id = "{id}", columns = { place = function() seen = ds.store:values "PRAGMA cache_size" end } } } } }))
    assert.equal(-64000, seen)
  end)

  it("are the connection's own after an import that failed", function()
    local ds = parley.open ":memory:"
    local before = ds.store:values "PRAGMA cache_size"
    local path = scratch.file(at "f.csv", "id\n1\n")
    assert.is_false(pcall(ds.import, ds, "talks", path, { source = { id = "s", title = "S" },
      mapping = { rows = { { table = "talks", id = "{id}", columns = { place = error } } } } }))
    assert.equal(before, (ds.store:values "PRAGMA cache_size"))
  end)
end)
