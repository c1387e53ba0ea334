-- The JSON reader: its host program against known answers and SQLite, and the real file beside the project.

local host = require "spec.support.host"

it("json_host finds nothing wrong", function()
  local output, status = host "json_host"
  assert.equal("json_host: good\n", output)
  assert.equal(0, status)
end)

it("reads the PLOVER gold records", function()
  local path = "../shared/data/plover/PLOVER_GSR_CAMEO.txt"
  local file <close> = io.open(path)
  if not file then return pending(path .. " is not there") end
  assert.equal("records 323 columns 22 members 4740 problems 0\n", (host("json_host", "count " .. path)))
end)
