-- The commands of coding teams: what they print of a file, and that another call sees what one has written.
-- Holds: repl.command.families.coding

local commands = require "spec.support.commands"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local root = io.popen("pwd"):read "l"
local lua = arg and arg[-1] or "lua5.4"

describe("the program of a coding team #tools", function()
  local at, remove, of_ben
  setup(function()
    at, remove = scratch.folder()
    local ds <close> = parley.open(at "mine.db")
    for i = 1, 2 do ds:add("sources", { id = "s" .. i, published = "2025-06-02" }) end
    ds:as_coder("anna"):add("talks", { id = "r2", place = "Oslo" }, { source = "s1" })
    of_ben = ds:as_coder("ben"):claim("talks", "r2", { place = "Bern" }, { source = "s1" })
  end)
  teardown(function() remove() end)

  local function run(line)
    return (commands.run(("cd %s && %s%s %s/bin/parley mine.db %s"):format(at ".", commands.clean, lua, root, line)))
  end

  it("assigns, and tells how far it is", function()
    local made = run "assign --coder anna --coder ben --each 2 --due 2026-12-24 --as edda --csv"
    assert.equal("id,source,coder,due\ns1/anna,s1,anna,2026-12-24\ns1/ben,s1,ben,2026-12-24\n"
      .. "s2/anna,s2,anna,2026-12-24\ns2/ben,s2,ben,2026-12-24\n", made)
    assert.equal("coder,sources,assigned,started,done\nanna,2,1,1,0\nben,2,1,1,0\n",
      run "assignments --progress --csv --select coder,sources,assigned,started,done")
    assert.equal("id,late\ns1/anna,true\n", run "assignments --coder anna --source s1 --on 2027 --csv --select id,late")
    assert.matches("each is the number of coders", run "assign --coder anna --each x")
  end)

  it("decides, undoes and tells of it", function()
    assert.equal("id,field,apart\nr2,place,2\n", run "adjudications --waiting --csv --select id,field,apart")
    assert.equal("field,stood,stands,by,reason\nplace,Oslo,Bern,edda,the transcript\n",
      run(("adjudicate talks r2 place %d 'the transcript' --as edda --csv --select field,stood,stands,by,reason")
        :format(of_ben)))
    assert.equal("stands\nBern\n", run "adjudications --csv --select stands")
    assert.equal("table,became\ntalks,retracted\n", run "undo last --as edda --csv --select table,became")
    assert.equal("by,did\nedda,adjudicated\nedda,retracted\n",
      run "log --coder edda --table talks --csv --select by,did")
    assert.matches("whole number, not x", run "adjudicate talks r2 place x so")
  end)
end)
