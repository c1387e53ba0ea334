-- UTF-8 in C: its host program against utf8proc, byte by byte.

local host = require "spec.support.host"

it("utf8_host finds nothing wrong #host", function()
  local output, status = host "utf8_host"
  assert.equal("utf8_host: good\n", output)
  assert.equal(0, status)
end)
