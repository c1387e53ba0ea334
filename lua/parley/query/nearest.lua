--- Joins in time: rows meet the nearest day on the other side, within so many days.
-- Which day is near which is found when the query runs, from the days of both sides, and is a Frame of pairs. The join
-- is then two joins on equal values: of the rows with the pairs, and of those with the other side. So every engine has
-- it, and days are read in one place. A date that is not one day is near none, which the notes tell.

local bound = require "parley.query.bound"
local core = require "parley.core"
local errors = require "parley.base.errors"
local items = require "parley.query.items"
local row_key = require "parley.query.row_key"
local tree = require "parley.query.tree"
local typed = require "parley.query.typed_nodes"

local nearest = {}

local NEAR <const> = "#near"           -- the column of pairs with the day on the other side

-- The query with a view's day, where it has one that reaches it.
local function as_known(q, day)
  local schema = day and q.home.schema
  return schema and schema.parley and q:as_of(core.day_text(day)) or q
end

-- Days by side ------------------------------------------------------------------------------------------------

-- The values of the other keys of a row as one text; nil where one is missing and meets nothing.
local function text_of(row, names, missing)
  for _, name in ipairs(missing ~= "match" and names or {}) do
    if row[name] == nil then return nil end
  end
  return row_key.of(#names, function(at) return row[names[at]] end)
end

-- Each combination of keys and day that the rows have, where the date is one day.
local function each_day(q, names, date, missing, take)
  local quoted = {}
  for i, name in ipairs(names) do quoted[i] = tree.quote(name) end
  quoted[#quoted + 1] = tree.quote(date)
  for row in q:distinct(table.unpack(quoted)):rows() do
    local day = row[date] and core.day(row[date])
    local text = day and text_of(row, names, missing)
    if text then take(row, text, day) end
  end
end

-- The days of the other side by the text of their keys, sorted: { day, date } each.
local function days_of(plan)
  local by_text = {}
  each_day(plan.right, plan.right_names, plan.right_date, plan.missing, function(row, text, day)
    by_text[text] = by_text[text] or {}
    table.insert(by_text[text], { day, row[plan.right_date] })
  end)
  for _, list in pairs(by_text) do
    table.sort(list, function(a, b) return a[1] < b[1] or a[1] == b[1] and a[2] < b[2] end)
  end
  return by_text
end

-- The place of the first day in a sorted list that is not before a day.
local function first_not_before(list, day)
  local low, high = 1, #list + 1
  while low < high do
    local middle = (low + high) // 2
    if list[middle][1] < day then low = middle + 1 else high = middle end
  end
  return low
end

-- Those of a sorted list that are nearest to a day: two or more where they lie as far before it as behind it.
local function nearest_in(list, day, most)
  local at = first_not_before(list, day)
  local before, behind = list[at - 1], list[at]
  local least = math.min(before and day - before[1] or math.huge, behind and behind[1] - day or math.huge)
  if least > most then return {} end
  local found = {}
  for _, wanted in ipairs(least == 0 and { day } or { day - least, day + least }) do
    at = first_not_before(list, wanted)
    while list[at] and list[at][1] == wanted do
      found[#found + 1] = list[at][2]
      at = at + 1
    end
  end
  return found
end

local function check_one(plan, row, found)
  if plan.expect ~= "one" or #found < 2 then return end
  errors.raise("bad_argument.join_near_several", { date = row[plan.date], near = table.concat(found, ", ") })
end

-- The pairs, as lists of columns: the keys, the day, the nearest day on the other side.
local function pairs_of_days(plan, day)
  local known = plan
  if day then
    known = bound.copy_of(plan, { left = as_known(plan.left, day), right = as_known(plan.right, day) })
  end
  local days, count, columns = days_of(known), 0, {}
  for i = 1, #plan.names + 2 do columns[i] = {} end
  each_day(known.left, plan.names, plan.date, plan.missing, function(row, text, of_row)
    local found = nearest_in(days[text] or {}, of_row, plan.days)
    check_one(plan, row, found)
    for _, near in ipairs(found) do
      count = count + 1
      for i, name in ipairs(plan.names) do columns[i][count] = row[name] end
      columns[#columns - 1][count], columns[#columns][count] = row[plan.date], near
    end
  end)
  return core.frame_new(plan.pair_names, plan.pair_types, count, columns)
end

-- Binding -----------------------------------------------------------------------------------------------------

-- The one pair of dates among the keys, and the other pairs.
local function dates_of(keys)
  local date, others = nil, {}
  for _, key in ipairs(keys) do
    if bound.type_of(key[1]) ~= "date" then
      others[#others + 1] = key
    elseif date then
      errors.raise("bad_argument.join_within_dates", { found = "two, " .. date[1].name .. " and " .. key[1].name })
    else
      date = key
    end
  end
  if not date then errors.raise("bad_argument.join_within_dates", { found = "none" }) end
  return date, others
end

local function plan_of(step, keys)
  local date, others = dates_of(keys)
  local plan = { left = step.left, right = step.query or step.right.frame, date = date[1].name,
    right_date = date[2].name, names = {}, right_names = {}, pair_names = {}, pair_types = {}, days = step.within,
    missing = step.missing, expect = step.expect }
  for i, key in ipairs(others) do
    plan.names[i], plan.right_names[i] = key[1].name, key[2].name
    plan.pair_names[i], plan.pair_types[i] = "#" .. i, bound.type_of(key[1])
  end
  table.move({ "#day", NEAR }, 1, 2, #plan.pair_names + 1, plan.pair_names)
  table.move({ "date", "date" }, 1, 2, #plan.pair_types + 1, plan.pair_types)
  return plan
end

-- The first link of the pairs, whose columns are known before the pairs are.
local function pairs_link(plan)
  local info = { name = "frame", raw = true, columns = {}, by_name = {} }
  for i, name in ipairs(plan.pair_names) do
    info.columns[i] = { name = name, type = plan.pair_types[i] }
    info.by_name[name] = info.columns[i]
  end
  return bound.of_table({}, info)
end

-- How many rows on the other side have a date that is not one day.
local function wide_on_the_right(plan, day)
  local name = tree.quote(plan.right_date)
  local wide = ("%s is not nil and date_diff('day', %s, %s) is nil"):format(name, name, name)
  return as_known(plan.right, day):where(wide):count()
end

local function doubts_of(plan, left_date)
  return {
    { key = "undecided.nearest", arguments = { column = plan.date }, node = typed.is_wide(left_date) },
    { key = "undecided.nearest_on_the_right", arguments = { column = plan.right_date },
      count = function(day) return wide_on_the_right(plan, day) end },
  }
end

-- The join of the rows with the pairs.
local function with_pairs(before, step, plan, doubts, join)
  local keys = {}
  for i, name in ipairs(plan.names) do keys[i] = { name, plan.pair_names[i] } end
  keys[#keys + 1] = { plan.date, "#day" }
  local function rows_of(day) return pairs_of_days(plan, day) end
  local link = join.bind(before, { kind = step.kind, keys = keys, right = pairs_link(plan),
    keyless = true, missing = step.missing, said = doubts, rows_of = rows_of })
  link.doubts, link.doubtful = true, true
  return link
end

-- The join of the rows and their nearest days with the other side.
local function with_other_side(before, step, plan, join)
  local keys, right = {}, step
  for i, name in ipairs(plan.names) do keys[i] = { name, plan.right_names[i] } end
  keys[#keys + 1] = { NEAR, plan.right_date }
  if step.missing == "match" then          -- rows that are near none have no day, and meet none without a day
    right = { query = plan.right:where(tree.quote(plan.right_date) .. " is not nil") }
    right.right = right.query.bound
  end
  local link = join.bind(before, { kind = step.kind, keys = keys, right = right.right,
    query = right.query, suffix = step.suffix, expect = step.expect, missing = step.missing, said = {} })
  link.doubts, link.doubtful = true, true
  return link
end

local function without_pairs(before)
  local list = {}
  for _, column in ipairs(before.columns) do
    if column.name ~= NEAR then
      list[#list + 1] = items.of_column(column.name)
    end
  end
  return require("parley.query.steps.select").bind(before, { items = list })
end

--- The links of a join in time.
---@param before table
---@param step table  as join.apply() gives it: within, the days; left, the query of the rows
---@param keys table[]  pairs of columns, as join_shape.keys() gives them
---@param join table  the verb
---@return table link
function nearest.bind(before, step, keys, join)
  local plan = plan_of(step, keys)
  local date = typed.column(before.by_name[plan.date], "date")
  local link = with_pairs(before, step, plan, doubts_of(plan, date), join)
  if step.kind == "semi" or step.kind == "anti" then return link end
  return without_pairs(with_other_side(link, step, plan, join))
end

return nearest
