-- Windows, and the aggregates that need the rows of a group: their host program compares them with the simplest way.

local host = require "spec.support.host"

it("column_window_host finds nothing wrong #host", function()
  local output, status = host "column_window_host"
  assert.equal("column_window_host: good\n", output)
  assert.equal(0, status)
end)
