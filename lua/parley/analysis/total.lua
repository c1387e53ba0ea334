--- Totals: amounts that add up once.
-- Method. The rows of a query are added, each as its table says (`adds` of the codebook). A row without a number, or
-- one whose number is no fact (a plan, an expectation), is not counted. `per_side` is doubled, `total` is not. Of the
-- readings of one alternative group one holds: they count together, as the span of them all. A cumulative count of
-- deliveries stands for those up to its day; one that answers no outcome covers nobody knows what, and is counted only
-- where nothing else of its unit is. A whole counts, its parts beside it do not; but where the parts come to
-- more than the whole can be, they count, and the whole does not. Units and bases are never added to each other. An
-- amount without an upper bound leaves the total without one; without a lower bound it adds at least 0.
-- Every row that was looked at stands in the Frame's account, f:explain(), with what became of it.

local amount_plans = require "parley.base.amount_plans"
local explanations = require "parley.base.frame_explanations"
local claim_rows = require "parley.analysis.claim_rows"
local claim_units = require "parley.analysis.claim_units"
local errors = require "parley.base.errors"
local from_rows = require "parley.frame.from_rows"
local interval = require "parley.analysis.interval"
local lists = require "parley.base.lists"
local notes = require "parley.base.notes"
local options = require "parley.base.options"
local readings = require "parley.analysis.readings"
local shown_reading = require "parley.analysis.shown_reading"

local total = {}

-- What is not said as a fact, nor as the promise that an outcome is.
local NO_FACT = { plan = "a plan", expectation = "an expectation", threat = "a threat", opinion = "an opinion",
  demand = "a demand", absence = "an absence", denial = "a denial" }
local NOT_DONE = setmetatable({ promise = "a promise" }, { __index = NO_FACT })

-- The rows --------------------------------------------------------------------------------------------------------

local function quantity_names(info)
  local names = {}
  for _, unit in ipairs(claim_units.of_table(info)) do
    if unit.type == "quantity" then names[#names + 1] = unit.quantity end
  end
  return names
end

-- How a quantity of a table adds up: { unit of readings, plan }.
local function rules_of(info, quantity)
  quantity = quantity or info.adds and info.adds.quantity
  local plan = quantity and amount_plans.of(info, quantity) or {}
  for _, unit in ipairs(claim_units.of_table(info)) do
    if unit.type == "quantity" and unit.quantity == quantity then
      return unit, plan
    end
  end
  errors.raise(quantity and "no_column.quantity" or "bad_argument.total_quantity",
    { name = quantity, table = info.name, known = quantity and quantity_names(info),
      all = table.concat(quantity_names(info), ", ") })
end

-- Columns of the table that the rules speak of, each once.
local function columns_of(unit, plan)
  local names, seen = {}, {}
  local function add(name)
    if name and not seen[name] then seen[name], names[#names + 1] = true, name end
  end
  add "id"
  for _, name in ipairs(unit.columns) do add(name) end
  for _, name in ipairs(plan.unit or {}) do add(name) end
  for _, role in ipairs { "basis", "whole", "alternative", "of", "day", "counting" } do add(plan[role]) end
  return names
end

local function first_of(row, names)
  for _, name in ipairs(names or {}) do
    local value = row[(name:gsub("%.", "_"))]
    if value ~= nil then return value end
  end
end

-- A row as { id, amount, unit, basis, whole, … }.
local function reader(unit, plan)
  local bounds = {}
  for which, at in pairs(unit.bounds) do bounds[which] = unit.columns[at] end
  local function role(row, name) return plan[name] and row[plan[name]] end
  return function(row)
    local basis = role(row, "basis")
    local times = basis == "per_side" and 2 or 1
    local function bound(which) return row[bounds[which]] and row[bounds[which]] * times end
    return { id = row.id, low = bound "low", best = bound "best", high = bound "high", doubled = times == 2,
      unit = first_of(row, plan.unit), basis = basis == "per_side" and "total" or basis, whole = role(row, "whole"),
      alternative = role(row, "alternative"), of = role(row, "of"), day = role(row, "day"),
      counting = role(row, "counting") }
  end
end

-- All things of the table by id, as the query's dataset and day show them.
local function things(q, unit, plan)
  local all, read = {}, reader(unit, plan)
  local rows = q.home:table(q.info.name)
  if q.day then rows = rows:as_of(require("parley.core").day_text(q.day)) end
  for row in rows:select(table.unpack(columns_of(unit, plan))):rows() do all[row.id] = read(row) end
  return all
end

-- The ids of the query's rows with the values of `by`; each row once.
local function chosen(q, by)
  local asked = q:select("id", table.unpack(by))
  local names, list, seen = asked:columns(), {}, {}
  for row in asked:rows() do
    if row.id and not seen[row.id] then
      local keys = {}
      for i = 2, #names do keys[i - 1] = row[names[i]] end
      seen[row.id], list[#list + 1] = true, { id = row.id, keys = keys }
    end
  end
  return list, table.move(names, 2, #names, 1, {}), table.move(asked:types(), 2, #names, 1, {})
end

-- What the number of each thing was said as: id -> a word of modality; and where it is the hull of readings that tie.
local function modalities(q, unit, ids)
  local found, tied = {}, {}
  local names = claim_units.names { unit }
  names[#names + 1] = "modality"
  claim_rows.each_thing(q.home, q.info, names, { day = q.day, ids = ids }, function(id, claims)
    local shown = shown_reading.of(unit, readings.of_all(unit, claims))
    found[id], tied[id] = shown and shown.claim[#names], shown and shown.hull
  end)
  return found, tied
end

-- What is not counted ---------------------------------------------------------------------------------------------

local function leave_out(row, why) row.why = row.why or why end

local function has_number(row) return interval.known(row.low, row.best, row.high) end

local function leave_out_no_facts(q, unit, rows, plan)
  if not q.info.claims then return end
  local words, said, tied = plan.happened and NOT_DONE or NO_FACT, modalities(q, unit, lists.field(rows, "id"))
  for _, row in ipairs(rows) do
    local word = words[said[row.id]]
    row.tied = tied[row.id]
    if not has_number(row) then leave_out(row, "no number") end
    if word then leave_out(row, "said as " .. word) end
  end
end

-- How many of those that count are only about right.
local function count_about(rows)
  local count = 0
  for _, row in ipairs(rows) do
    if not row.why and row.best and not (row.low or row.high) then count = count + 1 end
  end
  return count
end

-- Rows that count, by the value of a field, in their order; and the values.
local function grouped(rows, field)
  local groups, order = {}, {}
  for _, row in ipairs(rows) do
    local value = row[field]
    if value ~= nil and not row.why then
      if not groups[value] then groups[value], order[#order + 1] = {}, value end
      table.insert(groups[value], row)
    end
  end
  return groups, order
end

local function agree(a, b) return a == nil or b == nil or a == b end

local function same_count(a, b) return a.unit == b.unit and agree(a.basis, b.basis) end

-- The first of some readings gets the span of them all; the others do not count.
local function span(first, list)
  local low, high = interval.bounds(first.low, first.best, first.high)
  for _, row in ipairs(list) do
    local from, to = interval.bounds(row.low, row.best, row.high)
    low, high = low and from and math.min(low, from), high and to and math.max(high, to)
    if row ~= first then leave_out(row, "an alternative to " .. first.id) end
  end
  first.low, first.high, first.best = low or 0, high, low == high and low or nil
  first.counted_as = ("one of %d alternatives"):format(#list)
end

local function fold_alternatives(rows)
  local groups, order = grouped(rows, "alternative")
  for _, value in ipairs(order) do
    local alike = {}
    for _, row in ipairs(groups[value]) do
      if same_count(groups[value][1], row) then alike[#alike + 1] = row end
    end
    if #alike > 1 then span(alike[1], alike) end
  end
end

local function last_day(row)
  local _, day = require("parley.core").date(row.day or "../..")
  return day or math.maxinteger
end

-- The last of the cumulative counts, by day and then by id.
local function last_count(list)
  local last
  for _, row in ipairs(list) do
    local later = last and (last_day(row) > last_day(last) or last_day(row) == last_day(last) and row.id > last.id)
    if row.counting == "cumulative" and (not last or later) then last = row end
  end
  return last
end

local function fold_cumulative(rows)
  local groups, order = grouped(rows, "of")
  for _, value in ipairs(order) do
    local last = last_count(groups[value])
    for _, row in ipairs(last and groups[value] or {}) do
      local covered = row.counting == "cumulative" or last_day(row) <= last_day(last)
      if row ~= last and covered and same_count(row, last) then leave_out(row, "within the count of " .. last.id) end
    end
  end
end

local LOOSE <const> = "a running count that answers no outcome: what it covers is not known"

-- A running count that answers nothing in particular may hold any other delivery.
local function leave_out_loose_counts(rows)
  local units, counts = {}, {}
  for _, row in ipairs(rows) do
    if not row.why then
      local unit = row.unit or ""
      counts[unit] = (counts[unit] or 0) + 1
      if row.counting == "cumulative" and row.of == nil then units[#units + 1] = row end
    end
  end
  for _, row in ipairs(units) do
    if counts[row.unit or ""] > 1 then leave_out(row, LOOSE) end
  end
end

-- Wholes and parts ------------------------------------------------------------------------------------------------

-- For each row, the nearest row above it that could count; rows that are part of themselves have none.
local function nearest_wholes(rows, all)
  local at, wholes = {}, {}
  for _, row in ipairs(rows) do at[row.id] = not row.why and row or nil end
  for _, row in ipairs(rows) do
    local above, seen = row.whole, { [row.id] = true }
    while above and not seen[above] and not (at[above] and same_count(at[above], row)) do
      seen[above], above = true, all[above] and all[above].whole
    end
    if above and not seen[above] and not row.why then wholes[row] = at[above] end
  end
  return wholes
end

-- Whether the parts come to more than the whole can be.
local function exceed(whole, sum)
  local _, most = interval.bounds(whole.low, whole.best, whole.high)
  return most ~= nil and interval.below(most, sum.low)
end

-- Leaves out a part and all below it, since the whole counts.
local function leave_out_below(part, parts, whole)
  part.why = "part of " .. whole.id .. ", which counts"
  for _, below in ipairs(parts[part] or {}) do leave_out_below(below, parts, whole) end
end

-- The sum of what counts of a row: of itself, or of its parts where these come to more. Marks what does not count.
local function weigh(row, parts)
  local own = interval.zero()
  interval.add(own, row.low, row.best, row.high)
  if not parts[row] then return own end
  local sum = interval.zero()
  for _, part in ipairs(parts[row]) do
    local of_part = weigh(part, parts)
    interval.add(sum, of_part.low, of_part.best, of_part.high)
  end
  if exceed(row, sum) then
    leave_out(row, ("its parts come to more: %s"):format(interval.text(sum.low, sum.best, sum.high)))
    return sum
  end
  for _, part in ipairs(parts[row]) do leave_out_below(part, parts, row) end
  return own
end

local function fold_parts(rows, all)
  local wholes, parts = nearest_wholes(rows, all), {}
  for _, row in ipairs(rows) do
    local whole = wholes[row]
    if whole then
      parts[whole] = parts[whole] or {}
      table.insert(parts[whole], row)
    end
  end
  for _, row in ipairs(rows) do
    if parts[row] and not wholes[row] then weigh(row, parts) end
  end
end

-- Sums ------------------------------------------------------------------------------------------------------------

local function key_of(row)
  local parts = {}
  for i = 1, row.keys.n do parts[i] = ("%s:%s"):format(math.type(row.keys[i]) or type(row.keys[i]), row.keys[i]) end
  return table.concat(parts, "\0") .. "\0" .. tostring(row.unit) .. "\0" .. tostring(row.basis)
end

local function summed(rows)
  local sums, order = {}, {}
  for _, row in ipairs(rows) do
    local key = key_of(row)
    local sum = sums[key]
    if not sum then
      sum = interval.zero()
      sum.keys, sum.unit, sum.basis, sum.counted, sum.left_out = row.keys, row.unit, row.basis, 0, 0
      sums[key], order[#order + 1] = sum, sum
    end
    if row.why then
      sum.left_out = sum.left_out + 1
    else
      interval.add(sum, row.low, row.best, row.high)
      sum.counted = sum.counted + 1
    end
  end
  return order
end

local function before(a, b)
  for i = 1, a.keys.n do
    local x, y = a.keys[i], b.keys[i]
    if x ~= y then
      if x == nil or y == nil then return y == nil end
      if type(x) == type(y) and type(x) ~= "boolean" then return x < y end
      return tostring(x) < tostring(y)
    end
  end
  if a.unit ~= b.unit then return a.unit ~= nil and (b.unit == nil or a.unit < b.unit) end
  return a.basis ~= b.basis and a.basis ~= nil and (b.basis == nil or a.basis < b.basis)
end

local COLUMNS = { { "unit", "text" }, { "basis", "text" }, { "amount", "text" }, { "low", "integer" },
  { "best", "integer" }, { "high", "integer" }, { "counted", "integer" }, { "left_out", "integer" } }

-- The columns, with numbers where they are measured.
local function typed(columns, numbers)
  local list = {}
  for i, column in ipairs(columns) do
    local is_bound = column[1] == "low" or column[1] == "best" or column[1] == "high"
    list[i] = is_bound and { column[1], numbers } or column
  end
  return list
end

local function frame_of(sums, names, types, numbers)
  local columns, rows = {}, {}
  for i, name in ipairs(names) do columns[i] = { name, types[i] } end
  table.move(typed(COLUMNS, numbers), 1, #COLUMNS, #names + 1, columns)
  for _, sum in ipairs(sums) do
    if sum.counted > 0 then
      local row = table.move(sum.keys, 1, #names, 1, {})
      local text = interval.text(sum.low, sum.best, sum.high)
      local values = { sum.unit, sum.basis, text, sum.low, sum.best, sum.high, sum.counted, sum.left_out }
      rows[#rows + 1] = table.move(values, 1, #COLUMNS, #names + 1, row)
    end
  end
  return from_rows.lists(columns, rows)
end

local ACCOUNT = { { "id", "text" }, { "counted", "boolean" }, { "unit", "text" }, { "basis", "text" },
  { "low", "integer" }, { "best", "integer" }, { "high", "integer" }, { "why", "text" } }

local function why_counted(row)
  local words = row.counted_as or row.doubled and "per side, doubled" or "as it stands"
  return row.tied and words .. "; a tie: as wide as its readings" or words
end

local function account_of(rows, numbers)
  local list = {}
  for i, row in ipairs(rows) do
    list[i] = { row.id, row.why == nil, row.unit, row.basis, row.low, row.best, row.high, row.why or why_counted(row) }
  end
  return from_rows.lists(typed(ACCOUNT, numbers), list)
end

-- Calls -----------------------------------------------------------------------------------------------------------

local function check(q, quantity, given)
  given = options.check(given, "total()", { "by" })
  if quantity ~= nil and type(quantity) ~= "string" then
    errors.raise("bad_type.total_quantity", { got = type(quantity) })
  end
  if q.claims_of or q.bound.grouped or not q.bound.by_name.id or not (q.info.by_name and q.info.by_name.id) then
    errors.raise "bad_argument.total_rows"
  end
  local by = {}
  if given.by ~= nil and type(given.by) ~= "string" and type(given.by) ~= "table" then
    errors.raise("bad_type.total_by", { got = type(given.by) })
  end
  for _, name in ipairs(type(given.by) == "string" and { given.by } or given.by or {}) do
    if name ~= "unit" and name ~= "basis" then by[#by + 1] = name end -- these are apart in any case
  end
  return by
end

--- What the amounts of a query's rows come to: a row for each unit and basis, and each value of `by`.
-- Columns: those of `by`; unit, basis; amount (in words), low, best, high (nil: open, or not known); counted, left_out
-- (rows). f:explain() gives a row for each row of the query: id, counted, unit, basis, low, best, high (doubled where
-- that is per side), why.
---@param q parley.Query
---@param quantity string|{ by: string|string[]|nil }|nil  the options may stand in its place
---@param given { by: string|string[]|nil }?
---@return parley.Frame
function total.of_query(q, quantity, given)
  if type(quantity) == "table" and given == nil then quantity, given = nil, quantity end
  local by = check(q, quantity, given)
  local unit, plan = rules_of(q.info, quantity)
  local all, rows = things(q, unit, plan), {}
  local asked, names, types = chosen(q, by)
  for _, one in ipairs(asked) do
    local row = all[one.id]
    one.keys.n, row.keys = #names, one.keys
    rows[#rows + 1] = row
  end
  table.sort(rows, function(a, b) return a.id < b.id end)
  leave_out_no_facts(q, unit, rows, plan)
  fold_alternatives(rows)
  fold_cumulative(rows)
  leave_out_loose_counts(rows)
  fold_parts(rows, all)
  local sums = summed(rows)
  table.sort(sums, before)
  local numbers = q.info.by_name[unit.field].type
  local f, account = frame_of(sums, names, types, numbers), account_of(rows, numbers)
  local left = account:where "not counted":count()
  if left > 0 then notes.add(f, notes.new("left_out.total", left)) end
  local about = count_about(rows)
  if about > 0 then notes.add(f, notes.new("guessed.about", about)) end
  return explanations.keep(f, account)
end

return total
