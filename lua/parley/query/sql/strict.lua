--- What a strict dialect wants of the steps of a query: rows grouped, and told apart, by all that they are sorted by,
-- and by no constant; every value of a type; rows that an order leaves level in a place of their own.
-- A column of no type has no values, and NULL goes with values of any type. Read where a dialect is strict.

local errors = require "parley.base.errors"
local tree = require "parley.query.tree"

local strict = {}

--- Column records, of which those without a type are NULL, but for those that are asked what they hold.
function strict.columns(columns)
  for _, column in ipairs(columns) do
    if column.type == "any" and not column.held then column.sql = "NULL" end
  end
  return columns
end

--- The terms of an order, none of them a constant.
function strict.order(d, terms)
  for i, term in ipairs(terms) do
    local sql, way = term:match "^(.*)( %u+ NULLS LAST)$"
    terms[i] = d.key(sql) .. way
  end
  return terms
end

--- What rows are grouped by: their keys, and what these are sorted by, such as the days of a date.
function strict.group(d, keys, order)
  local group, seen = {}, {}
  local function add(sql)
    if not seen[sql] then group[#group + 1], seen[sql] = sql, true end
  end
  for _, sql in ipairs(keys) do
    add(d.key(sql))
    seen[d.in_order(sql)] = true
  end
  for _, term in ipairs(order) do add((term:gsub(" %u+ NULLS LAST$", ""))) end
  return group
end

-- What may give its value before it has looked at all its parts.
local LAZY <const> = { coalesce = true, ["if"] = true }

local function may_pass_over(node) return node.kind == "logic" or node.kind == "call" and LAZY[node.name] end

-- So many arguments does a call take.
local MOST <const> = 90

--- An expression whose aggregates are all worked out, as SQLite does it, so that one which fails does so wherever it
-- stands: PostgreSQL leaves out those that a constant makes needless, and the end of a sum that is passed over.
function strict.worked_out(d, node, sql, aggregates)
  local found = #aggregates > 0 and tree.find(node, may_pass_over)
  if not found then return sql end
  for i = 1, #aggregates, MOST do
    local some = table.move(aggregates, i, math.min(i + MOST - 1, #aggregates), 1, {})
    sql = d.choose(("num_nulls(%s) >= 0"):format(table.concat(some, ", ")), sql, "NULL")
  end
  return sql
end

-- Whether a level is of the rows of a table as they are stored.
local function is_stored(level)
  for _, name in pairs(level.c.ctes) do
    if level.from:sub(1, #name) == name then return false end
  end
  return level.alias ~= nil
end

--- Adds the place of a row in its table to an order: rows that are level stay as they stood.
function strict.sort(level, order)
  if level.aggregated then return end
  order[#order + 1] = level.number or is_stored(level) and level.c.dialect.place(level.alias) or nil
end

--- Makes a level of rows in an order one of different rows, in the order of the first of each.
function strict.distinct(level)
  local group, d = {}, level.c.dialect
  for i, column in ipairs(level.columns) do group[i] = d.key(column.sql) end
  level.group, level.order = group, { d.call("min", level.number) }
  level.number, level.aggregated, level.whole = nil, true, true
  return level
end

--- Gives columns of one side of a union that are missing the types that they have on the other.
function strict.union(level, columns)
  for i, column in ipairs(level.columns) do
    if column.sql == "NULL" then
      level.columns[i] = level.same(column, { sql = level.c.dialect.missing(columns[i].type) })
    end
  end
end

--- Refuses a function that the database has not.
function strict.refuse(d, entry) errors.raise("unknown_function.of_store", { name = entry.name, store = d.title }) end

return strict
