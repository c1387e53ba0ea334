-- The JSON reader: its host program against known answers and SQLite, and the real file beside the project.

local host = require "spec.support.host"

it("json_host finds nothing wrong #host", function()
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

it("agrees with JSONTestSuite: what has to be read is read, what must not be is not", function()
  local folder = "../shared/data/suites/JSONTestSuite"
  local list <close> = assert(io.popen("ls " .. folder .. " 2>/dev/null"))
  local paths = {}
  for name in list:lines() do paths[#paths + 1] = folder .. "/" .. name end
  if #paths == 0 then return pending(folder .. " is not there") end
  local seen = { y = 0, n = 0 }
  local output = host("json_host", "valid '" .. table.concat(paths, "' '") .. "'")
  for answer, path in output:gmatch "([01]) ([^\n]+)" do
    local kind = path:match "/(%a)_[^/]*$"
    if seen[kind] then
      seen[kind] = seen[kind] + 1
      assert.equal(kind == "y" and "1" or "0", answer, path)
    end
  end
  assert.is_true(seen.y > 90 and seen.n > 180)
end)
