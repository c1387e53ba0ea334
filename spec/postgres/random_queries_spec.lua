-- A fourth engine: random queries over random tables, asked of SQLite and of the server, have the same answers.
-- PARLEY_SERVER_CASES says how many (60 unless set), PARLEY_SEED which. Left out, before it runs, is what the server
-- cannot be brought to give: see `cannot_be_equal`.
-- Holds: query.sql.strict

require "parley"          -- gives Frames their verbs
local chance = require "spec.support.chance"
local frame_copies = require "parley.query.sql.frame_copies"
local random_queries = require "spec.support.random_queries"
local random_tables = require "spec.support.random_tables"
local same_answers = require "spec.support.same_answers"
local server = require "spec.support.server"

local needed = server.needed(describe, it, pending)

local CASES = tonumber(os.getenv "PARLEY_SERVER_CASES") or 60
local SEED = tonumber(os.getenv "PARLEY_SEED") or 20250602
local QUERIES_OF_A_TABLE <const> = 4

-- Whether anything in a value passes a test; Frames that were made of it aside.
local function any(value, test)
  if type(value) == "string" then return test(value) end
  if type(value) ~= "table" then return false end
  for key, inner in pairs(value) do
    if key ~= "frame" and (any(key, test) or any(inner, test)) then return true end
  end
  return false
end

-- Texts of a server are UTF-8 without NUL.
local function is_no_text(text) return not utf8.len(text) or text:find("\0", 1, true) ~= nil end

-- It has no sortkey(), and says so before it runs.
local function asks_for_sortkey(text) return text:find("sortkey(", 1, true) ~= nil end

local function columns_of(made)
  local list = {}
  for i, column in ipairs(made.columns) do list[i] = { column.name, column.values } end
  return list
end

-- What of a query the server cannot be brought to give as SQLite does, told by its text and its tables alone.
local function cannot_be_equal(query)
  local parts = { columns_of(query.table) }
  for _, step in ipairs { query.finish or { args = {} }, table.unpack(query.steps) } do
    for _, arg in ipairs(step.args) do
      if type(arg) == "table" and arg.table then
        parts[#parts + 1] = columns_of(arg.table)
        for _, inner in ipairs(arg.steps) do parts[#parts + 1] = inner.args end
      else
        parts[#parts + 1] = arg
      end
    end
  end
  return any(parts, is_no_text) and "bytes" or any(parts, asks_for_sortkey) and "sortkey" or nil
end

needed("random queries on a server", function()
  local store, schema, of_sqlite

  setup(function()
    store, schema = server.store { dialect = require "parley.query.sql.dialect.postgres" }
    store:exec(store.dialect.beforehand(store.dialect.quote(schema)))
    store:exec(store.dialect.enter(schema))
    of_sqlite = frame_copies.store
  end)
  teardown(function() server.drop(store, schema) end)

  -- Rows that nothing has sorted come as a server finds them.
  local function is_unsorted(query)
    for _, step in ipairs(query.steps) do
      if step.verb == "sort" then return false end
    end
    return true
  end

  -- It is free not to look at a text that is no date where the answer does not need it.
  local function difference_of(here, there, query)
    if here.message and here.message:find("is not a date", 1, true) and not there.message then return nil end
    local difference = same_answers.difference(here, there, query)
    if not difference or here.message or query.finish or not is_unsorted(query) then return difference end
    local order
    order, query.order = query.order, "none"
    difference = same_answers.difference(here, there, query)
    query.order = order
    return difference
  end

  local function on_server(query)
    frame_copies.store = function() return store end
    local answer = same_answers.answer(query, "sql")
    frame_copies.store = of_sqlite
    return answer
  end

  it("give what SQLite gives", function()
    local asked, group, answered, left_out, differences = 0, 0, 0, {}, {}
    while asked < CASES do
      group = group + 1
      math.randomseed(SEED, group)
      local made = random_tables.table(chance.weighted { { 1, 0 }, { 1, 1 }, { 8, math.random(2, 60) } })
      for _ = 1, QUERIES_OF_A_TABLE do
        local query = random_queries.query(made)
        local reason = cannot_be_equal(query)
        if reason then
          left_out[reason] = (left_out[reason] or 0) + 1
        else
          local here, there = same_answers.answer(query, "sql"), on_server(query)
          asked, answered = asked + 1, answered + (here.message and 0 or 1)
          local difference = difference_of(here, there, query)
          if difference then
            differences[#differences + 1] = ("PARLEY_SEED=%d, table %d: %s\n%s"):format(SEED, group, difference,
              random_queries.code(query):gsub("^.-\nlocal function", "local function"))
          end
        end
      end
    end
    assert.equal("", table.concat(differences, "\n\n"))
    assert.is_true(answered >= 0.85 * asked, ("only %d of %d answered"):format(answered, asked))
    assert.is_true((left_out.bytes or 0) + (left_out.sortkey or 0) <= 2 * asked, "most were left out")
  end)

  it("leave out by a rule that looks at texts and tables", function()
    local function query(values, text)
      return { table = { n = 1, columns = { { name = "t", type = "text", values = values } } },
        steps = { { verb = "where", args = { text, n = 1 } } } }
    end
    assert.is_nil(cannot_be_equal(query({ "é" }, "t = 'a'")))
    assert.equal("bytes", cannot_be_equal(query({ "\xff" }, "t = 'a'")))
    assert.equal("bytes", cannot_be_equal(query({ "a" }, "t = 'a\0'")))
    assert.equal("sortkey", cannot_be_equal(query({ "a" }, "sortkey(t) = 'a'")))
  end)
end)
