-- A table that is spread over 1, 2, 3 and 4 nodes: its summaries against the same written by hand in two phases, and
-- against what postgres_fdw makes of them alone; imports against one into a table that is not spread; and from what was
-- measured, how cost grows past 4 nodes:  lua5.4 bench/shards.lua [ROWS [--write]]   (1,000,000 rows)
-- All nodes are databases of one server, tools/postgres.sh's, which share its cores. Figures are the least of some runs,
-- which take turns, ratios the median of theirs. --write puts what is printed into doc/scale.md.

package.path = "./?.lua;" .. package.path
local parley = require "parley"
local shards = require "spec.support.shards"
local model = dofile "bench/shard_model.lua"
local tools = dofile "bench/tools.lua"

local ROWS, RUNS <const>, NODES <const> = math.tointeger(arg[1] or "1000000"), 25, { "n1", "n2", "n3", "n4" }
local CORES = math.tointeger(tools.capture "getconf _NPROCESSORS_ONLN")

local FILL <const> = [[INSERT INTO events (id, date, date_start, date_end, source_country, quad, goldstein, mentions, place)
  SELECT 'e' || i, '2025-06-02', 20241, 20241, 'C' || i %% 200, i %% 4 + 1, (i %% 40) / 4.0 - 5, i %% 50, 'p' || i %% %d
  FROM generate_series(1, %d) AS i]]

-- Columns with few, some and many groups.
local FEW <const>, SOME <const>, MANY <const> = "quad", "source_country", "place"
local MANY_GROUPS = math.max(200, ROWS // 100)

local IMPORTED <const> = 200000

local lines = {}
local function say(text, ...)
  lines[#lines + 1] = text:format(...)
  print(lines[#lines])
  io.stdout:flush()
end

-- By the server's clock.
local function timed(store, fn)
  local function now() return (store:values("SELECT " .. store.dialect.seconds)) end
  local start = now()
  fn()
  return now() - start
end

local function read(store, sql)
  local rows = 0
  for _ in store:each(sql) do rows = rows + 1 end
  return rows
end

-- Two phases by hand, over all parts.
local function by_hand(parts, key)
  local list = {}
  for i, part in ipairs(parts) do
    list[i] = ("SELECT %s AS k, count(*) AS n, sum(mentions) AS m, max(quad) AS q FROM %s GROUP BY 1"):format(key, part)
  end
  return ("SELECT k, sum(n)::bigint, sum(m)::bigint, max(q) FROM (%s) AS p GROUP BY k ORDER BY k"):format(
    table.concat(list, " UNION ALL "))
end

local function summary(ds, key)
  return function() return #ds.events:by(key):summarise("count() as n", "sum(mentions) as m", "max(quad) as q"):all() end
end

-- The least that each takes, in turns; and the median of the turns' own ratios of the first to each.
local function least(store, runs, fns)
  local best, ratios = {}, {}
  for run = 1, runs do
    local first
    for i, fn in ipairs(fns) do
      local seconds = timed(store, fn)
      first, ratios[i] = first or seconds, ratios[i] or {}
      best[i], ratios[i][run] = math.min(best[i] or math.huge, seconds), first / seconds
    end
  end
  for i, list in ipairs(ratios) do ratios[i] = tools.median(list) end
  return best, ratios
end

-- A dataset with its events on some nodes; the names of its parts.
local function spread(rows, groups, nodes, parts)
  local ds, schema = shards.dataset()
  ds.store:exec(FILL:format(groups, rows))
  local made = assert(ds:distribute("events", { nodes = shards.nodes(table.unpack(NODES, 1, nodes)), parts = parts }))
  local names = {}
  for i = 1, made:count() do names[i] = ("events_part%d_1"):format(i - 1) end
  return ds, schema, names
end

-- Summaries -----------------------------------------------------------------------------------------------------------

local ALONE <const> = [[SELECT source_country, count(*), sum(mentions)::bigint, max(quad) FROM events
  GROUP BY 1 ORDER BY 1]]

local function measure_nodes()
  say "| nodes | parts | groups | `summarise` | two phases by hand | ratio (≤ 1.3) | postgres_fdw alone | ratio (≤ 0.4) |"
  say "|---|---|---|---|---|---|---|---|"
  local seen = {}
  for nodes = 1, #NODES do
    local ds, schema, parts = spread(ROWS, MANY_GROUPS, nodes)
    local store = ds.store
    local best, ratios = least(store, RUNS, { summary(ds, SOME), function() read(store, by_hand(parts, SOME)) end,
      function() read(store, ALONE) end })
    local sizes = least(store, RUNS, { summary(ds, FEW), summary(ds, MANY) })
    seen[nodes] = { parts = #parts, some = best[1], few = sizes[1], many = sizes[2] }
    say("| %d | %d | 200 | %.0f ms | %.0f ms | %.2f | %.0f ms | %.2f |", nodes, #parts, best[1] * 1000, best[2] * 1000,
      ratios[2], best[3] * 1000, ratios[3])
    shards.drop(ds, schema)
  end
  return seen
end

-- What is the same however many rows there are: nearly empty parts.
local function measure_fixed()
  local list = {}
  for _, parts in ipairs { 4, 16, 48 } do
    local ds, schema = spread(200, 4, 4, parts)
    list[#list + 1] = { parts, least(ds.store, RUNS * 2, { summary(ds, FEW) })[1] }
    shards.drop(ds, schema)
  end
  return list
end

-- Imports -------------------------------------------------------------------------------------------------------------

local function measure_imports()
  local path, ratios, times = "build/bench/shards.csv", {}, { {}, {} }
  os.execute "mkdir -p build/bench"
  local file <close> = assert(io.open(path, "w"))
  file:write "id,date,source_country,quad,goldstein,mentions,place\n"
  for i = 1, IMPORTED do
    file:write(("e%d,2025-06-%02d,C%d,%d,%.2f,%d,place %d\n"):format(i, i % 28 + 1, i % 200, i % 4 + 1, (i % 40) / 4 - 5,
      i % 50, i % 1000))
  end
  file:close()
  for round = 1, 3 do
    for i = 1, 2 do
      local ds, schema = shards.dataset()
      ds:add("sources", { id = "s1", published = "2025-06-02" })
      if i == 2 then assert(ds:distribute("events", { nodes = shards.nodes(table.unpack(NODES)) })) end
      times[i][round] = timed(ds.store, function() assert(ds:import("events", path, { source = "s1" })) end)
      shards.drop(ds, schema)
    end
    ratios[round] = times[2][round] / times[1][round]
  end
  os.remove(path)
  say("An import of %d rows took %.2f s into 4 nodes, and %.2f s into a table that is not spread: %.2f × (goal ≤ 1.50 ×; "
    .. "the median of three, in turns).", IMPORTED, tools.median(times[2]), tools.median(times[1]), tools.median(ratios))
end

-- What a row takes on a node.
local function bytes_of_a_row()
  local ds, schema, parts = spread(ROWS // 5, MANY_GROUPS, 1)
  local bytes = 0
  for _, part in ipairs(parts) do
    bytes = bytes + shards.on("n1", ("SELECT pg_total_relation_size('%s.%s')"):format(schema, part))
  end
  shards.drop(ds, schema)
  return bytes / (ROWS // 5)
end

-- The whole -----------------------------------------------------------------------------------------------------------

assert(parley)
say("Measured with %d rows, on %d cores that the dataset's server, all nodes and the client share.\n", ROWS, CORES)
local seen = measure_nodes()
say ""
measure_imports()
local fixed = measure_fixed()
model { say = say, seen = seen, fixed = fixed, rows = ROWS, cores = CORES, many = MANY_GROUPS, bytes = bytes_of_a_row() }
if arg[2] == "--write" then tools.write_page("doc/scale.md", "bench/shards.lua", lines) end
