-- Values and types of columns: their host program against known answers, strtod and strtoll.

local host = require "spec.support.host"

it("inference_host finds nothing wrong #host", function()
  local output, status = host "inference_host"
  assert.equal("inference_host: good\n", output:match "[^\n]*\n$")
  assert.equal(0, status)
end)
