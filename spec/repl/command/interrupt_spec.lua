-- Ctrl-C in the program: a real SIGINT, to lines that would not end.
-- Holds: repl.command, repl.command.failures

local scratch = require "spec.support.scratch"

local root = io.popen("pwd"):read "l"
local lua = arg and arg[-1] or "lua5.4"

-- From the signal on: 100 ms are promised; a machine with other work, a sanitizer or valgrind is slower.
local SECONDS = os.getenv "LD_PRELOAD" and 60 or 10

local ENDLESS = "with recursive c(x) as (select 1 union all select x + 1 from c) select max(x) from c"

describe("Ctrl-C in the program #repl", function()
  local path, remove
  setup(function() path, remove = scratch.folder() end)
  teardown(function() remove() end)

  -- What is printed to standard error, and the status; FOLDER stands for the folder of the test, @ for the program.
  local function stopped(line)
    local command = line:gsub("FOLDER", path "."):gsub("@",
      (("timeout --preserve-status -k %d -s INT 1 %s %s/bin/parley"):format(SECONDS, lua, root):gsub("%%", "%%%%")))
    local _, _, status = os.execute(("{ %s\n} </dev/null >/dev/null 2>%s"):format(command, path "err"))
    return scratch.read(path "err"), status
  end

  it("ends code of the user's, a statement and a loop over rows", function()
    for _, line in ipairs { "@ '(function() while true do end end)()'", "@ sql '" .. ENDLESS .. "'",
      "@ 'ds:define(\"spin\", function(x) while true do end end) or ds.demands:where(\"spin(party) = 1\"):count()'" } do
      assert.same({ "", 130 }, { stopped(line) }, line)
    end
  end)

  it("takes back what an import has written, says so, and ends with the same status", function()
    assert.equal(true, (os.execute(("%s %s/bin/parley %s new --copy istanbul-2025 2>/dev/null"):format(lua, root,
      path "talks.db"))))
    local err, status = stopped("{ echo id,name; yes Name | nl -s, -w1; } "
      .. "| @ FOLDER/talks.db import parties - --source s1")
    assert.equal(130, status)
    assert.truthy(err:find "^parley: [^\n]*\n$", err)
    local ds = require("parley").open(path "talks.db", { mode = "ro" })
    assert.equal(22, ds.parties:count())
    ds:close()
  end)
end)
