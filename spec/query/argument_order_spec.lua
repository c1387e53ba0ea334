-- Arguments in another order than a function takes them are told by what they are.

local both = require "spec.support.both_engines"
local parley = require "parley"

describe("the unit of a function of dates", function()
  local f = parley.frame { { n = 1 } }

  local function said(call) return (both.refusal(function(q) return q:select(call) end, f)) end

  it("has its place, which a message names", function()
    local function tells(words, call) assert.truthy(said(call):find(words, 1, true), said(call)) end
    tells("'day' is the third argument of date_add(d, n, unit)", "date_add('day', 1, '2025-06-03')")
    tells("'day' is the third argument of date_add(d, n, unit)", "date_add('2025-06-03', 'day', 1)")
    for _, name in ipairs { "date_diff", "date_diff_low", "date_diff_high" } do
      local place = ("'month' is the first argument of %s(unit, d, e)"):format(name)
      tells(place, name .. "('2025-06-01', 'month', '2025-06-03')")
      tells(place, name .. "('2025-06-01', '2025-06-03', 'month')")
    end
    tells("did you mean 'day'?", "date_diff('days', '2025-06-01', '2025-06-03')")
  end)
end)
