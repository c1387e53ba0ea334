-- A fourth engine: random queries over random tables, asked of SQLite and of the server, have the same answers.
-- PARLEY_SERVER_CASES says how many (600 unless set), PARLEY_SEED which. Left out, before it runs, is what the server
-- cannot be brought to give: see `cannot_be_equal`.
-- Holds: query.sql.strict

local parley = require "parley"
local chance = require "spec.support.chance"
local frame_copies = require "parley.query.sql.frame_copies"
local query_of = require "spec.support.frame_query"
local random_queries = require "spec.support.random_queries"
local random_tables = require "spec.support.random_tables"
local same_answers = require "spec.support.same_answers"
local server = require "spec.support.server"

local needed = server.needed(describe, it, pending)

local CASES = tonumber(os.getenv "PARLEY_SERVER_CASES") or 600
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

-- It has no sortkey() and no balanced pairs in patterns, and says so before it runs.
local function asks_for_what_is_not_there(text)
  return text:find("sortkey(", 1, true) ~= nil or text:find("%b", 1, true) ~= nil
end

local MIXES_ROWS = { distinct = true, unpivot = true }
local TAKES_IN_ORDER = { "first%(", "last%(", "list%(", "string_agg%(", "cumsum%(", "lag%(", "lead%(", "rolling_",
  "row_number%(", "mode%(", "rank%(" }

local function takes_in_order(text)
  for _, pattern in ipairs(TAKES_IN_ORDER) do
    if text:find(pattern) then return true end
  end
  return false
end

-- Different rows, those of columns, and those of items that nothing had sorted, stand as the server finds them: what
-- takes some of them in their order has to sort them first.
local function hangs_on_an_order_of_nobody(query)
  local mixed, sorted = false, false
  for _, step in ipairs(query.steps) do
    if step.verb == "sort" then mixed, sorted = false, true end
    if mixed and (step.verb == "limit" or any({ table.unpack(step.args, 1, step.args.n) }, takes_in_order)) then
      return true
    end
    mixed = mixed or MIXES_ROWS[step.verb] or step.verb == "split" and not sorted
  end
  return mixed and query.finish ~= nil and (query.finish.verb == "list" or any({ table.unpack(query.finish.args, 1, query.finish.args.n) },
    takes_in_order))
end

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
  return any(parts, is_no_text) and "bytes" or any(parts, asks_for_what_is_not_there) and "refused"
    or hangs_on_an_order_of_nobody(query) and "order" or nil
end

needed("random queries on a server #server", function()
  local store, schema, of_sqlite

  setup(function()
    store, schema = server.store { dialect = require "parley.query.sql.dialect.postgres" }
    store:exec(store.dialect.beforehand(store.dialect.quote(schema)))
    store:exec(store.dialect.enter(schema))
    of_sqlite = frame_copies.store
  end)
  teardown(function() server.drop(store, schema) end)

  -- Rows that nothing has sorted come as a server finds them, and different ones that a sort leaves level.
  local function is_unsorted(query)
    local sorted = false
    for _, step in ipairs(query.steps) do
      if MIXES_ROWS[step.verb] then return true end
      sorted = sorted or step.verb == "sort"
    end
    return not sorted
  end

  local function difference_of(here, there, query)
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
    assert.is_true((left_out.bytes or 0) + (left_out.refused or 0) <= 2 * asked, "most were left out")
    assert.is_true((left_out.order or 0) <= 0.15 * asked, "too many were left out for their order")
  end)

  it("once differed in these", function()
    local f = parley.frame { { k = "a", g = "x", n = 3 }, { k = "a", g = "y", n = 5 }, { k = "b", g = "x", n = 5 } }
    local function answers(ask)
      local here = tostring(ask(query_of(f, "sql")))
      frame_copies.store = function() return store end
      local there = tostring(ask(query_of(f, "sql")))
      frame_copies.store = of_sqlite
      assert.equal(here, there)
      return there
    end
    answers(function(q) return q:pivot { rows = "k", columns = "g", values = "(sum(n) = 5)" }:frame() end)
    local chain = "(k = 'a' %s g = 'x') as c"
    for _, op in ipairs { "or", "and" } do
      answers(function(q)
        return q:select("n", chain:format(op)):by "c":summarise("count() as x", ("(c %s c) != true as y"):format(op)):frame()
      end)
    end
    local function failure(q) return select(2, pcall(q.frame, q)).code end
    for _, text in ipairs { "coalesce(min(n), sum(m))", "if(true, 1, sum(m))", "true or sum(m) > 5" } do
      local made = answers(function(q)
        return failure(q:select("k", "n", "9223372036854775807 as m")
          :by("k"):summarise(text .. " as v"))
      end)
      assert.equal("overflow", made)
    end
    assert.matches("%-5 +%-12", answers(function(q) return q:select("-((n + 2)) as v", "-(n + n) * 2 as w"):frame() end))
  end)

  it("leave out by a rule that looks at texts and tables", function()
    local function query(values, text)
      return { table = { n = 1, columns = { { name = "t", type = "text", values = values } } },
        steps = { { verb = "where", args = { text, n = 1 } } } }
    end
    assert.is_nil(cannot_be_equal(query({ "é" }, "t = 'a'")))
    assert.equal("bytes", cannot_be_equal(query({ "\xff" }, "t = 'a'")))
    assert.equal("bytes", cannot_be_equal(query({ "a" }, "t = 'a\0'")))
    assert.equal("refused", cannot_be_equal(query({ "a" }, "sortkey(t) = 'a'")))
    local made = query({ "a" }, "t = 'a'")
    made.steps = { { verb = "distinct", args = {} }, { verb = "limit", args = { 2, n = 1 } } }
    assert.equal("order", cannot_be_equal(made))
    table.insert(made.steps, 2, { verb = "sort", args = { "t", n = 1 } })
    assert.is_nil(cannot_be_equal(made))
    made.steps = { { verb = "split", args = { "t", n = 1 } }, { verb = "limit", args = { 2, n = 1 } } }
    assert.equal("order", cannot_be_equal(made))
    table.insert(made.steps, 1, { verb = "sort", args = { "t", n = 1 } })
    assert.is_nil(cannot_be_equal(made))
    made.steps, made.finish = { { verb = "distinct", args = {} } }, { verb = "list", args = { "t", n = 1 } }
    assert.equal("order", cannot_be_equal(made))
  end)
end)
