-- What plain git makes of dumps: random histories of two people, whose dumps git merges line by line. Where it does so
-- without a conflict, the folder loads to what parley.merge gives; where it does not, parley.load names the line.
-- Holds: export.claim_lines, export.read_claims, storage.statements.dumped_claims

local lfs = require "lfs"
local commands = require "spec.support.commands"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local path, remove
before_each(function() path, remove = scratch.folder() end)
after_each(function() remove() end)

local HISTORIES <const> = 30

local clock = 0
local function by(coder)
  clock = clock + 1
  return { source = "s1", coder = coder, recorded_at = ("2026-01-%02dT%02d:%02d:00Z"):format(clock // 1440 + 1,
    clock // 60 % 24, clock % 60) }
end

local function base_file()
  local ds <close> = assert(parley.open(path "base.db", { mode = "rwc" }))
  ds:atomic(function()
    ds:add("sources", { id = "s1", published = "2025-06-02" }, { recorded_at = "2026-01-01T00:00:00Z" })
    for i = 1, 12 do
      ds:add("talks", { id = ("r%02d"):format(i), place = "Oslo" }, by "anna")
      for n = 1, 2 do ds:claim("talks", ("r%02d"):format(i), { venue = "hall " .. n }, by "anna") end
    end
  end)
end

local function edit(ds, coder)
  local id = ("r%02d"):format(math.random(12))
  local what = math.random(6)
  if what <= 3 then
    ds:claim("talks", id, { place = coder .. math.random(99) }, by(coder))
  elseif what == 4 then
    ds:add("talks", { id = ("r%02d-%s%d"):format(math.random(12), coder, clock), place = "Bern" }, by(coder))
  else
    local keys = {}
    for row in ds.talks:claims():where{ id = id }:rows() do
      if row.venue and not row.retracted_at then keys[#keys + 1] = row.claim end
    end
    if #keys == 0 then return end
    local key = keys[math.random(#keys)]
    if what == 5 then ds:retract(key, "misread by " .. coder) else ds:amend(key, { venue = coder .. " hall" }, "misread") end
  end
end

local function branch(name)
  assert(commands.run(("cp '%s' '%s'"):format(path "base.db", path(name .. ".db"))))
  local ds <close> = assert(parley.open(path(name .. ".db"), { mode = "rw" }))
  ds:atomic(function() for _ = 1, math.random(1, 3) do edit(ds, name) end end)
  assert(ds:dump(path(name), { overwrite = true }))
end

-- Each file of two dumps as git merges it; whether none had a conflict.
local function merge_by_git()
  local clean = true
  lfs.mkdir(path "merged")
  for _, name in ipairs { "dataset.lua", "sources.lua", "talks.lua" } do
    local text, status = commands.run(("%s git merge-file -p '%s' '%s' '%s'"):format(commands.clean,
      path("ours/" .. name), path("base/" .. name), path("theirs/" .. name)))
    assert.is_true(status < 128, text)
    clean = clean and status == 0
    scratch.write(path("merged/" .. name), text)
  end
  return clean
end

describe("git #tools", function()
  it("merges most of two dumps as parley.merge does, and parley.load tells where it has not", function()
    math.randomseed(16)
    local clean, equal = 0, 0          -- of 36 that were tried first git merged 30, and all as parley.merge does
    base_file()
    local base <close> = parley.open(path "base.db")
    assert(base:dump(path "base"))
    for _ = 1, HISTORIES do
      branch "ours"
      branch "theirs"
      local is_clean = merge_by_git()
      local loaded, message = parley.load(path "merged")
      if is_clean then
        clean = clean + 1
        local merged <close> = assert(parley.merge(path "base.db", path "ours.db", path "theirs.db",
          { into = path "both.db", overwrite = true }))
        assert(loaded, message)
        if parley.diff(merged, loaded):is_empty() then equal = equal + 1 end
        loaded:close()
      else
        assert.is_nil(loaded)
        assert.is_truthy(message:find "talks%.lua:%d+: git has left a conflict here", message)
      end
    end
    assert.is_true(clean >= HISTORIES * 2 // 3, clean .. " merged")
    assert.equal(clean, equal)
  end)
end)
