--- Coefficients of agreement in the plainest words: sums over pairs of values, as their definitions have them.
-- Ratings are a list of units, each a table from the place of a coder to a value; `values` are all values in order, and
-- `places` where each stands.

local plain = {}

-- ## Distances

plain.DISTANCES = {
  nominal = function(a, b) return a == b and 0 or 1 end,
  interval = function(a, b) return (a - b) ^ 2 end,
  ratio = function(a, b) return a + b == 0 and 0 or ((a - b) / (a + b)) ^ 2 end,
}

-- Ratings between two values, both ends counted by half.
function plain.DISTANCES.ordinal(a, b, count)
  local sum = 0
  for v, n in pairs(count) do
    if v >= math.min(a, b) and v <= math.max(a, b) then sum = sum + n end
  end
  return (sum - (count[a] + count[b]) / 2) ^ 2
end

-- ## Units

local function values_of(unit, coders)
  local list = {}
  for c = 1, coders do list[#list + 1] = unit[c] end
  return list
end

-- Calls fn with every unit that has two values or more.
local function each_pairable(units, coders, fn)
  for _, unit in ipairs(units) do
    local list = values_of(unit, coders)
    if #list > 1 then fn(list) end
  end
end

-- The mean, over units, of the mean over its ordered pairs of values.
local function mean_over_pairs(units, coders, weight)
  local total, n = 0, 0
  each_pairable(units, coders, function(list)
    local sum = 0
    for i, a in ipairs(list) do
      for j, b in ipairs(list) do
        if i ~= j then sum = sum + weight(a, b) end
      end
    end
    total, n = total + sum / (#list * (#list - 1)), n + 1
  end)
  return total / n
end

-- The mean share of each value, over units with any.
local function shares(units, coders)
  local share, n = {}, 0
  for _, unit in ipairs(units) do
    local list = values_of(unit, coders)
    if #list > 0 then n = n + 1 end
    for _, v in ipairs(list) do share[v] = (share[v] or 0) + 1 / #list end
  end
  for v in pairs(share) do share[v] = share[v] / n end
  return share
end

-- ## Coefficients

function plain.agreement(units, coders)
  return mean_over_pairs(units, coders, function(a, b) return a == b and 1 or 0 end)
end

function plain.fleiss(units, coders)
  local chance = 0
  for _, p in pairs(shares(units, coders)) do chance = chance + p * p end
  return (plain.agreement(units, coders) - chance) / (1 - chance)
end

--- Gwet's, with weight(a, b) of two values, over a list of all values.
function plain.gwet(units, coders, values, weight)
  local sum, chance, share = 0, 0, shares(units, coders)
  for _, a in ipairs(values) do
    for _, b in ipairs(values) do sum = sum + weight(a, b) end
    chance = chance + (share[a] or 0) * (1 - (share[a] or 0))
  end
  chance = chance * sum / (#values * (#values - 1))
  return (mean_over_pairs(units, coders, weight) - chance) / (1 - chance)
end

--- Cohen's, with off(a, b) of two values.
function plain.cohen(units, off)
  local observed, expected, both = 0, 0, {}
  for _, unit in ipairs(units) do
    if unit[1] ~= nil and unit[2] ~= nil then both[#both + 1] = unit end
  end
  for _, unit in ipairs(both) do
    observed = observed + off(unit[1], unit[2]) / #both
    for _, other in ipairs(both) do expected = expected + off(unit[1], other[2]) / (#both * #both) end
  end
  return 1 - observed / expected
end

--- Krippendorff's: what values of one unit differ by, over what all values differ by.
function plain.alpha(units, coders, distance)
  local all, count, observed = {}, {}, 0
  each_pairable(units, coders, function(list)
    for _, v in ipairs(list) do all[#all + 1], count[v] = v, (count[v] or 0) + 1 end
  end)
  each_pairable(units, coders, function(list)
    for i, a in ipairs(list) do
      for j, b in ipairs(list) do
        if i ~= j then observed = observed + distance(a, b, count) / (#list - 1) end
      end
    end
  end)
  local expected = 0
  for i, a in ipairs(all) do
    for j, b in ipairs(all) do
      if i ~= j then expected = expected + distance(a, b, count) end
    end
  end
  return 1 - (#all - 1) * observed / expected
end

-- ## Draws

local function next_number(state)
  state = state + 0x9e3779b97f4a7c15
  local z = state
  z = (z ~ z >> 30) * 0xbf58476d1ce4e5b9
  z = (z ~ z >> 27) * 0x94d049bb133111eb
  return z ~ z >> 31, state
end

--- The places of the units of a draw, as csrc/value/resample.h has it.
function plain.drawn(units, seed, number)
  local places = {}
  local state = next_number((next_number(seed)) ~ number)
  while #places < units do
    local bits
    bits, state = next_number(state)
    for _, half in ipairs { bits & 0xffffffff, bits >> 32 } do
      if #places < units then places[#places + 1] = (half * units >> 32) + 1 end
    end
  end
  return places
end

return plain
