local scratch = require "spec.support.scratch"
local dates = require "parley.base.dates"

local message = scratch.refusal

describe("dates given as arguments", function()
  it("give the days they span", function()
    assert.same({ 20241, 20241 }, { dates.days("2025-06-02", "x()") })
    assert.same({ 20240, 20269 }, { dates.days("2025-06", "x()") })
    local first, last = dates.days("2025-06/..", "x()")
    assert.same({ 20240, "none" }, { first, last or "none" })
    assert.equal(20269, dates.last_day("2025-06", "x()"))
  end)

  it("are named when they are none", function()
    assert.equal("parley: x() takes a date as text, such as '2025-06-02', not a number", message(dates.days, 20250602, "x()"))
    assert.truthy(message(dates.days, "02/06/2025", "x()"):find("^parley: x%(%): .*02/06/2025"))
    assert.equal("parley: x() takes a date with an end, not '2025-06/..'", message(dates.last_day, "2025-06/..", "x()"))
  end)
end)
