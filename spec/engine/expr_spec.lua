-- Expressions of the column engine: the host program compares random ones with SQLite's answers.

local host = require "spec.support.host"

it("column_expr_host finds nothing wrong #host", function()
  local output, status = host "column_expr_host"
  assert.equal("column_expr_host: good\n", output:match "[^\n]*\n$")
  assert.equal(0, status)
end)
