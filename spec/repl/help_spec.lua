-- Holds: repl.help, repl.help_topics, repl.help_pages, repl.help_overview, repl.help_layout

local codebook = require "parley.codebook.tables"
local codes = require "parley.base.codes"
local core = require "parley.core"
local functions = require "parley.query.functions"
local help = require "parley.repl.help"
local layout = require "parley.repl.help_layout"
local overview = require "parley.repl.help_overview"
local parley = require "parley"
local reference = require "parley.repl.reference"
local vocabularies = require "parley.codebook.vocabularies"

local function told(...) return help.text(parley.help(...), 100) end

local function refusal(...)
  local done, e = pcall(parley.help, ...)
  assert.is_false(done)
  return e
end

describe("help on a word", function()
  it("has a page of every call, by its name and as it is written", function()
    for _, entry in ipairs(reference) do
      if not entry.is_class then
        assert.truthy(told(entry.name):find(entry.summary:sub(1, 20), 1, true), entry.name)
        local written = entry.signature:match "^[%w_.:]+"
        assert.equal(entry.signature, parley.help(entry.signature).titles[1]:sub(1, #entry.signature))
        assert.equal(parley.help(entry.signature).titles[1], parley.help(written).titles[1])
      end
    end
  end)

  it("tells what a call takes, gives, shows and refuses, and what is like it", function()
    local text = told "join"
    for _, part in ipairs { "q:join(other, given?) (of a query or Frame)\n", "\ntakes\n  other  Query | Frame\n", "\noptions\n  on ",
      '  kind     "inner" | "left" | "semi" | "anti" | nil\n', "\ngives\n  Query\n", "\nexample\n  > names = ",
      "\nerrors    bad_argument, no_column", "\nsee also  union, within" } do
      assert.truthy(text:find(part, 1, true), part .. "\n" .. text)
    end
  end)

  it("knows what other tools call the verbs, and columns behind a reference", function()
    for _, word in ipairs { "group_by", "group by", "GROUP BY" } do
      assert.equal("q:by(...) (of a query or Frame)", parley.help(word).titles[1])
    end
    assert.equal("q:sort(...) (of a query or Frame)", parley.help("order by").titles[1])
    for _, elsewhere in pairs(require("parley.query.unknown_verbs").elsewhere) do
      assert.truthy(parley.help(elsewhere:match "^%l+"))
    end
    assert.equal("talks.place: a column", parley.help("demands.talk.place").titles[1])
    assert.equal("parties.name: a column", parley.help("host.name").titles[1])
  end)

  it("has a page of every function of expressions, with its example, and of operators by their signs", function()
    for _, entry in ipairs(functions.all()) do
      local text = help.text(parley.help(entry.sign or entry.name), 500)
      assert.truthy(text:find(entry.says or "", 1, true), entry.name)
    end
    assert.equal([[
median(x): an aggregate
value in the middle, interpolated

takes
  x  number

example
  median(x)  → 2.0

Also a method of queries and Frames: q:median(x)]], told "median")
    assert.equal("mean(x): an aggregate", parley.help("avg").titles[1])
    assert.equal("<=: an operator", parley.help("<=").titles[1])
  end)

  it("has a page of every table and every column", function()
    for _, info in ipairs(codebook.tables) do
      assert.truthy(told(info.name):find("\n" .. info.columns[2].name .. " ", 1, true), info.name)
      for _, column in ipairs(info.columns) do
        local name = info.name .. "." .. column.name
        assert.equal(name .. ": a column", parley.help(name).titles[1])
        assert.equal(name .. ": a column", parley.help("ds." .. name).titles[1])
      end
    end
    assert.equal([[
outcomes.best: a column
best estimate

type              integer
quantity          amount: low, best, high are one value, from one claim
if claims differ  a disagreement of the kind value]], told "outcomes.best")
    assert.truthy(told("talks.host"):find("holds             an id of parties, whose columns are asked as host.NAME", 1, true))
    assert.same({ "venue: a column of 2 tables" }, parley.help("venue").titles)
  end)

  it("has a page of every vocabulary, and of every word of one", function()
    for _, name in ipairs(vocabularies.names) do
      local text = told(name)
      for _, code in ipairs(vocabularies.codes(name)) do
        assert.truthy(text:find("\n" .. code .. "  ", 1, true), name .. "." .. code)
        assert.equal(("%s: a word of the vocabulary %s"):format(code, name), parley.help(name .. "." .. code).titles[1])
      end
    end
    assert.truthy(told("certainty"):find("used by  certainty of claims", 1, true))
    assert.truthy(told("prisoners"):find("also called  ", 1, true))
  end)

  it("has a page of every code word, which lists the calls that may give it", function()
    for _, code in ipairs(codes.list) do
      assert.truthy(table.concat(parley.help(code.code).titles):find(code.code .. ": a code word of failures", 1, true))
    end
    assert.equal("bad_argument: a code word of failures", parley.help("bad_argument.plot_log").titles[1])
    assert.truthy(told("no_table"):find("\ncalls    add, add_column, adjudicate, adjudications, ", 1, true))
  end)

  it("takes a word that stands for several things as all of them, calls first", function()
    assert.same({ "ds:search(text, options?) (of a dataset)", "q:search(text) (of a query)" }, parley.help("search").titles)
    assert.same({ "q:search(text) (of a query)" }, parley.help("q:search").titles)
    assert.equal(2, #parley.help("topic").titles)
  end)

  it("does not mind capitals, blanks and what stands behind a name", function()
    for _, word in ipairs { "WHERE", " where ", "where()", "where{...}", ":where", "q:where", "Query.where", "ds.demands:where" } do
      assert.equal("q:where(condition, ...) (of a query or Frame)", parley.help(word).titles[1], word)
    end
  end)

  it("lists the calls of a class", function()
    assert.truthy(told("Frame"):find("\nvalues ", 1, true) and told("Frame"):find("\nwhere ", 1, true))
    assert.equal(told "Query", told "parley.Query")
  end)
end)

describe("help on a word without a page", function()
  it("lists what mentions it, all its words or their beginnings", function()
    local text = told "interval"
    assert.truthy(text:find("^'interval' has no page of its own. It is mentioned by:\n"))
    assert.truthy(text:find("\nfrom(d)   the left side of an interval", 1, true))
    assert.truthy(told("prisoners of war"):find("topic.prisoners", 1, true))
    assert.truthy(told("come last"):find("^'come last' has no page of its own. It is mentioned by:\n\n.*\nq:sort"))
    assert.truthy(told("sort by"):find("^q:sort"))          -- what other tools call it
    assert.truthy(told("days_late_low"):find("\nds:ledger(options?)", 1, true))          -- a column of what it gives
    assert.truthy(told("certainties"):find("^'certainties' has no page of its own; did you mean 'certainty'%?"))
    assert.truthy(told("INTERVA"):find("from(d)", 1, true))
  end)

  it("lists no more than can be read", function()
    local text = told "the"
    assert.truthy(text:find "\n… and %d+ more; a second word finds fewer$")
    assert.is_true(select(2, text:gsub("\n", "")) < 80)
  end)

  it("says what was probably meant", function()
    assert.equal("did you mean 'where'?", refusal("whre").hint)
    assert.equal("did you mean 'outcomes.best'?", refusal("outcomes.bst").hint)
    assert.equal("did you mean 'demands.topic'?", refusal("demands.topics").hint)
    assert.equal("did you mean 'q:where'?", refusal("q:wher").hint)
    assert.equal("did you mean 'parley.help'?", refusal("parley.hlep").hint)
    assert.equal("did you mean 'ds:outcomes'?", refusal("ds:outcoms").hint)
    assert.matches("^known: on_record_quote, .*, inferred$", refusal("certainty.high").hint)
    assert.equal("did you mean 'certainty'?", refusal("certianty").hint)
    assert.equal("no_name", refusal("xyzzyq").code)
    assert.equal("ds:search(\"xyzzyq\") looks for it in the data; help() lists what there is", refusal("xyzzyq").hint)
  end)

  it("is never longer than what it was asked, whatever that is", function()
    for _, word in ipairs { ("x"):rep(100000), "\0", "\27[31m", "[", "(", "{", ".", ":", "zz.b.c.d:e", "\xff" } do
      local done, e = pcall(parley.help, word)
      assert.is_false(done, word)
      assert.equal("no_name", e.code)
    end
  end)
end)

describe("help on a thing", function()
  local ds

  setup(function() ds = parley.open() end)

  it("tells of the table of a query, a Frame or a record", function()
    for _, thing in ipairs { ds.demands, ds.demands:frame(), ds.demands:get "ru-language", ds.demands:where "made is nil" } do
      assert.equal("demands: a table; a row is what a party asks of another", parley.help(thing).titles[1])
    end
  end)

  it("tells of other columns as they are", function()
    assert.equal("a query over talks: 2 columns\n\nid      text     stable, readable key\nrounds  integer\n\n"
      .. "help \"Query\" lists its calls.", told(ds.talks:select("id", "round + 1 as rounds")))
    local f = parley.frame { { n = 1 } }
    assert.truthy(told(f):find("^a Frame: 1 column\n\nn  integer\n"))
    assert.truthy(told(f:where "n > 0"):find("^a query: 1 column\n\nn  integer\n"))
    assert.equal("q:by(...) (of a query or Frame)", parley.help(f:by "n").titles[1])
    assert.equal("talks: a table; a row is a round of talks, or a meeting that prepares one", parley.help(ds.talks:by "place").titles[1])
  end)

  it("tells of rows that were handed out", function()
    local q = ds.talks:select("id", "round"):where "round is not nil"
    assert.equal("rows: 2 columns\n\nid     text\nround  integer", told(q:all()))
    assert.equal("a row: 2 columns\n\nid     text\nround  integer", told(q:first()))
    assert.equal("rows: 2 columns\n\nid     any\nround  any", told(q:where("id = 'none'"):all()))
  end)

  it("knows columns of one's own, and tables of any file", function()
    local mine <close> = parley.open ":memory:"
    mine:add_column("talks", "seats", { type = "integer", meaning = "chairs at the table" })
    assert.truthy(told(mine.talks):find("\nseats +integer +chairs at the table\n"))
    local path = os.tmpname()
    os.remove(path)
    assert(ds:save_as(path))
    local raw <close> = parley.open(path, { schema = false })
    assert.truthy(told(raw.talks):find("^talks: a table of a file that is no dataset\n\nid +any +TEXT\n"))
    assert.truthy(told(raw):find("\ntalks\n", 1, true))
    os.remove(path)
  end)

  it("tells of a dataset, a picture, an error, a function and the module", function()
    assert.truthy(told(ds):find("\ndemands       what a party asks of another\n", 1, true))
    assert.equal("parley.Picture: 6 calls", parley.help(ds:plot "timeline").titles[1])
    local _, e = pcall(ds.talks.where, ds.talks, { plcae = 1 })
    assert.equal("no_column: a code word of failures", parley.help(e).titles[1])
    assert.equal("ds:brief(options) (of a dataset)", parley.help(ds.brief).titles[1])
    assert.equal("q:where(condition, ...) (of a query or Frame)", parley.help(ds.talks.where).titles[1])
    assert.equal("parley.open(path?, options?)", parley.help(parley.open).titles[1])
    assert.truthy(told(parley):find("\nopen ", 1, true))
  end)

  it("refuses what it can say nothing of, with a way out", function()
    for thing, got in pairs { [7] = "number", [true] = "boolean", [io.stdout] = "userdata", [{}] = "table" } do
      assert.equal("help() takes a word in quotes, or a dataset, query, Frame, picture or error, not a " .. got
        .. "; help() lists what there is", refusal(thing).message)
    end
    assert.equal("bad_type.help_nil", refusal(nil).key)
    assert.equal("bad_type.help_function", refusal(print).key)
    assert.equal("help() takes one word or thing; 'select' is one argument too many", refusal("where", "select").message)
    assert.equal("bad_argument.help_empty", refusal("  ").key)
    local closed = parley.open()
    closed:close()
    assert.equal("closed", refusal(closed).code)
  end)
end)

describe("help without a word", function()
  it("names every call once, the tables, the functions and the vocabularies", function()
    local text, known, missing = told(), {}, {}
    for _, entry in ipairs(reference) do
      known[entry.name] = true
      if not (entry.is_class or text:find("%f[%w_]" .. entry.name .. "%f[^%w_]")) then missing[#missing + 1] = entry.name end
    end
    for _, group in ipairs(overview.groups) do
      for name in group[2]:gmatch "%S+" do missing[#missing + 1] = not known[name] and "no call " .. name or nil end
    end
    assert.same({}, missing)
    assert.truthy(text:find "\nbesides +help ")
    for _, word in ipairs { "demands", "median", "cumsum", "year", "certainty" } do
      assert.truthy(text:find("%f[%w_]" .. word .. "%f[^%w_]"), word)
    end
  end)
end)

describe("a page of help", function()
  it("keeps within the width of the terminal, whatever that is, but for examples", function()
    for _, width in ipairs { 60, 80, 200 } do
      for _, word in ipairs { "where", "import", "certainty", "talks", "no_column" } do
        for line in (help.text(parley.help(word), width) .. "\n"):gmatch "(.-)\n" do
          assert.is_true(core.width(line) <= width or line:find "^  > " ~= nil, line)
        end
      end
    end
    assert.equal("a\n\nx  one two three four\n   five", layout.text({ title = "a", { rows = { { "x", "one two three four five" } } } }, 24))
  end)

  it("prints, in a pipe as well", function()
    assert.equal(help.text(parley.help "median", 100), tostring(parley.help "median"))
  end)
end)
