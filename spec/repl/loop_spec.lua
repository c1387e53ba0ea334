-- The prompt, at a real terminal: what is typed, what is read, what Ctrl-C stops.
-- Holds: repl, repl.loop, repl.line, repl.results, repl.failures, repl.history, repl.pager

local scratch = require "spec.support.scratch"
local terminal = require "spec.support.terminal"

local RUN = [[-e 'require("parley.repl").run()']]
local STOCK = "-l parley.repl"

-- From Ctrl-C to the next prompt. 100 ms are promised; a machine with other work, a sanitizer or valgrind is slower.
local SOON = os.getenv "LD_PRELOAD" and 10000 or 1000

local function session(arguments, options) return terminal.new(terminal.lua(arguments), options) end

-- What is written after each of some lines, without the line and the prompt.
local function answers(arguments, lines, options)
  local s = session(arguments, options):prompt()
  for _, line in ipairs(lines) do s:line(line) end
  local seen = s:send("\4"):close():run()
  assert.same({}, seen.late)
  local found = {}
  for i = 1, #lines do
    found[i] = seen[2 * i + 1].text:gsub("^" .. lines[i]:gsub("%p", "%%%0") .. "\n", ""):gsub("\n?> $", "")
  end
  return found, seen
end

describe("the prompt of parley.repl #repl", function()
  for _, how in ipairs { RUN, STOCK } do
    describe("by " .. how, function()
      it("prints results and keeps the last as _", function()
        assert.same({ "3\tx", "4", "4", "", "28", "28" }, answers(how, {
          "1 + 2, 'x'", "_ + 1", "_", "ds = parley.open()", "ds.demands:count()", "_" }))
      end)

      it("takes chunks of several lines", function()
        local seen = session(how):prompt():send("for i = 1, 2 do\n"):prompt(">> "):send("print(i)\n"):prompt(">> ")
          :line("end"):send("\4"):close():run()
        assert.same({}, seen.late)
        assert.truthy(seen.text:find(">> end\n1\n2\n> ", 1, true))
      end)
    end)
  end

  it("has the dataset that comes with Parley as ds, at Lua's own prompt", function()
    assert.same({ "28", "true" }, answers(STOCK, { "ds.demands:count()", "ds:is_open()" }))
  end)

  it("says what is wrong in a paragraph, without a traceback", function()
    local found = answers(RUN, { "ds = parley.open()", "ds.demands:where{prty = 'x'}", "ds.demnads", "nothing.here",
      "parley.open('nowhere/x.db')", "x = = 1", "error{}" })
    assert.same({ "", "parley: no column 'prty' in demands; did you mean 'party'?",
      "parley: no table or method 'demnads' in this dataset; did you mean 'demands'?",
      "parley: no global variable 'nothing' has been assigned",
      "parley: cannot open 'nowhere/x.db': no directory 'nowhere'; create it first",
      "stdin:1: unexpected symbol near '='", "error object is a table value" }, found)
  end)

  it("keeps a traceback for a fault of Parley's own", function()
    local found = answers(RUN, { "require('parley.base.suggest').contains(1, 2)" })[1]
    assert.truthy(found:find "^a fault of Parley's own: ")
    assert.truthy(found:find("please report it", 1, true) and found:find "stack traceback:")
  end)

  it("leaves by Ctrl-D and by exit, and clears a line by Ctrl-C", function()
    local seen = session(RUN):prompt():send("x = {"):quiet(50):send("\3"):prompt():line("1"):send("exit\n"):close():run()
    assert.same({}, seen.late)
    assert.equal(0, seen.status)
    assert.truthy(seen.text:find("> 1\n1\n> exit\n", 1, true))
  end)

  it("reads a script from a pipe without prompts", function()
    local output = require("spec.support.commands").run(
      [[printf '1 + 1\nfor i = 1, 2 do\nprint(i)\nend\nx.y\n' | ]] .. terminal.lua(RUN))
    assert.equal("2\n1\n2\nparley: no global variable 'x' has been assigned\n", output)
  end)

  it("keeps the lines of a session for the next one", function()
    local at, remove = scratch.folder()
    for _, how in ipairs { RUN, STOCK } do
      answers(how, { "1 + 1", "'" .. #how .. "'" }, { home = at "" })
      local seen = session(how, { home = at "" }):prompt():send("\27[A\n"):prompt():send("\4"):close():run()
      assert.same({}, seen.late)
      assert.truthy(seen[3].text:find("'" .. #how .. "'\n" .. #how, 1, true))
    end
    assert.truthy(scratch.read(at ".local/state/parley/history"))
    remove()
  end)

  it("works without readline, and on a dumb terminal", function()
    local hidden = [[-e 'package.preload["parley.readline"] = function() error "none" end' ]] .. RUN
    assert.same({ "2", "2" }, answers(hidden, { "1 + 1", "_" }))
    assert.same({ "2", "2" }, answers(RUN, { "1 + 1", "_" }, { term = "dumb" }))
    local seen = session(hidden):prompt():send("x"):quiet(50):send("\3"):prompt():line("1"):send("\4"):close():run()
    assert.same({}, seen.late)
  end)
end)

describe("what Tab shows #repl", function()
  for _, how in ipairs { RUN, STOCK } do
    it("completes a line, by " .. how, function()
      local s = session(how):prompt():line("ds = parley.open()")
      s:send("ds.dem\t:whe\t{par\t= 'ukraine-n\t}:cou\t"):quiet(200):send("()\n"):prompt():send("\4"):close()
      local seen = s:run()
      assert.same({}, seen.late)
      assert.truthy(seen.text:find("ds.demands:where{party = 'ukraine-nsdc'}:count()\n0\n", 1, true), seen.text)
    end)
  end

  it("lists what there is", function()
    for _, columns in ipairs { 80, 200 } do
      local s = session(RUN, { columns = columns }):prompt():line("ds = parley.open()")
      s:send("ds.talks:get('\t\t"):expect("zelensky-putin-turkiye"):send("r1').id\n"):prompt():send("\4"):close()
      local seen = s:run()
      assert.same({}, seen.late)
      for _, id in ipairs { "leaders", "r1", "r2", "r3", "ua%-meeting%-0601" } do
        assert.truthy(seen[5].text:find("%s" .. id .. "%s"), seen[5].text)
      end
    end
  end)
end)

describe("long results #repl", function()
  local LONG = "for i = 1, 100 do _ = (i > 1 and _ .. '\\n' or '') .. 'line ' .. i end"

  it("go through less, which is left by q", function()
    if not os.execute "command -v less >/dev/null" then return pending "no less on this machine" end
    for _, how in ipairs { RUN, STOCK } do
      local seen = session(how):prompt():line(LONG):send("_\n"):expect("line 23"):quiet(100):send("q"):prompt()
        :line("1 + 1"):send("\4"):close():run()
      assert.same({}, seen.late)
      assert.falsy(seen.text:find("line 30", 1, true))
      assert.truthy(seen.text:find("1 + 1\n2\n", 1, true))
    end
  end)

  it("go through what PAGER names, and none where it is empty or the terminal is dumb", function()
    local function shown(options)
      return session(RUN, options):prompt():line(LONG):line("_"):send("\4"):close():run()
    end
    local counted = shown { environment = { PAGER = "wc -l" } }
    assert.truthy(counted[5].text:find "^_\n%s*100\n", counted[5].text)
    for _, options in ipairs { { environment = { PAGER = "" } }, { environment = { PAGER = "no-such-pager" } },
      { environment = { PAGER = "false" } },          -- what a failing one has not shown
      { term = "dumb" }, { rows = 200 } } do
      local seen = shown(options)
      assert.same({}, seen.late)
      assert.truthy(seen[5].text:find "line 1\n.*line 100\n> $")
    end
  end)

  it("are as wide as the terminal", function()
    for _, columns in ipairs { 80, 200 } do
      local seen = session(RUN, { columns = columns, rows = 60 }):prompt():line("parley.open().demands")
        :send("\4"):close():run()
      local widest = 0
      for line in seen[3].text:gmatch "[^\n]+" do widest = math.max(widest, utf8.len(line)) end
      assert.truthy(widest <= columns and widest > columns * 3 // 4, columns .. ": " .. widest)
    end
  end)
end)

describe("Ctrl-C at the prompt #repl", function()
  local ENDLESS = "ds:sql('with recursive c(x) as (select 1 union all select x + 1 from c) select count(*) from c')"
  local LONG = {
    ["a loop of the user's"] = "while true do end",
    ["a query in SQL"] = ENDLESS,
    ["sorts, one after the other"] = "for i = 1, 1000 do big:sort('x', 'y desc', 'z'):frame() end",
    ["a preview"] = "own:where('spin(id) = 1')",
    ["a function inside an expression"] = "own:where('spin(id) = 1'):count()",
    ["a loop over rows"] = "for row in own:rows() do while true do end end",
  }
  local PREPARE = {
    "x, y, z = {}, {}, {} for i = 1, 1000000 do x[i] = i * 7919 % 104729 y[i] = x[i] * i % 7 z[i] = i end",
    "require 'parley.frame.frame' big = require('parley.core').frame_new({'x', 'y', 'z'}, {'integer', 'integer', 'integer'}, #x, "
      .. "{x, y, z}) x, y, z = nil",
    "ds = parley.open() own = ds.demands",
    "ds:define('spin', function() while true do end end)",
  }
  for _, how in ipairs { RUN, STOCK } do
    it("stops what runs, by " .. how, function()
      local s, at = session(how):prompt(), {}
      for _, line in ipairs(PREPARE) do s:line(line) end
      for what, line in pairs(LONG) do
        s:send(line .. "\n"):quiet(300):send("\3"):prompt(nil, SOON)
        at[#s.steps] = what
      end
      local seen = s:line("own:count()"):send("\4"):close():run()
      assert.same({}, seen.late)
      for i, what in pairs(at) do
        assert.truthy(seen[i].text:find "Stopped" or seen[i].text:find "cancelled" or seen[i].text:find "interrupted",
          what .. ": " .. seen[i].text)
      end
      assert.equal("own:count()\n28\n> ", seen[#seen - 2].text)
    end)
  end

  it("stops an import, and leaves the dataset as it was", function()
    local at, remove = scratch.folder()
    local lines = { "id,date" }
    for i = 1, 200000 do lines[#lines + 1] = ("e%06d,2024-01-%02d"):format(i, i % 28 + 1) end
    scratch.write(at "events.csv", table.concat(lines, "\n"))
    local seen = session(RUN, { columns = 200 }):prompt():line(("ds = parley.open('%s')"):format(at "a.db"))
      :line "ds:add('sources', {id = 's1'}, {source = 's1'})"
      :send(("ds:import('events', '%s', {source = {id = 's1'}, key = 'id'})\n"):format(at "events.csv")):quiet(300)
      :send("\3"):prompt(nil, 5 * SOON)         -- what was written is taken back
      :line("ds.events:count()"):line("ds:check_open()"):send("\4"):close():run()
    remove()
    assert.same({}, seen.late)
    assert.truthy(seen[9].text:find("nothing of it was kept", 1, true) or seen[9].text:find "Stopped", seen[9].text)
    assert.equal("ds.events:count()\n0\n> ", seen[11].text)
  end)
end)
