-- Rows over the days, in one pass: each is what as_of shows on that day.
-- Holds: storage.statements.day_rows

local claim_units = require "parley.analysis.claim_units"
local core = require "parley.core"
local day_rows = require "parley.storage.statements.day_rows"
local parley = require "parley"

-- How many rows there are, and how many are not what as_of shows.
local function compared(ds, name)
  local info, n, wrong = ds:table_info(name), 0, {}
  ds:ensure(name)
  local view = ds:view()
  for row in day_rows.each(ds.store, info, view.policy, view.as_of) do
    n = n + 1
    local known = ds:as_of(core.day_text(row.known)):table(name):get(row.id)
    for _, column in ipairs(info.columns) do
      if known[column.name] ~= row[column.name] then wrong[#wrong + 1] = row.id .. "." .. column.name end
    end
  end
  return n, table.concat(wrong, " ")
end

describe("rows over the days #storage", function()
  it("are those of as_of, on each day on which something was reported", function()
    local ds = parley.open { bundled = "istanbul-2025" }
    for _, name in ipairs { "outcomes", "demands", "talks" } do
      local n, wrong = compared(ds, name)
      assert.equal("", wrong)
      assert.equal(ds:sql(("select count(*) as n from (select distinct id, reported_end from %s_claims where "
        .. "claim_weight is not null and reported_end is not null)"):format(name))[1].n, n)
    end
  end)

  it("follow a view: its day and its policy", function()
    local ds = parley.open { bundled = "istanbul-2025" }
    local early = compared(ds:as_of "2025-06-02", "outcomes")
    assert.is_true(early < (compared(ds, "outcomes")))
    local n, wrong = compared(ds:with_policy { deny = { "s4" } }, "demands")
    assert.equal("", wrong)
    assert.is_true(n > 0)
  end)

  it("change where a later report says otherwise, and leave out what has no day", function()
    local ds <close> = parley.open ":memory:"
    ds:add("sources", { id = "a", published = "2025-01-01" })
    ds:add("sources", { id = "b", published = "2025-01-05" })
    ds:add("sources", { id = "c" })
    ds:add("outcomes", { id = "o", status = "agreed", all_for_all = true }, { source = "a" })
    ds:claim("outcomes", "o", { status = "done" }, { source = "b" })
    ds:claim("outcomes", "o", { unit = "bodies" }, { source = "c" })
    local rows = {}
    for row in day_rows.each(ds.store, ds:table_info "outcomes") do rows[#rows + 1] = row end
    assert.same({ "2025-01-01", "2025-01-05" }, { core.day_text(rows[1].known), core.day_text(rows[2].known) })
    assert.same({ "agreed", "done" }, { rows[1].status, rows[2].status })
    assert.is_true(rows[1].all_for_all)
    assert.is_nil(rows[2].unit)
  end)

  it("have the certainty of the claim each value is taken from, where it is asked for", function()
    local ds <close> = parley.open ":memory:"
    ds:add("sources", { id = "a", published = "2025-01-01" })
    ds:add("sources", { id = "b", published = "2025-01-05" })
    ds:add("outcomes", { id = "o", status = "agreed", best = 5, unit = "bodies" }, { source = "a", certainty = "narration" })
    ds:claim("outcomes", "o", { best = 6 }, { source = "b", certainty = "document_seen" })
    ds:claim("outcomes", "o", { text = "x" }, { source = "b", certainty = "inferred" })
    local info, found = ds:table_info "outcomes", {}
    local units = claim_units.of_table(info)
    local rows, certainties = day_rows.each(ds.store, info, nil, nil, units)
    for row in rows do
      for i, unit in ipairs(units) do
        if row[unit.field] ~= nil then
          found[#found + 1] = ("%s %s: %s"):format(core.day_text(row.known), unit.field, row[certainties[i]])
        end
      end
    end
    table.sort(found)
    assert.same({ "2025-01-01 best: narration", "2025-01-01 status: narration", "2025-01-01 unit: narration",
      "2025-01-05 best: document_seen", "2025-01-05 status: narration", "2025-01-05 text: inferred" }, found)
  end)
end)
