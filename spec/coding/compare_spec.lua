-- Where two datasets contradict each other: pairs by id, by ids of other datasets, by stated columns; what is precise
-- contradicts nothing that is less so.
-- Holds: coding.compare, coding.compared_values

local parley = require "parley"
local server = require "spec.support.server"
local server_dataset = require "spec.support.server_dataset"

local function lines(f)
  local list = {}
  for _, row in ipairs(f:all()) do
    list[#list + 1] = ("%s %s %s: %s, %s (%s)"):format(row.key, row.field or "-", row.kind, row.a or "-", row.b or "-",
      row.by or "-")
  end
  return list
end

local function fill(ds, side)
  local is_a = side == "a"
  local function either(of_a, of_b)
    if is_a then return of_a end
    return of_b
  end
  ds:add("sources", { id = "s", published = "2025-06-02" }, { source = "s" })
  local by = { source = "s" }
  ds:add("processes", { id = side .. "-accord", name = "Accord", ucdp = "1565", start = "1992-04" }, by)
  ds:add("parties", { id = "уряд", name = "Уряд", kind = either("state", "organisation") }, by)
  ds:add("parties", { id = "حزب", name = either("حزب", "Hizb") }, by)
  ds:add("talks", { id = "t1", date = either("1992-04", "1992-04-24"), result = either("partial", nil) },
    by)
  ds:add("talks", { id = "t2", date = either("1992-04-24", "1992-05-01") }, by)
  ds:add("outcomes", { id = "o1", best = either(100, nil), low = either(nil, 90),
    high = either(nil, 120), giver = either("уряд; حزب", "уряд"), receiver = "уряд" }, by)
  ds:add("outcomes", { id = "o2", best = either(100, 130) }, by)
  if is_a then ds:add("talks", { id = "t3" }, by) end
  return ds
end

local EXPECTED = { "уряд kind value: state, organisation (-)", "حزب name label: حزب, Hizb (-)",
  "t2 date date: 1992-04-24, 1992-05-01 (7.0)", "t3 - only_a: -, - (-)",
  "o2 best value: 100, 130 (30.0)", "o1 giver value: уряд; حزب, уряд (-)" }

local function holds(a, b)
  local found, expected = lines(parley.compare(a, b)), table.move(EXPECTED, 1, #EXPECTED, 1, {})
  table.sort(found)
  table.sort(expected)
  assert.same(expected, found)
  assert.same({ "t2 date date: 1992-04-24, 1992-05-01 (7.0)" },
    lines(parley.compare(a, b, { tables = "talks", fields = "date" }):where "kind != 'only_a'"))
end

describe("two datasets", function()
  it("contradict each other where both cannot be true", function()
    local a <close> = fill(parley.open ":memory:", "a")
    local b <close> = fill(parley.open ":memory:", "b")
    holds(a, b)
    local accord = parley.compare(a, b, { tables = "processes" })
    assert.equal(0, #accord)          -- one process, by UCDP's number
    assert.equal(2, #parley.compare(a, b, { tables = "processes", on = "id" }))
  end)

  it("that are one contradict each other nowhere", function()
    for _, name in ipairs { "istanbul-2025", "russia-ukraine-talks" } do
      local ds <close> = parley.open(name)
      local again <close> = parley.open(name)
      assert.equal(0, #parley.compare(ds, again))
    end
  end)
end)

describe("rows of two files", function()
  local function f(rows) return parley.frame(rows) end

  it("are paired by stated columns", function()
    local a = f { { id = "x", n = 5, n_low = 4, n_high = 9, place = "Київ", day = "1" }, { id = "y", n = 1 }, { id = "z" },
      { id = "z" } }
    local b = f { { code = "x", n = 9, place = "київ", day = "2" }, { code = "z" }, { code = "w" } }
    assert.same({ "x day value: 1, 2 (-)", "z - several: 2, 1 (-)", "y - only_a: -, - (-)", "w - only_b: -, - (-)" },
      lines(parley.compare(a, b, { on = { id = "code" } })))
    assert.same({ "x day value: 1, 2 (-)" },
      lines(parley.compare(a, b, { on = { id = "code" }, fields = { "day", "place" } }):where "field is not nil"))
  end)

  it("are refused in words", function()
    local a, ds = f { { id = "x" } }, parley.open()
    for told, arguments in pairs {
      ["parley.compare() takes datasets, Frames or queries, and b is a number"] = { a, 3 },
      ["parley.compare() takes two datasets, or two Frames or queries, not one of each: give ds.talks where rows are "
        .. "meant"] = { a, ds },
      ["no column 'ix' in a; did you mean 'id'?"] = { a, a, { on = "ix" } },
      ["parley.compare() of rows needs the columns that say which are the same thing: {on = \"id\"}, or {on = {conflict "
        .. "= \"conflict_id\"}} where they are called otherwise"] = { a, a },
    } do
      local _, err = pcall(parley.compare, table.unpack(arguments, 1, 3))
      assert.equal(told, (tostring(err):match "parley: (.*)"))
    end
  end)

  it("of rows holds columns of dates as dates: precision is no contradiction, and days lie between", function()
    local path, remove = require("spec.support.scratch").folder()
    finally(remove)
    require("spec.support.scratch").write(path "a.csv", "id,signed\nx,1992-04\ny,1992-04-01\n")
    require("spec.support.scratch").write(path "b.csv", "id,signed\nx,1992-04-24\ny,1992-04-24\n")
    local found = parley.compare(parley.read(path "a.csv"), parley.read(path "b.csv"), { on = "id" })
    assert.same({ "y signed date: 1992-04-01, 1992-04-24 (23.0)" }, lines(found))
  end)

  -- The files of the shared data that speak of the same conflicts.
  local CEASEFIRES = "../shared/data/ceasefires/ceasefires_dataset.csv"
  local AGREEMENTS = "../shared/data/ucdp/ucdp-peace-agreements-221.csv"
  local file = io.open(CEASEFIRES, "rb")
  if file then file:close() end
  (file and it or pending)("of ceasefires and of peace agreements agree on regions; one conflict lies in two countries",
    file and function()
      local ours = assert(parley.read(CEASEFIRES)):distinct("ucdp_acd_id", "location", "region")
      local theirs = assert(parley.read(AGREEMENTS)):distinct("conflict_id", "region")
      local found = parley.compare(ours, theirs, { on = { ucdp_acd_id = "conflict_id" }, fields = "region" })
      assert.same({ "389 - several: 2, 1 (-)" }, lines(found:where "kind != 'only_a' and kind != 'only_b'"))
      assert.is_true(found:where { kind = "only_a" }:count() > 20)
    end)
end)

server.needed(describe, it, pending)("two datasets, one on a server #server", function()
  it("contradict each other as two in memory", function()
    local made = server_dataset.new()
    local a <close> = fill(parley.open ":memory:", "a")
    local done, err = pcall(holds, a, fill(made.ds, "b"))
    made:drop()
    if not done then error(err, 0) end
  end)
end)
