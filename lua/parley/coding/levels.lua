--- Levels of measurement: how far two values of a field are apart, for what weighs differences.
-- The first four are those of K. Krippendorff (Content Analysis, 4th ed. 2019, ch. 12). The others are for values that
-- no number stands for, and state their distance:
--   date, range   a period of days, or low to high: half the sum of the squared differences of the two ends. A day and
--                 the month around it differ a little, two months by as much as their days. An open end counts as
--                 one beyond the furthest that anybody gives in the field.
--   set           several values: MASI (R. Passonneau, Measuring Agreement on Set-valued Items, LREC 2006): 1 less the
--                 share they have in common, times 1 where they are equal, 2/3 where one holds the other, 1/3 where
--                 they overlap, 0 where they have nothing in common
--   jaccard       the same without that factor (P. Jaccard, 1901)
-- Values come sorted, so that a place in the list is a rank.

local item_lists = require "parley.base.item_lists"

local levels = {}

levels.NAMES = { "nominal", "ordinal", "interval", "ratio", "date", "range", "set", "jaccard" }

--- What a level means, in words.
levels.says = {
  nominal = "nominal: two values are the same or they differ",
  ordinal = "ordinal: values have an order, and differ by as many ratings as lie between them",
  interval = "interval: numbers, whose difference is squared",
  ratio = "ratio: numbers from a true zero, whose difference is taken as a share of their sum and squared",
  date = "date: periods, by the squared differences in days of their first and of their last day",
  range = "range: low to high, by the squared differences of the two ends",
  set = "set: several values, by MASI: what they share, less where neither holds the other",
  jaccard = "jaccard: several values, by the share of them that both have",
}

--- A value that is rated.
---@class parley.RatedValue
---@field key string by which two values are the same
---@field x number? of interval and ratio
---@field first number? of date and range; nil where it is open
---@field last number?
---@field items string? of set and jaccard

--- How values of a field differ.
---@class parley.Metric
---@field distance fun(i: integer, j: integer): number of the values at two places
---@field ends number[][]? where the distance is the mean of squared differences: of these
---@field by_rank boolean? the distance of Krippendorff's ordinal level, which depends on how many there are of each
---@field places number[]? where values have an order: where they stand in it, of weights

-- ## Each level

local METRICS = {}

function METRICS.nominal() return { distance = function(i, j) return i == j and 0 or 1 end } end

function METRICS.ordinal(values)
  local ranks = {}
  for i = 1, #values do ranks[i] = i end
  return { by_rank = true, places = ranks }
end

-- The mean of squared differences. Numbers begin at the least, so that squares of large ones lose nothing.
local function of_ends(ends)
  for _, list in ipairs(ends) do
    local least = math.huge
    for _, x in ipairs(list) do least = math.min(least, x) end
    for i, x in ipairs(list) do list[i] = x - least end
  end
  return { ends = ends, distance = function(i, j)
    local sum = 0
    for _, list in ipairs(ends) do sum = sum + (list[i] - list[j]) ^ 2 end
    return sum / #ends
  end }
end

local function numbers(values)
  local list = {}
  for i, value in ipairs(values) do list[i] = value.x + 0.0 end
  return list
end

function METRICS.interval(values)
  local metric = of_ends { numbers(values) }
  metric.places = metric.ends[1]
  return metric
end

function METRICS.ratio(values)
  local x = numbers(values)
  return { places = x, distance = function(i, j)
    local sum = x[i] + x[j]
    return sum == 0 and 0 or ((x[i] - x[j]) / sum) ^ 2
  end }
end

function METRICS.range(values)
  local least, most = math.huge, -math.huge
  for _, value in ipairs(values) do
    least = math.min(least, value.first or math.huge, value.last or math.huge)
    most = math.max(most, value.first or -math.huge, value.last or -math.huge)
  end
  if least > most then least, most = 0, 0 end          -- open on both sides, all of them
  local firsts, lasts = {}, {}
  for i, value in ipairs(values) do
    firsts[i], lasts[i] = (value.first or least - 1) + 0.0, (value.last or most + 1) + 0.0
  end
  return of_ends { firsts, lasts }
end

METRICS.date = METRICS.range

-- How many items two lists have, and how many of them both.
local function overlap(a, b)
  local seen, all, both = {}, 0, 0
  for _, item in ipairs(a) do seen[item], all = true, all + 1 end
  for _, item in ipairs(b) do
    if seen[item] then both = both + 1 else all = all + 1 end
  end
  return all, both
end

local function of_sets(values, factor)
  local lists = {}
  for i, value in ipairs(values) do lists[i] = item_lists.of(value.items) end
  return { distance = function(i, j)
    local a, b = lists[i], lists[j]
    local all, both = overlap(a, b)
    return 1 - both / all * factor(#a, #b, both)
  end }
end

function METRICS.jaccard(values) return of_sets(values, function() return 1 end) end

function METRICS.set(values)
  return of_sets(values, function(a, b, both)
    if both == a and both == b then return 1 end
    return (both == a or both == b) and 2 / 3 or 1 / 3
  end)
end

--- How the values of a field differ at a level.
---@param level string
---@param values parley.RatedValue[]  sorted; those of an ordinal level by their order
---@return parley.Metric
function levels.metric(level, values) return METRICS[level](values) end

return levels
