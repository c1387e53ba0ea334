--- Tables of somebody else's database, described as the codebook describes its own.
-- What PostgreSQL declares, it holds (the dialect's `type_of`). A declared type is no promise in SQLite: text may stand
-- in an INTEGER column. So every column is `any`, and a result's types follow from its values; but a column declared as
-- a date, whose first values are dates, is one. A query that runs asks what the columns hold that its expressions name
-- (`held`), and takes them as a Frame of their values would: one that holds text and numbers is text. Rows that are
-- only handed on need not wait for that: what columns hold `at_first` is enough to read them, if whoever does so
-- refuses a text among numbers.
-- References come from foreign keys of one column; a column's meaning is its declaration.

local core = require "parley.core"
local dialect = require "parley.query.sql.dialect"
local errors = require "parley.base.errors"

local external_schema = {}

local LOOKED_AT = 100
local FIRST <const> = 10000               -- rows that are looked at before others are read

-- Whether the first values of a column that is declared as a date are dates as we read them.
local function holds_dates(store, table, column)
  local d = dialect.of(store)
  local quoted = d.quote(column)
  local sql = ("SELECT %s FROM %s WHERE %s IS NOT NULL LIMIT %d"):format(quoted, d.quote(table), quoted, LOOKED_AT)
  for value in store:each(sql, nil, { "text" }) do
    if errors.is((select(2, core.date(value)))) then return false end
  end
  return true
end

local function type_of(store, table, column, declared)
  return (declared or ""):lower() == "date" and holds_dates(store, table, column) and "date" or "any"
end

-- Where a column holds text beside numbers, as a phrase.
local function odd_value(store, table, column)
  local d = dialect.of(store)
  local found = { key = "text_beside_numbers", table = table }
  pcall(function()          -- a view has no rowid
    for row, value in store:each(d.first_text(table, column), nil, { "integer", "text" }) do
      found = { key = "table_row_has", row = row, table = table, value = value }
    end
  end)
  return found
end

-- The type that the values of a column share, by which kinds are among them: bytes beside others are texts, as a Frame
-- has them.
local function type_among(kinds)
  local number = kinds.reals and "number" or kinds.integers and "integer"
  if kinds.texts or kinds.others and number then return "text" end
  return number or "any"
end

-- What a column holds, by the sum that store:kinds() gives.
local function described(store, table, column, sum)
  local kinds = { integers = sum & 1 ~= 0, reals = sum & 2 ~= 0, texts = sum & 4 ~= 0, others = sum & 8 ~= 0 }
  local type, numbers = type_among(kinds), kinds.integers or kinds.reals
  local mixed = type == "text" and (numbers or kinds.others)
  return { type = type, mixed = mixed, reads_as = (mixed or kinds.integers and kinds.reals) and type or nil,
    why = mixed and numbers and odd_value(store, table, column) or nil }
end

local AFFINITIES = { { "INT", "number" }, { "CHAR", "text" }, { "CLOB", "text" }, { "TEXT", "text" }, { "BLOB" },
  { "REAL", "number" }, { "FLOA", "number" }, { "DOUB", "number" } }

-- What SQLite makes of values as they are written, where it can: it never leaves a number in a column of texts, and
-- leaves a text among numbers where it is none. Nil: it leaves all as it is.
local function affinity_of(declared)
  if (declared or "") == "" then return nil end
  for _, one in ipairs(AFFINITIES) do
    if declared:upper():find(one[1], 1, true) then return one[2] end
  end
  return "number"
end

-- What the columns of a table hold. Gives two functions of a column, by its name and declaration:
--   held(all)     what it holds: its type, how to read it as such where values are of several, whether texts stand
--                 beside other values, and why it is not a number where most are; of all columns in one pass where they
--                 are wanted
--   at_first()    whether its values are of one kind, as far as its declaration and the first rows tell: "one",
--                 "several", or "numbers", where a text may still follow. Columns of which these do not tell are looked
--                 at.
local function holders(store, of, kind)
  local names, found, first = {}, {}, nil
  local d = dialect.of(store)

  -- Looks at columns in one pass, or at their first rows; nil: there are more.
  local function look(some, most)
    local quoted = {}
    for i, name in ipairs(some) do quoted[i] = d.quote(name) end
    local sums, rows = store:kinds(("SELECT %s FROM %s%s"):format(table.concat(quoted, ", "), d.quote(of),
      most and " LIMIT " .. most or ""))
    if rows == most then return sums end
    for i, name in ipairs(some) do found[name] = described(store, of, name, sums[i]) end
  end

  local function held(name, all)
    if not found[name] then
      local some = { name }
      if all then
        some = {}
        for _, other in ipairs(names) do if not found[other] then some[#some + 1] = other end end
      end
      look(some)
    end
    return found[name]
  end

  local function look_at_first()
    first = {}
    for i, sum in ipairs(look(names, FIRST) or {}) do first[names[i]] = sum end
  end

  return function(name, declared)
    names[#names + 1] = name
    local affinity = kind ~= "view" and affinity_of(declared) or nil     -- a view computes what it shows
    return function(all) return held(name, all) end, function()
      if not first then look_at_first() end
      local sum = first[name]
      if not found[name] and (affinity == "text" and sum == 4) then return "one" end
      if not found[name] and affinity == "number" and (sum == 1 or sum == 2) then return "numbers" end
      return held(name, true).reads_as and "several" or "one"
    end
  end
end

-- Where a declaration is a promise: the type of ours that it is, or `any` and what it is read as, for a type that is
-- not one of ours itself.
local function type_promised(declared, promised)
  local type, is_ours = promised(declared)
  if is_ours then return type end
  local held = { type = type, mixed = false, reads_as = type }
  return "any", function() return held end, function() return "several" end
end

local function read_columns(store, name, kind)
  local columns, by_name, keys, held = {}, {}, {}, holders(store, name, kind)
  local promised = dialect.of(store).type_of
  local sql = dialect.of(store).catalogue.columns
  for column_name, declared, pk in store:each(sql, { n = 1, name }, { "text", "text", "integer" }) do
    local column = { name = column_name, meaning = declared or "", claim_name = column_name }
    if promised then
      column.type, column.held, column.at_first = type_promised(declared, promised)
    else
      column.type = type_of(store, name, column_name, declared)
      if column.type == "any" then column.held, column.at_first = held(column_name, declared) end
    end
    columns[#columns + 1], by_name[column_name] = column, column
    if pk > 0 then keys[#keys + 1] = column_name end
  end
  return columns, by_name, #keys == 1 and keys[1] or nil      -- a key of several columns names no single one
end

local function read_table(store, name, kind)
  local columns, by_name, key = read_columns(store, name, kind)
  return { name = name, meaning = kind == "view" and "a view" or "", claims = false, raw = true, columns = columns,
    by_name = by_name, key = key }
end

-- Marks columns that refer to the key of another table.
local function add_references(store, info, by_name)
  local sql = dialect.of(store).catalogue.references
  for target, from, to in store:each(sql, { n = 1, info.name }, { "text", "text", "text" }) do
    local column, key = info.by_name[from], to or by_name[target] and by_name[target].key
    if column and by_name[target] and by_name[target].by_name[key] then
      column.references, column.key = target, key
    end
  end
end

--- Describes the tables and views of an open store.
---@return parley.Schema
function external_schema.describe(store)
  local names, by_name = {}, {}
  for name, kind in store:each(dialect.of(store).catalogue.tables, nil, { "text", "text" }) do
    -- a view over something that is gone cannot be described, and need not keep the rest from being read
    local done, info = pcall(read_table, store, name, kind)
    if errors.ends_call(info) then errors.pass(info) end
    if done then names[#names + 1], by_name[name] = name, info end
  end
  for _, name in ipairs(names) do add_references(store, by_name[name], by_name) end
  return { parley = false, names = names, by_name = by_name }
end

return external_schema
