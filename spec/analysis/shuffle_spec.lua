-- The order in which claims came in decides nothing: the claims of three datasets are put into other orders, with other
-- keys, and every table, view and analysis has to say the same. What one voice says of one thing keeps its order, since
-- a voice may correct itself. It takes seconds, as it asks everything of each dataset four times.

local parley = require "parley"
local rows = require "parley.storage.statements.rows"
local scratch = require "spec.support.scratch"
local second = require "spec.support.second"

-- ## Shuffling a dump

-- The claims in the text of a table's file.
local function cut(text)
  local blocks, at = {}, text:find('claim("', 1, true)
  local last = text:find("\ncomplete(", 1, true)
  while at do
    local next_at = text:find('\nclaim("', at, true)
    blocks[#blocks + 1] = text:sub(at, next_at or last)
    at = next_at and next_at + 1
  end
  return blocks
end

local function field(text, name) return text:match("[{ ]" .. name .. ' = ("[^"]*")') or "" end

local function claims_in(folder, names)
  local claims = {}
  for _, name in ipairs(names) do
    for _, block in ipairs(cut(scratch.read(folder .. "/" .. name .. ".lua"))) do
      local provenance = block:match "}, ({ key = .*)" or block:match "{}, ({ key = .*)"
      claims[#claims + 1] = { table = name, text = block, key = tonumber(provenance:match "key = (%d+)"),
        said = table.concat({ name, block:match '^claim%("[%w_]+", ("[^"]*")', field(provenance, "source"),
          field(provenance, "said_by"), field(provenance, "coder") }, "\0") }
    end
  end
  return claims
end

-- New keys by old ones: shuffled, but what one voice says of one thing in its order.
local function new_keys(claims)
  local keys, lists, map = {}, {}, {}
  for i, claim in ipairs(claims) do keys[i] = claim.key end
  for i = #keys, 2, -1 do
    local j = math.random(i)
    keys[i], keys[j] = keys[j], keys[i]
  end
  for i, claim in ipairs(claims) do
    lists[claim.said] = lists[claim.said] or { old = {}, new = {} }
    table.insert(lists[claim.said].old, claim.key)
    table.insert(lists[claim.said].new, keys[i])
  end
  for _, list in pairs(lists) do
    table.sort(list.old)
    table.sort(list.new)
    for i, old in ipairs(list.old) do map[old] = list.new[i] end
  end
  return map
end

local function rewritten(claim, map)
  return (claim.text:gsub("([{ ])(%a+) = (%d+)", function(before, name, key)
    local new = (name == "key" or name == "entry" or name == "restates") and map[tonumber(key)]
    return new and ("%s%s = %d"):format(before, name, new)
  end))
end

-- The dump in a folder with its claims in another order.
local function shuffle(folder, names)
  local claims, texts = claims_in(folder, names), {}
  local map = new_keys(claims)
  table.sort(claims, function(a, b) return map[a.key] < map[b.key] end)
  for _, claim in ipairs(claims) do
    texts[claim.table] = (texts[claim.table] or "") .. rewritten(claim, map):gsub("\n*$", "\n")
  end
  for _, name in ipairs(names) do
    local path = ("%s/%s.lua"):format(folder, name)
    local text = scratch.read(path)
    local before, after = text:match '^(.-)claim%("', text:match "\n(complete%(.*)"
    if texts[name] then scratch.write(path, before .. texts[name] .. after) end
  end
end

-- ## What has to be the same

local function csv(f) return f:to_csv() end

-- Every answer of a dataset as text, by name.
local function answers(ds)
  local all = {}
  for _, name in ipairs(ds:tables()) do
    local q = ds:table(name)
    if ds:table_info(name).claims then
      all["table " .. name] = csv(q:sort "id")
      all["disagreements of " .. name] = csv(q:disagreements())
    end
  end
  all.disagreements, all.ledger, all.positions = csv(ds:disagreements()), csv(ds:ledger()), csv(ds:positions())
  all.timeline, all.network, all.concessions = csv(ds:timeline()), csv(ds:network()), csv(ds:concessions())
  all.lint, all.total = csv(ds:lint():where "what not like 'claim %'"), csv(ds:total())
  all["resting on"] = csv(ds:resting_on { "anonymous", "named_medium", "inferred" })
  local talks = ds.talks:sort("date", "id"):select("id"):limit(4):all()
  for i, talk in ipairs(talks) do
    all["brief of " .. talk.id] = ds:brief { talk = talk.id }
    if i > 1 then all["compared with " .. talk.id] = csv(ds:compare(talks[i - 1].id, talk.id)) end
  end
  for id in ds.outcomes:sort("id"):select("id"):limit(12):each() do
    all["evidence of " .. id] = csv(ds:evidence("outcomes", id):select("says", "shown", "source", "shown_fields", "tie"))
    all["record " .. id] = tostring(ds.outcomes:get(id))
    all["citation of " .. id] = ds:cite(ds.outcomes:get(id))
  end
  all.changes = csv(ds:changes { from = "2000", to = "2022-03-20" }:select("table", "id", "change", "field", "before", "after",
    "by", "why"))
  all.search = csv(ds:search("ceasefire", { limit = 50 }))
  return all
end

local DATASETS = {
  ["istanbul-2025"] = { parley.open, "2025-06-02" },
  ["russia-ukraine-talks"] = { function() return parley.open "russia-ukraine-talks" end, "2022-04-01" },
  ["an invented one"] = { second.open, "2024-06-01" },
}

-- A dump with keys, which are shuffled: as if a row waited in quarantine.
local function keyed_dump(ds, folder)
  local any = rows.any
  rows.any = function(store, name) return name == "quarantine" or any(store, name) end
  local done, message = ds:dump(folder)
  rows.any = any
  assert(done, message)
end

describe("claims in another order", function()
  for name, given in pairs(DATASETS) do
    it("make the same tables and analyses of " .. name, function()
      local folder, remove = scratch.folder()
      finally(remove)
      local ds, day = given[1](), given[2]
      local source = ds.sources:sort("id"):first().id
      keyed_dump(ds, folder "dump")
      local names = {}
      for file in (scratch.read(folder "dump/dataset.lua"):match "tables = (%b{})"):gmatch '"([%w_]+)"' do
        if ds:table_info(file).claims then names[#names + 1] = file end
      end
      local function early(of) return of:as_of(day):with_policy { deny = { source }, report = "earliest" } end
      local expected, expected_early = answers(ds), answers(early(ds))
      math.randomseed(7)
      shuffle(folder "dump", names)
      local other <close> = assert(parley.load(folder "dump"))
      local found, found_early = answers(other), answers(early(other))
      local function first(of) return of.sources:claims():sort("claim"):first().id end
      assert.not_equal(first(ds) .. csv(ds.talks:claims():sort "claim":select("id", "source")),
        first(other) .. csv(other.talks:claims():sort "claim":select("id", "source")))
      for what, text in pairs(expected) do assert.equal(text, found[what], what) end
      for what, text in pairs(expected_early) do assert.equal(text, found_early[what], what .. ", early") end
    end)
  end
end)
