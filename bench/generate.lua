--- Generates the table the benchmarks read: events, ten columns, the same for every run.
-- Usage: generate.lua FILE.db ROWS

local core = require "parley.core"

local path, rows = arg[1], math.tointeger(arg[2])

-- A small generator of its own, so that the data do not depend on Lua's.
local state = 20250602
local function random(n)
  state = (state * 6364136223846793005 + 1442695040888963407)
  return ((state >> 33) % n) + 1
end

local function names(prefix, n)
  local list = {}
  for i = 1, n do list[i] = ("%s-%d"):format(prefix, i) end
  return list
end

local PARTIES, TARGETS, CODES = names("party", 40), names("target", 60), names("c", 20)
local PLACES = names("Place of some length", 500)
local WORDS = { "talks", "on", "the", "exchange", "of", "prisoners", "were", "held", "and", "both", "sides", "agreed",
  "to", "meet", "again", "while", "demands", "for", "a", "ceasefire", "remain", "open" }

local function sentence()
  local parts = {}
  for i = 1, 6 + random(4) do parts[i] = WORDS[random(#WORDS)] end
  return table.concat(parts, " ") .. " " .. random(1000000)
end

local store = assert(core.open(path, { mode = "rwc" }))
store:exec [[
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE events (id INTEGER, date TEXT, source_party TEXT, target_party TEXT, code TEXT, quad INTEGER,
  goldstein REAL, mentions INTEGER, place TEXT, text TEXT);
BEGIN;
]]
local params = { n = 10 }
for i = 1, rows do
  params[1], params[2] = i, core.day_text(16000 + random(3650))
  params[3], params[4], params[5] = PARTIES[random(40)], TARGETS[random(60)], CODES[random(20)]
  params[6], params[7] = random(4), (random(401) - 201) / 20
  params[8] = random(10) > 1 and random(200) or nil
  params[9], params[10] = PLACES[random(500)], sentence()
  store:run("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", params)
end
store:exec "COMMIT"
store:close()
