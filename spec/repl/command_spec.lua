-- The program `parley`, run as users run it: every command as it is meant, and with a wrong option, a file that is not
-- there, one that is empty, a dataset without rows, a disk that is full and a reader that goes away.
-- Holds: repl.command, repl.command.commands, repl.command.options, repl.command.given, repl.command.words,
--   repl.command.parser, repl.command.source, repl.command.reading, repl.command.policies, repl.command.listing, repl.command.writer,
--   repl.command.failures, repl.command.help_text, repl.command.families.looking, repl.command.families.analyses,
--   repl.command.families.sourcing, repl.command.families.drawing, repl.command.families.bringing,
--   repl.command.families.agreeing, repl.command.families.identities, repl.command.families.sheets,
--   repl.command.families.helping, repl.command.families.unnamed

local commands = require "parley.repl.command.commands"
local options = require "parley.repl.command.options"
local scratch = require "spec.support.scratch"

local root = io.popen("pwd"):read "l"
local lua = arg and arg[-1] or "lua5.4"

-- A line of each command that is as it should be; FOLDER stands for the folder of the test.
local LINES = {
  tables = "tables", describe = "describe demands", rows = "rows talks", get = "get demands ru-truce",
  sql = "sql 'select id from talks'", search = "search prisoners", timeline = "timeline", positions = "positions",
  compare = "compare r1 r2", concessions = "concessions", ledger = "ledger", network = "network",
  changes = "changes --from 2025-06-01", disagreements = "disagreements", evidence = "evidence demands ru-truce",
  ["resting-on"] = "resting-on anonymous", cite = "cite s1", brief = "brief --talk r2", lint = "lint",
  ["compare-coders"] = "FOLDER/coded.db compare-coders anna ben --table talks --source s1",
  reliability = "FOLDER/coded.db reliability --coders anna,ben --fields kind --level nominal --bootstraps 20 --seed 7",
  plot = "plot timeline", report = "report FOLDER/r.html", new = "FOLDER/new.db new",
  import = "FOLDER/talks.db import parties FOLDER/parties.csv --source s1", export = "export FOLDER/package",
  dump = "dump FOLDER/dumped", backup = "backup FOLDER/kept.db",
  load = "FOLDER/loaded.db load FOLDER/data", datasets = "datasets", help = "help",
  diff = "diff FOLDER/talks.db FOLDER/talks.db", ["git-setup"] = "git-setup FOLDER/repo",
  changelog = "changelog FOLDER/talks.db FOLDER/talks.db",
  template = "template talks --for s1 --coder anna --ids 2",
  ["import-sheet"] = "FOLDER/coded.db import-sheet FOLDER/sheet.csv --about talks --coder cat --source s1",
  assign = "FOLDER/coded.db assign --coder anna --coder ben --each 2", assignments = "FOLDER/coded.db assignments",
  adjudications = "FOLDER/coded.db adjudications --waiting",
  adjudicate = "FOLDER/coded.db adjudicate talks r9 place 9 'as it says' --as edda",
  candidates = "FOLDER/who.db candidates people --at-least 0.3", resolved = "FOLDER/who.db resolved people",
  judge = "FOLDER/who.db judge people gurin hurin same 'one delegate' --as edda",
  ["compare-datasets"] = "compare-datasets FOLDER/parties.csv FOLDER/parties.csv --key id",
  undo = "FOLDER/coded.db undo last --as dora", log = "FOLDER/coded.db log",
  merge = "merge FOLDER/talks.db FOLDER/talks.db FOLDER/talks.db --into FOLDER/merged.db --overwrite",
}

-- Commands whose result is a file, so that they print nothing to standard output.
local SILENT = { report = true, new = true, export = true, dump = true, backup = true, load = true }

local path, remove

-- Runs a line in a shell; @ in it is the program. Gives what goes to each output, and the status.
local function run(line)
  local command = (" " .. line):gsub("FOLDER", path "."):gsub("( )@", ("%%1%s %s/bin/parley"):format(lua, root))
  local out, err = path "out", path "err"
  local _, _, status = os.execute(("cd %s && {%s\n} </dev/null >%s 2>%s"):format(path ".", command, out, err))
  return scratch.read(out), scratch.read(err), status
end

local function each_command(fn)
  for _, name in ipairs(commands.names) do fn(name, assert(LINES[name], "no line for " .. name)) end
end

local function assert_no_traceback(err, line)
  assert.is_nil(err:find("traceback", 1, true), line .. ": " .. err)
  assert.is_nil(err:find("%.lua:%d"), line .. ": " .. err)
end

setup(function()
  path, remove = scratch.folder()
  scratch.write(path "parties.csv", "id,name\nfinland,Finland\n")
  scratch.write(path "x.csv", "a,b\n1,x\n2,y\n3,x\n")
  scratch.write(path "nothing", "")
  assert.equal(0, select(3, run "git init -q FOLDER/repo"))
  assert.equal(0, select(3, run "@ FOLDER/talks.db new --copy istanbul-2025"))
  local coded <close> = require("parley").open(path "coded.db")
  coded:add("sources", { id = "s1", published = "2025-06-02" })
  for i, kind in ipairs { "round", "round", "preparatory" } do
    coded:add("talks", { id = "a" .. i, kind = kind }, { source = "s1", locator = "p" .. i, coder = "anna" })
    coded:add("talks", { id = "b" .. i, kind = "round" }, { source = "s1", locator = "p" .. i, coder = "ben" })
  end
  coded:add("talks", { id = "r9", place = "Oslo" }, { source = "s1", coder = "anna" })
  assert.equal(9, coded:claim("talks", "r9", { place = "Bern" }, { source = "s1", coder = "ben" }))
  for i = 1, 12 do coded:add("talks", { id = "d" .. i }, { source = "s1", coder = "dora" }) end          -- undone one by one
  local who <close> = require("parley").open(path "who.db")
  who:add("sources", { id = "s1", published = "2025-06-02" })
  for id, name in pairs { gurin = "Petr Gurin", hurin = "Petr Hurin" } do
    who:add("people", { id = id, name = name }, { source = "s1" })
  end
  scratch.write(path "sheet.csv", "id,place\nr10,Ankara\n")
  assert.equal(0, select(3, run "@ FOLDER/bare.db new"))
  assert.equal(0, select(3, run "@ FOLDER/talks.db dump FOLDER/data"))
end)

teardown(function() remove() end)

describe("every command #tools", function()
  it("runs as it is meant", function()
    each_command(function(name, line)
      local out, err, status = run("@ " .. line)
      assert.equal(0, status, line .. ": " .. err)
      assert.equal(SILENT[name] or false, out == "", line)
    end)
  end)

  it("has a help that begins with its usage, and knows the version", function()
    each_command(function(name)
      local out, err, status = run("@ " .. name .. " --help")
      assert.equal(0, status)
      assert.equal("", err)
      assert.is_truthy(out:find "^Usage: parley " and out:find(name, 1, true), name)
      for _, option in ipairs(options.of(commands.find(name))) do
        assert.is_truthy(out:find("--" .. option.name, 1, true), name .. " --" .. option.name)
      end
    end)
    assert.equal("parley " .. require("parley").version .. "\n", (run "@ rows --version"))
  end)

  it("refuses an option it does not have, with status 2", function()
    each_command(function(name, line)
      local out, err, status = run("@ " .. line .. " --nosuch")
      assert.equal(2, status, line)
      assert.equal("", out)
      assert.equal(("parley: %s has no option '--nosuch'; see 'parley %s --help'\n"):format(name, name), err)
    end)
  end)

  it("tells of a file that is not there, with status 1", function()
    each_command(function(name, line)
      local needs = commands.find(name).needs
      local words = line:gsub("^FOLDER/%S+ ", "")
      if needs == "nothing" then return end
      local _, err, status = run("@ FOLDER/no/such.db " .. words)
      assert.equal(1, status, line .. ": " .. err)
      assert.is_truthy(err:find "^parley: " and err:find("such.db", 1, true), err)
      assert_no_traceback(err, line)
    end)
  end)

  it("tells of a file that is empty, and of what would make a dataset of it", function()
    each_command(function(name, line)
      local needs = commands.find(name).needs
      if needs ~= "dataset" and needs ~= "rows" then return end
      local _, err, status = run("@ FOLDER/nothing " .. line:gsub("^FOLDER/%S+ ", ""))
      assert.equal(1, status, line)
      assert.is_truthy(err:find("is empty; 'parley ", 1, true), err)
    end)
  end)

  it("says something sensible of a dataset without rows", function()
    each_command(function(name, line)
      local needs = commands.find(name).needs
      if needs ~= "dataset" and needs ~= "rows" or name == "import" then return end
      local words = line:gsub("FOLDER/package", "FOLDER/p2"):gsub("FOLDER/dumped", "FOLDER/d2")
      local out, err, status = run("@ FOLDER/bare.db " .. words)
      assert_no_traceback(err, line)
      assert.is_true(status == 0 and (out ~= "" or SILENT[name] == true) or err:find "^parley: " ~= nil, line)
    end)
  end)

  it("tells of a disk that is full, with status 1", function()
    each_command(function(name, line)
      if SILENT[name] or name == "import" then return end
      local _, err, status = run("@ " .. line .. " > /dev/full")
      assert.equal(1, status, line)
      assert.equal("parley: cannot write 'standard output': No space left on device\n", err)
    end)
  end)

  it("is quiet when nobody reads on, with SIGPIPE and without", function()
    each_command(function(name, line)
      if SILENT[name] or name == "import" then return end
      for _, trap in ipairs { "", "trap '' PIPE; " } do
        local _, err = run(trap .. "(sleep 0.05; @ " .. line .. ") | true")
        assert.equal("", err, line)
      end
    end)
  end)
end)

describe("Ctrl-C", function()
  it("ends a call at once, quietly and with status 130", function()
    local endless = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"
    local _, err, status = run("timeout --preserve-status -s INT 1 @ sql '" .. endless .. "'")
    assert.equal(130, status)
    assert.equal("", err)
    _, err, status = run "timeout --preserve-status -s INT 1 @ istanbul-2025 '(function() while true do end end)()'"
    assert.equal(130, status)
    assert.equal("", err)
  end)
end)

describe("the prompt", function()
  it("is what a line without a command asks for", function()
    local out, err, status = run "printf 'ds.talks:count()\\nparley.version\\n' | @ istanbul-2025"
    assert.equal("", err)
    assert.equal("6\n0.1.0\n", out)
    assert.equal(0, status)
    assert.equal("3\n", (run "printf 'f:count()\\n' | @ FOLDER/x.csv"))
    assert.equal(2, select(3, run "@ -"))
  end)
end)

describe("a listing", function()
  local function csv(words) return (run("@ rows talks --select id " .. words)) end

  it("is chosen, ordered and cut", function()
    assert.equal("id\nr2\nr1\n", csv "--where 'round in (1, 2)' --sort 'round desc' --csv")
    assert.equal("id\nr2\n", csv "-w 'round <= ?' -w 'round > ?' -p 2 -p 1 --csv")
    assert.equal("id\nr1\n", csv "-w 'round is not nil' -s round,id -n 1 --csv")
    assert.equal("id\nr2\n", csv "-w 'round is not nil' -s round,id -n1 --offset 1 --csv")
  end)

  it("is written in each format, and in that of a file's ending", function()
    assert.equal("id\tround\nr1\t1\n", (run "@ rows talks -c id,round -w 'round = 1' --tsv"))
    assert.equal('{"id":"r1"}\n', csv "-w 'round = 1' --jsonl")
    assert.equal('[\n{"id":"r1"}\n]\n', csv "-w 'round = 1' --json")
    assert.equal("| id |\n| --- |\n| r1 |\n", csv "-w 'round = 1' --markdown")
    assert.is_truthy(csv("-w 'round = 1' --latex"):find "tabular")
    assert.is_truthy(csv("-w 'round = 1' --html"):find "<td>r1</td>")
    for ending, text in pairs { csv = "id\nr1\n", tsv = "id\nr1\n", jsonl = '{"id":"r1"}\n',
      txt = "id\nr1\n1 row × 1 column\n" } do
      assert.equal("", csv("-w 'round = 1' -o FOLDER/made." .. ending))
      assert.equal(text, scratch.read(path("made." .. ending)))
    end
    csv "-w 'round = 1' -o FOLDER/made.ndjson"
    assert.equal('{"id":"r1"}\n', scratch.read(path "made.ndjson"))
    assert.equal("id\nr1\n", csv "-w 'round = 1' --csv -o -")
    csv "-w 'round = 1' --json -o FOLDER/made.data"
    assert.equal('[\n{"id":"r1"}\n]\n', scratch.read(path "made.data"))
  end)

  it("tells why a file cannot be written, in a format of its own too", function()
    for _, words in ipairs { "-o FOLDER/none/x.csv", "--csv -o FOLDER/none/x.data", "-o FOLDER/none/x.txt" } do
      local _, err, status = run("@ rows talks " .. words)
      assert.equal(1, status)
      assert.truthy(err:find "^parley: cannot save '[^\n]*create it first\n$", err)
    end
  end)

  it("of a single row is written as rows are", function()
    assert.equal('{"id":"r1"}\n', (run [[@ 'ds.talks:where"round = 1":first()' -c id --jsonl]]))
    assert.equal("id\nr1\n", (run [[@ 'ds.talks:get("r1")' -c id --csv]]))
    run [[@ 'ds.talks:get("r1")' -c id -o FOLDER/one.tsv]]
    assert.equal("id\nr1\n", scratch.read(path "one.tsv"))
    assert.truthy((run [[@ 'ds.talks:get("r1")']]):find "claims")
  end)

  it("of a file's columns is written in a format", function()
    assert.equal("column,type\na,integer\nb,text\n", (run "@ FOLDER/x.csv describe -c column,type --csv"))
    assert.equal("column,type\na,integer\nb,text\n", (run "@ - describe --csv < FOLDER/x.csv"))
  end)

  it("takes the day and the policy of a view", function()
    assert.equal("count_\n0\n", (run "@ sql 'select 0 as count_' --csv"))
    local before = run "@ rows demands --as-of 2025-05-01 --csv --select id"
    local after = run "@ rows demands --csv --select id"
    assert.is_true(#before < #after)
    local latest = run "@ get demands ru-truce --policy prefer=s3 --json"
    assert.is_truthy(latest:find '"days_high":3')
    assert.is_truthy((run "@ get demands ru-truce --json"):find '"days_high":2')
    assert.equal(latest, (run "@ get demands ru-truce --policy 'prefer=s3 report=latest' --json"))
  end)

  it("writes its notes beside the rows, unless it is to be quiet", function()
    local line = "@ ledger --overdue 2025-07-01 --csv"
    assert.is_truthy(select(2, run(line)):find "^parley: note: ")
    assert.equal("", select(2, run(line .. " --quiet")))
  end)

  it("has no colours in a pipe, whatever the terminal", function()
    assert.is_nil((run "TERM=xterm @ rows talks"):find "\27")
    assert.is_nil((run "LC_ALL=C @ rows talks"):find "\27")
  end)
end)

describe("the ending of a file", function()
  it("names the style of citations and accounts, and has pictures be text", function()
    run "@ cite s1 -o FOLDER/s1.bib"
    assert.truthy(scratch.read(path "s1.bib"):find "^@misc{s1")
    run "@ cite s1 -o FOLDER/s1.json"
    assert.truthy(scratch.read(path "s1.json"):find '"id": "s1"')
    run "@ brief r2 -o FOLDER/r2.html"
    assert.truthy(scratch.read(path "r2.html"):find "<h1>")
    run "@ cite s1 --style text -o FOLDER/s2.bib"
    assert.truthy(scratch.read(path "s2.bib"):find "^%[s1%]")
    local shown = run "@ plot timeline"
    run "@ plot timeline -o FOLDER/timeline.txt"
    assert.equal(shown, scratch.read(path "timeline.txt"))
  end)
end)

describe("an expression", function()
  it("has the dataset, its tables and parley, and prints what it gives", function()
    assert.equal("28\n", (run "@ FOLDER/talks.db 'ds.demands:count()'"))
    assert.equal("28\n", (run "@ FOLDER/talks.db 'demands:count()'"))
    local line = [[@ FOLDER/talks.db 'ds.demands:where{id = "ua-ceasefire-march"}:by("party"):count()' --csv]]
    assert.equal("party,count\nukraine,1\n", (run(line)))
    assert.equal("istanbul-2025\n", (run "@ istanbul-2025 'parley.datasets()[1]'"))
    assert.equal("28\n", (run "@ 'ds.demands:count()'"))          -- of the dataset that comes with Parley
  end)

  it("has the methods of rows from standard input or a file", function()
    assert.equal("b,count\nx,2\ny,1\n", (run [[@ - 'by("b"):count()' --csv < FOLDER/x.csv]]))
    for _, text in ipairs { "a\\tb\\n1\\tx\\n", '[{"a":1,"b":"x"}]', '{"a":1,"b":"x"}\\n', "a,b\\n1,x\\n" } do
      assert.equal('{"a":1,"b":"x"}\n', (run("printf '" .. text .. "' > FOLDER/in; @ - rows --jsonl < FOLDER/in")))
    end
    assert.equal("", select(2, run "cat FOLDER/in | @ - rows"))
    assert.equal("6\n", (run [[@ FOLDER/x.csv 'f:sum("a")']]))
    assert.equal("a\n1\n3\n", (run [[@ FOLDER/x.csv rows -w "b = 'x'" -c a --csv]]))
  end)

  it("is refused where it is none, in a line and with status 2", function()
    for _, case in ipairs {
      { "ds.demands:count(", "is no expression of Lua" }, { "nosuch.x", "no global variable 'nosuch'" },
      { "ds.demands:by(party)", [[global variable 'party' has been assigned; a column stands in quotes]] },
      { "ds.demnds:count()", "did you mean 'demands'" }, { "error{}", "parley: " }, { "ds:close(1, 2) + 1", "parley: " },
    } do
      local _, err, status = run(("@ FOLDER/talks.db '%s'"):format(case[1]))
      assert.equal(2, status, case[1])
      assert.is_truthy(err:find(case[2], 1, true), err)
      assert_no_traceback(err, case[1])
      assert.equal(1, select(2, err:gsub("\n", "")))
    end
  end)
end)

describe("plot #tools", function()
  it("draws each kind that there is, and lists them", function()
    local listed = run "@ plot --help"
    for _, kind in ipairs(require("parley.pictures.chart_options").KINDS) do
      local y = kind == "histogram" and "" or " --y a"
      local out, err, status = run(("@ FOLDER/x.csv plot %s --x a%s"):format(kind, y))
      assert.equal(0, status, kind .. ": " .. err)
      assert.is_true(#out > 0, kind)
      assert.is_truthy(listed:find(kind, 1, true), kind)
    end
  end)
end)

describe("what is written wrongly", function()
  local WRONG = {
    { "rowz talks", "no command 'rowz'; did you mean 'rows'?" },
    { "FOLDER/talks.db demands", "no command 'demands'; it is a table: 'rows demands' lists it" },
    { "FOLDER/talks.db frobnicate", "no command 'frobnicate'; 'parley help' lists them" },
    { "rows", "rows needs TABLE; known: processes, " },
    { "rows demnds", "did you mean 'demands'?" },
    { "rows talks r2", "rows takes 1 argument at most; usage: parley [DATASET] rows [TABLE] [OPTION…]" },
    { "get talks", "get needs ID; usage: parley [DATASET] get TABLE ID [OPTION…]" },
    { "rows talks --lmit 3", "rows has no option '--lmit'; did you mean '--limit'?" },
    { "rows talks --columns id", "did you mean '--select'?" },
    { "rows talks -where id", "rows has no option '-where'; did you mean '--where'?" },
    { "rows talks -csv", "did you mean '--csv'?" },
    { "rows talks --limit -5", "--limit must be a whole number, 0 or more, not -5" },
    { "rows talks --limit --csv", "requires an argument" },
    { "lint demands", "lint takes no arguments; usage: parley [DATASET] lint [OPTION…]" },
    { "cite demands", "cite demands needs ID" },
    { "plot pie", "known: demands, disagreements" },
    { "FOLDER/x.csv plot timeline", "known: area, bar" },
    { "FOLDER/talks.db ds.demands.count", "is a function: call it" },
    { "rows talks --limit x", "--limit must be a whole number, 0 or more, not the text 'x'" },
    { "rows talks --csv --json", "can not be used together" },
    { "rows talks --where 'nosuch = 1'", "no column 'nosuch'" },
    { "rows talks --where 'round = ?'", "parameter" },
    { "rows talks --param 1", "1 value of --param, but --where has 0 ?" },
    { "rows talks --policy firm", "--policy takes NAME=VALUE" },
    { "rows talks --output FOLDER", "does not say the format" },
    { "rows talks --policy prefer=", "--policy takes NAME=VALUE" }, { "- load FOLDER/data", "name the new file first" },
    { "rows talks --policy firmness=1", "--policy has no option 'firmness'" },
    { "rows talks --as-of soon", "'soon'" },
    { "rows talks --output FOLDER/x.xyz", "does not say the format" },
    { "import talks FOLDER/x.csv", "comes with Parley and is not written to" },
    { "FOLDER/x.csv timeline", "timeline needs a dataset" },
    { "FOLDER/x.csv rows demands", "holds rows and no tables" },
    { "istanbul-2025 datasets", "datasets takes no dataset" },
    { "sql 'delete from talks'", "SELECT" },
    { "help nosuch", "nosuch" },
    { "cite s1 --output", "requires an argument" },
    { "brief --talk r2 --style word", "'word'" },
  }

  it("is told in a line, with a way out and status 2", function()
    for _, case in ipairs(WRONG) do
      local out, err, status = run("@ " .. case[1])
      assert.equal(2, status, case[1] .. ": " .. err)
      assert.equal("", out)
      assert.is_truthy(err:find "^parley: " and err:find(case[2], 1, true), case[1] .. ": " .. err)
      assert_no_traceback(err, case[1])
    end
  end)

  it("leaves the file as it was", function()
    local before = scratch.read(path "talks.db")
    for _, line in ipairs { "rows talks", "sql 'select 1 as a'", "import talks FOLDER/x.csv", "rows talks --nosuch" } do
      run("@ FOLDER/talks.db " .. line)
    end
    assert.is_true(before == scratch.read(path "talks.db"))
    assert.equal(1, select(3, run "@ FOLDER/talks.db new"))
    assert.is_true(before == scratch.read(path "talks.db"))
  end)

  it("is told without lua-argparse: which package to install", function()
    local hidden = [[package.preload.argparse = function() error "hidden" end arg = { [0] = "parley", "rows", "talks",
      %s} os.exit(require("parley.repl.command").run(require "parley", arg))]]
    local line = ("%s -e '%s'"):format(lua, hidden:gsub("\n", " "))
    assert.equal(0, select(3, run(line:format "")))
    local _, err, status = run(line:format [["--csv"]])
    assert.equal(1, status)
    assert.equal("parley: options need the Lua library argparse, which is not installed; it is the package lua-argparse of "
      .. "Debian, and argparse of LuaRocks\n", err)
  end)
end)

describe("the words of a line", function()
  local words = require "parley.repl.command.words"

  local function read(line)
    local list = {}
    for word in line:gmatch "%S+" do list[#list + 1] = word end
    local found = words.read(list)
    return found.dataset, found.command, table.concat(found.rest, " ")
  end

  it("find the dataset and the command among options", function()
    assert.same({ nil, "rows", "talks" }, { read "rows talks" })
    assert.same({ "a.db", "rows", "talks" }, { read "a.db rows talks" })
    assert.same({ "a.db", "rows", "--limit 3 talks" }, { read "--limit 3 a.db rows talks" })
    assert.same({ "a.db", "rows", "--limit=3 -qn 4 talks" }, { read "--limit=3 a.db -qn 4 rows talks" })
    assert.same({ "a.db", "sql", "-- -1" }, { read "a.db sql -- -1" })
    assert.same({ "-", "expression", "f[1]" }, { read "- f[1]" })
    assert.same({ nil, "expression", "demands:count() --csv" }, { read "demands:count() --csv" })
    assert.same({ "a.db", "prompt", "" }, { read "a.db" })
    assert.same({ nil, "prompt", "" }, { read "" })
  end)

  it("are the same with a parser and without", function()
    local parser = require "parley.repl.command.parser"
    local plain = parser.parse(commands.find "get", { "talks", "r2" })
    local parsed, given = parser.parse(commands.find "get", { "talks", "r2", "--quiet" })
    assert.same(plain, parsed)
    assert.is_true(given.quiet)
  end)
end)
