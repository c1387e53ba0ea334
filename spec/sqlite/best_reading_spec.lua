-- Choosing among what is said of a thing, in SQL: by voices and origins, and what ties come to.

local core = require "parley.core"
local claim_weights = require "parley.storage.statements.claim_weights"

local store
setup(function() store = assert(core.open(":memory:", { mode = "memory" })) end)
teardown(function() store:close() end)

-- The weight of a claim that is `firm`, at a place.
local function at(firm, place) return firm << claim_weights.PLACE_BITS | place end

-- What a call gives over rows x, w, v and more, in their order and in reverse.
local function over(rows, call, names)
  local list = {}
  for i, row in ipairs(rows) do list[i] = "(" .. table.concat(row, ", ") .. ")" end
  local answers = {}
  for turn = 1, 2 do
    answers[turn] = table.pack(store:values(("WITH t(%s) AS (VALUES %s) SELECT %s FROM t"):format(names or "x, w, v",
      table.concat(list, ", "), call)))
    for i = 1, #list // 2 do list[i], list[#list + 1 - i] = list[#list + 1 - i], list[i] end
  end
  assert.same(answers[1], answers[2])
  return table.unpack(answers[1], 1, answers[1].n)
end

describe("best_said", function()
  it("gives what is firmest, of a voice what it said last, of several voices what more origins give", function()
    local said = "best_said(x, w, v, 0)"
    assert.equal("p", over({ { "'p'", at(2, 1), "'b'" }, { "'q'", at(1, 9), "'a'" } }, said))
    assert.equal("q", over({ { "'p'", at(2, 1), "'a'" }, { "'q'", at(2, 2), "'a'" } }, said))
    assert.equal("p", over({ { "'p'", at(2, 1), "'a'" }, { "'q'", at(2, 2), "'b'" } }, said))
    assert.equal("q", over({ { "'p'", at(2, 1), "'a'" }, { "'q'", at(2, 2), "'b'" }, { "'q'", at(1, 3), "'c'" } }, said))
    assert.equal("p", over({ { "'p'", at(2, 1), "'a'" }, { "'q'", at(2, 2), "'b'" },
      { "'q'", at(2, 3), "'c' || char(31) || 'b' || char(31) || char(31)" } }, said))
    assert.equal("q", over({ { "'p'", at(2, 1), "'a' || char(31) || 'z' || char(31) || char(31)" },
      { "'p'", at(2, 1), "'z'" }, { "'q'", at(2, 2), "'b'" }, { "'q'", at(2, 3), "'c'" } }, said))
  end)

  it("folds wording where told so, and of a state counts the latest news alone", function()
    local rows = { { "'p'", at(2, 1), "'a'" }, { "'Q'", at(2, 2), "'b'" }, { "'q'", at(2, 3), "'c'" } }
    assert.equal("p", over(rows, "best_said(x, w, v, 0)"))
    assert.equal("Q", over(rows, "best_said(x, w, v, 1)"))
    rows = { { "'p'", at(2, 1), "'a'" }, { "'q'", at(2, 2), "'b'" }, { "'q'", at(1, 3), "'c'" } }
    assert.equal("q", over(rows, "best_said(x, w, v, 0)"))
    assert.equal("p", over(rows, "best_said(x, w, v, 2)"))
  end)

  it("takes many voices, of which none decides", function()
    local rows = {}
    for i = 1, 500 do rows[i] = { ("'w%03d'"):format(i), at(1, i), ("'v%03d'"):format(501 - i) } end
    assert.equal("w500", over(rows, "best_said(x, w, v, 0)"))
  end)
end)

describe("best_quantity", function()
  -- Bounds, unit and, since it is beside them too, who says so.
  local function amount(...)
    local parts = {}
    for place = 0, 3 do parts[place + 1] = ("quantity_part(best_quantity(w, v, l, b, h, u), %d)"):format(place) end
    return { over({ ... }, table.concat(parts, ", "), "l, b, h, w, v, u") }
  end

  it("gives the hull of amounts that tie, if all say the same beside them", function()
    assert.same({ 4, nil, 9, "km" }, amount({ 4, 5, 6, at(1, 1), "'a'", "'km'" }, { 7, 8, 9, at(1, 2), "'b'", "'km'" }))
    assert.same({ 4, 5, 6, "km" }, amount({ 4, 5, 6, at(1, 1), "'a'", "'km'" }, { 7, 8, 9, at(1, 2), "'b'", "'mi'" }))
    assert.same({ 0.5, nil, 9, nil },
      amount({ 0.5, 0.5, 0.5, at(1, 1), "'a'", "NULL" }, { 7, 8, 9, at(1, 2), "'b'", "NULL" }))
    assert.same({ nil, nil, 9, "km" },
      amount({ "NULL", "NULL", 6, at(1, 1), "'a'", "'km'" }, { 7, 8, 9, at(1, 2), "'b'", "'km'" }))
  end)

  it("keeps beside an amount what its claim says, or its source, or the same amount; else what most say", function()
    assert.same({ 7, 7, 7, "mi" }, amount({ 7, 7, 7, at(2, 1), "'a'", "NULL" },
      { "NULL", "NULL", "NULL", at(1, 2), "'a'", "'mi'" }, { 7, 7, 7, at(1, 3), "'b'", "'km'" }))
    assert.same({ 7, 7, 7, "km" }, amount({ 7, 7, 7, at(2, 1), "'a'", "NULL" }, { 7, 7, 7, at(1, 3), "'b'", "'km'" },
      { 9, 9, 9, at(1, 4), "'c'", "'mi'" }))
    assert.same({ 7, 7, 7, nil }, amount({ 7, 7, 7, at(2, 1), "'a'", "NULL" }, { 9, 9, 9, at(1, 4), "'c'", "'mi'" }))
    local none = "NULL"
    assert.same({ nil, nil, nil, "km" }, amount({ none, none, none, at(1, 1), "'a'", "'mi'" },
      { none, none, none, at(1, 2), "'b'", "'km'" }, { none, none, none, at(1, 3), "'c'", "'km'" }))
    assert.same({ nil, nil, nil, nil }, amount({ none, none, none, at(1, 1), "'a'", none }))
  end)

  it("takes texts of any length, and many rows", function()
    local rows = {}
    for i = 1, 300 do rows[i] = { i, i, i, at(1, i), ("'v%03d'"):format(i), ("'%s'"):format(("x"):rep(400) .. i % 2) } end
    assert.same({ 1, 1, 1, ("x"):rep(400) .. "1" }, amount(table.unpack(rows)))
  end)

  it("is no tie where one says more and the other agrees, or more say it", function()
    assert.same({ 5, 5, 5, "km" }, amount({ 4, 4, 6, at(1, 2), "'a'", "'km'" }, { 5, 5, 5, at(1, 1), "'b'", "'km'" }))
    assert.same({ 7, 8, 9, "km" }, amount({ 1, 2, 3, at(1, 3), "'a'", "'km'" }, { 7, 8, 9, at(1, 2), "'b'", "'km'" },
      { 7, 8, 9, at(1, 1), "'c'", "'km'" }))
  end)
end)

it("weights are laid out as they are read", function()
  assert.same({ 30, 56 }, { claim_weights.PLACE_BITS, claim_weights.CLASS_BITS })
end)
