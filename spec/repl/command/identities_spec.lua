-- The commands about who is who: that a pair is found, judged as somebody, and one thereafter; that what contradicts it
-- is told; and how two files of rows are held against each other.
-- Holds: repl.command.families.identities

local commands = require "spec.support.commands"
local parley = require "parley"
local scratch = require "spec.support.scratch"

local root = io.popen("pwd"):read "l"
local lua = arg and arg[-1] or "lua5.4"

describe("the program on who is who #tools", function()
  local at, remove
  setup(function()
    at, remove = scratch.folder()
    local ds <close> = parley.open(at "mine.db")
    ds:add("sources", { id = "s1", published = "2025-06-02" })
    for id, name in pairs { hurin = "Петро Гурін", gurin = "Petr Gurin", petr = "P. Gurin" } do
      ds:add("people", { id = id, name = name }, { source = "s1" })
    end
    scratch.write(at "ours.csv", "id,signed,killed\n1565,1992-04-01,12\n1128,1993-01-01,4\n1130,1994-05,5\n")
    scratch.write(at "theirs.csv", "paid,signed,killed\n1565,1992-04-24,30\n1130,1994-05-09,5\n")
  end)
  teardown(function() remove() end)

  local function run(line)
    return (commands.run(("cd %s && %s%s %s/bin/parley %s"):format(at ".", commands.clean, lua, root, line)))
  end

  it("lists pairs, takes a judgement as somebody's, shows one thing, and tells of contradictions", function()
    assert.equal("left,right\ngurin,hurin\n", run "mine.db candidates people --at-least 0.6 --select left,right --csv")
    assert.equal("left,right\ngurin,hurin\ngurin,petr\n",
      run "mine.db candidates people --limit 2 --select left,right --csv")
    assert.equal("left,right,verdict,coder,source,reason\ngurin,hurin,same,ann,judgements,one delegate\n",
      run ("mine.db judge people hurin gurin same 'one delegate' --as ann --csv "
        .. "--select left,right,verdict,coder,source,reason"))
    assert.equal("id\ngurin\npetr\n", run "mine.db resolved people --sort id --select id --csv")
    assert.equal("id,others,state\ngurin,hurin,one\n", run "mine.db resolved --select id,others,state --csv")
    assert.is_nil(run "mine.db candidates people --csv":find("\ngurin,hurin", 1, true))
    assert.truthy(run "mine.db candidates people --judged --csv":find("\ngurin,hurin", 1, true))
    run "mine.db judge people gurin petr same alike --as ben --source s1"
    assert.equal("verdict,coder,source\ndifferent,ben,s1\n",
      run "mine.db judge people hurin petr different met --as ben --source s1 --select verdict,coder,source --csv")
    assert.equal("id,state\ngurin,contradiction\n", run "mine.db resolved --select id,state --csv")
    assert.equal("became\nretracted\n", run "mine.db undo last --as ben --select became --csv")
    assert.equal("id\ngurin\n", run "mine.db resolved people --select id --csv")
  end)

  it("holds files and datasets against each other", function()
    assert.equal("key,field,a,b,by\n1565,signed,1992-04-01,1992-04-24,23.0\n1565,killed,12,30,18.0\n1128,,,,\n",
      run "compare-datasets ours.csv theirs.csv --key id=paid --select key,field,a,b,by --csv")
    assert.equal("key,field\n1565,killed\n", run ("compare-datasets ours.csv theirs.csv --key id=paid --fields killed "
      .. "--where 'field is not nil' --select key,field --csv"))
    assert.equal("table,id_a,kind\npeople,gurin,only_a\n",
      run "compare-datasets mine.db istanbul-2025 --table people --where \"id_a = 'gurin'\" --select table,id_a,kind --csv")
  end)

  it("tells what is wrong in words of the command line", function()
    for line, part in pairs {
      ["mine.db candidates people --at-least much"] = "--at-least is a score from 0 to 1, not much",
      ["mine.db candidates people --least 1"] = "did you mean '--at-least'?",
      ["mine.db candidates peple"] = "did you mean 'people'?",
      ["mine.db judge people hurin gurin equal so"] = "'equal' is no verdict",
      ["mine.db judge people hurin nobody same so"] = "no person 'nobody'",
      ["judge people a b same so"] = "comes with Parley and is not written to",
      ["mine.db resolved peple"] = "did you mean 'people'?",
      ["compare-datasets ours.csv theirs.csv"] = "--key conflict=conflict_id",
      ["compare-datasets ours.csv theirs.csv --on id"] = "did you mean '--key'?",
      ["compare-datasets ours.csv mine.db"] = "two files of rows, not one of each",
      ["compare ours.csv theirs.csv"] = "'parley compare-datasets ours.csv theirs.csv'",
    } do
      local told = run(line)
      assert.truthy(told:find(part, 1, true), line .. ": " .. told)
    end
  end)
end)
