-- Holds: repl.completion, repl.expression_completion, repl.receiver, repl.tokens, repl.words

local completion = require "parley.repl.completion"
local parley = require "parley"

local ds = parley.open()

-- What Tab gives at the end of a line: the candidates, and the line with the first of them.
local function of(line, globals, before)
  globals = globals or { parley = parley, ds = ds, help = print, string = string, box = { abc = 1, abd = { y = 2 } },
    q = ds.demands:select("topic", "party as who"), f = parley.frame { { town = "Oslo", n = 1 } } }
  local files = function(begun) return begun:find "^re" and { "read.csv", "rest/" } or {} end
  local found, from, after = completion.of(line, globals, before, files)
  return found, line:sub(1, from - 1) .. (found[1] or ""), after
end

describe("completion #repl", function()
  -- line, the line with the first candidate, how many there are
  local LINES = {
    { "ds.dem", "ds.demands", 1 }, { "x = ds.out", "x = ds.outcomes", 1 }, { "ds:tim", "ds:timeline", 1 },
    { "ds.demands:whe", "ds.demands:where", 1 }, { "f:whe", "f:where", 1 }, { "parley.op", "parley.open", 1 },
    { "box.ab", "box.abc", 2 }, { "box.abd.", "box.abd.y", 1 }, { "string.fo", "string.format", 1 },
    { "par", "parley", 1 },
    { "whi", "while", 1 }, { "ds.demands:where(ds.dem", "ds.demands:where(ds.demands", 1 },
    -- columns
    { "ds.demands:where{par", "ds.demands:where{party", 1 },
    { "ds.demands:where{id = 'x', top", "ds.demands:where{id = 'x', topic", 1 },
    { 'ds.demands:where"par', 'ds.demands:where"party', 1 }, { 'ds.demands:by("par', 'ds.demands:by("party', 1 },
    { "q:sort'wh", "q:sort'who", 1 }, { "f:by'tow", "f:by'town", 1 }, { "f:where{tow", "f:where{town", 1 },
    { 'ds.demands:by("topic"):count():sort("cou', 'ds.demands:by("topic"):count():sort("count', 3 },
    { "ds.demands:select('talk.plac", "ds.demands:select('talk.place", 1 },
    { 'ds.demands:where("lowe', 'ds.demands:where("lower(', 1 },
    -- words of vocabularies and ids, in quotes
    { "ds.demands:where{party = 'ukraine-n", "ds.demands:where{party = 'ukraine-nsdc", 1 },
    { "ds.demands:where{topic = {'ceasefire', 'priso", "ds.demands:where{topic = {'ceasefire', 'prisoners", 1 },
    { [[ds.demands:where"topic = 'ceas]], [[ds.demands:where"topic = 'ceasefire]], 1 },
    { [[ds.demands:where"topic in ('a', 'ceas]], [[ds.demands:where"topic in ('a', 'ceasefire]], 1 },
    { [[ds.demands:where("talk.kind = 'prep]], [[ds.demands:where("talk.kind = 'preparatory]], 1 },
    { "ds.talks:get('lead", "ds.talks:get('leaders", 1 }, { "ds.talks:get'lead", "ds.talks:get'leaders", 1 },
    { "ds:evidence('outc", "ds:evidence('outcomes", 1 },
    { "ds:evidence('talks', 'lead", "ds:evidence('talks', 'leaders", 1 },
    { "ds:compare('r1', 'r", "ds:compare('r1', 'r1", 3 },
    { "ds:positions{topic = 'ceas", "ds:positions{topic = 'ceasefire", 1 },
    { "ds:add('demands', {addr", "ds:add('demands', {addressee", 1 },
    { "ds:add('demands', {}, {certainty = 'narr", "ds:add('demands', {}, {certainty = 'narration", 1 },
    -- words of options and arguments, in lists of them too
    { "ds:resting_on{'inferred', 'anon", "ds:resting_on{'inferred', 'anonymous", 1 },
    { "ds:with_policy{certainty = 'on_record_q", "ds:with_policy{certainty = 'on_record_quote", 1 },
    { "ds:with_policy{deny = {'s1', 's4", "ds:with_policy{deny = {'s1', 's4", 1 },
    { "ds:disagreements{kind = 'sco", "ds:disagreements{kind = 'scope", 1 },
    { "ds:timeline{topic = {'priso", "ds:timeline{topic = {'prisoners", 1 },
    { "ds:report('x.html', {talks = {'lead", "ds:report('x.html', {talks = {'leaders", 1 },
    { "ds:plot('know", "ds:plot('known", 1 }, { "ds:cite('s4", "ds:cite('s4", 1 },
    { "ds:cite('s1', 'bib", "ds:cite('s1', 'bibtex", 1 }, { "ds.events:as('ta", "ds.events:as('talks", 1 },
    { "ds:evidence('demands', 'ru-truce', 'add", "ds:evidence('demands', 'ru-truce', 'addressee", 1 },
    { "ds:import('events', 'x.csv', {mapping = 'gd", "ds:import('events', 'x.csv', {mapping = 'gdelt1", 2 },
    { "parley.open{bundled = 'ist", "parley.open{bundled = 'istanbul-2025", 1 },
    { "ds.demands:where{party = parley.within('ukraine-n", "ds.demands:where{party = parley.within('ukraine-nsdc", 1 },
    -- columns in lists and options
    { "ds.demands:select('id, par", "ds.demands:select('id, party", 1 },
    { "ds.demands:select{'id', 'par", "ds.demands:select{'id', 'party", 1 },
    { "ds.demands:show{columns = {'id', 'par", "ds.demands:show{columns = {'id', 'party", 1 },
    { "ds.demands:pivot{rows = 'par", "ds.demands:pivot{rows = 'party", 1 },
    { "ds.demands:plot{kind = 'ba", "ds.demands:plot{kind = 'bar", 1 },
    { "ds.demands:plot{kind = 'bar', x = 'par", "ds.demands:plot{kind = 'bar', x = 'party", 1 },
    { "f:show{columns = 'to", "f:show{columns = 'town", 1 },
    -- fields of rows
    { "ds.demands:get('ru-truce').par", "ds.demands:get('ru-truce').party", 1 },
    { "ds.demands:where'x':first().par", "ds.demands:where'x':first().party", 1 },
    { "ds.talks:get'r1'.plac", "ds.talks:get'r1'.place", 1 }, { "f[1].tow", "f[1].town", 1 },
    { "ds.demands:all()[2].par", "ds.demands:all()[2].party", 1 }, { "q:one().wh", "q:one().who", 1 },
    -- files and datasets
    { "parley.open('ist", "parley.open('istanbul-2025", 1 }, { "parley.read('re", "parley.read('read.csv", 2 },
    { "ds:import('demands', 're", "ds:import('demands', 'read.csv", 2 }, { "x = 're", "x = 'read.csv", 2 },
  }
  for _, case in ipairs(LINES) do
    it("at the end of " .. case[1], function()
      local found, line = of(case[1])
      assert.equal(case[2], line)
      assert.equal(case[3], #found, table.concat(found, " "))
    end)
  end

  it("says nothing in comments and of what is not known", function()
    for _, line in ipairs { "-- ds.", "nothing.", "nothing:", "ds.nothing:",
      "ds.demands:where{nothing = 'x", "[[ds." } do
      assert.same({}, (of(line)), line)
    end
  end)

  it("closes a quote after a single word", function()
    assert.equal("'", select(3, of "ds.talks:get('lead"))
    assert.equal("'", select(3, of [[ds.demands:where"topic = 'ceas]]))
  end)

  it("goes on in a chunk of several lines", function()
    local found, line = of("  party = 'ukraine-n", nil, "ds.demands:where{\n  topic = 'ceasefire',\n")
    assert.same({ "ukraine-nsdc" }, found)
    assert.equal("  party = 'ukraine-nsdc", line)
  end)

  it("calls nothing of the user's", function()
    local called = false
    local trap = setmetatable({}, { __index = function() called = true end, __call = function() called = true end })
    for _, line in ipairs { "trap.x.", "trap:x():", "trap().",
      "ds.demands:where(trap()):", "ds.demands:where{x = trap.y}:wh" } do
      of(line, { ds = ds, trap = trap })
    end
    assert.is_false(called)
  end)

  it("never fails, whatever is written", function()
    local pieces = { "ds", ".", ":", "demands", "where", "{", "}", "(", ")", "'", '"', "=", ",", "party",
      "[[", "]]", "--", "\n", " ", "..", "1" }
    local state = 7
    for _ = 1, 3000 do
      local line = {}
      for i = 1, 8 do
        state = (state * 1103515245 + 12345) % 2147483648
        line[i] = pieces[state // 65536 % #pieces + 1]
      end
      line = table.concat(line)
      assert.has_no.errors(function() of(line) end, line)
    end
  end)

  it("takes the options of a call from the reference", function()
    local loaded = package.loaded["parley.repl.reference"]
    package.loaded["parley.repl.reference"] = { { class = "parley.Dataset", name = "timeline",
      options = { { name = "from", type = "string?" }, { name = "kind", type = '"held"|"planned"|nil' } } } }
    package.loaded["parley.repl.words"], package.loaded["parley.repl.completion"] = nil, nil
    local anew = require "parley.repl.completion"
    assert.same({ "from" }, (anew.of("ds:timeline{fr", { ds = ds })))
    assert.same({ "planned" }, (anew.of("ds:timeline{kind = 'pl", { ds = ds })))
    package.loaded["parley.repl.reference"] = loaded
    package.loaded["parley.repl.words"], package.loaded["parley.repl.completion"] = nil, completion
  end)

  it("answers within 50 ms with 100,000 ids", function()
    local many = parley.open ":memory:"
    many:add("sources", { id = "s1" }, { source = "s1" })
    local path = os.tmpname()
    local file = io.open(path, "w")
    file:write "id,date\n"
    for i = 1, 100000 do file:write(("e%06d,2024-01-01\n"):format(i)) end
    file:close()
    assert(many:import("events", path, { source = { id = "s1" }, key = "id", format = "csv" }))
    os.remove(path)
    local globals = { ds = many }
    for _, begun in ipairs { "", "e", "e0500", "e099999" } do
      local least = math.huge
      for _ = 1, 5 do
        local started = os.clock()
        local found = completion.of("ds.events:get('" .. begun, globals)
        least = math.min(least, os.clock() - started)
        assert.truthy(#found >= 1 and #found <= 200)
      end
      local most = os.getenv "LD_PRELOAD" and 2 or 0.05
      assert.truthy(least < most, ("%s: %.1f ms"):format(begun, least * 1000))
    end
  end)
end)
