--- Generates a dataset of claims for the analysis benchmarks, the same for every run.
-- Usage: generate_claims.lua FILE.db CLAIMS      (a thing for every four claims)

local parley = require "parley"
local claim_keys = require "parley.storage.statements.claim_keys"
local claims = require "parley.storage.statements.claims"
local core = require "parley.core"
local quantities = require "parley.claims.quantities"
local stored_rows = require "parley.storage.statements.stored_rows"

local path, total = arg[1], math.tointeger(arg[2])
local things = total // 4

local state = 20250723
local function random(n)
  state = (state * 6364136223846793005 + 1442695040888963407)
  return ((state >> 33) % n) + 1
end

local function one_of(list) return list[random(#list)] end

local function day() return core.day_text(18000 + random(2000)) end

local TOPICS = { "ceasefire", "prisoners", "remains", "children", "territory", "sanctions", "verification" }
local CERTAINTIES = { "on_record_quote", "on_record_paraphrase", "narration", "anonymous", "inferred" }
local STATUSES = { "raised", "repeated", "accepted", "rejected", "unanswered" }
local KINDS = { "accept", "conditional", "partial", "reject", "silence" }

local SOURCES = 200
local shares = { talks = 0.04, participants = 0.10, demands = 0.30, responses = 0.20, outcomes = 0.18, deliveries = 0.08,
  statements = 0.10 }
local count = {}
for name, share in pairs(shares) do count[name] = math.max(1, math.floor(things * share)) end
count.parties = math.max(20, things // 500)

local function id(name, n) return ("%s-%d"):format(name, n or random(count[name])) end

-- What one claim about thing number n says; most claims agree, one in ten differs.
local function differs() return random(10) == 1 end

local VALUES = {
  parties = function(n) return { name = "Party " .. n, kind = "state" } end,
  talks = function(n)
    return { kind = "round", round = n, date = core.day_text(18000 + n % 2000), place = differs() and "Elsewhere" or "Town",
      host = id("parties", 1 + n % count.parties), status = differs() and "scheduled" or "held" }
  end,
  participants = function(n)
    return { talk = id("talks", 1 + n % count.talks), party = id("parties", 1 + n * 7 % count.parties), role = "delegation",
      status = "attended" }
  end,
  demands = function(n)
    return { party = id("parties", 1 + n % count.parties), addressee = id("parties", 1 + (n + 1) % count.parties),
      topic = TOPICS[1 + n % #TOPICS], talk = id("talks", 1 + n % count.talks), made = differs() and day() or
      core.day_text(18000 + n % 2000), status = one_of(STATUSES), days_best = differs() and 60 or 30,
      revises = n > count.talks and random(2) == 1 and id("demands", n - count.talks) or nil,
      text = "Stop the fighting in district " .. n }
  end,
  responses = function(n)
    return { demand = id("demands", 1 + n % count.demands), party = id("parties", 1 + (n + 1) % count.parties),
      kind = differs() and one_of(KINDS) or KINDS[1 + n % #KINDS], date = core.day_text(18000 + n % 2000) }
  end,
  outcomes = function(n)
    local best = differs() and 120 or 100
    return { talk = id("talks", 1 + n % count.talks), topic = TOPICS[1 + n % #TOPICS], kind = "commitment",
      giver = id("parties", 1 + n % count.parties), receiver = id("parties", 1 + (n + 1) % count.parties), unit = "persons",
      low = best - 10, best = best, high = best + 10, due = core.day_text(18100 + n % 2000),
      part_of = n > 10 and n % 10 > 7 and id("outcomes", n - n % 10) or nil, text = "Exchange number " .. n }
  end,
  deliveries = function(n)
    return { outcome = id("outcomes", 1 + n % count.outcomes), date = core.day_text(18150 + n % 2000), low = 40, best = 50,
      high = 60 }
  end,
  statements = function(n)
    return { party = id("parties", 1 + n % count.parties), date = core.day_text(18000 + n % 2000), kind = "opinion",
      topic = TOPICS[1 + n % #TOPICS], text = "They spoke of peace, number " .. n }
  end,
}

local ORDER = { "parties", "talks", "participants", "demands", "responses", "outcomes", "deliveries", "statements" }

local function provenance()
  return { source = "s" .. random(SOURCES), locator = "p" .. random(20), certainty = one_of(CERTAINTIES), modality = "fact",
    polarity = "affirmed", rank = "normal", reported = day(), recorded_at = "2026-01-01T00:00:00.000Z", coder = "bench",
    said_by = id("parties"), chain = "outlet; agency" }
end

local ds = assert(parley.open(path))
ds:atomic(function()
  for n = 1, SOURCES do ds:add("sources", { id = "s" .. n, outlet = "Outlet " .. n, published = day() }) end
end)
ds.store:exec "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN"
for _, name in ipairs(ORDER) do
  local info, list = ds:table_info(name), {}
  local each = name == "parties" and 1 or math.max(1, total * shares[name] // count[name])
  for n = 1, count[name] do
    for _ = 1, each do
      list[#list + 1] = { key = claim_keys.new_key(ds.store, name), id = id(name, n), values = VALUES[name](n),
        provenance = provenance() }
    end
  end
  for _, claim in ipairs(list) do quantities.complete(info, claim.values) end
  claims.insert_all(ds.store, info, list)
  stored_rows.resolve_all(ds.store, info)
  require("parley.storage.full_text").fill(ds.store, info)
end
ds.store:exec "COMMIT"
ds:close()
