-- The sort that can be stopped, and the aggregates that sort by it: their host program holds them against qsort.

local host = require "spec.support.host"

it("sort_host finds nothing wrong #host", function()
  local output, status = host "sort_host"
  assert.equal("sort_host: good\n", output)
  assert.equal(0, status)
end)
