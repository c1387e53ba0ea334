-- The dialect of PostgreSQL has whatever SQLite's has, of the same kind.
-- Holds: query.sql.dialect.postgres, query.sql.dialect.postgres_file, query.sql.dialect.on_conflict

local postgres = require "parley.query.sql.dialect.postgres"
local sqlite = require "parley.query.sql.dialect.sqlite"

-- What only one of them needs to say: false elsewhere.
local function kind_of(value) return value == false and "nothing" or type(value) end

local function all_entries(d)
  local _ = d.catalogue          -- loads the rest
  local names = {}
  for name in pairs(d) do names[#names + 1] = name end
  table.sort(names)
  return names
end

describe("the dialect of PostgreSQL", function()
  it("has all entries of SQLite's, and no others", function()
    assert.same(all_entries(sqlite), all_entries(postgres))
    for _, name in ipairs(all_entries(sqlite)) do
      local one, other = kind_of(sqlite[name]), kind_of(postgres[name])
      assert.is_true(one == other or one == "nothing" or other == "nothing", ("%s is %s, %s"):format(name, one, other))
    end
    for _, name in ipairs { "ask", "catalogue" } do
      for key in pairs(sqlite[name]) do
        assert.is_true(type(postgres[name][key]) == "string" or postgres[name][key] == false, name .. "." .. key)
      end
    end
  end)

  it("says as SQLite's does what follows an insert of a key that is there", function()
    for _, d in ipairs { sqlite, postgres } do
      assert.equal(" ON CONFLICT(id) DO NOTHING", d.or_keep "id")
      assert.equal(" ON CONFLICT(id) DO UPDATE SET n = t.n + 1", d.or_change("id", "n = t.n + 1"))
      assert.equal(" ON CONFLICT(id) DO UPDATE SET a = excluded.a, b = excluded.b", d.or_update("id", { "a", "b" }))
      assert.equal(d.or_update("id", { "a" }) .. " WHERE " .. d.differs("t.a", "excluded.a"),
        d.or_update_changed("id", { "a" }, "t"))
    end
  end)

  it("alone knows what stands in places of its texts", function()
    local function emit(arg) return "<" .. arg.value .. ">" end
    local node = { args = { { value = 1 }, { value = 2 } } }
    assert.equal("parley_hashed(<1>), parley_hashed(<2>)", postgres.places.hashed(node, emit))
    assert.equal("2", postgres.places.steps(node, emit))
    assert.equal("1", postgres.places.steps({ args = { { value = 7 } } }, emit))
    local files <close> = io.popen "find lua/parley/query/sql -name '*.lua' -not -path '*/dialect/*'"
    local read = 0
    for path in files:lines() do
      local file <close> = assert(io.open(path))
      local text = file:read "a"
      read = read + 1
      for _, word in ipairs { "parley_hashed", "hashed", '"steps"', "ctid", "bytea" } do
        assert.is_nil(text:find(word, 1, true), path .. " says " .. word)
      end
    end
    assert.is_true(read > 20)
  end)

  it("has a name for every type", function()
    for _, name in ipairs(require("parley.base.types").names()) do assert.is_string(postgres.types[name], name) end
    assert.equal('text COLLATE "C"', postgres.types.date)
    assert.equal('CAST(x AS text) COLLATE "C"', postgres.read_as("x", "text"))
    assert.is_nil(postgres.types.nonsense)
  end)

  it("takes no name that the server would cut", function()
    assert.is_true(postgres.is_odd_name(("n"):rep(64)))
    assert.is_false(postgres.is_odd_name(("n"):rep(63)))
    assert.is_true(postgres.is_odd_name(""))
    assert.equal('"a""b"', postgres.quote 'a"b')
  end)

  it("writes lists as arrays, whatever stands in them", function()
    assert.equal([[{"a","b \"c\" \\","",12}]], postgres.list { "a", 'b "c" \\', "", 12 })
    assert.equal("{2,3}", postgres.list({ 1, 2, 3, 4 }, 2, 3))
    assert.equal("{}", postgres.list {})
    assert.equal('id IN (SELECT unnest(CAST($1 AS text[])) COLLATE "C")', postgres.in_list("id", "$1"))
    assert.equal("claim IN (SELECT unnest(CAST($1 AS bigint[])))", postgres.in_list("claim", "$1", "integer"))
  end)

  it("finds the last parameter outside of names and literals", function()
    assert.equal(2, postgres.last_param [[SELECT "$9", 'costs $12', $2, $1]])
    assert.equal(0, postgres.last_param "SELECT 1")
  end)

  it("spreads what is missing through the greatest and the least", function()
    assert.equal("(CASE WHEN a >= b THEN a WHEN a < b THEN b END)", postgres.greatest("a", "b"))
    assert.equal("(CASE WHEN a <= b THEN a WHEN a > b THEN b END)", postgres.least("a", "b"))
  end)

  it("writes shapes as LIKE reads them", function()
    assert.equal([[code LIKE 'a\_%b\%']], postgres.has_shape("code", "a_*b%"))
  end)

  it("calls functions of the schema where the server has none", function()
    assert.equal("coalesce(a, b)", postgres.call("coalesce", "a", "b"))
    assert.equal('INSERT INTO t("id", "n") VALUES ($1, $2) ON CONFLICT("id") DO UPDATE SET "n" = excluded."n"',
      postgres.replacing("t", { "id", "n" }, "$1, $2", { "id" }))
  end)
end)
