--- Random histories of a dataset in branches: things added, claims stated, amended, preferred, retracted, things
--- renamed, words and columns added, as coders do it apart from each other.

local parley = require "parley"

local random_branches = {}

local function one_of(list) return list[math.random(#list)] end

local PLACES = { "Oslo", "Umea", "Lund", "Geneva" }
local CODERS = { "anna", "ben", "cleo" }

-- Standing claims of a table, and ids of its things.
local function claims_of(ds, name) return ds:table(name):claims():select("claim", "id"):rows() end

local function some_claim(ds)
  local keys = {}
  for _, name in ipairs { "talks", "demands", "parties" } do
    for row in claims_of(ds, name) do keys[#keys + 1] = row.claim end
  end
  return #keys > 0 and one_of(keys) or nil
end

local function some_id(ds, name)
  local ids = {}
  for id in ds:table(name):each "id" do ids[#ids + 1] = id end
  return #ids > 0 and one_of(ids) or nil
end

local clock = 0

-- Who says it, a second after the last one who did.
local function by(who)
  clock = clock + 1
  return { source = one_of { "s1", "s2" }, coder = who, locator = "p" .. math.random(3),
    recorded_at = os.date("!%Y-%m-%dT%H:%M:%SZ", 1600000000 + clock) }
end

local count = 0

-- An id that the other branch may give to another thing too.
local function new_id(letter)
  count = count + 1
  return math.random(3) == 1 and letter .. "new" or letter .. count
end

local EDITS = {
  function(ds, who) ds:add("talks", { id = new_id "r", place = one_of(PLACES), round = math.random(3) }, by(who)) end,
  function(ds, who)
    ds:add("demands", { id = new_id "d", party = some_id(ds, "parties"), talk = some_id(ds, "talks"),
      days_best = math.random(40) }, by(who))
  end,
  function(ds, who) ds:add("parties", { id = new_id "p", name = one_of(PLACES) }, by(who)) end,
  function(ds, who) ds:claim("talks", some_id(ds, "talks"), { place = one_of(PLACES) }, by(who)) end,
  function(ds, who) ds:claim("talks", some_id(ds, "talks"), { host = some_id(ds, "parties") }, by(who)) end,
  function(ds, who) ds:claim("demands", some_id(ds, "demands"), { talk = some_id(ds, "talks") }, by(who)) end,
  function(ds) ds:amend(some_claim(ds), { note = one_of(PLACES) }, "looked again") end,
  function(ds) ds:prefer(some_claim(ds), "the minutes") end,
  function(ds) ds:retract(some_claim(ds), "misread") end,
  function(ds) ds:retract(some_claim(ds), "misread") end,
  function(ds) ds:rename("talks", some_id(ds, "talks"), new_id "r") end,
  function(ds) ds:rename("parties", some_id(ds, "parties"), new_id "p") end,
  function(ds) ds:rename("demands", some_id(ds, "demands"), new_id "d") end,
  function(ds) ds:add("terms", { vocabulary = "venue_kind", code = "k" .. math.random(9), label = "one" }) end,
}

--- Makes some edits; those that the dataset refuses are passed over.
---@param ds parley.Dataset
---@param n integer
---@param who string
function random_branches.edit(ds, n, who)
  for _ = 1, n do pcall(one_of(EDITS), ds, who) end
end

--- A dataset, and branches of it that were edited apart.
---@param path fun(name: string): string
---@param branches integer
---@return string base, string[] branches  files
function random_branches.make(path, branches)
  clock, count = 0, 0
  local base = parley.open ":memory:"
  for _, id in ipairs { "s1", "s2" } do
    base:add("sources", { id = id, published = "2025-06-02" }, { source = id, recorded_at = "2020-01-01T00:00:00Z" })
  end
  base:atomic(function()
    for i = 1, 2 do
      base:add("parties", { id = "p" .. i, name = "P" }, by "base")
      base:add("talks", { id = "r" .. i, place = "Oslo", host = "p" .. i }, by "base")
      base:add("demands", { id = "d" .. i, party = "p" .. i, talk = "r" .. i, days_best = 30 }, by "base")
    end
  end)
  count = 2
  random_branches.edit(base, 2, "base")
  local files = {}
  assert(base:save_as(path "base.db"))
  for i = 1, branches do
    files[i] = path(("branch%d.db"):format(i))
    assert(base:save_as(files[i]))
    local ds <close> = assert(parley.open(files[i], { mode = "rw" }))
    random_branches.edit(ds, math.random(1, 6), CODERS[i])
  end
  base:close()
  return path "base.db", files
end

return random_branches
