--- The long calls that cancel_host stops, their data, and what has to be as before after each of them.
-- A call is a name and a function whose answer is compared; it ends by raising, or gives nil, message, code. Each takes
-- some milliseconds to some tenths of a second; `scale` makes the made-up data more or less. What a call writes is
-- taken back after each try, finished or ended, where it comes with a way to do that.

local core = require "parley.core"
local functions = require "parley.query.functions"
local parley = require "parley"

local scale = ...
local talks = scale < 1 and "istanbul-2025" or "russia-ukraine-talks"

-- Files ----------------------------------------------------------------------------------------------------------

local folder = os.tmpname()
os.remove(folder)
assert(core.make_folder(folder))

local function path(name) return folder .. "/" .. name end

local function file(name, content)
  local out <close> = assert(io.open(path(name), "w"))
  out:write(content)
  return path(name)
end

-- The names of what lies in the folder, but for a file of SQLite's beside an open one.
local function files()
  local names = {}
  for _, name in ipairs(assert(core.list_folder(folder))) do
    if not name:find "%-wal$" and not name:find "%-shm$" then names[#names + 1] = name end
  end
  table.sort(names)
  return table.concat(names, " ")
end

local removal = dofile "spec/support/removal.lua"

-- Data -----------------------------------------------------------------------------------------------------------

local n = math.floor(30000 * scale)

local function made_up()
  local list, lines, records = {}, { "k,v,name" }, {}
  for i = 1, n do
    local v, name = (i * 7919) % 10007, "name " .. (i * 31 % n)
    list[i] = { k = i % 400, v = v, x = v / 7, name = name }
    lines[i + 1] = ("%d,%d,%q"):format(i % 400, v, name)
    records[i] = ('{"k": %d, "v": %d, "name": "%s"}'):format(i % 400, v, name)
  end
  return parley.frame(list), table.concat(lines, "\n") .. "\n", records
end

local rows, text, records = made_up()
local others = rows:where "v < 300":frame()
local some = rows:limit(n // 4):frame()
local edges = some:select("name as source", "'k' .. k as target", "v"):frame()
local few = rows:limit(n // 10):frame()

-- What two coders read in one source.
local coded = assert(parley.open ":memory:")
coded:atomic(function()
  coded:add("sources", { id = "s1", published = "2025-06-02" })
  for i = 1, 40 + n // 100 do
    for _, coder in ipairs { "anna", "ben" } do
      coded:add("talks", { id = coder .. i, round = i % 7, place = "place " .. i % (coder == "ben" and 5 or 6) },
        { source = "s1", coder = coder, locator = "p" .. i // 3 })
    end
  end
end)
local plain = file("plain.csv", text)
local json_file = file("list.json", "[" .. table.concat(records, ",\n") .. "]")
local book_file = path "book.xlsx"
assert(parley.read(plain):save(book_file))
local jsonl_file = file("lines.jsonl", table.concat(records, "\n") .. "\n")

local function events(count, place)
  local lines = { "id,date,place" }
  for i = 1, count do lines[i + 1] = ("e%d,2022-%02d-%02d,%s"):format(i, i % 12 + 1, i % 28 + 1, place) end
  return table.concat(lines, "\n") .. "\n"
end

local events_file = file("events.csv", events(n // 10, "Kyiv"))
local parties = { "id,name" }
for i = 1, n // 100 do parties[i + 1] = ("p%d,Party %d"):format(i, i) end
local parties_file = file("parties.csv", table.concat(parties, "\n") .. "\n")
local parties_book = path "parties.xlsx"
assert(parley.read(parties_file):save(parties_book))
local waiting_file = file("waiting.csv", "id,date,place\n" .. ("x%d,11/12/22,Kyiv\n"):rep(n // 100)
  :gsub("%%d", (function() local i = 0 return function() i = i + 1 return tostring(i) end end)()))

-- The real talks, in a file of their own; and an empty dataset that imports go to.
assert(parley.open{ bundled = talks }:save_as(path "talks.db"))
local ds = assert(parley.open(path "talks.db"))
assert(ds:import("events", events_file, { source = { id = "made-up", outlet = "Gazette" } }))
local empty = assert(parley.open(path "empty.db"))
assert(empty:import("events", waiting_file, { dates = "iso" }))
assert(#empty.quarantine:all() == n // 100)
assert(parley.open{ bundled = "istanbul-2025" }:dump(path "dumped"))
local dated, a_source = ds.events:frame(), ds.sources:sort("id"):first().id
local first_talk, last_talk = ds.talks:sort("date"):first().id, ds.talks:sort("date desc"):first().id

-- Arguments of short forms, where they are not a column alone.
local ARGUMENTS = { quantile = { "v", 0.5 }, string_agg = { "name", "; " }, top = { "name", 3, "x" }, all = { "v > 3" },
  any = { "v > 3" }, corr = { "v", "x" }, weighted_mean = { "v", "k" }, count = {} }

-- A call that gives nil, message and code raises them here, so that both kinds of failure end alike.
local function sure(value, message, code)
  if value == nil then error({ message = message, code = code }, 0) end
  return value
end

-- Calls ----------------------------------------------------------------------------------------------------------

local calls, undos = {}, {}

-- A dataset in which two things are judged to be one.
local judged = assert(parley.open ":memory:")
judged:add("sources", { id = "a" })
judged:atomic(function()
  for i = 1, n // 60 do judged:add("parties", { id = "p" .. i, name = "Party " .. i }, { source = "a" }) end
end)
judged:judge("p1", "p2", "same", "one")
assert(judged:to_jsonld { iri = "http://x.example/", into = path "judged.jsonld" })

local function call(name, run, undo)
  calls[#calls + 1] = { name = name, run = run }
  undos[#calls] = undo
end

local function undone(...)
  local names = { ... }
  return function() for _, name in ipairs(names) do removal(path(name)) end end
end

call("columns: where, with, sort", function()
  return #rows:where("v % 3 == 1"):where("contains(name, '7')"):with("v * 2 + k as w", "upper(name) .. name as u")
    :sort("u"):frame()
end)
call("columns: group", function()
  return #rows:by("name", "k"):summarise("sum(v) as s", "median(x) as m", "list(name) as l"):frame()
end)
call("columns: sort", function() return rows:sort("name desc", "x"):frame()[1].name end)
call("columns: distinct", function() return #rows:distinct("name", "v"):frame() end)
call("columns: window", function()
  return #rows:sort("x"):by("k"):with("cumsum(v) as c", "rolling_mean(x, 5) as r", "rank(x) as n"):frame()
end)
call("columns: join", function()
  return #rows:join(others, { on = "k" }):where("right_v < v"):by("name"):summarise("sum(v) as s"):frame()
end)
call("columns: pivot", function()
  return #rows:with("v % 5 as w"):pivot{ rows = "name", columns = "w", values = "sum(v)" }:frame()
end)
call("columns: unpivot", function()
  return #rows:unpivot{ columns = { "k", "v" }, names = "what", values = "value" }:sort("value"):frame()
end)
call("columns: union", function() return #rows:union(rows):distinct("name"):frame() end)
call("columns: diff", function() return #few:diff(few:with("v + k % 2 as v"), { key = { "name", "v" } }) end)
call("columns: complete", function()
  return #few:complete{ name = { "name 1", "name 2" }, v = few:distinct("v"):frame():values "v" }:frame()
end)
call("columns: split", function()
  return #rows:with("name .. '; ' .. k as l"):split("l"):select("l"):limit(n):frame()
end)
call("columns: join of every row with every row", function()
  local these = rows:limit(1500):with("1 as one")
  return these:join(these, { on = "one" }):where("right_v = 3"):count()
end)

call("columns: join in time", function() return #dated:join(dated, { on = "date", within = 3 }):frame() end)
call("columns: pivot of a Frame", function()
  return #some:pivot{ rows = "name", columns = "k % 7", values = "sum(v)", margins = true }:frame()
end)
call("columns: define", function()
  return few:define("twice", function(x) return x and x * 2 end):where("twice(v) > 50"):count()
end)
call("columns: short forms", function()
  local parts = {}
  for _, name in ipairs(functions.short_forms()) do
    parts[#parts + 1] = tostring(some[name](some, table.unpack(ARGUMENTS[name] or { "v" })))
  end
  return table.concat(parts, " ")
end)
call("columns: sql", function() return rows:sort("name"):first("name").name end)
call("columns: summarise", function()
  return #rows:summarise("string_agg(name, ', ') as l", "quantile(x, 0.3) as q"):frame()[1].l
end)
call("columns: notes", function() return #dated:sort("date"):limit(40):notes() end)
call("columns: show", function() return #some:show("all") end)
call("columns: sample", function() return #rows:sample(n // 2, 7):frame() end)
call("columns: similar", function() return rows:where("similar(name, 'name 12') > 0.8"):count() end)
call("columns: all rows", function() return #rows:all() end)
call("a Frame of rows", function() return #parley.frame(few:all()) end)
call("SQL: a statement", function()
  return ds:sql("with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000) "
    .. "select max(i) as m from n")[1].m
end)
call("SQL: group", function()
  return #ds.events:by("date"):summarise("median(day(date)) as m", "list(id) as l"):frame()
end)
call("SQL: pivot", function() return #ds.events:pivot{ rows = "id", columns = "month(date)" }:frame() end)
call("SQL: join", function() return #ds.events:join(ds.events, { on = "date" }):by("id"):count():frame() end)
call("SQL: rows", function() local c = 0 for _ in ds.events:sort("id"):rows() do c = c + 1 end return c end)
call("SQL: all", function() return #ds.events:all() end)
call("SQL: each", function() local c = 0 for _ in ds.events:each("id", "date") do c = c + 1 end return c end)
call("SQL: notes", function() return #ds.events:where("date < '2022-06-15'"):sort("date"):limit(40):notes() end)
call("SQL: explain", function() return #ds.events:by("place"):count():explain() end)
call("SQL: unpivot", function()
  return #ds.events:unpivot{ columns = { "id", "place" }, names = "what", values = "value" }:frame()
end)
call("SQL: split", function() return #ds.events:with("id .. '; ' .. place as l"):split("l"):frame() end)
call("SQL: complete", function() return #ds.events:complete{ place = { "Kyiv", "Lviv" } }:frame() end)
call("SQL: sample", function() return #ds.events:sample(n // 20, 7):frame() end)
call("SQL: diff", function()
  return #ds.events:select("id", "date"):diff(ds.events:select("id", "stop(date) as date"), { key = "id" })
end)
call("SQL: join in time", function() return #ds.events:join(ds.events, { on = "date", within = 3 }):frame() end)
call("SQL: search", function() return #ds.demands:search("prisoners"):frame() end)
call("SQL: disagreements", function() return #ds.demands:disagreements() end)
call("SQL: total", function() return #ds.outcomes:total() end)
call("SQL: as of a day", function() return #ds.demands:as_of("2025-06-01"):frame() end)
call("SQL: claims", function() return #ds.demands:claims():sort("stated"):frame() end)
call("as of a day", function() return #ds:as_of("2025-06-01").demands:frame() end)
call("where within a whole", function()
  return #ds.demands:where{ party = parley.within "ukraine" }:union(ds.demands):frame()
end)
call("CSV, threads", function() return #sure(parley.read(plain)) end)
call("CSV, record by record", function()
  local given = false
  return #sure(parley.read("text", { format = "csv", reader = function()
    if given then return nil end
    given = true
    return text
  end }))
end)
call("a workbook", function() return #sure(parley.read(book_file)) end)
call("JSON", function() return #sure(parley.read(json_file)) end)
call("JSON Lines", function() return #sure(parley.read(jsonl_file)) end)
call("sniff", function() return tostring(sure(parley.sniff(plain))) end)
call("Arrow, in and out", function() return #sure(parley.from_arrow(rows:arrow{ text = "plain" })) end)
for _, format in ipairs { "csv", "tsv", "json", "jsonl", "markdown", "latex", "html", "arrow", "arrows",
  "xlsx" } do
  call("to " .. format, function() return #some["to_" .. format](some) end)
end
for _, format in ipairs { "csv", "tsv", "json", "jsonl", "markdown", "latex", "html", "arrow", "arrows",
  "xlsx" } do
  call("query to " .. format, function() return #ds.events["to_" .. format](ds.events) end)
end
for _, format in ipairs { "graphml", "dot" } do
  call("to " .. format, function() return #edges["to_" .. format](edges) end)
  call("query to " .. format, function()
    local q = ds.events:select("id as source", "place as target")
    return #q["to_" .. format](q)
  end)
end
call("vega", function() return #few:vega{ kind = "point", x = "v", y = "x" } end)
call("query: vega", function() return #ds.events:vega{ kind = "point", x = "date", y = "length(id)" } end)
call("query: plot", function() return #tostring(ds.events:plot{ kind = "point", x = "date", y = "length(id)" }) end)
call("save csv", function() return sure(rows:save(path "out.csv")) end, undone "out.csv")
call("save xlsx", function() return sure(rows:save(path "out.xlsx")) end, undone "out.xlsx")
call("save jsonl of a query", function() return sure(ds.events:save(path "out.jsonl")) end, undone "out.jsonl")
call("print a query", function() return #ds.events:sort("place"):show(600) end)

call("timeline", function() return #ds:timeline() end)
call("positions", function() return #ds:positions() end)
call("concessions", function() return #ds:concessions() end)
call("ledger", function() return #ds:ledger() end)
call("disagreements", function() return #ds:disagreements() end)
call("network", function() return #ds:network() end)
call("search", function() return #ds:search("prisoners") end)
call("total", function() return #ds:total() end)
call("reliability", function()
  return #parley.reliability(few, { coders = { "k", "v" }, level = "ordinal", bootstraps = 20 })
end)
call("compare_coders", function() return #coded:compare_coders("anna", "ben") end)
call("ds:reliability", function() return #coded:reliability{ bootstraps = 20 } end)
call("compare", function() return #ds:compare(first_talk, last_talk) end)
call("adjudications", function() return #ds:adjudications { waiting = true } end)
call("log", function() return #ds:log() end)
call("assignments", function() return #ds:assignments() end)
call("evidence", function() return #ds:evidence("talks", last_talk) end)
call("changes", function() return #ds:changes{ from = "2025-06-01", tables = "demands" } end)
call("resting_on", function() return #ds:resting_on{ "anonymous" } end)
call("lint", function() return #ds:lint() end)
call("cite", function() return #ds:cite(ds.demands, "bibtex") end)
call("brief", function() return #ds:brief{ talk = last_talk } end)
for _, kind in ipairs { "timeline", "demands", "network", "ledger" } do
  call("plot " .. kind, function() return #tostring(ds:plot(kind)) end)
end
call("plot points", function()
  return #tostring(few:plot{ kind = "heat", x = "k % 10", y = "v % 10" })
end)
call("report", function()
  return sure(ds:report(path "report.html", { talks = { last_talk }, made = "1 January 2026" }))
end, undone "report.html")
call("save a plot", function() return sure(ds:plot("timeline"):save(path "plot.svg")) end, undone "plot.svg")

call("template", function() return #ds:template("demands", { rows = 50 }):to_csv() end)
call("import", function() return sure(empty:import("events", events_file)).added end,
  function() empty.store:exec "DELETE FROM events WHERE id LIKE 'e%'" end)
call("import in batches", function() return sure(empty:import("events", events_file, { batch = 100 })).added end,
  function() empty.store:exec "DELETE FROM events WHERE id LIKE 'e%'" end)
call("a table as a Frame", function() return #ds:frame("events") end)
call("overdue", function() return #ds:overdue("2026-01-01") end)
call("with_policy", function() return #ds:with_policy{ deny = { a_source } }.demands:frame() end)
local function without_parties()
  for _, name in ipairs { "parties", "sources" } do
    empty.store:exec("DELETE FROM " .. name)
    empty.store:exec("DELETE FROM " .. name .. "_claims")
  end
end
call("import with claims", function()
  local report = sure(empty:import("parties", parties_file, { source = { id = "made-up", outlet = "Gazette" } }))
  return report.added
end, without_parties)
call("import_sheet", function()
  local given = { table = "parties", source = { id = "made-up", outlet = "Gazette" } }
  return sure(empty:import_sheet(parties_file, given)).added
end, without_parties)
call("import_sheet of a workbook", function()
  local given = { table = "parties", source = { id = "made-up", outlet = "Gazette" } }
  return sure(empty:import_sheet(parties_book, given)).added
end, without_parties)
call("requeue", function() return sure(empty:requeue({ place = { Kyiv = "Kyjiw" } }, { dates = "iso" })).read end)
call("candidates", function() return #judged:candidates("parties", { least = 0 }) end)
call("compare two datasets", function() return #parley.compare(judged, judged) end)
call("statements of FollowTheMoney", function() return #judged:ftm_statements() end)
call("to_jsonld", function() return #judged:to_jsonld { iri = "http://x.example/" } end)
call("import_jsonld", function()
  local other <close> = sure(parley.open ":memory:")
  return sure(other:import_jsonld(path "judged.jsonld")).claims
end)
call("resolved", function() return judged:resolved().parties:count() end)
call("dump", function() return tostring(sure(ds:dump(path "dump"))) end, undone "dump")
call("load", function() return sure(parley.load(path "dumped")).talks:count() end)
call("sync", function()
  local other <close> = sure(parley.open ":memory:")
  return sure(parley.sync(ds, other)).changes:count()
end)
call("diff", function()
  local other <close> = sure(parley.open ":memory:")
  return sure(parley.diff(other, ds)).counts.added
end)
call("changelog", function()
  local other <close> = sure(parley.open ":memory:")
  return #sure(parley.changelog(other, ds))
end)
call("merge", function()
  local merged <close> = sure(parley.merge(ds, ds, path "talks.db", { into = path "merged.db" }))
  return merged.talks:count()
end, undone "merged.db")
call("load to a file", function()
  local loaded <close> = sure(parley.load(path "dumped", path "loaded.db"))
  return loaded.talks:count()
end, undone "loaded.db")
call("save_as", function() return tostring(sure(ds:save_as(path "copy.db"))) end, undone "copy.db")
call("backup", function() return tostring(sure(ds:backup(path "backup.db"))) end, undone "backup.db")
call("save_package", function()
  return tostring(sure(ds:save_package(path "package", { tables = { "talks", "demands", "sources" } })))
end, undone "package")
call("open bundled", function() return parley.open{ bundled = talks }.talks:count() end)

-- What the host asks ---------------------------------------------------------------------------------------------

local host = {}

function host.count() return #calls end

function host.name(i) return calls[i].name end

--- The answer of a call as text, or nil and the code word of what ended it.
function host.try(i)
  local done, answer = pcall(calls[i].run)
  if done then return tostring(answer) end
  if type(answer) == "table" then return nil, answer.code or tostring(answer) end
  return nil, answer
end

--- A loop over rows, which is no call.
function host.iterate()
  local count = 0
  for _ in ds.talks:rows() do count = count + 1 end
  return count
end

--- What is there after a call, finished or ended: a file half written would stay.
function host.left(i)
  if undos[i] then undos[i]() end
  return files()
end

-- A table's number of rows, and whether a sum over what is in it has changed.
local function counted(store, name)
  local row = store:frame(("SELECT count(*) AS n, total(length(quote(id))) AS d FROM %q"):format(name), nil,
    { "n", "d" })
  return ("%s %d/%d"):format(name, row[1].n, row[1].d)
end

-- Tables for the time of a call; the copy of a Frame stays as long as the Frame.
local OWN_TABLES = "SELECT count(*) AS n FROM sqlite_temp_master WHERE name NOT GLOB 'frame_[0-9]*'"

--- All that has to be as it was.
function host.state()
  local parts = { #rows, rows:sum "v", rows:count "name", #others, files() }
  for _, at in ipairs { ds, empty } do
    parts[#parts + 1] = at.store:frame("PRAGMA integrity_check", nil, { "ok" })[1].ok
    parts[#parts + 1] = at.store:frame(OWN_TABLES, nil, { "n" })[1].n
    parts[#parts + 1] = tostring(at.store:in_transaction())
    for _, name in ipairs { "talks", "events", "parties", "sources", "quarantine" } do
      parts[#parts + 1] = counted(at.store, name)
    end
    parts[#parts + 1] = at.talks:claims():count() .. "/" .. at.parties:claims():count()
  end
  return table.concat(parts, " ")
end

--- The limit of time of the datasets, which took theirs when they were opened.
function host.limit(milliseconds)
  ds.store:limit{ time_ms = milliseconds }
  empty.store:limit{ time_ms = milliseconds }
end

function host.finish()
  ds:close()
  empty:close()
  removal(folder)
end

return host
