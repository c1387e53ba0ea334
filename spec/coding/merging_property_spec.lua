-- Merging random branches: in any order, grouped in any way, once more: the same claims stand, and none is ever lost,
-- but those that a merge has made of others.
-- PARLEY_MERGES sets how many histories (10; make check-merges: 1,000), PARLEY_SEED the first of them.

local content_ids = require "parley.claims.content_ids"
local parley = require "parley"
local random_branches = require "spec.support.random_branches"
local schema = require "parley.storage.schema"
local scratch = require "spec.support.scratch"

local path, remove

-- In memory, where the system has a folder there: thousands of small files would wait for the disk.
local function begin()
  path, remove = scratch.folder()
  local lfs = require "lfs"
  if lfs.attributes("/dev/shm", "mode") ~= "directory" then return end
  remove()
  local folder = "/dev/shm/parley" .. path "":gsub("%W", "_")
  if not lfs.mkdir(folder) then return begin() end
  function path(name) return folder .. "/" .. name end
  function remove()
    for _, name in ipairs(scratch.listing(folder)) do os.remove(path(name)) end
    lfs.rmdir(folder)
  end
end

before_each(begin)
after_each(function() remove() end)

-- What a dataset holds: each claim by its content id, whether it stands; and the rows that it shows.
local function state_of(at)
  local ds <close> = assert(parley.open(at, { mode = "ro" }))
  local claims, ids, shown = {}, content_ids.new(ds.store), {}
  for _, info in ipairs(schema.tables(ds.schema)) do
    if info.claims then
      for row, id in ids:each(info) do
        claims[id] = ("%s %s %s %s %s %s %s %s"):format(row.retracted_at and "retracted" or "stands", info.name, row.id,
          row.entry or row.claim, row.recorded_at, row.retracted_at, row.retraction, row.retracted_by)
      end
      for row in ds:table(info.name):sort("id"):rows() do
        local parts = { info.name, row.id }
        for i = 2, #info.columns do parts[#parts + 1] = tostring(row[info.columns[i].name]) end
        shown[#shown + 1] = table.concat(parts, " ")
      end
    end
  end
  for row in ds.terms:where "vocabulary = 'venue_kind'":sort("id"):rows() do shown[#shown + 1] = row.id end
  return claims, shown
end

local n = 0
local function merge(base, a, b)
  n = n + 1
  local into = path(("merged%d.db"):format(n))
  local ds, report, code = parley.merge(base, a, b, { into = into })
  assert(ds, tostring(report) .. " " .. tostring(code))
  ds:close()
  return into, report
end

local function assert_same(seed, what, a, b)
  local claims, shown = state_of(a)
  local others, others_shown = state_of(b)
  for id, one in pairs(claims) do
    assert(others[id] == one, ("seed %d, %s: %s is '%s' and '%s'"):format(seed, what, id, one, tostring(others[id])))
  end
  for id, one in pairs(others) do
    assert(claims[id], ("seed %d, %s: %s (%s) is in one alone"):format(seed, what, id, one))
  end
  assert.same(shown, others_shown, ("seed %d, %s"):format(seed, what))
end

local function assert_kept(seed, merged, ...)
  local all = state_of(merged)
  for _, at in ipairs { ... } do
    for id, one in pairs((state_of(at))) do
      assert(one:find "merge: made" or all[id], ("seed %d: %s (%s) is lost"):format(seed, id, one))
      assert(not all[id] or all[id]:find "^retracted" or one:find "^stands", ("seed %d: %s stands again"):format(seed, id))
    end
  end
end

describe("merging", function()
  local most, first = math.tointeger(os.getenv "PARLEY_MERGES" or 10), math.tointeger(os.getenv "PARLEY_SEED" or 1)

  it("is commutative, associative and idempotent, and loses nothing", function()
    for seed = first, first + most - 1 do
      math.randomseed(seed)
      local base, b = random_branches.make(path, seed % 3 == 0 and 3 or 2)
      local ab = merge(base, b[1], b[2])
      assert_kept(seed, ab, base, b[1], b[2])
      assert_same(seed, "the other way round", ab, (merge(base, b[2], b[1])))
      assert_same(seed, "once more", ab, (merge(base, ab, b[seed % 2 + 1])))
      if b[3] then
        assert_same(seed, "grouped otherwise", (merge(base, ab, b[3])), (merge(base, b[1], (merge(base, b[2], b[3])))))
      end
      remove()
      begin()
    end
  end)
end)
