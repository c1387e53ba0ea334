-- Grouping by columns: its host program compares it with the simplest way to do it.

local host = require "spec.support.host"

it("column_group_host finds nothing wrong #host", function()
  local output, status = host "column_group_host"
  assert.equal("column_group_host: good\n", output)
  assert.equal(0, status)
end)
