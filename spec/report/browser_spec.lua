-- Reports in a real browser, where Chromium and its driver are found (tools/deps.sh check): what browser.js checks, and
-- what the page shows on twenty days, value by value, against what the dataset shows as of these days.

local claim_units = require "parley.analysis.claim_units"
local date_words = require "parley.base.date_words"
local files = require "parley.base.files"
local interval = require "parley.analysis.interval"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local values = require "parley.report.values"

local MODULES = (os.getenv "PARLEY_CHECK_MODULES") or "build/check/node_modules"

-- The first of some programs that is there.
local function program(...)
  for _, name in ipairs { ... } do
    local pipe = io.popen("command -v " .. name .. " 2>/dev/null")
    local found = pipe and pipe:read "l"
    if pipe then pipe:close() end
    if found then return found end
  end
end

local node, chromium = program "node", program("chromium", "chromium-browser", "google-chrome")
local has_modules = files.exists(MODULES .. "/puppeteer-core/package.json")
  and files.exists(MODULES .. "/axe-core/axe.min.js")
local missing = not node and "node" or not chromium and "Chromium" or not has_modules and "puppeteer-core or axe-core"

local CHECKS = { "loads without a message and without a request", "shows each day what the dataset shows",
  "moves the slider by what changes", "searches and filters", "filters by party, certainty and source",
  "follows links and finds the way back", "is used with the keyboard alone", "sorts, downloads and copies", "prints with its claims",
  "is whole without its script", "keeps hostile data harmless", "has no serious finding of axe, light",
  "has no serious finding of axe, dark", "has no serious finding of axe, narrow" }

-- Markup, quotes, marks of direction and 10,000 characters in every place that a user fills: sources, parties, talks,
-- claims, words of the codebook and of a vocabulary of one's own, a column of one's own, the options of a report.
local BAD = "</script><script>window.done = 1</script><img src=x onerror=\"window.done = 1\">' onload='x' ]]>--> "
  .. "\u{202e}\u{5d0}\u{5d1}\u{5d2}"

local function hostile()
  local bad, long = BAD, (BAD:rep(100)):sub(1, 10000)
  local ds = parley.open ":memory:"
  ds:add("sources", { id = bad, title = bad, outlet = bad, author = bad, url = "javascript:window.done = 1", note = long,
    published = "2025-01-01" })
  ds:add("sources", { id = "data", title = long, url = "data:text/html,<script>1</script>", published = "2025-01-02" })
  ds:add("sources", { id = "web", outlet = bad, url = "https://web.example/'\"><script>window.done=1</script>",
    published = "2025-01-03" })
  ds:add("terms", { id = "topic/bad", vocabulary = "topic", code = bad, label = bad, definition = long })
  ds:add("terms", { id = "mood/bad", vocabulary = "mood", code = bad, label = bad, definition = bad })
  ds:add_column("talks", "mood", { vocabulary = "mood", meaning = long })
  ds:add_column("talks", "remark", { type = "text", meaning = bad })
  ds:add("parties", { id = bad, name = bad }, { source = bad, said_by = bad, locator = bad, note = bad, chain = bad,
    coder = bad })
  ds:add("people", { id = bad, name = bad }, { source = bad })
  ds:add("talks", { id = bad, name = bad, date = "2025-01-01", mood = bad, remark = long }, { source = bad })
  ds:claim("talks", bad, { name = long, remark = bad }, { source = "web" })
  ds:add("demands", { id = bad, talk = bad, party = bad, topic = bad, text = long }, { source = bad })
  ds:claim("demands", bad, { text = ("x"):rep(10000) }, { source = "data" })
  ds:add("outcomes", { id = bad, talk = bad, giver = bad, low = 1, best = 2, high = 3, unit = bad, text = bad },
    { source = bad })
  ds:claim("outcomes", bad, { low = 4, best = 5, high = 6 }, { source = "data" })
  ds:add("statements", { id = bad, party = bad, date = "2025-01", text = long }, { source = bad })
  return ds, { title = bad, authors = { bad }, note = long, made = bad, lang = bad, pictures = { "timeline", "demands",
    "positions", "ledger", "disagreements", "known", "network" } }
end

-- The pages of it: a report, one that withholds the source, and pages of pictures, one of a foreign file whose columns
-- are named so.
local function save_hostile(path)
  local ds, options = hostile()
  assert(ds:report(path "hostile.html", options))
  options.redactions, options.title, options.authors, options.note, options.made = { BAD }, "Withheld", nil, nil, nil
  assert(ds:report(path "withheld.html", options))
  assert(ds:plot("timeline", { title = BAD }):save(path "hostile-timeline.html"))
  assert(ds:plot("evidence", { table = "talks", id = BAD }):save(path "hostile-evidence.html"))
  local name = "\"" .. BAD:gsub("\"", "\"\"") .. "\""
  scratch.write(path "foreign.csv", ("%s,n\n%s,3\nb,4\n"):format(name, name))
  local foreign = parley.read(path "foreign.csv")
  assert(foreign:plot({ kind = "bar", x = name, y = "n" }):save(path "hostile-chart.html"))
end

-- Twenty days, spread over those on which something was reported.
local function days_of(ds)
  local all, days = {}, {}
  for day in ds.sources:where "published is not nil":distinct("published"):sort("published"):each "published" do
    if #day == 10 then all[#all + 1] = day end
  end
  for i = 1, 20 do days[i] = all[math.max(1, i * #all // 20)] end
  return days
end

-- What a page should show on a day, as browser.js writes it.

local function plain(text) return text and (text:gsub("\n", " ")) or "" end

local function add_values(lines, ds, c, view, day)
  for _, name in ipairs(ds:tables()) do
    local info = ds:table_info(name)
    for row in info.claims and view:table(name):rows() or function() end do
      for _, unit in ipairs(claim_units.of_table(info)) do
        local text = values.of(c, info, unit, row)
        if text then
          local address = c.address(name, row.id, unit.columns[1])
          lines[table.concat({ "value", day, address, plain(text):match "^%s*(.-)%s*$" }, "\t")] = true
        end
      end
    end
  end
end

local function amount(row, name)
  return interval.text(row[name .. "_low"], row[name .. "_best"], row[name .. "_high"]) or ""
end

local function add_ledger(lines, view, day)
  for row in view:ledger():rows() do
    lines[table.concat({ "ledger", day, row.outcome, amount(row, "promised"), amount(row, "delivered"),
      amount(row, "outstanding"), row.unit or "", row.due and date_words.noun(row.due) or "", row.state,
      row.progress }, "\t")] = true
  end
end

local function add_disagreements(lines, c, view, day)
  for row in view:disagreements():rows() do
    lines[table.concat({ "disagreements", day, c.name(row.table, row.id), (row.field:gsub("_", " ")), row.kind,
      plain(row.shown), plain(row.readings), plain(row.why) }, "\t")] = true
  end
end

local function expected_lines(ds, days)
  local c = require("parley.report.content").of(ds, {})
  local lines = {}
  for _, day in ipairs(days) do
    local view = ds:as_of(day)
    add_values(lines, ds, c, view, day)
    add_ledger(lines, view, day)
    add_disagreements(lines, c, view, day)
  end
  add_values(lines, ds, c, ds, "")
  add_ledger(lines, ds, "")
  add_disagreements(lines, c, ds, "")
  return lines
end

-- Which outcomes each party, certainty and source is about: kind of filter, its words and the ids, line by line.
local function filters_of(ds)
  local c, of, lines = require("parley.report.content").of(ds, {}), {}, {}
  local function add(kind, words, id)
    local key = kind .. "\t" .. words
    of[key] = of[key] or {}
    of[key][id] = true
  end
  for row in ds.outcomes:rows() do
    for _, parties in ipairs { row.giver or "", row.receiver or "" } do
      for party in parties:gmatch "[^; ]+" do add("p", ds.parties:get(party).name or party, row.id) end
    end
  end
  for claim in ds.outcomes:claims():where("retracted_at is nil"):rows() do
    add("c", c.label("certainty", claim.certainty), claim.id)
    add("s", ("%s (%s)"):format(c.source_name(claim.source), claim.source), claim.id)
  end
  for key, ids in pairs(of) do
    local list = {}
    for id in pairs(ids) do list[#list + 1] = id end
    table.sort(list)
    lines[#lines + 1] = key .. "\t" .. table.concat(list, " ")
  end
  table.sort(lines)
  return table.concat(lines, "\n") .. "\n"
end

describe("a report in a browser #browser", function()
  if missing then
    pending("is not looked at: " .. missing .. " is missing (sh tools/deps.sh check)")
    return
  end

  local path, remove, results, ds, days
  setup(function()
    path, remove = scratch.folder()
    ds = parley.open "russia-ukraine-talks"
    days = days_of(ds)
    assert(parley.open("istanbul-2025"):report(path "istanbul.html"))
    assert(parley.open("istanbul-2025"):report(path "small.html", { talks = { "r1" } }))
    assert(ds:report(path "days.html"))
    save_hostile(path)
    scratch.write(path "days", table.concat(days, "\n") .. "\n")
    scratch.write(path "filters", filters_of(parley.open "istanbul-2025"))
    local pipe = assert(io.popen(("env -u LD_PRELOAD '%s' spec/report/browser.js \"$(cd '%s' && pwd)\" '%s' '%s' 2>&1")
      :format(node, MODULES, chromium, path "" :gsub("/$", ""))))
    results = pipe:read "a"
    pipe:close()
  end)
  teardown(function() remove() end)

  -- One that is there but does not start here, a stub of a package say, is none.
  local function stop_without_browser()
    local why = results:match "no browser: ([^\n]*)"
    if why then pending("is not looked at: no browser starts here: " .. why) end
  end

  for _, name in ipairs(CHECKS) do
    it(name, function()
      stop_without_browser()
      local why = ("\n" .. results):match("\nnot ok " .. name .. ": ([^\n]*)")
      assert.is_nil(why)
      assert.is_truthy(("\n" .. results):find("\nok " .. name, 1, true), results:sub(-500))
    end)
  end

  it("says on twenty days, value by value, what as_of says", function()
    stop_without_browser()
    local expected, missed, n = expected_lines(ds, days), {}, 0
    for line in io.lines(path "shown") do
      n = n + 1
      if expected[line] then expected[line] = nil else missed[#missed + 1] = line end
    end
    assert.is_true(n > 50000, n)
    assert.same({}, table.move(missed, 1, 3, 1, {}))
    assert.is_nil((next(expected)))
  end)
end)
