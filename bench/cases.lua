--- What `make bench` measures, as data. bench/run.lua runs it; bench/peers/parley.lua calls the functions.
--
-- tables   name → shape of bench/generate.c, share of ROWS (or rows), and types stated to every reader
-- queries  run inside long-lived processes that have the tables in memory; each makes its whole result:
--            id, work      what CASES selects by, and what the table says
--            needs         tables
--            parley        function(t) → Frame; t has the tables as Frames
--            sql           for DuckDB and SQLite; `duckdb` and `sqlite` where one of them differs (false: it cannot)
--            r, pandas     expressions for data.table and pandas
--            goal          peer → the largest ratio of Parley's time to the peer's
--            ordered       the order of rows is part of the answer
--            growth        measured also with a tenth of the rows and, with BENCH_LARGE=1, ten times as many
-- loads    a CSV file into memory; `check` is a query that proves that the tables are equal
-- commands whole processes, see bench/run.lua
--
-- Equal work: keys that are compared are of one type everywhere, `like` tells upper from lower case (SQLite is told
-- to), text results stay text, and nobody has an index. Parley sorts groups by their keys; the others need not.

local cases = {}

cases.tables = {
  events = { shape = "events", share = 1 },
  partners = { shape = "partners", share = 1 },
  pairs = { shape = "pairs", share = 1 },
  unique = { shape = "unique", share = 1 },
  giant = { shape = "giant", share = 1 },
  nulls = { shape = "nulls", share = 1, types = "kind=text,whole=integer,value=number,day=date" },
  wide = { shape = "wide", share = 1 / 40 },
}

-- Files into memory --------------------------------------------------------------------------------------------

local CHECK_EVENTS = {
  work = "totals of every column", needs = { "events" },
  parley = function(t)
    return t.events:summarise("count() as n", "sum(id) as ids", "min(date) as first", "max(date) as last",
      "count_distinct(source_party) as sources", "count_distinct(target_party) as targets",
      "count_distinct(code) as codes", "sum(quad) as quads", "sum(goldstein) as goldstein", "sum(mentions) as mentions",
      "count(mentions) as mentioned", "count_distinct(place) as places", "count_distinct(text) as texts",
      "sum(length(text)) as letters"):frame()
  end,
  sql = [[SELECT count(*) AS n, sum(id) AS ids, min(date) AS first, max(date) AS last,
    count(DISTINCT source_party) AS sources, count(DISTINCT target_party) AS targets, count(DISTINCT code) AS codes,
    sum(quad) AS quads, sum(goldstein) AS goldstein, sum(mentions) AS mentions, count(mentions) AS mentioned,
    count(DISTINCT place) AS places, count(DISTINCT text) AS texts, sum(length(text)) AS letters FROM events]],
  r = [[events[, .(n = .N, ids = sum(as.numeric(id)), first = min(date), last = max(date),
    sources = uniqueN(source_party), targets = uniqueN(target_party), codes = uniqueN(code), quads = sum(quad),
    goldstein = sum(goldstein), mentions = sum(mentions, na.rm = TRUE), mentioned = sum(!is.na(mentions)),
    places = uniqueN(place), texts = uniqueN(text), letters = sum(nchar(text)))] ]],
  pandas = [[pd.DataFrame({"n": [len(events)], "ids": events.id.sum(), "first": events.date.min(),
    "last": events.date.max(), "sources": events.source_party.nunique(), "targets": events.target_party.nunique(),
    "codes": events.code.nunique(), "quads": events.quad.sum(), "goldstein": events.goldstein.sum(),
    "mentions": events.mentions.sum(), "mentioned": events.mentions.count(), "places": events.place.nunique(),
    "texts": events.text.nunique(), "letters": events.text.str.len().sum()})]],
}

local CHECK_WIDE = {
  work = "totals of some columns", needs = { "wide" },
  parley = function(t)
    return t.wide:summarise("count() as n", "count_distinct(text_1) as texts", "sum(whole_2) as wholes",
      "sum(value_3) as values", "count_distinct(text_298) as late_texts", "sum(value_300) as late_values"):frame()
  end,
  sql = [[SELECT count(*), count(DISTINCT text_1), sum(whole_2), sum(value_3), count(DISTINCT text_298), sum(value_300)
    FROM wide]],
}

local CHECK_UNIQUE = {
  work = "totals of every column", needs = { "unique" },
  parley = function(t)
    return t.unique:summarise("sum(id)", "count_distinct(key)", "sum(length(key))", "sum(number)", "sum(value)"):frame()
  end,
  sql = [[SELECT sum(id), count(DISTINCT key), sum(length(key)), sum(number), sum(value) FROM "unique"]],
}

local CHECK_NULLS = {
  work = "totals of every column", needs = { "nulls" },
  parley = function(t)
    return t.nulls:summarise("sum(id)", "count(kind)", "count(whole)", "count(value)", "count(day)"):frame()
  end,
  sql = "SELECT sum(id), count(kind), count(whole), count(value), count(day) FROM nulls",
}

cases.loads = {
  { id = "read", work = "CSV file to a Frame", table = "events", check = CHECK_EVENTS, growth = true,
    peers = { "duckdb", "data_table", "pandas" }, goal = { duckdb = 0.5, data_table = 0.6 } },
  { id = "odd_read_unique", work = "near-unique keys: CSV file to a Frame", table = "unique", check = CHECK_UNIQUE,
    peers = { "duckdb" }, goal = { duckdb = 2.0 } },
  { id = "odd_read_nulls", work = "all missing: CSV file to a Frame", table = "nulls", check = CHECK_NULLS,
    peers = { "duckdb" }, goal = { duckdb = 2.0 } },
  { id = "odd_read_wide", work = "300 columns: CSV file to a Frame", table = "wide", check = CHECK_WIDE,
    peers = { "duckdb" }, goal = { duckdb = 2.0 } },
}

-- Queries on the table of events -------------------------------------------------------------------------------

cases.queries = {
  { id = "group", work = "group by two text columns: count, sum, mean (2,400 groups)", needs = { "events" },
    growth = true, goal = { duckdb = 0.33 },
    parley = function(t)
      return t.events:by("source_party", "target_party")
        :summarise("count() as n", "sum(mentions) as s", "mean(goldstein) as m"):frame()
    end,
    sql = [[SELECT source_party, target_party, count(*) AS n, sum(mentions) AS s, avg(goldstein) AS m
      FROM events GROUP BY source_party, target_party]],
    r = [[events[, .(n = .N, s = sum(mentions, na.rm = TRUE), m = mean(goldstein)), by = .(source_party, target_party)] ]],
    pandas = [[events.groupby(["source_party", "target_party"], sort=False, as_index=False)
      .agg(n=("id", "size"), s=("mentions", "sum"), m=("goldstein", "mean"))]] },

  { id = "count", work = "count by two small text columns", needs = { "events" }, growth = true,
    goal = { duckdb = 0.33 },
    parley = function(t) return t.events:by("code", "source_party"):count():frame() end,
    sql = "SELECT code, source_party, count(*) AS n FROM events GROUP BY code, source_party",
    r = "events[, .N, by = .(code, source_party)]",
    pandas = [[events.groupby(["code", "source_party"], sort=False, as_index=False).size()]] },

  { id = "filter", work = "two equality filters, count by year", needs = { "events" }, growth = true,
    goal = { duckdb = 0.5 },
    parley = function(t)
      return t.events:where{ source_party = "party-7", target_party = "target-11" }:by("year(date) as year"):count():frame()
    end,
    sql = [[SELECT year(date) AS year, count(*) AS n FROM events
      WHERE source_party = 'party-7' AND target_party = 'target-11' GROUP BY 1]],
    sqlite = [[SELECT CAST(substr(date, 1, 4) AS INTEGER) AS year, count(*) AS n FROM events
      WHERE source_party = 'party-7' AND target_party = 'target-11' GROUP BY 1]],
    r = [[events[source_party == "party-7" & target_party == "target-11", .N, by = .(year = year(date))] ]],
    pandas = [[(lambda e: e.groupby(e.date.dt.year).size().reset_index())(
      events[(events.source_party == "party-7") & (events.target_party == "target-11")])]] },

  { id = "substring", work = "substring filter on near-unique text, count by text", needs = { "events" }, growth = true,
    goal = { duckdb = 1.0 },
    parley = function(t) return t.events:where("text like '%corridor%'"):by("source_party"):count():frame() end,
    sql = "SELECT source_party, count(*) AS n FROM events WHERE text LIKE '%corridor%' GROUP BY source_party",
    r = [[events[grepl("corridor", text, fixed = TRUE), .N, by = source_party] ]],
    pandas = [[events[events.text.str.contains("corridor", regex=False)]
      .groupby("source_party", sort=False, as_index=False).size()]] },

  { id = "distinct", work = "count_distinct by group", needs = { "events" }, growth = true, goal = { duckdb = 1.0 },
    parley = function(t) return t.events:by("source_party"):count_distinct("place"):frame() end,
    sql = "SELECT source_party, count(DISTINCT place) AS n FROM events GROUP BY source_party",
    r = "events[, .(n = uniqueN(place)), by = source_party]",
    pandas = [[events.groupby("source_party", sort=False, as_index=False).place.nunique()]] },

  { id = "distinct_text", work = "count_distinct of near-unique text by group", needs = { "events" },
    goal = { duckdb = 1.0 },
    parley = function(t) return t.events:by("source_party"):count_distinct("text"):frame() end,
    sql = "SELECT source_party, count(DISTINCT text) AS n FROM events GROUP BY source_party",
    r = "events[, .(n = uniqueN(text)), by = source_party]",
    pandas = [[events.groupby("source_party", sort=False, as_index=False).text.nunique()]] },

  { id = "median", work = "median by group", needs = { "events" }, growth = true, goal = { duckdb = 1.0 },
    parley = function(t) return t.events:by("source_party"):median("goldstein"):frame() end,
    sql = "SELECT source_party, median(goldstein) AS m FROM events GROUP BY source_party", sqlite = false,
    r = "events[, .(m = median(goldstein)), by = source_party]",
    pandas = [[events.groupby("source_party", sort=False, as_index=False).goldstein.median()]] },

  { id = "top", work = "top ten", needs = { "events" }, growth = true, ordered = true, goal = { duckdb = 1.0 },
    parley = function(t) return t.events:sort("goldstein desc", "id"):limit(10):frame() end,
    sql = "SELECT * FROM events ORDER BY goldstein DESC, id LIMIT 10",
    r = "events[order(-goldstein, id)[1:10]]",
    pandas = [[events.sort_values(["goldstein", "id"], ascending=[False, True]).head(10)]] },

  { id = "join", work = "inner join with 20,000 rows by an integer key", needs = { "events", "partners" },
    goal = { duckdb = 1.0 },
    parley = function(t) return t.events:join(t.partners, { on = "id" }):frame() end,
    sql = "SELECT e.*, p.weight, p.class FROM events e JOIN partners p ON p.id = e.id",
    r = [[events[partners, on = "id", nomatch = NULL] ]],
    pandas = [[events.merge(partners, on="id")]] },

  { id = "join_pairs", work = "inner join with 20,000 rows by two texts, two thirds of the rows match",
    needs = { "events", "pairs" }, goal = { duckdb = 1.0 },
    parley = function(t)
      return t.events:join(t.pairs, { on = { place = "place", target_party = "target_party" } }):frame()
    end,
    sql = [[SELECT e.*, p.weight FROM events e JOIN pairs p ON p.place = e.place AND p.target_party = e.target_party]],
    r = [[events[pairs, on = c("place", "target_party"), nomatch = NULL] ]],
    pandas = [[events.merge(pairs, on=["place", "target_party"])]] },

  { id = "rows", work = "named rows from a Frame (LuaSQL: from SQLite)", needs = { "events" }, growth = true,
    goal = { luasql = 0.45 },
    parley = function(t)
      local count, total = 0, 0
      for row in t.events:rows() do count, total = count + 1, total + row.quad end
      return count, total
    end,
    luasql = "SELECT * FROM events" },

  -- Tables unlike that one ---------------------------------------------------------------------------------------

  { id = "odd_unique_text", work = "near-unique keys: group by text, count and sum", needs = { "unique" },
    goal = { duckdb = 2.0 },
    parley = function(t) return t.unique:by("key"):summarise("count() as n", "sum(value) as s"):frame() end,
    duckdb = [[SELECT key, count(*) AS n, sum(value) AS s FROM "unique" GROUP BY key]] },
  { id = "odd_unique_integer", work = "near-unique keys: group by integer, count and sum", needs = { "unique" },
    goal = { duckdb = 2.0 },
    parley = function(t) return t.unique:by("number"):summarise("count() as n", "sum(value) as s"):frame() end,
    duckdb = [[SELECT number, count(*) AS n, sum(value) AS s FROM "unique" GROUP BY number]] },
  { id = "odd_unique_distinct", work = "near-unique keys: count_distinct", needs = { "unique" }, goal = { duckdb = 2.0 },
    parley = function(t) return t.unique:summarise("count_distinct(key) as k", "count_distinct(number) as n"):frame() end,
    duckdb = [[SELECT count(DISTINCT key) AS k, count(DISTINCT number) AS n FROM "unique"]] },
  { id = "odd_unique_top", work = "near-unique keys: top ten by text", needs = { "unique" }, ordered = true,
    goal = { duckdb = 2.0 },
    parley = function(t) return t.unique:sort("key", "id"):limit(10):frame() end,
    duckdb = [[SELECT * FROM "unique" ORDER BY key, id LIMIT 10]] },
  { id = "odd_giant_group", work = "one giant group: count, sum, mean, count_distinct, median", needs = { "giant" },
    goal = { duckdb = 2.0 },
    parley = function(t)
      return t.giant:by("kind"):summarise("count() as n", "sum(whole) as s", "mean(value) as m",
        "count_distinct(whole) as d", "median(value) as q"):frame()
    end,
    duckdb = [[SELECT kind, count(*) AS n, sum(whole) AS s, avg(value) AS m, count(DISTINCT whole) AS d,
      median(value) AS q FROM giant GROUP BY kind]] },
  { id = "odd_nulls_group", work = "all missing: group, sum, mean, median", needs = { "nulls" }, goal = { duckdb = 2.0 },
    parley = function(t)
      return t.nulls:by("kind", "day"):summarise("count() as n", "sum(whole) as s", "mean(value) as m",
        "median(value) as q"):frame()
    end,
    duckdb = [[SELECT kind, day, count(*) AS n, sum(whole) AS s, avg(value) AS m, median(value) AS q
      FROM nulls GROUP BY kind, day]] },
  { id = "odd_nulls_filter", work = "all missing: filters", needs = { "nulls" }, goal = { duckdb = 2.0 },
    parley = function(t)
      return t.nulls:where("whole is nil and (value > 1 or kind like '%a%' or day is nil)"):summarise("count() as n"):frame()
    end,
    duckdb = [[SELECT count(*) AS n FROM nulls WHERE whole IS NULL AND (value > 1 OR kind LIKE '%a%' OR day IS NULL)]] },
}

-- One aggregate for each of the 298 columns beside the keys.
local function wide_aggregates(form)
  local list = {}
  for c = 1, 300 do
    local name = ("%s_%d"):format(c % 3 == 1 and "text" or c % 3 == 2 and "whole" or "value", c)
    if name ~= "text_1" and name ~= "text_4" then
      list[#list + 1] = form:format(c % 3 == 1 and "count" or "sum", name, c)
    end
  end
  return list
end

table.insert(cases.queries, { id = "odd_wide_group", work = "300 columns: group by two, 298 aggregates", needs = { "wide" },
  goal = { duckdb = 2.0 },
  parley = function(t)
    return t.wide:by("text_1", "text_4"):summarise(table.unpack(wide_aggregates("%s(%s) as a%d"))):frame()
  end,
  duckdb = ("SELECT text_1, text_4, %s FROM wide GROUP BY text_1, text_4")
    :format(table.concat(wide_aggregates("%s(%s) AS a%d"), ", ")) })
table.insert(cases.queries, { id = "odd_wide_filter", work = "300 columns: rows that pass two filters", needs = { "wide" },
  goal = { duckdb = 2.0 },
  parley = function(t) return t.wide:where("text_1 = 't-7' and whole_2 > 500"):frame() end,
  duckdb = "SELECT * FROM wide WHERE text_1 = 't-7' AND whole_2 > 500" })

-- Bytes of the Frame beside those of the file.
cases.bytes = { id = "bytes", work = "Frame in memory", table = "events", goal = 0.6 }

-- ----------------------------------------------------------------------------------------------------------------

local function code_for(case, peer)
  if peer == "duckdb" or peer == "sqlite" then
    local own = case[peer]
    if own ~= nil then return own or nil end
    return case.sql
  end
  return ({ data_table = case.r, pandas = case.pandas, luasql = case.luasql })[peer]
end

--- What a peer is told to run, on one line, or nil.
function cases.code(case, peer)
  local code = code_for(case, peer)
  return code and (code:gsub("%s+", " "))
end

cases.by_id = {}
for _, case in ipairs(cases.queries) do cases.by_id[case.id] = case end
for _, load in ipairs(cases.loads) do
  load.check.id = "check_" .. load.id
  cases.by_id[load.check.id] = load.check
end

return cases
