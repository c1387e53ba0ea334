-- A grouped summary over a table that is spread over four nodes, against the same written by hand in two phases, and
-- against what postgres_fdw makes of it alone:  lua5.4 bench/shards.lua [ROWS [PARTS]]   (1,000,000 rows, 4 parts)
-- All nodes are databases of one server, tools/postgres.sh's, so that four of them share its cores. Each figure is the
-- least of seven runs, which take turns.

package.path = "./?.lua;" .. package.path
require "parley"
local shards = require "spec.support.shards"

local ROWS, PARTS, RUNS <const> = tonumber(arg[1]) or 1000000, tonumber(arg[2]) or 4, 7

local FILL <const> = [[INSERT INTO events (id, date, date_start, date_end, source_country, quad, goldstein, mentions)
  SELECT 'e' || i, '2025-06-02', 20241, 20241, 'C' || i %% 200, i %% 4 + 1, (i %% 40) / 4.0 - 5, i %% 50
  FROM generate_series(1, %d) AS i]]

local KEY <const>, SUMMED <const> = "source_country", { "count() as n", "sum(mentions) as m", "max(quad) as q" }

local ds, schema = shards.dataset()

-- By the server's clock.
local function now() return (ds.store:values("SELECT " .. ds.store.dialect.seconds)) end

local function timed(fn)
  local start = now()
  fn()
  return now() - start
end

ds.store:exec(FILL:format(ROWS))
local moved = timed(function()
  assert(ds:distribute("events", { nodes = shards.nodes("n1", "n2", "n3", "n4"), parts = PARTS }))
end)
print(("%d rows moved to %d parts on 4 nodes in %.1f s"):format(ROWS, PARTS, moved))

local parts = {}
for i = 1, PARTS do
  parts[i] = ("SELECT source_country AS k, count(*) AS n, sum(mentions) AS m, max(quad) AS q "
    .. "FROM events_part%d_1 GROUP BY 1"):format(i - 1)
end
local by_hand = ("SELECT k, sum(n)::bigint, sum(m)::bigint, max(q) FROM (%s) AS p GROUP BY k ORDER BY k"):format(
  table.concat(parts, " UNION ALL "))
local plain = "SELECT source_country, count(*), sum(mentions)::bigint, max(quad) FROM events GROUP BY 1 ORDER BY 1"

local function read(sql)
  local rows = 0
  for _ in ds.store:each(sql) do rows = rows + 1 end
  return rows
end

local WAYS = {
  { "q:summarise()", function() return #ds.events:by(KEY):summarise(table.unpack(SUMMED)):all() end },
  { "two phases by hand", function() return read(by_hand) end },
  { "postgres_fdw alone", function() return read(plain) end },
}
local best = {}
for run = 1, RUNS do
  for i, way in ipairs(WAYS) do
    if run <= 3 or i < 3 then
      local groups
      local seconds = timed(function() groups = way[2]() end)
      assert(groups == math.min(200, ROWS), way[1])
      best[i] = math.min(best[i] or math.huge, seconds)
    end
  end
end
for i, way in ipairs(WAYS) do print(("%-20s %7.1f ms"):format(way[1], best[i] * 1000)) end
print(("%.2f of two phases by hand (goal 1.3), %.2f of postgres_fdw alone (goal 0.4)"):format(best[1] / best[2],
  best[1] / best[3]))
shards.drop(ds, schema)
