--- Coefficients of agreement, each from the sums of parley.coding.rating_sums.
-- agreement   the mean share of pairs of values of a unit that are the same
-- cohen       κ of two coders (J. Cohen, 1960); with weights by the distance of two places, or its square (Cohen, 1968)
-- fleiss      κ of any number of coders (J. L. Fleiss, 1971), of units that not all have rated as K. L. Gwet has it
--             (Handbook of Inter-Rater Reliability, 4th ed. 2014, ch. 2): chance from all units with a value,
--             agreement from those with two or more
-- alpha       α (K. Krippendorff, Content Analysis, 4th ed. 2019, ch. 12)
-- ac1, ac2    Gwet's, over the values that occur (2008; 2014, ch. 2 and 4); ac2 is ac1 with weights
-- Each gives a number, or nil and the key of the reason why there is none.

local rating_sums = require "parley.coding.rating_sums"

local coefficients = {}

local P <const> = rating_sums.PLACES

--- Why there is none, in words.
coefficients.REASONS = {
  few_draws = "no interval: undefined in %d of %d draws",
  many_values = "no interval: more than %d different values",
  one_coder = "undefined: one coder, nobody to agree with",
  no_pair = "undefined: no unit has values of two coders",
  no_variation = "undefined: all values are the same, so that agreement cannot be told from chance",
  more_coders = "undefined: of two coders, and there are more: ask two at a time",
}

-- ## Chance

-- Of the shares of the values, the sum of their squares, and of what each leaves to 1 times it. Several coefficients
-- ask for them of one draw after the other: x keeps them.
local function of_shares(x, sums, v)
  if x.squares then return x.squares, x.spread end
  local squares, spread, from, rated = 0, 0, sums.shares, x[P.rated]
  for k = from + 1, from + v do
    local p = x[k]
    if p ~= 0 then
      p = p / rated
      squares, spread = squares + p * p, spread + p * (1 - p)
    end
  end
  x.squares, x.spread = squares, spread
  return squares, spread
end

local function corrected(observed, chance)
  if chance >= 1 then return nil, "no_variation" end
  return (observed - chance) / (1 - chance)
end

-- ## Each coefficient

local function agreement(x) return x[P.agree] / x[P.paired] end

local function fleiss(x, sums, case) return corrected(agreement(x), (of_shares(x, sums, case.v))) end

-- Gwet's, where `weights` is the sum of the weights of all pairs of values.
local function gwet(x, sums, case, observed, weights)
  if case.v < 2 then return nil, "no_variation" end
  local _, spread = of_shares(x, sums, case.v)
  return corrected(observed / x[P.paired], weights * spread / (case.v * (case.v - 1)))
end

local function ac1(x, sums, case) return gwet(x, sums, case, x[P.agree], case.v) end

local function ac2_linear(x, sums, case) return gwet(x, sums, case, x[P.linear], case.linear_weights) end

local function ac2_quadratic(x, sums, case) return gwet(x, sums, case, x[P.quadratic], case.quadratic_weights) end

local function cohen(x, sums, case)
  local both, chance = x[P.both], 0
  for k = 1, case.v do chance = chance + x[sums.left + k] * x[sums.right + k] end
  return corrected(x[P.same] / both, chance / (both * both))
end

-- 1 less what is observed of a disagreement over what chance would give.
local function one_less(observed, expected)
  if expected <= 0 then return nil, "no_variation" end
  return 1 - observed / expected
end

-- Where places are sorted, two values are as far apart as the gaps between them: how many pairs lie across each.
local function cohen_linear(x, sums, case)
  local both, places = x[P.both], case.metric.places
  local below_left, below_right, expected = 0, 0, 0
  for k = 1, case.v - 1 do
    below_left, below_right = below_left + x[sums.left + k], below_right + x[sums.right + k]
    expected = expected + (places[k + 1] - places[k])
      * (below_left * (both - below_right) + below_right * (both - below_left))
  end
  return one_less(x[P.off_linear] * both, expected)
end

-- Sum, and sum of squares, of some places as often as they occur.
local function moments(x, from, list, v)
  local n, sum, squares = 0, 0, 0
  for k = 1, v do
    local count = x[from + k]
    if count ~= 0 then
      local place = list[k]
      local product = count * place
      n, sum, squares = n + count, sum + product, squares + product * place
    end
  end
  return n, sum, squares
end

local function cohen_quadratic(x, sums, case)
  local both, places = x[P.both], case.metric.places
  local _, left, left_squares = moments(x, sums.left, places, case.v)
  local _, right, right_squares = moments(x, sums.right, places, case.v)
  return one_less(x[P.off_quadratic] * both, both * (left_squares + right_squares) - 2 * left * right)
end

-- ## Krippendorff's alpha

local DIFFER <const> = 1e-12     -- a share of the squares, below which their difference is rounding

-- What pairs of values differ by, over all pairs, where the distance is a mean of squared differences.
local function expected_of_ends(x, from, ends, v)
  local sum = 0
  for _, list in ipairs(ends) do
    local n, first, squares = moments(x, from, list, v)
    local differ = n * squares - first * first
    if differ > DIFFER * n * squares then sum = sum + 2 * differ end
  end
  return sum / #ends
end

-- How many values lie below each, and half of its own: distances of the ordinal level are those of these.
local function middle_ranks(x, from, v, into)
  local below = 0
  for k = 1, v do
    local count = x[from + k]
    into[k] = below + count / 2
    below = below + count
  end
  return into
end

local function observed_by_rank(x, cells, ranks)
  local sum, list = 0, cells.pairs
  for i = 1, #list, 2 do
    sum = sum + x[cells.from + (i + 1) // 2] * (ranks[list[i]] - ranks[list[i + 1]]) ^ 2
  end
  return sum
end

local function expected_of_pairs(x, from, case)
  local sum, v, distance, rows = 0, case.v, case.metric.distance, case.rows
  for i = 1, v do
    local count, row = x[from + i], rows and rows[i]
    if count > 0 then
      local of_i = 0
      for j = i + 1, v do
        local other = x[from + j]
        if other > 0 then of_i = of_i + other * (row and row[j] or distance(i, j)) end
      end
      sum = sum + count * of_i
    end
  end
  return 2 * sum
end

local function expected_nominal(x, from, v)
  local sum, squares = 0, 0
  for k = 1, v do
    local count = x[from + k]
    sum, squares = sum + count, squares + count * count
  end
  return sum * sum - squares
end

local function alpha(x, sums, case)
  local metric, from, v = case.metric, sums.margins, case.v
  local observed, expected = x[P.observed]
  if metric.by_rank then
    local ranks = middle_ranks(x, from, v, case.ranks)
    observed, expected = observed_by_rank(x, sums.cells, ranks), expected_of_ends(x, from, { ranks }, v)
  elseif case.level == "nominal" then
    expected = expected_nominal(x, from, v)
  elseif metric.ends then
    expected = expected_of_ends(x, from, metric.ends, v)
  else
    expected = expected_of_pairs(x, from, case)
  end
  return one_less((x[P.values] - 1) * observed, expected)
end

-- ## All of them

local OF_TWO = { cohen = true, cohen_linear = true, cohen_quadratic = true }

local BY_NAME = { agreement = agreement, cohen = cohen, cohen_linear = cohen_linear, cohen_quadratic = cohen_quadratic,
  fleiss = fleiss, alpha = alpha, ac1 = ac1, ac2_linear = ac2_linear, ac2_quadratic = ac2_quadratic }

--- All there are, in the order in which they are told.
coefficients.NAMES = { "agreement", "cohen", "cohen_linear", "cohen_quadratic", "fleiss", "alpha", "ac1", "ac2_linear",
  "ac2_quadratic" }

local WEIGHTED = { cohen_linear = true, cohen_quadratic = true, ac2_linear = true, ac2_quadratic = true }

--- Those that a metric has: values without an order have no weights.
---@param metric parley.Metric
---@return string[]
function coefficients.of(metric)
  local list = {}
  for _, name in ipairs(coefficients.NAMES) do
    if metric.places or not WEIGHTED[name] then list[#list + 1] = name end
  end
  return list
end

-- The sums of the weights of all pairs of values, whose places are sorted: as many pairs lie across a gap as there are
-- values on its one side, times those on its other.
local function weights(places, span)
  local v, off, sum, squares = #places, 0, 0, 0
  for k, place in ipairs(places) do
    if k < v then off = off + 2 * (places[k + 1] - place) * k * (v - k) end
    sum, squares = sum + place, squares + place * place
  end
  return v * v - off / span, v * v - 2 * (v * squares - sum * sum) / (span * span)
end

--- The most different values between which all distances are worked out before anything is drawn.
coefficients.MOST_PAIRS = 400

-- Distances that are asked a thousand times.
local function matrix(distance, v)
  local rows = {}
  for i = 1, v do
    local row = {}
    for j = 1, v do row[j] = j > i and distance(i, j) or 0 end
    rows[i] = row
  end
  return rows
end

--- What coefficients need to know besides sums.
---@param ratings parley.Ratings
---@param metric parley.Metric
---@param sums parley.RatingSums
---@return table case
function coefficients.case(ratings, metric, sums)
  local v = #ratings.values
  local case = { v = v, level = ratings.level, metric = metric, ranks = {}, coders = #ratings.coders,
    by_pairs = metric.distance and not metric.ends and ratings.level ~= "nominal" }
  if metric.places then case.linear_weights, case.quadratic_weights = weights(metric.places, sums.span) end
  if case.by_pairs and v <= coefficients.MOST_PAIRS then case.rows = matrix(metric.distance, v) end
  return case
end

--- A coefficient of some sums; or nil, and why, a key of REASONS.
---@param name string
---@param x number[]
---@param sums parley.RatingSums
---@param case table
---@return number? value, string? why
function coefficients.value(name, x, sums, case)
  if case.coders < 2 then return nil, "one_coder" end
  if OF_TWO[name] and case.coders > 2 then return nil, "more_coders" end
  if (OF_TWO[name] and x[P.both] or x[P.paired]) == 0 then return nil, "no_pair" end
  return BY_NAME[name](x, sums, case)
end

return coefficients
