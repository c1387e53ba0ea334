--- Bound queries: a chain of steps, each with the columns there are after it.
-- A link of the chain is a record of: `before`, the link it stands on; `step`, the bound step, which engines emit;
-- `columns` and `by_name`, which names are asked of (it may lead to that of a link before); `home` and `info`, the
-- dataset or Frame and the table the rows come from; `source`, the first link; `lookups`, words and ids that only the
-- data can tell. Links are never changed, so that queries share them. A link that waits for the rows (after a pivot,
-- whose columns are values) is `open`: its columns are not known, and of the steps after it only what was written
-- (`unbound`), until the query runs.
--
-- One whose step may leave rows undecided, or that stands on such a link, is `doubtful` (parley.query.notes).
--
-- One whose rows are not each a row of the table `info`, known by its id, is `apart`; one that some of them were cut
-- from is `limited`. One whose rows are not all of the table `info` is `mixed`. One bound while the query runs is
-- `walked`: the links before it have been made into something, and none can be put between them.
--
-- What other modules have to know of a verb stands in its step, so that none asks for a verb by its name:
--   keeps_rows   every row before it is one row after it
--   leaves_rows  every row after it was one before it, of the same columns or of some of them
--   carry(before, link, count)   where the rows left stand in the order they had: the link of the step on rows with
--                                `count` columns more at their end, which are at the end of its own
--   carry_along(before, link, count)   the same, where the order may be another
--   orders       its items are the order of the rows
--   gathers      its items are aggregates of rows
--   adding       what an aggregate in it would add up (parley.query.adding)
--   day          the day whose knowledge the rows draw on, and all before them
--   dates        columns of dates whose texts have to be the same, for rows to meet
--   said         doubts of its own, as parley.query.undecided has them
--   written      it is bound again when the query runs, by renewed() of the verb
--   once         its columns are computed once, however often they are used
--   below        they have names of their own for the steps after it, since they are too deep to stand in expressions
--   told_apart   columns of texts whose different values it makes groups of, or counts (parley.query.twins)
--   shown        what a user wrote, where that is not the verb's name
--
-- A link that `asks` has columns whose declarations are no promise (parley.storage.external_schema): only the data tell
-- what they hold. A verb touches no data, so it takes them for `any`, and the chain is bound once more (`again`) when
-- the query runs, on a first link that `looks`.
--
-- A column's record has name, type and place among the columns; references and key (the table and column it points
-- at), vocabulary, whose words a condition is held to, and `words`, the same also where it is not; `several` where it
-- takes several of them, and table, where it comes from one. Of amounts: quantity
-- and bound of the interval that it is a side of, `adds` where the table says how such amounts add up (of a quantity of
-- somebody's own: the name of the column with its unit), `part`, what the
-- column says of that ("id", "unit", "basis", "whole", …), and `origin`, the table that says so. Of texts in
-- any words: `texts_of`, the frame or the name of the table, with its home where that is another, and the name of the
-- column there (parley.query.letters); `why` it is text, where the data of another home told that.

local errors = require "parley.base.errors"
local records = require "parley.base.records"
local traits = require "parley.base.traits"

local bound = {}

--- A record of a link, a step or a column, with some fields other.
bound.copy_of = records.copy_of
local copy_of = bound.copy_of

-- Tables ------------------------------------------------------------------------------------------------

-- Description of a table -> its columns, in order and by name; and whether the data have to tell what some hold.
local described = setmetatable({}, { __mode = "k" })

-- What the columns of a table say of how its amounts add up: name -> part.
local function parts_of(info)
  local plan, parts = info.adds, { id = (info.adds or info.measures) and "id" }
  for part, given in pairs(plan or {}) do
    local name = type(given) == "table" and given[1] or given
    if type(name) == "string" and part ~= "quantity" then parts[name] = part end
  end
  if info.measures then parts[info.measures.unit[1]] = "measure_unit" end
  return parts
end

-- Whether a quantity is the one of which a table says how it adds up.
local function is_added(plan, quantity) return plan ~= nil and plan.quantity == quantity end

-- The units of quantities of somebody's own (parley.base.amount_plans).
local function own_units(info, parts)
  if not info.claims then return {} end                   -- claims tell of one thing several times: they are not added
  for _, column in ipairs(info.columns) do
    local of = column.beside
    if of and column.name:find "unit$" and not (is_added(info.adds, of) or is_added(info.measures, of)) then
      return require("parley.base.amount_plans").own_units(info, parts)
    end
  end
  return {}
end

-- What a bound says of how it is added: true, or the column with its unit where the quantity is somebody's own.
local function added_by(info, units, of)
  return of and (is_added(info.adds, of) or is_added(info.measures, of) or units[of]) or nil
end

-- Where the texts of a column are found, of which an order may be meant that is not that of letters.
local function texts_of(info, column)
  local may_be = not info.raw and column.type == "text" and column.name ~= "id" or column.held
  if not may_be or column.vocabulary or column.references or column.clock then return nil end
  return { table = info.name, name = column.name }
end

-- The columns of a table, as records of a link.
local function columns_of(info)
  if described[info] then return described[info] end
  local found, parts = { columns = {}, by_name = {} }, parts_of(info)
  local units = own_units(info, parts)
  found.counts = next(units) ~= nil or nil
  for i, column in ipairs(info.columns) do
    local record = traits.copy({ name = column.name, type = column.type, references = column.references,
      key = column.key, vocabulary = column.vocabulary, clock = column.clock, table = info.name, place = i,
      held = column.held, at_first = column.at_first, texts_of = column.texts_of or texts_of(info, column) }, column)
    record.origin, record.part = record.origin or info.name, record.part or parts[column.name]
    record.adds = record.adds or added_by(info, units, column.quantity)
    found.columns[i], found.by_name[column.name] = record, record
    found.asks = found.asks or column.held ~= nil or nil
  end
  described[info] = found
  return found
end

--- The first link of a query over a table; of a Frame where info.frame is one.
---@param home table
---@param info table
---@param day integer?  the day whose knowledge the home shows
---@return table
function bound.of_table(home, info, day)
  local found = columns_of(info)
  local link = { home = home, info = info, columns = found.columns, by_name = found.by_name, day = day,
    frame = info.frame, doubtful = info.frame and require("parley.base.notes").has(info.frame) or nil,
    asks = found.asks, counts = found.counts }
  link.source = link
  return link
end

-- The record of a column whose values are looked at where its type is wanted.
local function looking(column) return column.held and copy_of(column, { looks = true }) or column end

-- A first link whose columns are taken for what they hold.
local function looking_source(source)
  local link = copy_of(source, { columns = {}, by_name = {}, looks = true })
  for i, column in ipairs(source.columns) do
    local record = looking(column)
    link.columns[i], link.by_name[record.name] = record, record
  end
  link.asks, link.source = nil, link
  return link
end

--- The link whose columns are taken for what they hold, where that had to wait for the data: a query's, when it runs.
---@param link table
---@return table
function bound.looked(link)
  if not link.asks then return link end
  return link.again and link.again() or looking_source(link)
end

--- The type of a column: what it holds, where its declaration is no promise; `any` while the data are not asked.
---@param column table
---@return string type, { reads_as: string?, mixed: boolean, why: string? }? held
function bound.type_of(column)
  if column.type ~= "any" or not column.looks then return column.type end
  local held = column.held()
  return held.type, held
end

--- The type of a column that holds what a node gives: nothing but missing values is a column of texts.
---@param node table
---@return string
function bound.column_type(node) return node.type == "null" and "text" or node.type end

-- Links -------------------------------------------------------------------------------------------------

--- The link after a step that keeps the columns, but for `changes`.
---@param before table
---@param step table
---@param changes table?
---@return table
function bound.after(before, step, changes)
  return copy_of({ before = before, step = step, home = before.home, info = before.info, source = before.source,
    columns = before.columns, by_name = before.by_name, reshaped = before.reshaped, apart = before.apart,
    limited = before.limited, grouped = before.grouped, mixed = before.mixed, doubtful = before.doubtful,
    asks = before.asks, looks = before.looks, walked = before.walked }, changes)
end

--- Raises when a column's name is taken.
---@param columns table[]  those there are
---@param added table
function bound.refuse_twin(columns, added)
  for _, other in ipairs(columns) do
    if other.name == added.name then
      errors.raise("twin_columns.select", { name = added.name })
    end
  end
end

--- The link after a step that makes other columns; their records get their places.
---@param before table
---@param step table
---@param columns table[]
---@param changes table?
---@return table
function bound.with_columns(before, step, columns, changes)
  local link = bound.after(before, step, changes)
  link.columns, link.by_name, link.reshaped = {}, {}, true
  for i, column in ipairs(columns) do
    local record = column.place == i and column or copy_of(column, { place = i })
    link.columns[i], link.by_name[record.name] = record, record
  end
  return link
end

local function any(list, mark)
  for _, item in pairs(list or {}) do
    if item[mark] then return true end
  end
  return false
end

--- Whether something that a bound step computes has a mark: "doubtful", "deep".
---@param step table
---@param mark string
---@return boolean
function bound.has_marked(step, mark)
  return any(step.conditions, mark) or any(step.items, mark) or any(step.rows, mark)
    or any({ step.columns, step.values }, mark) or any(step.keys, mark)
end

--- Whether a bound step may leave something undecided, since dates are wide, or tells texts apart that may be twins.
---@param step table
---@return boolean
function bound.is_doubtful(step)
  return bound.has_marked(step, "doubtful") or step.dates ~= nil or step.said ~= nil
    or step.told_apart ~= nil
end

--- The link after a step that is bound when the query runs.
---@param before table
---@param step table  as it was written
---@return table
function bound.waiting(before, step)
  return bound.after(before, step, { open = true, unbound = true })
end

--- What a user wrote for the step of a link: "where()", "with() after by()".
---@param link table
---@return string
function bound.shown(link) return link.step.shown or link.step.verb .. "()" end

--- The links from the first to the last, and the day whose knowledge each draws on, or false: as_of() reaches all
--- before it.
---@param rows table  the last link
---@param day integer?  a day whose knowledge is not to be passed
---@return table[] links, (integer|false)[] days
function bound.chain(rows, day)
  local links, days, count = {}, {}, 0
  while rows do
    count = count + 1
    links[count], rows = rows, rows.before
  end
  for i = 1, count // 2 do links[i], links[count + 1 - i] = links[count + 1 - i], links[i] end
  for i = count, 1, -1 do
    local step = links[i].step
    if step and step.day then day = math.min(day or step.day, step.day) end
    days[i] = day or false
  end
  return links, days
end

-- Columns -----------------------------------------------------------------------------------------------

--- The column a dotted path leads to; the references it follows, if any; the place of the column it begins with.
---@param rows table  a link
---@param path string[]
---@return table? column, table[]? via, integer? place
function bound.column(rows, path)
  local column, via = rows.by_name[path[1]], nil
  local place = column and column.place
  for i = 2, #path do
    if not (column and column.references) then return nil end
    local info = rows.home:table_info(column.references)
    via = via or {}
    local several = column.several
    via[#via + 1] = { path = table.concat(path, ".", 1, i - 1), info = info, key = column.key or "id",
      several = several }
    column = columns_of(info).by_name[path[i]]
    if column and rows.looks then column = looking(column) end
    via[#via].place = column and column.place
    via[#via].all = several and column ~= nil and column.type == "text"          -- the texts of all, joined
    if several and column and not column.several then column = copy_of(column, { several = true }) end
  end
  return column, via, place
end

return bound
