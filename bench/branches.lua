--- Measures parley.diff and parley.merge of two branches of a dataset, in seconds of the processor, at growing sizes.
-- Usage: branches.lua FOLDER [CLAIMS ...]      (50000 100000 200000). Each branch claims anew for one thing in a hundred
-- claims, takes 20 claims back, and renames 3 things. What is printed stands in doc/performance.md.

local parley = require "parley"

local folder, sizes = arg[1], table.move(arg, 2, #arg, 1, {})
if #sizes == 0 then sizes = { "50000", "100000", "200000" } end

local function path(name) return folder .. "/" .. name end

local function ids_of(ds)
  local ids = {}
  for id in ds.demands:each "id" do ids[#ids + 1] = id end
  return ids
end

-- What one coder does to a branch.
local function edit(ds, who, claims)
  local ids, source = ids_of(ds), ds.sources:first().id
  local function one() return ids[math.random(#ids)] end
  ds:atomic(function()
    for i = 1, claims // 100 do
      ds:claim("demands", one(), { days_best = math.random(90) }, { source = source, coder = who, locator = "p" .. i })
    end
    for _ = 1, 20 do ds:retract(ds.demands:claims():where("id = ?", one()):first().claim, "misread") end
  end)
  for i = 1, 3 do ds:rename("demands", ids[i * 7 + #who], ("%s-%d"):format(who, i)) end
end

local function make(claims)
  local base = path "base.db"
  os.remove(base)
  local made = ("%s bench/generate_claims.lua %s %d"):format(arg[-1], base, claims)
  assert(os.execute(made))
  local files = {}
  for i, who in ipairs { "anna", "ben" } do
    files[i] = path(who .. ".db")
    os.remove(files[i])
    local from <close> = assert(parley.open(base, { mode = "ro" }))
    assert(from:save_as(files[i]))
    local ds <close> = assert(parley.open(files[i], { mode = "rw" }))
    math.randomseed(i)
    edit(ds, who, claims)
  end
  return base, files[1], files[2]
end

-- The least of three.
local function seconds(fn)
  local least = math.huge
  for _ = 1, 3 do
    collectgarbage()
    local before = os.clock()
    fn()
    least = math.min(least, os.clock() - before)
  end
  return least
end

print "| claims | diff | merge |"
print "|---|---|---|"
for _, size in ipairs(sizes) do
  local claims = math.tointeger(size)
  local base, ours, theirs = make(claims)
  local diff = seconds(function() assert(parley.diff(ours, theirs)) end)
  local merge = seconds(function()
    assert(parley.merge(base, ours, theirs, { into = path "merged.db", overwrite = true })):close()
  end)
  print(("| %d | %.2f s | %.2f s |"):format(claims, diff, merge))
end
