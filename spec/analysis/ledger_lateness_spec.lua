-- ds:ledger{}: what is not late, and not silence, though a day has passed: parts of what was missed, and what came on
-- the days it was due on.

local scratch = require "spec.support.scratch"

describe("a promise", function()
  local ds

  before_each(function() ds = scratch.dataset() end)
  after_each(function() ds:close() end)

  local function add(id, values)
    values.id = id
    ds:add("outcomes", values, { source = "s2" })
  end

  local function deliver(outcome, id, best, date)
    ds:add("deliveries", { id = id, outcome = outcome, best = best, date = date }, { source = "s2" })
  end

  it("is missed with its whole when nothing of it came, and is not told as silence", function()
    add("o", { best = 10, status = "missed" })
    add("part", { part_of = "o", best = 4, due = "2025-05-02" })
    add("smaller", { part_of = "part", best = 2, status = "announced" })
    add("came", { part_of = "o", best = 3, status = "done" })
    add("begun", { part_of = "o", best = 3, due = "2025-05-02" })
    deliver("begun", "some", 1, "2025-05-01")
    local states = {}
    for id, state in ds:ledger { as_of = "2025-06-05" }:each("outcome", "state") do states[id] = state end
    assert.same({ o = "missed", part = "missed", smaller = "missed", came = "delivered", begun = "overdue" }, states)
    assert.equal("begun", ds:overdue("2025-06-05"):one().outcome)
  end)

  it("is in time when all of it came within the days it was due on, and late when a part came after", function()
    for id, last in pairs { within = "2025-06-03", after = "2025-06-04" } do
      add(id, { best = 10, due = "2025-06-02/2025-06-03" })
      deliver(id, id .. "-1", 4, "2025-06-02")
      deliver(id, id .. "-2", 6, last)
    end
    local late = {}
    for id, state, low, high in ds:ledger():each("outcome", "state", "days_late_low", "days_late_high") do
      late[id] = { state, low, high }
    end
    assert.same({ "delivered", 0, 0 }, late.within)
    assert.same({ "delivered", 1, 2 }, late.after)
  end)
end)
