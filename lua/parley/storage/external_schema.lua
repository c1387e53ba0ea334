--- Tables of somebody else's database, described as the codebook describes its own.
-- What PostgreSQL declares, it holds (the dialect's `type_of`). A declared type is no promise in SQLite: text may stand
-- in an INTEGER column. So every column is `any`, and a result's types follow from its values; but a column declared as
-- a date, whose first values are dates, is one. A query that runs asks what the columns hold that its expressions name
-- (`held`), and takes them as a Frame of their values would: one that holds text and numbers is text.
-- References come from foreign keys of one column; a column's meaning is its declaration.

local core = require "parley.core"
local dialect = require "parley.query.sql.dialect"
local errors = require "parley.base.errors"

local external_schema = {}

local LOOKED_AT = 100
local MOST_COLUMNS <const> = 200          -- of one statement that asks for four kinds of each

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

local function described(store, table, column, kinds)
  local type, numbers = type_among(kinds), kinds.integers or kinds.reals
  local mixed = type == "text" and (numbers or kinds.others) or false
  local several = type == "text" or kinds.integers and kinds.reals
  return { type = type, mixed = mixed, reads_as = several and type or nil,
    why = mixed and numbers and odd_value(store, table, column) or nil }
end

-- Looks at columns of a table in one pass.
local function look(store, of, columns, found)
  for row in store:rows(dialect.of(store).kinds_held(of, columns)) do
    for i, column in ipairs(columns) do
      local function has(kind) return row[kind .. i] == 1 end
      found[column] = described(store, of, column, { integers = has "integer", reals = has "real",
        texts = has "text", others = has "blob" })
    end
  end
end

-- Those of some names that nothing is known of, in lots that one statement can take.
local function in_lots(names, found)
  local lots = {}
  for _, name in ipairs(names) do
    if not found[name] then
      if #lots == 0 or #lots[#lots] == MOST_COLUMNS then lots[#lots + 1] = {} end
      table.insert(lots[#lots], name)
    end
  end
  return lots
end

-- What the columns of a table hold, each looked at once: its type, how to read it as such where values are of several,
-- whether texts stand beside other values, and why it is not a number where most are. Gives the `held` of a column,
-- which looks at all of them in one pass where all are wanted.
local function holders(store, of)
  local names, found = {}, {}
  return function(column)
    names[#names + 1] = column
    return function(all)
      if not found[column] then
        for _, some in ipairs(all and in_lots(names, found) or { { column } }) do look(store, of, some, found) end
      end
      return found[column]
    end
  end
end

-- Where a declaration is a promise: the type of ours that it is, or `any` and what it is read as, for a type that is
-- not one of ours itself.
local function type_promised(declared, promised)
  local type, is_ours = promised(declared)
  if is_ours then return type end
  local held = { type = type, mixed = false, reads_as = type }
  return "any", function() return held end
end

local function read_columns(store, name)
  local columns, by_name, keys, held = {}, {}, {}, holders(store, name)
  local promised = dialect.of(store).type_of
  local sql = dialect.of(store).catalogue.columns
  for column_name, declared, pk in store:each(sql, { n = 1, name }, { "text", "text", "integer" }) do
    local column = { name = column_name, meaning = declared or "", claim_name = column_name }
    if promised then
      column.type, column.held = type_promised(declared, promised)
    else
      column.type = type_of(store, name, column_name, declared)
      if column.type == "any" then column.held = held(column_name) end
    end
    columns[#columns + 1], by_name[column_name] = column, column
    if pk > 0 then keys[#keys + 1] = column_name end
  end
  return columns, by_name, #keys == 1 and keys[1] or nil      -- a key of several columns names no single one
end

local function read_table(store, name, kind)
  local columns, by_name, key = read_columns(store, name)
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
