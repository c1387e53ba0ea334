-- Rounding as SQLite rounds, bit for bit: a host program asks both, and the engines are asked about one that differed.

local host = require "spec.support.host"
local parley = require "parley"
local query_of = require "spec.support.frame_query"

it("round_host finds nothing wrong #host", function()
  local output, status = host "round_host"
  assert.equal("round_host: good\n", output)
  assert.equal(0, status)
end)

it("round() gives the same number on both engines where SQLite reads decimals inexactly", function()
  local f = parley.frame { { x = 0.018698800708745852 }, { x = -0.0 }, { x = 2.675 }, { x = 1234567.8765432145 } }
  for _, digits in ipairs { 1, 2, 9, 15, 18, 30, 4000000000, 2147483647 } do
    local function rounded(engine)
      local texts = {}
      for i, value in ipairs(query_of(f, engine):select(("round(x, %d) as y"):format(digits)):frame():values("y")) do
        texts[i] = ("%a"):format(value)
      end
      return texts
    end
    assert.same(rounded "sql", rounded "columns")
  end
end)
