-- Lines that a newcomer types by the habits of SQL, R, Python and shells: each is told with a way out.
-- Holds: repl.slips, repl.unknown_globals, repl.plain_values, repl.results

local commands = require "spec.support.commands"
local scratch = require "spec.support.scratch"
local slips = require "parley.repl.slips"
local terminal = require "spec.support.terminal"

-- What the prompt says of each of some lines, which are typed one after the other.
local function said(lines)
  local at, remove = scratch.folder()
  local marked = {}
  for i, line in ipairs(lines) do marked[i] = line .. "\nlocal _ = io.stdout:write('\\0')\n" end
  scratch.write(at "lines", table.concat(marked))
  local run = [[-e 'ds = require("parley").open() parley = require "parley" require("parley.repl").run()']]
  local output = commands.run(("COLUMNS=1000 %s < %s 2>&1"):format(terminal.lua(run), at "lines"))
  remove()
  local list = {}
  for text in output:gmatch "([^\0]*)\0" do list[#list + 1] = text:gsub("\n$", "") end
  return list
end

-- Line, and what stands in what is said of it.
local MISTAKES = {
  { "select * from demands", 'ds:sql("select …")' },
  { "SELECT party, count(*) FROM demands GROUP BY party", 'ds:sql("select …")' },
  { "show tables", "ds lists its tables" }, { ".tables", "ds lists its tables" }, { "?where", 'help("where")' },
  { "import parley", "Parley is here already" }, { "library(parley)", "Parley is here already" },
  { "parley rows demands", "a line of the program parley" },
  { "pd.read_csv('x.csv')", 'parley.read("x.csv")' },
  { 'ds.demands:where(party = "ukraine")', "where{party = …}" },
  { 'ds.demands:where("party = "ukraine"")', "are of the other kind" },
  { 'ds.demands:where("party = \'ukraine\')', "are of the other kind" },
  { "ds.demands:where(\u{201c}party = 'ukraine'\u{201d})", "straight ones" },
  { "ds.demands |> filter(party)", "joined with a colon" },
  { 'ds.demands["ru-truce"]', 'get("ru-truce")' }, { "ds.demands:avg('days_best')", "mean(x)" },
  { "ds.demands:print()", "show()" }, { "ds.demands:update{party = 'x'}", "ds:amend(...)" },
  { "ds.demands:frobnicate()", "help() lists" }, { "ds.demands:cuont()", "did you mean 'count'?" },
  { "ds:help()", "help() lists" }, { "ds.demands:all():count()", "ask before it, as in ds.demands:count(...)" },
  { "ds.demands:each(function() end)", "takes expressions" },
  { "ds:plot('bar', {x = 'party'})", 'ds.demands:plot{kind = "bar", x = "party"}' },
  { "ds:evidence('ru-truce')", 'ds:evidence("demands", "ru-truce")' },
  { "parley.open(ds)", "takes a table of options, not a parley.Dataset" },
  { "ds:timeline(ds.demands)", "takes a table of options, not a parley.Query" },
  { "print ds.demands", "print(ds.demands)" },
  { "1 != 2", "~=" }, { "ds.demands:count() > 1 && true", "and, or and not" },
  { "ds.demands:first", "ds.demands:first()" },
  { "demnads", "did you mean 'ds.demands'?" }, { "demands", "it is a table: ds.demands" },
  { "dss", "did you mean 'ds'?" }, { "where('party')", "ds.demands:where(...)" },
  { "filter('party')", "ds.demands:where(...)" }, { "ds.demands:select(party, topic)", 'by("party")' },
  { 'ds.demands:by("party"):summarise(count())', 'summarise("count(…) as n")' },
  { 'ds.demands:summarise(median(days_best))', '"median(…) as n"' }, { "x = None", "nil" }, { "True", "true and false" },
  { "ds:save('x.db')", "ds:save_as(path)" }, { "ds:insert('demands', {})", "ds:add(" },
  { "ds:delete('demands', 'x')", "ds:retract(" },
}

describe("a slip at the prompt #repl", function()
  local lines, found = {}, {}
  setup(function()
    for i, one in ipairs(MISTAKES) do lines[i] = one[1] end
    found = said(lines)
  end)

  for i, one in ipairs(MISTAKES) do
    it("is told with a way out: " .. one[1], function()
      assert.truthy(found[i] and found[i]:find(one[2], 1, true), found[i])
      assert.is_nil(found[i]:find("traceback", 1, true))
    end)
  end

  it("is none in lines that are right", function()
    for _, text in ipairs { "select = 1", "update('x')", "with.x = 2" } do
      assert.is_nil(slips.hint(text), text)
      assert.truthy(load(text))
    end
    assert.is_nil(slips.bare_call "x = {")
    assert.is_nil(slips.bare_call "goto")
  end)

  it("goes on where a value has no end yet, and tells what a pipe left unfinished", function()
    assert.same({ "3", "5" }, said { "1 +\n2", "ds = ds; return 2 +\n3" })
    assert.truthy(commands.run("printf '1 +' | " .. terminal.lua [[-e 'require("parley.repl").run()' 2>&1]]):find "near <eof>")
  end)

  it("forgets locals and says so, keeps what was assigned nil, and leaves the globals of a script alone", function()
    local list = said { "local d = 1", "d", "x = nil", "x", "function f() return y end", "f()", "_G.y", "y = 2", "f()" }
    assert.truthy(list[2]:find("`local` lasts to the end of its line", 1, true), list[2])
    assert.equal("nil", list[4])
    assert.truthy(list[6]:find("no global variable 'y'", 1, true))
    assert.equal("nil", list[7])
    assert.equal("2", list[9])
  end)
end)

describe("a value that does not print itself #repl", function()
  it("is shown by what is in it", function()
    local list = said { "ds.talks:limit(1):select('id', 'round'):all()[1]", "{1, 'x', {}}", "{}", "{a = 1, b = {2}}",
      "{{n = 1}, {n = 2}}", "{{n = 1}, {n = {}}}" }
    assert.truthy(list[1]:find "^id%s+leaders\n" or list[1]:find "^id%s+%S+", list[1])
    assert.same({ "{1, 'x', {}}", "{}", "a  1\nb  {…}", "n\n1\n2\n2 rows × 1 column", "{{…}, {…}}" },
      table.move(list, 2, 6, 1, {}))
  end)

  it("is a function of Parley's, told by how it is called, or rows for a loop", function()
    local list = said { "ds.tables", "ds.demands.where", "parley.read", "ds.demands:rows()", "ds.demands:each('id')",
      "print" }
    assert.truthy(list[1]:find("ds:tables() calls it", 1, true))
    assert.truthy(list[2]:find("q:where() calls it", 1, true))
    assert.truthy(list[3]:find("parley.read() calls it", 1, true))
    assert.truthy(list[4]:find("for row in ds.demands:rows() do", 1, true))
    assert.truthy(list[5]:find("for row in ds.demands:rows() do", 1, true))
    assert.truthy(list[6]:find "^function: ")
  end)
end)
