-- The questions of the cases give the same answers, notes and refusals wherever the data lie: in the bundle, in a file, on
-- a connection that a host lends, in memory as Frames; and with one thread as with two.

local core = require "parley.core"
local parley = require "parley"
local scratch = require "spec.support.scratch"

-- Each is asked of a dataset of talks. What is given is a query, a Frame, a value or a list.
local OF_TALKS = {
  dates = function(ds) return ds.talks:where("date >= '2025-05' and date < '2025-07'"):select("id", "date") end,
  wide_dates = function(ds) return ds.outcomes:where("due < '2025-08'"):select("id", "due") end,
  possibly = function(ds) return ds.outcomes:where("possibly(due < '2025-08')"):select("id", "due") end,
  lengths = function(ds) return ds.talks:select("id", "days(date) as n", "start(date) as first", "week_year(date) as y") end,
  denied = function(ds) return ds.demands:where("not (topic = 'ceasefire')"):count() end,
  paths = function(ds) return ds.demands:where("talk.date > '2025-01'"):by("talk.place"):count() end,
  mixed_units = function(ds) return ds.outcomes:sum "best" end,
  total = function(ds) return ds.outcomes:total() end,
  amounts = function(ds) return ds.outcomes:by("unit", "basis"):summarise("sum(amount)", "mean(best) as m") end,
  untold = function(ds) return ds.outcomes:select("id", "best") end,
  windows = function(ds)
    return ds.demands:sort("id"):by("party"):with("row_number() as n", "cumsum(length(id)) as c", "share(length(id)) as s")
  end,
  pivot = function(ds) return ds.demands:pivot { rows = "topic", columns = "party", margins = true } end,
  join = function(ds)
    return ds.demands:join(ds.talks:select("id as talk", "date"), { on = "talk" }):by("date"):count()
  end,
  union = function(ds) return ds.outcomes:select("id"):union(ds.talks:select "id"):sort("id"):limit(7) end,
  diff = function(ds) return ds.talks:select("id", "date"):diff(ds.talks:where("date < '2025-06'"):select("id", "date")) end,
  near = function(ds) return ds.outcomes:where { kind = "exchnage" } end,
  search = function(ds) return ds:search "prisoners" end,
  no_hits = function(ds) return ds.demands:search "cesefire" end,
  order = function(ds) return ds.talks:sort("sortkey(name)"):select("name"):limit(5) end,
  ties = function(ds) return ds.demands:sort("party"):limit(3):select("id", "party") end,
  distinct = function(ds) return ds.demands:distinct "text" end,
  statistics = function(ds) return ds.outcomes:summarise("variance(best) as v", "median(best) as m", "mode(unit) as u") end,
  quoted = function(ds) return ds.demands:where "'topic' = 'ceasefire'" end,
  never = function(ds) return ds.demands:where "upper(topic) = 'ceasefire'" end,
  text_sum = function(ds) return ds.talks:sum "name" end,
  early = function(ds) return ds.outcomes:as_of "2025-05-20" :select("id", "best") end,
  evidence = function(ds) return ds:evidence("outcomes", ds.outcomes:sort("id"):first().id) end,
  disagreements = function(ds) return ds:disagreements() end,
  ledger = function(ds) return ds:ledger() end,
  timeline = function(ds) return ds:timeline() end,
  network = function(ds) return ds:network() end,
  lint = function(ds) return ds:lint() end,
  brief = function(ds) return ds:brief "istanbul-2025-06-02" end,
}

-- Rows in the order of their texts: where nothing sorts them, a database gives them in the order that it finds them in.
local function in_order(csv)
  local lines = {}
  for line in csv:gmatch "[^\n]+" do lines[#lines + 1] = line end
  local head = table.remove(lines, 1)
  table.sort(lines)
  return head .. "\n" .. table.concat(lines, "\n")
end

-- All rows as text, with the notes; a failure as its words.
local function said(ask, ds)
  local ok, found = pcall(function()
    local found = ask(ds)
    return type(found) == "table" and type(found.frame) == "function" and found:frame() or found
  end)
  if not ok then return "refused: " .. (type(found) == "table" and found.message or tostring(found)) end
  if type(found) ~= "userdata" then return tostring(found) end
  local lines = { in_order(found:to_csv()) }
  for _, note in ipairs(found:notes()) do lines[#lines + 1] = note.note end
  return table.concat(lines, "\n")
end

local function all_said(questions, of)
  local answers = {}
  for name, ask in pairs(questions) do answers[name] = said(ask, of) end
  return answers
end

local function alike(wanted, found)
  for name, text in pairs(wanted) do assert.equal(text, found[name], name) end
end

describe("the questions of the cases", function()
  local folder, remove = scratch.folder()
  local plain = parley.open()
  local wanted = all_said(OF_TALKS, plain)

  teardown(function()
    plain:close()
    remove()
  end)

  it("are asked, and most answered", function()
    local refused, count = 0, 0
    for _, text in pairs(wanted) do
      count = count + 1
      if text:find "^refused" then refused = refused + 1 end
    end
    assert.is_true(refused >= 3 and refused <= 8, refused .. " of " .. count)
  end)

  it("are answered alike from a file, and on a connection that is lent", function()
    local path = folder "talks.db"
    assert(plain:save_as(path))
    local copy = assert(parley.open(path))
    alike(wanted, all_said(OF_TALKS, copy))
    copy:close()
    local store = assert(core.open(path))
    local ds = assert(parley.attach(store))
    alike(wanted, all_said(OF_TALKS, ds))
    ds:close()
    store:close()
  end)

  it("are answered alike with one thread and with two", function()
    local threads = parley.threads()
    finally(function() parley.threads(threads) end)
    for _, count in ipairs { 1, 2 } do
      parley.threads(count)
      alike(wanted, all_said(OF_TALKS, plain))
    end
  end)
end)

-- Each is asked of a table of another program, as a query of a file or as a Frame.
local OF_ROWS = {
  sums = function(t) return t:by("g"):summarise("sum(x) as s", "mean(x) as m", "stddev(x) as d", "count() as n") end,
  great = function(t) return t:summarise("sum(x * 1e300) as s", "mean(x * 1e300) as m") end,
  twins = function(t) return t:by("city"):count() end,
  order = function(t) return t:sort("city", "x desc"):limit(20) end,
  ties = function(t) return t:sort("g"):limit(3):select "g" end,
  halves = function(t) return t:by("round(x, 1) as r"):summarise("count() as n"):sort("r"):limit(9) end,
  windows = function(t)
    return t:sort("k"):by("g"):with("cumsum(x) as c", "rolling_mean(x, 3) as r", "rank(x) as p"):where("k < 40"):sort("k")
  end,
  pivot = function(t) return t:pivot { rows = "g", columns = "city", values = "sum(x)" } end,
  join = function(t) return t:select("k", "g"):join(t:select("k", "x"), { on = "k" }):by("g"):summarise "max(x) as m" end,
  missing = function(t) return t:where("x != 1"):count() end,
  distinct = function(t) return t:distinct "fold(trim(city))" end,
  letters = function(t) return t:max "city" end,
  dates = function(t) return t:by("d"):summarise "median(x) as m" end,
  nothing = function(t) return t:where("k < 0"):summarise("sum(x) as s", "count() as n") end,
  wrong = function(t) return t:sum "citty" end,
}

describe("the same rows", function()
  local folder, remove = scratch.folder()
  teardown(remove)

  -- 60,000 rows of about 2 MB, which two threads read in parts.
  local lines = { "k,g,x,city,d" }
  for i = 1, 60000 do
    local x = i % 11 == 0 and "" or ("%.2f"):format((i * 7919 % 1000 - 500) / 4)
    lines[#lines + 1] = ("%d,%d,%s,%s,2025-%02d-%02d"):format(i, i % 7, x, ({ "Kyiv", "Lviv", "kyiv", "Kyiv " })[i % 4 + 1],
      i % 12 + 1, i % 28 + 1)
  end

  it("are read and asked alike with one thread and with two", function()
    local threads = parley.threads()
    finally(function() parley.threads(threads) end)
    local path = scratch.file(folder "rows.csv", table.concat(lines, "\n") .. "\n")
    local wanted
    for _, count in ipairs { 1, 2 } do
      parley.threads(count)
      local found = all_said(OF_ROWS, assert(parley.read(path)))
      wanted = wanted or found
      alike(wanted, found)
    end
  end)

  it("are asked alike in a file of another program, on one that is lent, and as a Frame of its table", function()
    local path = folder "rows.db"
    local store = assert(core.open(path))
    store:exec "BEGIN; CREATE TABLE t(k INTEGER, g INTEGER, x REAL, city TEXT, d TEXT)"
    for i = 2, 2000 do
      local values = lines[i]:gsub("[^,]*", function(value) return value == "" and "NULL" or "'" .. value .. "'" end)
      store:exec("INSERT INTO t VALUES (" .. values .. ")")
    end
    store:exec "COMMIT"
    local lent = assert(parley.attach(store, { schema = false }))
    local file = assert(parley.open(path, { schema = false }))
    finally(function() file:close() lent:close() store:close() end)
    local wanted = all_said(OF_ROWS, file.t)
    alike(wanted, all_said(OF_ROWS, lent.t))
    local of_frame = all_said(OF_ROWS, file.t:frame())
    of_frame.wrong = of_frame.wrong:gsub("in the Frame", "in t")
    alike(wanted, of_frame)
  end)
end)
