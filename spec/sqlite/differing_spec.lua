-- differing(x, ...): which columns of a group's rows do not all say the same.

local core = require "parley.core"

local store
setup(function() store = assert(core.open(":memory:", { mode = "memory" })) end)
teardown(function() store:close() end)

local function differing(names, ...)
  return (store:values(("WITH t(%s) AS (VALUES %s) SELECT differing(%s) FROM t"):format(names, table.concat({ ... }, ", "),
    names)))
end

describe("differing", function()
  it("sets a bit for each column whose values are not all the same, the missing ones left out", function()
    assert.equal(0, differing("a, b", "(1, 'x')", "(1, 'x')", "(NULL, NULL)"))
    assert.equal(2, differing("a, b", "(1, 'x')", "(1, 'y')"))
    assert.equal(5, differing("a, b, c", "(NULL, 'x', 'p')", "(1, 'x', 'q')", "(2, 'x', 'p')"))
    assert.equal(0, differing("a", "(NULL)", "(NULL)"))
  end)

  it("compares as SQLite does: numbers whatever their types, bytes of texts, a text with no number", function()
    assert.equal(0, differing("a", "(1)", "(1.0)"))
    assert.equal(1, differing("a", "(1)", "(1.5)"))
    assert.equal(1, differing("a", "(1)", "('1')"))
    assert.equal(1, differing("a", "('a')", "('A')"))
    assert.equal(1, differing("a", "('a')", "('ab')"))
    assert.equal(1, differing("a", "('')", "('a')"))
    assert.equal(0, differing("a", "('')", "('')"))
    assert.equal(1, differing("a", "('a')", "(x'61')"))
    assert.equal(0, differing("a", "(9007199254740993)", "(9007199254740993)"))
    assert.equal(1, differing("a", "(9007199254740993)", "(9007199254740992)"))
  end)

  it("keeps long texts apart, group by group", function()
    local rows = {}
    for i = 1, 20 do
      rows[i] = ("(%d, '%s', '%s')"):format(i % 2, ("x"):rep(1000), ("y"):rep(1000) .. (i % 2 == 0 and i or ""))
    end
    local list = {}
    for mask in store:each(("WITH t(g, a, b) AS (VALUES %s) SELECT differing(a, b) FROM t GROUP BY g ORDER BY g")
      :format(table.concat(rows, ", ")), { n = 0 }) do list[#list + 1] = mask end
    assert.same({ 2, 0 }, list)
  end)

  it("takes 63 columns, and says so of more", function()
    local args = ("1, "):rep(62)
    assert.equal(1 << 62, (store:values("SELECT differing(" .. args .. "x) FROM (SELECT 1 AS x UNION SELECT 2)")))
    assert.has_error(function() store:values("SELECT differing(" .. args .. "1, 2)") end)
  end)
end)
