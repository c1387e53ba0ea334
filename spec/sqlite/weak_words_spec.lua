-- weak_words(is_firm, weight, voice, x, ...): which words are taken from a claim that is not firm, held against best_said.

local core = require "parley.core"
require "parley"          -- sentences of failures are made there
local claim_weights = require "parley.storage.statements.claim_weights"

local store
setup(function() store = assert(core.open(":memory:", { mode = "memory" })) end)
teardown(function() store:close() end)

-- "SELECT …" over rows of a table of values.
local function over(names, rows, what)
  return store:values(("WITH t(%s) AS (VALUES %s) SELECT %s FROM t"):format(names, table.concat(rows, ", "), what))
end

local function at(firm, place) return firm << claim_weights.PLACE_BITS | place end

-- A voice: a source, and sometimes who rests on which, speaks and codes.
local function random_voice()
  local source = ("'%s'"):format(("abc"):sub(math.random(3)):sub(1, 1))
  if math.random() < 0.6 then return source end
  local function part(list) return ("'%s'"):format(list[math.random(#list)]) end
  return table.concat({ source, part { "", "z", "a" }, part { "", "him" }, part { "", "", "ann", "bob", "\1A", "\1B" } },
    " || char(31) || ")
end

local COLUMNS = 4

-- Rows of f, w, v, x1 …; where `by_weight`, whether a row is firm follows from how firm its weight is.
local function random_rows(by_weight)
  local rows = {}
  for i = 1, math.random(7) do
    local weight = math.random(3)
    local cells = { by_weight and (weight == 2 and 1 or 0) or math.random(0, 1),
      math.random() < 0.1 and "NULL" or at(weight, i), random_voice() }
    for c = 1, COLUMNS do cells[3 + c] = math.random() < 0.4 and "NULL" or ("'%d'"):format(math.random(3)) end
    rows[i] = "(" .. table.concat(cells, ", ") .. ")"
  end
  return rows
end

describe("weak_words", function()
  it("sets the bits that best_said would tell of each column by itself", function()
    math.randomseed(41)
    local bits, args = {}, {}
    for c = 1, COLUMNS do
      args[c] = "x" .. c
      bits[c] = ("((best_said(f, w, v, 0) FILTER (WHERE x%d IS NOT NULL) IS 0) << %d)"):format(c, c - 1)
    end
    local names = "f, w, v, " .. table.concat(args, ", ")
    local call = ("weak_words(%s), %s"):format(names, table.concat(bits, " | "))
    local seen = {}
    for round = 1, 1500 do
      local rows = random_rows(round % 3 > 0)
      local mask, expected = over(names, rows, call)
      if mask ~= expected then error(("%s: %d, and not %d"):format(table.concat(rows, ", "), mask, expected)) end
      seen[mask] = true
    end
    for mask = 0, (1 << COLUMNS) - 1 do assert.is_true(seen[mask]) end
  end)

  it("judges nothing where no row counts, and groups apart from each other", function()
    assert.equal(0, (over("f, w, v, x", { "(0, NULL, 'a', 'p')" }, "weak_words(f, w, v, x)")))
    assert.equal(0, (store:values "SELECT weak_words(0, 1, 'a', 'p') FROM (SELECT 1) WHERE 1 = 0"))
    local list = {}
    for mask in store:each(("WITH t(g, f, w, v, x, y) AS (VALUES (1, 0, %d, 'a', 'p', NULL), (2, 1, %d, 'a', 'p', 'q'), "
      .. "(3, 0, %d, 'b', NULL, 'q')) SELECT weak_words(f, w, v, x, y) FROM t GROUP BY g ORDER BY g"):format(at(1, 1),
      at(1, 2), at(1, 3)), { n = 0 }) do list[#list + 1] = mask end
    assert.same({ 1, 0, 2 }, list)
  end)

  it("takes 62 columns, and says so of none and of more", function()
    local args = "0, 1, 'a'" .. (", NULL"):rep(61)
    assert.equal(1 << 61, (store:values(("SELECT weak_words(%s, 'p')"):format(args))))
    for _, wrong in ipairs { "0, 1, 'a'", args .. ", NULL, NULL" } do
      local err = select(2, pcall(store.values, store, ("SELECT weak_words(%s)"):format(wrong)))
      assert.matches("weak_words takes 4 to 65 arguments", tostring(err), 1, true)
    end
  end)
end)
