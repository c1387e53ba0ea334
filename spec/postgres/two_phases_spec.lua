-- Summaries of a table that is spread over nodes are those of the same table in one place, whatever they are of.
-- Holds: query.sql.two_phases

require "parley"
local functions = require "parley.query.functions"
local server = require "spec.support.server"
local shards = require "spec.support.shards"

local needed = server.needed(describe, it, pending)

local CASES = tonumber(os.getenv "PARLEY_SHARD_CASES") or 60

-- What stands for a parameter of each type.
local COLUMNS = {
  any = { "place", "quad", "goldstein", "date", "id", "quad > 2" }, number = { "goldstein", "latitude", "mentions", "latitude * 3" },
  integer = { "quad", "mentions" }, countable = { "mentions", "goldstein", "latitude", "quad > 1", "quad + mentions" },
  boolean = { "quad > 2", "place = 'p3'" }, scale = { "goldstein", "mentions", "date" },
  text = { "place" }, date = { "date" },
}
local KEYS = { "source_country", "quad", "place", "date", "month(date)", "quad > 1", "upper(place)", "substr(id, 1, 3)",
  "year(date)" }
local CONDITIONS = { "quad is not nil", "date >= '2025-06'", "goldstein > 2 or place = 'p4'", "contains(place, 'P1')",
  "id in ('e00003', 'e00004')", "id = 'nobody'" }

local function call_of(random, entry)
  local parts = {}
  for at, parameter in ipairs(entry.parameters) do
    local setting = functions.settings[parameter.type]
    if setting then parts[at] = setting.example
    elseif not parameter.optional or random(2) == 1 then
      parts[at] = COLUMNS[parameter.type][random(#COLUMNS[parameter.type])]
    end
  end
  return ("%s(%s)"):format(entry.name, table.concat(parts, ", "))
end

local function aggregates()
  local list = {}
  for _, name in ipairs(functions.names(functions.aggregates)) do list[#list + 1] = functions.aggregates[name] end
  return list
end

-- A question: a function of a query, and its text.
local function question(random, list)
  local keys, calls, condition = {}, {}, random(3) == 1 and CONDITIONS[random(#CONDITIONS)]
  for i = 1, random(3) - 1 do keys[i] = KEYS[random(#KEYS)] .. " as k" .. i end
  for i = 1, random(3) do
    local call = call_of(random, list[random(#list)])
    if random(6) == 1 then call = ("coalesce(%s, %s)"):format(call, call) end
    calls[i] = call .. " as a" .. i
  end
  local text = ("%s | by %s | %s"):format(condition or "", table.concat(keys, ", "), table.concat(calls, ", "))
  return function(q)
    q = q:sort("id")
    if condition then q = q:where(condition) end
    if #keys > 0 then q = q:by(table.unpack(keys)) end
    return q:summarise(table.unpack(calls))
  end, text
end

needed("a table that is spread #server", function()
  local ds, schema, before, list = nil, nil, {}, aggregates()
  local asked = {}

  setup(function()
    ds, schema = shards.filled(400)
    math.randomseed(20250602)
    local random = math.random
    for i = 1, CASES do
      local ask, text = question(random, list)
      asked[i] = { ask = ask, text = text }
    end
    for _, entry in ipairs(list) do
      for _, key in ipairs { "source_country", "month(date) as m" } do
        local text = call_of(random, entry) .. " as a"
        asked[#asked + 1] = { text = key .. " " .. text, ask = function(q) return q:sort("id"):by(key):summarise(text) end }
      end
    end
    for i, one in ipairs(asked) do
      local done, answer = pcall(function() return one.ask(ds.events):to_csv() end)
      before[i] = done and answer or { code = answer.code }
    end
    assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2", "n3") }))
  end)
  teardown(function() shards.drop(ds, schema) end)

  it("gives what it gave in one place, for every aggregate and random questions", function()
    local answered = 0
    for i, one in ipairs(asked) do
      local done, answer = pcall(function() return one.ask(ds.events):to_csv() end)
      assert.same(before[i], done and answer or { code = answer.code }, one.text .. "\n" .. tostring(answer))
      if done then answered = answered + 1 end
    end
    assert.is_true(answered > #asked * 0.8, answered .. " of " .. #asked)
  end)

  it("asks parts for sums where they do, for values where not, and for rows where order counts", function()
    local function told(q) return q:explain():match "shards: (.-)\n" end
    local events = ds.events
    local sums = told(events:by("source_country"):summarise("count() as n", "mean(goldstein) as g", "sum(mentions) as m",
      "min(place) as p"))
    assert.is_truthy(sums:find("sums of its groups", 1, true), sums)
    assert.equal(27, tonumber(sums:match "(%d+) rows cross"), sums)          -- 3 countries in 9 parts
    local values = told(events:by("source_country"):median "mentions")
    assert.is_truthy(values:find("values of its groups", 1, true), values)
    local crossed = tonumber(values:match "(%d+) rows cross")
    assert.is_true(crossed > 27 and crossed <= 243, values)
    assert.equal(400, tonumber(told(events:sort("id"):by("quad"):summarise "first(place) as p"):match "(%d+) rows cross"))
    assert.is_truthy(told(events:summarise "count_distinct(id) as n"):find("9 rows cross", 1, true))
    local dated = told(events:by("month(date) as m"):count())
    assert.is_true(tonumber(dated:match "(%d+) rows cross") < 400, dated)
  end)

  it("says what is asked of each node", function()
    local text = ds.events:by("quad"):count():explain()
    local _, count = text:gsub("events_part%d_1 on [^\n]*/n[123], [^\n]*: SELECT", "")
    assert.equal(9, count, text)
    assert.is_nil(ds.talks:by("place"):count():explain():find("shards:", 1, true))
  end)

  it("leaves other steps as they are", function()
    local events = ds.events
    assert.equal(400, events:count())
    assert.equal("e00001", events:sort("id"):limit(1):all()[1].id)
    assert.equal(3, events:by("source_country"):count():where("count > 1"):count())
    assert.equal(400, events:by("quad"):with("count() as n"):count())
    assert.is_true(events:pivot { rows = "source_country", columns = "quad" }:count() == 3)
    assert.equal(events:where("source.id = 's1'"):count(), events:by("source.published as p"):count():all()[1].count)
  end)
end)
