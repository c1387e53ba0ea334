--- Subqueries: SELECTs that have a name in front of the statement, as common table expressions.

local dialect = require "parley.query.sql.dialect"
local records = require "parley.base.records"

local subqueries = {}

local ROW_ID <const> = "#id"    -- the id of the table's row, below the level that asks for it

function subqueries.indent(text) return "  " .. text:gsub("\n", "\n  ") end

--- The record of a column seen from outside the subquery `alias`, where it is called `inner`.
function subqueries.outside(c, column, alias, inner, name)
  local copy = records.copy_of(column)
  copy.name, copy.sql = name or column.name, alias .. "." .. c.dialect.quote(inner)
  copy.first_day, copy.last_day = nil, nil
  if c.dialect.is_strict then require("parley.query.sql.strict").columns { copy } end
  return copy
end

--- Gives a finished SELECT a name in front of the statement. Nested subqueries would meet the parser's limit.
---@param name string  quoted
---@param text string
---@param given { columns: string[]?, recursive: boolean? }?  names for its columns; it speaks of itself
---@return string name
function subqueries.named(c, name, text, given)
  given = given or {}
  local columns = given.columns and "(" .. dialect.quoted_list(c.dialect, given.columns) .. ")" or ""
  c.cte_list[#c.cte_list + 1] = ("%s%s AS (\n%s\n)"):format(name, columns, subqueries.indent(text))
  c.recursive = c.recursive or given.recursive
  return name
end

--- The same for a level, with these columns, called `names` where these are not their own. They are written when it is
-- known which of them the statement uses: one that nobody asks for is computed on no engine.
function subqueries.named_level(c, name, level, columns, names, once)
  c.cte_list[#c.cte_list + 1] = { name = name, once = once, level = level, names = names,
    whole = (level.distinct or level.whole) and #level.columns or 0,
    parts = level:select_parts(columns, names), clauses = level:clauses() }
  return name
end

-- The rows of a table that are worked out from claims, with those columns that the texts after it name: a choice among
-- claims that nobody asks for is made for none.
local function text_of_rows(one, after)
  return ("%s AS (%s)"):format(one.name, one.write(function(quoted) return after:find(quoted, 1, true) ~= nil end))
end

-- A level with those of its columns that the texts after it name. Rows that have to differ differ in all of their
-- columns, and windows carry all along on every engine; a numbering stays, as it keeps a limit in place. A level that
-- makes one row of all does so by an aggregate, so there is one, whatever is left out.
local function text_of_level(c, one, after)
  local parts, level = {}, one.level
  for i, part in ipairs(one.parts) do
    local name = one.name .. "." .. c.dialect.quote(one.names[i] or "#")
    if i <= one.whole or i > #one.names or after:find(name, 1, true) then parts[#parts + 1] = part end
  end
  local one_row = level.aggregated and #(level.group or {}) == 0
  if one_row and #parts < #one.parts then parts[#parts + 1] = c.dialect.call("count", "*") end
  if #parts == 0 then parts[1] = "NULL" end
  return ("%s AS %s(\n%s\n)"):format(one.name, one.once and c.dialect.computed_once or "",
    subqueries.indent(level.select_text(parts, level.distinct, one.clauses)))
end

--- The text of what is written when it is known which of its columns the texts after it name.
function subqueries.text(c, one, after)
  return one.write and text_of_rows(one, after) or text_of_level(c, one, after)
end

--- A new level over this one as a subquery. An order the rows had goes along as a numbering, unless that
-- would make equal rows different; so does a limit, which SQLite would else move behind what the new level sorts.
---@param numbered boolean?  with the places of its rows, whether or not they had an order
---@param once boolean?  its columns are computed once, however often they are used
function subqueries.around(level, numbered, once)
  local columns, ordered = table.move(level.columns, 1, #level.columns, 1, {}), false
  local has_id = level.row_id and not (level.distinct or level.aggregated)
  if has_id then columns[#columns + 1] = { name = ROW_ID, sql = level.row_id } end
  local names = dialect.inner_names(level.c.dialect, columns)
  if (level.order or level.limit or numbered) and not level.distinct then
    local order = level.order and ("ORDER BY " .. table.concat(level.order, ", ")) or ""
    columns[#columns + 1], ordered = { name = "#", sql = ("row_number() OVER (%s)"):format(order) }, true
    if not level.limit then level.order = nil end
  end
  local alias = level.c:alias("q")
  local outer = level:over(subqueries.named_level(level.c, alias, level, columns, names, once))
  for i, column in ipairs(level.columns) do outer.columns[i] = subqueries.outside(level.c, column, alias, names[i]) end
  if ordered then
    outer.number = alias .. "." .. level.c.dialect.quote "#"
    outer.order = { outer.number }
  end
  outer.info = level.info
  outer.row_id = has_id and alias .. "." .. level.c.dialect.quote(names[#names]) or nil
  return outer
end

return subqueries
