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
