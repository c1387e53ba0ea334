-- ds:changes{}: new things, fields that changed with the claims that did it, and readings that lost, between two days.

local parley = require "parley"
local scratch = require "spec.support.scratch"

-- What changed, as "change table id field: before > after (by)".
local function lines(frame)
  local list = {}
  for row in frame:rows() do
    list[#list + 1] = ("%s %s %s %s: %s > %s (%s)"):format(row.change, row.table, row.id, row.field or "-",
      row.before or "-", row.after or "-", row.by)
  end
  return list
end

describe("changes between two days", function()
  local ds

  -- Three reports on one swap, and one on what came of it.
  setup(function()
    ds = assert(parley.open(":memory:"))
    for id, day in pairs { march = "2024-03-10", april = "2024-04-05", june = "2024-06", july = "2024-07-01" } do
      ds:add("sources", { id = id, title = id, published = day }, { source = id })
    end
    ds:add("sources", { id = "undated", title = "Undated" }, { source = "undated" })
    ds:add("parties", { id = "lake", name = "Lake" }, { source = "march" })
    ds:add("outcomes", { id = "swap", text = "A swap.", giver = "lake", best = 40, unit = "people",
      status = "announced", due = "2024-05" }, { source = "march", certainty = "narration" })
    ds:claim("outcomes", "swap", { best = 30, unit = "people", status = "agreed" }, { source = "april", certainty = "on_record_quote" })
    ds:claim("outcomes", "swap", { best = 35, due = "2024-05-10" }, { source = "april", certainty = "narration" })
    ds:claim("outcomes", "swap", { best = 50 }, { source = "undated", certainty = "on_record_quote" })
    ds:add("deliveries", { id = "first", outcome = "swap", best = 10, text = "A first part." }, { source = "july" })
    ds:claim("outcomes", "swap", { best = 99 }, { source = "june", certainty = "on_record_quote" })
  end)
  teardown(function() ds:close() end)

  it("are what came between them: fields with the claims that changed them, and readings that lost", function()
    assert.same({
      "changed outcomes swap best: 40 > 30 (april)",
      "lost outcomes swap best: 35 > 30 (april)",
      "changed outcomes swap due: 2024-05 > 2024-05-10 (april)",
      "changed outcomes swap status: announced > agreed (april)",
      "new sources april -: - > april (april)",
    }, lines(ds:changes { from = "2024-03-31", to = "2024-04-30" }))
  end)

  it("say why the one is shown, when it was reported, and by which claims", function()
    local row = ds:changes { from = "2024-03-31", to = "2024-04-30" }:first()
    assert.same({ "2024-04-05", "firmer certainty: on_record_quote over narration" }, { row.reported, row.why })
    local claim = ds.outcomes:claims():where { claim = math.tointeger(row.claims) }:one()
    assert.same({ "april", 30 }, { claim.source, claim.best })
  end)

  it("tell new things once, by what they are called", function()
    assert.same({ "new deliveries first -: - > A first part. (july)", "new sources july -: - > july (july)" },
      lines(ds:changes { from = "2024-06-30", to = "2024-07-01" }))
    local other <close> = assert(parley.open(":memory:"))
    other:add("sources", { id = "s", published = "2024-01-01" })
    other:add("people", { id = "ana", name = "Ana" }, { source = "s" })
    other:add("talks", { id = "t" }, { source = "s" })
    for _, id in ipairs { "lake", "hill" } do other:add("parties", { id = id }, { source = "s" }) end
    other:add("participants", { id = "head", talk = "t", party = "lake", person = "ana" }, { source = "s" })
    other:add("participants", { id = "side", talk = "t", party = "hill", role = "host" }, { source = "s" })
    other:add("memberships", { id = "m", party = "lake", whole = "hill" }, { source = "s" })
    assert.same({ "new memberships m -: - > lake (s)", "new participants head -: - > ana (s)",
      "new participants side -: - > hill (s)" },
      lines(other:changes { from = "2023", tables = { "memberships", "participants" } }))
  end)

  it("are none where nothing came", function()
    assert.equal(0, #ds:changes { from = "2024-04-05", to = "2024-04-30" })
    assert.equal(0, #ds:changes { from = "2024-04-05", to = "2024-04-05" })
  end)

  it("are those of the tables as of the days", function()
    for _, day in ipairs { "2024-03-31", "2024-04-30", "2024-06-30" } do
      local row = ds:as_of(day).outcomes:get "swap"
      assert.equal(({ ["2024-03-31"] = 40, ["2024-04-30"] = 30, ["2024-06-30"] = 99 })[day], row.best)
    end
    assert.same({ "changed outcomes swap unit: people > - (june)", "changed outcomes swap best: 30 > 99 (june)",
      "new sources june -: - > june (june)" },
      lines(ds:changes { from = "2024-05", to = "2024-06" }))
  end)

  it("do not count what may have been reported by a day, and say so", function()
    local frame = ds:changes { from = "2024-04-05", to = "2024-06-15" }
    assert.equal(0, #frame)
    assert.same({ "2 claims may have been known by one of the days already: reported on a day too wide",
      "2 claims have no day of report, and are known on no day" },
      { frame:notes()[1].note, frame:notes()[2].note })
  end)

  it("without a second day run to all that the dataset shows", function()
    local found = lines(ds:changes { from = "2024-07-01", tables = "outcomes" })
    assert.same({ "lost outcomes swap best: 50 > 99 (undated)" }, found)
    assert.same({}, lines(ds:as_of("2024-04-30"):changes { from = "2024-04-30" }))
  end)

  it("follow a policy", function()
    local denied = ds:with_policy { deny = { "april" } }
    assert.same({}, lines(denied:changes { from = "2024-03-31", to = "2024-04-30", tables = { "outcomes" } }))
    assert.same({ "changed outcomes swap unit: people > - (june)", "changed outcomes swap best: 40 > 99 (june)" },
      lines(denied:changes { from = "2024-03-31", to = "2024-06-30", tables = "outcomes" }))
  end)

  it("refuse what they cannot answer", function()
    local function refused(expected, fn) assert.equal(expected, scratch.message_of(fn)) end
    for _, given in ipairs { { from = "2025" }, { from = "2024-03-31", to = "2025" } } do
      refused("changes{}: this view ends on 2024-04-30, and '2025' on a later day; "
        .. "ask the dataset that it is a view of", function() ds:as_of("2024-04-30"):changes(given) end)
    end
    refused("changes{} needs the day to start from, as in changes{from = '2025-06-01'}", function() ds:changes {} end)
    refused("changes{}: from '2024-06', which ends on 2024-06-30, is later than to '2024-05', which ends on 2024-05-31", function()
      ds:changes { from = "2024-06", to = "2024-05" }
    end)
    refused("from of changes{} takes a date with an end, not '2024-06/..'", function()
      ds:changes { from = "2024-06/.." }
    end)
  end)
end)

describe("changes of the bundled datasets", function()
  local function ids_of(q)
    local ids = {}
    for id in q:each "id" do ids[id] = true end
    return ids
  end

  -- Holds the changes against the tables as of both days: every new thing, and every field of text, day or number.
  local function check(name, from, to)
    local ds <close> = assert(parley.open(name))
    local earlier, later, seen = ds:as_of(from), ds:as_of(to), { new = 0, changed = 0 }
    local rows = ds:changes { from = from, to = to }
    for _, tab in ipairs { "talks", "demands", "outcomes", "deliveries", "statements" } do
      local before, after, told = ids_of(earlier:table(tab)), ids_of(later:table(tab)), {}
      for row in rows:where { table = tab, change = "new" }:rows() do told[row.id] = true end
      for id in pairs(after) do assert.equal(not before[id], told[id] or false, tab .. " " .. id) end
      for row in rows:where { table = tab, change = "changed" }:rows() do
        local was, is = earlier:table(tab):get(row.id)[row.field], later:table(tab):get(row.id)[row.field]
        if not row.field:find "_best$" and row.field ~= "best" and row.field ~= "age_min" then
          assert.same({ was and tostring(was), is and tostring(is) }, { row.before, row.after }, tab .. " " .. row.id)
        end
        seen.changed = seen.changed + 1
      end
      for _ in pairs(told) do seen.new = seen.new + 1 end
    end
    return seen
  end

  it("are the difference of the tables as of the days", function()
    for _, case in ipairs {
      { "istanbul-2025", "2025-05-31", "2025-06-01", 22, 0 }, { "istanbul-2025", "2025-06-01", "2025-06-03", 59, 12 },
      { "istanbul-2025", "2025-06-03", "2025-07-21", 20, 0 },
      { "russia-ukraine-talks", "2022-03-13", "2022-03-17", 18, 5 },
      { "russia-ukraine-talks", "2025-06-01", "2025-07-24", 75, 13 },
      { "russia-ukraine-talks", "2026-02-16", "2026-02-20", 9, 4 },
    } do
      local name, from, to, new, changed = table.unpack(case)
      assert.same({ new = new, changed = changed }, check(name, from, to), ("%s %s"):format(name, from))
    end
  end)

  it("tell what the second round brought to istanbul-2025", function()
    local ds <close> = assert(parley.open "istanbul-2025")
    local found = ds:changes { from = "2025-06-01", to = "2025-06-03", tables = "talks" }
    local row = found:where { id = "r2", field = "status" }:one()
    assert.same({ "changed", "scheduled", "held" }, { row.change, row.before, row.after })
  end)

  it("keep the readings that lost in russia-ukraine-talks", function()
    local ds <close> = assert(parley.open "russia-ukraine-talks")
    local found = ds:changes { from = "2022-03-13", to = "2022-03-31" }
    assert.is_true(found:where { table = "talks", id = "istanbul-2022", change = "new" }:count() == 1)
    for row in found:rows() do
      assert.is_truthy(row.change == "gone" or row.reported == nil or row.reported > "2022-03-13", row.id)
    end
  end)
end)

describe("the work of changes", function()
  -- Outcomes of which each has three claims on three days, of two sources that differ.
  local function dataset_of(n)
    local ds = assert(parley.open(":memory:"))
    for i = 1, 3 do ds:add("sources", { id = "s" .. i, published = "2025-06-0" .. i }) end
    ds:atomic(function()
      for i = 1, n do
        local id = "o" .. i
        ds:add("outcomes", { id = id, best = i, status = "announced" }, { source = "s1" })
        ds:claim("outcomes", id, { best = i + 1, status = "agreed" }, { source = "s2" })
        ds:claim("outcomes", id, { best = i + 2 }, { source = "s3", certainty = "inferred" })
      end
    end)
    return ds
  end

  -- Hundreds of instructions of Lua, which no other program disturbs.
  local function work_of(n)
    local ds <close> = dataset_of(n)
    local hundreds = 0
    ds:changes { from = "2025-06-01", to = "2025-06-03" }
    debug.sethook(function() hundreds = hundreds + 1 end, "", 100)
    local rows = #ds:changes { from = "2025-06-01", to = "2025-06-03" }
    debug.sethook()
    assert.equal(3 * n + 2, rows)
    return hundreds
  end

  it("grows with the claims, and no faster", function()
    local few, many = work_of(200), work_of(1600)
    assert.is_true(many < 8.5 * few, ("%d for 200 outcomes, %d for 1,600"):format(few, many))
  end)
end)
