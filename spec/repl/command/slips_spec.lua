-- Lines of the program that go wrong as those of newcomers do: each is told with a way out, and with a status.
-- Holds: repl.command.unknown_commands, repl.command.swapped

local scratch = require "spec.support.scratch"

local root = io.popen("pwd"):read "l"
local lua = arg and arg[-1] or "lua5.4"

local path, remove

-- What a line prints to standard error, and its status.
local function run(line)
  local command = (" " .. line):gsub("( )parley ", ("%%1%s %s/bin/parley "):format(lua, root))
  local err = path "err"
  local _, _, status = os.execute(("cd %s && {%s\n} </dev/null >/dev/null 2>%s"):format(path ".", command, err))
  return scratch.read(err), status
end

setup(function()
  path, remove = scratch.folder()
  scratch.write(path "empty.csv", "")
  scratch.write(path "empty.db", "")
  scratch.write(path "bytes", "\127ELF\0\1\2\3" .. ("x"):rep(100))
  scratch.write(path "x.csv", "id,n,made\n1,1,2025-06-01\n2,2,2025-06-02\n3,x,2025-06-03\n4,4,n/a\n5,5,2025-06-05\n")
end)

teardown(function() remove() end)

-- Line, what stands in the message, and the status.
local MISTAKES = {
  { "parley 'select * from demands'", "parley sql", 2 }, { "parley istanbul-2025 'SELECT 1'", "parley sql", 2 },
  { "parley sql 'select * from demnds'", "did you mean 'demands'?", 2 },
  { "parley template demnads", "did you mean 'demands'?", 2 },
  { "parley merge a.db b.db", "merge needs THEIRS", 2 },
  { "parley y.db import-sheet x.csv", "'parley y.db new' makes one", 1 },
  { "parley ls", "'parley tables'", 2 }, { "parley show demands", "'parley rows TABLE'", 2 },
  { "parley demands", "'rows demands'", 2 }, { "parley Demands", "'rows demands'", 2 },
  { "parley tabels", "did you mean 'tables'?", 2 }, { "parley tabels --help", "did you mean 'tables'?", 2 },
  { "parley istanbul tables", "did you mean 'istanbul-2025'?", 1 },
  { "parley empty.csv rows", "names of its columns", 1 }, { "parley empty.db tables", "parley empty.db new", 1 },
  { "parley bytes tables", "bytes that are no text", 2 }, { "parley bytes rows", "bytes that are no text", 2 },
  { "parley get ru-truce demands", "parley get demands ru-truce", 2 },
  { "parley evidence ru-truce demands", "parley evidence demands ru-truce", 2 },
  { "parley evidence ru-truce party", "'parley evidence demands ru-truce'", 2 },
  { "parley cite ru-truce demands", "parley cite demands ru-truce", 2 },
  { "parley cite ru-truce", "'parley cite demands ru-truce'", 2 }, { "parley cite s99", "known: s0, s1", 2 },
  { "parley cite demands", "usage: parley [DATASET] cite TABLE ID", 2 },
  { "parley compare istanbul-2025 r2", "known: leaders, r1", 2 },
  { "parley compare x.csv empty.csv", "'parley compare-datasets x.csv empty.csv'", 2 },
  { "parley rows demands --colums party", "did you mean '--select'?", 2 },
  { "parley rows demands --group-by party", 'by("party"):count()', 2 },
  { "parley rows demands --to csv", "--csv", 2 }, { "parley rows demands --format csv", "--csv", 2 },
  { "parley rows demands --where party = ukraine", "stands in quotes", 2 },
  { "parley --csv", "it belongs to a command", 2 }, { "parley --lsit", "parley --help", 2 },
  { "parley ds.demands:count", "ds.demands:count()", 2 },
  { "parley plot bar", "plot bar TABLE --x", 2 }, { "parley plot bar demands", "--x party", 2 },
  { "parley x.csv rows --where 'n > 1'", "--type n=number", 2 },
  { "parley x.csv rows --quiet --sort 'made, n'", "", 0 },
  { "parley x.csv rows --csv", "--type n=number --missing 'x'", 0 },
  { "parley y.db load x.csv", "it is a file", 1 },
  { "parley ./tables", "no file './tables'", 1 }, { "parley - rows < .", "cannot read 'standard input'", 1 },
  { "parley - rows <&-", "cannot read 'standard input'", 1 },
  { "parley plot known outcomes r2-bodies", "parley plot known outcomes r2-bodies best", 2 },
  { "parley plot known outcomes r2-bodies best", "", 0 }, { "parley changes", "parley changes --from", 2 },
  { "parley sql 'select ?'", "0 values for them", 2 }, { "parley version", "'parley --version'", 2 },
  { "parley '#ds.demands'", "", 0 }, { "parley x.csv -w 'n = 1'", "parley rows demands --where", 2 },
  { "parley x.csv rows --skip few", "--skip must be a whole number", 2 },
  { "parley y.db new --copy x.cvs", "did you mean 'x.csv'?", 1 },
  { "parley y.db new --copy x.csv", "--copy needs a dataset", 2 },
  { "parley help nosuch-word", "'parley search nosuch-word'", 2 },
  { "parley x.cvs rows", "did you mean 'x.csv'?", 1 }, { "parley none-of-it.csv rows", "; check the path", 1 },
  { "parley no/none.csv rows", "there is no folder 'no'", 1 }, { "parley none.db tables", "parley none.db new", 1 },
  { "parley istanbul-2025 plot bar x.cvs", "x.cvs", 2 }, { "parley http://example.org/x.csv rows", "fetch it first", 1 },
}

describe("a line of the program that goes wrong #repl", function()
  for _, one in ipairs(MISTAKES) do
    it("is told with a way out: " .. one[1], function()
      local err, status = run(one[1])
      assert.truthy(err:find(one[2], 1, true), err)
      assert.equal(one[3], status)
      assert.is_nil(err:find("traceback", 1, true))
      assert.is_nil(err:find " = [{\"]", err)
    end)
  end

  it("has lint end with 1 where something misleads, and with 0 where nothing does, or nothing that is asked", function()
    local ds = require("parley").open(path "late.db")
    ds:add("sources", { id = "s", published = "2025-01-01" })
    ds:add("talks", { id = "t", date = "2025-06-01" }, { source = "s" })
    ds:close()
    assert.same({ "", 0 }, { run "parley istanbul-2025 lint" })
    assert.same({ "", 1 }, { run "parley late.db lint" })
    assert.same({ "", 0 }, { run "parley late.db lint --where \"table = 'demands'\"" })
  end)
end)
