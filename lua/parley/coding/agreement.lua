--- Agreement on ratings: all coefficients of a field with their intervals, as rows.
-- Intervals are of the percentile bootstrap over units (B. Efron and R. J. Tibshirani, An Introduction to the
-- Bootstrap, 1993, ch. 13): units are drawn with replacement, each coefficient is worked out again, and the middle
-- 95 % of what comes out is the interval. Drawing units, not single values, keeps what coders said of one thing
-- together. Where a coefficient is undefined for more than one draw in twenty, so is its interval.

local coefficients = require "parley.coding.coefficients"
local levels = require "parley.coding.levels"
local public_call = require "parley.base.public_call"
local rating_sums = require "parley.coding.rating_sums"

local agreement = {}

agreement.COLUMNS = { { "table", "text" }, { "field", "text" }, { "level", "text" }, { "measure", "text" },
  { "value", "number" }, { "low", "number" }, { "high", "number" }, { "coders", "integer" }, { "units", "integer" },
  { "paired", "integer" }, { "values", "integer" }, { "missing", "integer" }, { "draws", "integer" },
  { "says", "text" }, { "why", "text" } }

local TAIL <const> = 0.025
local DEFINED <const> = 0.95

-- ## Intervals

-- The values of each coefficient in all draws, as far as they are defined.
local function drawn(names, sums, case, given)
  local lists, x = {}, {}
  for i in ipairs(names) do lists[i] = {} end
  for number in public_call.upto(given.bootstraps) do
    rating_sums.draw(sums, given.seed, number, x)
    for i, name in ipairs(names) do
      local value = coefficients.value(name, x, sums, case)
      if value then lists[i][#lists[i] + 1] = value end
    end
  end
  return lists
end

-- The ends that leave out the same number of draws on either side.
local function interval(list, bootstraps)
  if bootstraps == 0 then return nil, nil, nil end
  if #list < DEFINED * bootstraps then
    return nil, nil, coefficients.REASONS.few_draws:format(bootstraps - #list, bootstraps)
  end
  table.sort(list)
  local out = math.max(1, math.floor((#list + 1) * TAIL))
  return list[out], list[#list + 1 - out], nil
end

local function too_many(name, case) return name == "alpha" and case.by_pairs and not case.rows end

-- ## Rows

local function counts_of(ratings)
  local paired, values = 0, 0
  for _, unit in ipairs(ratings.units) do
    values = values + #unit // 2
    if #unit > 2 then paired = paired + 1 end
  end
  return { units = #ratings.units, paired = paired, values = values,
    missing = #ratings.units * #ratings.coders - values }
end

local function row_of(about, ratings, counts, name)
  return { about.table, about.field, ratings.level, name, nil, nil, nil, #ratings.coders, counts.units, counts.paired,
    counts.values, counts.missing, nil, levels.says[ratings.level], nil }
end

local VALUE <const>, LOW <const>, HIGH <const>, DRAWS <const>, WHY <const> = 5, 6, 7, 13, 15

-- Coefficients that are defined, with the row of each; the others have their reason.
local function valued(names, rows, sums, case)
  local x, found, of = {}, {}, {}
  rating_sums.draw(sums, 0, 0, x)
  for i, name in ipairs(names) do
    local value, undefined = coefficients.value(name, x, sums, case)
    rows[i][VALUE], rows[i][WHY] = value, undefined and coefficients.REASONS[undefined]
    if value and too_many(name, case) then
      rows[i][WHY] = coefficients.REASONS.many_values:format(coefficients.MOST_PAIRS)
    elseif value then
      found[#found + 1], of[#of + 1] = name, rows[i]
    end
  end
  return found, of
end

--- Adds a row for each coefficient of a field.
---@param rows any[][]
---@param about { table: string?, field: string }
---@param ratings parley.Ratings
---@param given { bootstraps: integer, seed: integer }
function agreement.add(rows, about, ratings, given)
  local metric = levels.metric(ratings.level, ratings.values)
  local sums = rating_sums.of(ratings, metric)
  local case, counts, mine = coefficients.case(ratings, metric, sums), counts_of(ratings), {}
  local names = coefficients.of(metric)
  for i, name in ipairs(names) do mine[i] = row_of(about, ratings, counts, name) end
  local found, of = valued(names, mine, sums, case)
  for i, list in ipairs(drawn(found, sums, case, given)) do
    of[i][DRAWS] = given.bootstraps > 0 and #list or nil
    of[i][LOW], of[i][HIGH], of[i][WHY] = interval(list, given.bootstraps)
  end
  table.move(mine, 1, #mine, #rows + 1, rows)
end

return agreement
