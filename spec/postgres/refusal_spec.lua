-- What functions of the server refuse is said in the sentences of all engines, never as a key.

local parley = require "parley"
local frame_copies = require "parley.query.sql.frame_copies"
local postgres_functions = require "parley.query.sql.dialect.postgres_functions"
local query_of = require "spec.support.frame_query"
local server = require "spec.support.server"
local stores = require "spec.support.stores"

local needed = server.needed(describe, it, pending)

needed("what a server refuses", function()
  local store, schema, of_sqlite

  setup(function()
    store, schema = server.store { dialect = require "parley.query.sql.dialect.postgres" }
    store:exec(store.dialect.beforehand(store.dialect.quote(schema)))
    store:exec(store.dialect.enter(schema))
    of_sqlite = frame_copies.store
  end)
  teardown(function() server.drop(store, schema) end)

  local f = parley.frame { { k = "50%", bad = "2025-02-30", no_month = "2025-13", x = 1000.5 } }

  local function said(text)
    local function ask() return query_of(f, "sql"):with(text):frame() end
    local here = stores.raised(ask)
    frame_copies.store = function() return store end
    local done, there = pcall(stores.raised, ask)
    frame_copies.store = of_sqlite
    return here, done and there or tostring(there)
  end

  it("is said as SQLite says it", function()
    for _, text in ipairs { "days_high(k) as v", "days_high(bad) as v", "days_high(no_month) as v",
      "regexp(k, '[') as v",
      "regexp(k, '%') as v", "regexp(k, '(a') as v", "exp(x) as v", "power(x, x) as v" } do
      local here, there = said(text)
      assert.equal(here, there, text)
    end
  end)

  -- What leaves the range of a number is infinite, 0 or missing; of whole numbers it is an error.
  it("leaves the range of numbers as SQLite does", function()
    local edges = parley.frame { { g = 1, i = math.maxinteger, m = math.mininteger, n = 1e308, s = 5e-324, k = 3, p = 1 / 0 },
      { g = 1, i = math.maxinteger, m = math.mininteger, n = -1e308, s = 5e-324, k = 2, p = -1 / 0 } }
    local function answer(verb, text)
      local done, result = pcall(function()
        return query_of(edges, "sql")[verb](query_of(edges, "sql"), text):select("v"):frame():values "v"
      end)
      return done and result or stores.raised(error, result, 0)
    end
    local function alike(verb, text)
      local here = answer(verb, text)
      frame_copies.store = function() return store end
      local there = answer(verb, text)
      frame_copies.store = of_sqlite
      assert.same(here, there, text)
    end
    for _, text in ipairs { "i + 1", "i - m", "i * 2", "m - 1", "-m", "k * m", "(i - 1) + 2", "9223372036854775807 + k",
        "n + n", "n - -n", "-(-k)", "-(-(-n))", "k - -(-k)", "-(k + 1)", "-(k + 1) * 2",
        "2 - -(k - 1)", "-((k + 1) + 2) + k", "n * 10", "n * n", "-n - n", "n / s", "s * s",
        "s / n", "n * i", "i + n", "i + 0.5", "m / -1",
        "m % -1", "p - p", "p * 0", "p / p", "p + 1", "p + 0 .. ''", "n * 10 > n", "round(n * 10)", "sqrt(n * 10)",
        "k < 0 and i + 1 > 0", "k > 0 or exp(n) > 0", "k < 3 and exp(n) > 0",
        "k / 0", "coalesce(p - p, 1)", "substr('Lund', i, k)", "substr('Lund', 2, i)", "substr('Lund', m)" } do
      alike("with", text .. " as v")
    end
    for _, text in ipairs { "sum(n * 10)", "sum(k) * 9223372036854775807", "max(i) + 1", "mean(n * 10)", "sum(i)",
        "string_agg(p, '; ')", "list(p)" } do
      alike("summarise", text .. " as v")
    end
  end)

  it("has a sentence for every key that a function says", function()
    local keys = 0
    for key in postgres_functions.create(schema):gmatch "parley_fail%('([%w_.]+)'" do
      local text = stores.raised(store.exec, store, ("SELECT parley_fail('%s', 'value', '7')"):format(key))
      assert.is_nil(text:find(key, 1, true), text)
      keys = keys + 1
    end
    assert.is_true(keys >= 20, keys)
  end)
end)
