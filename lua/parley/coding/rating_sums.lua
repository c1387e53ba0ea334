--- Ratings as sums: what each unit adds to the few numbers from which every coefficient follows.
-- The coincidences of a unit are counted once. A bootstrap then adds up units as often as it drew them
-- (csrc/value/resample.h), and asks parley.coding.coefficients about the sums. Units that are rated alike are one row;
-- rows are sorted, so that neither the order of units nor, of three coders and more, who said what makes a difference.

local core = require "parley.core"
local public_call = require "parley.base.public_call"

local rating_sums = {}

--- Places of the sums. Units with one value or more, and with two or more; over the latter the share of pairs of their
--- values that are the same, that share with weights, and the disagreement, as Krippendorff counts it; how many values
--- they have. Of two coders: units that both have rated, those rated the same, and how far apart others are.
rating_sums.PLACES = { rated = 1, paired = 2, agree = 3, linear = 4, quadratic = 5, observed = 6, values = 7, both = 8,
  same = 9, off_linear = 10, off_quadratic = 11 }
local HEAD <const> = 11
local P <const> = rating_sums.PLACES

--- Ratings of one field.
---@class parley.Ratings
---@field coders string[]
---@field level string
---@field values parley.RatedValue[] sorted
---@field units integer[][] of each unit a list of a coder's place and a value's place, in turn, by coders

-- What values add to a unit of more than one value.
local function add_pairs(row, counts, n, metric, span)
  local agree, linear, quadratic, observed = 0, 0, 0, 0
  local places, distance = metric.places, metric.distance
  for i = 1, #counts, 2 do
    local a, count = counts[i], counts[i + 1]
    agree = agree + count * (count - 1)
    for j = i + 2, #counts, 2 do
      local b, pairs_of = counts[j], 2 * count * counts[j + 1]
      local off = places and math.abs(places[a] - places[b]) / span or 1
      linear, quadratic = linear + pairs_of * off, quadratic + pairs_of * off * off
      if distance then observed = observed + pairs_of * distance(a, b) end
    end
  end
  local all = n * (n - 1)
  table.move({ P.paired, 1, P.agree, agree / all, P.linear, 1 - linear / all, P.quadratic, 1 - quadratic / all,
    P.observed, observed / (n - 1), P.values, n }, 1, 12, #row + 1, row)
end

-- Coincidences of different values of a unit, where what they weigh is not known before all are counted.
local function add_cells(row, counts, n, cells)
  for i = 1, #counts, 2 do
    for j = i + 2, #counts, 2 do
      local a, b = math.min(counts[i], counts[j]), math.max(counts[i], counts[j])
      row[#row + 1] = cells:place(a, b)
      row[#row + 1] = 2 * counts[i + 1] * counts[j + 1] / (n - 1)
    end
  end
end

-- What the values of two coders add who both rated a unit.
local function add_both(row, unit, metric, sums)
  local a, b = unit[2], unit[4]
  local off = metric.places and math.abs(metric.places[a] - metric.places[b]) or 0
  table.move({ P.both, 1, P.same, a == b and 1 or 0, P.off_linear, off, P.off_quadratic, off * off, sums.left + a, 1,
    sums.right + b, 1 }, 1, 12, #row + 1, row)
end

-- The different values of a unit with how many there are of each, in turn.
local function counted(unit)
  local counts, at = {}, {}
  for i = 2, #unit, 2 do
    local value = unit[i]
    local place = at[value]
    if place then
      counts[place] = counts[place] + 1
    else
      counts[#counts + 1], counts[#counts + 2] = value, 1
      at[value] = #counts
    end
  end
  return counts, #unit // 2
end

local function row_of(unit, sums, metric)
  local row, counts, n = { P.rated, 1 }, counted(unit)
  for i = 1, #counts, 2 do
    row[#row + 1], row[#row + 2] = sums.shares + counts[i], counts[i + 1] / n
    if n > 1 then row[#row + 1], row[#row + 2] = sums.margins + counts[i], counts[i + 1] end
  end
  if n < 2 then return row end
  add_pairs(row, counts, n, metric, sums.span)
  if metric.by_rank then add_cells(row, counts, n, sums.cells) end
  if sums.is_pair then add_both(row, unit, metric, sums) end
  return row
end

-- ## Rows

-- What units that are rated alike have in common: of two coders who said what, of more how many said it.
local function key_of(unit, is_pair)
  if is_pair then return table.concat(unit, " ") end
  local first, all_same = unit[2], true
  for i = 4, #unit, 2 do all_same = all_same and unit[i] == first end
  if all_same then return #unit // 2 << 32 | first end
  local list = {}
  for i = 2, #unit, 2 do list[#list + 1] = unit[i] end
  table.sort(list)
  return table.concat(list, " ")
end

local function by_text(a, b) return a.text < b.text end

local function rows_of(units, is_pair)
  local rows, list = {}, {}
  for _, unit in public_call.each(units) do
    local key = key_of(unit, is_pair)
    local row = rows[key]
    if row then
      row.count = row.count + 1
    else
      row = { unit = unit, count = 1, text = tostring(key) }
      rows[key], list[#list + 1] = row, row
    end
  end
  public_call.sort(list, by_text)
  return list
end

-- Places of the coincidences of two values, behind the other sums.
local function new_cells(from)
  local cells = { from = from, pairs = {}, at = {} }
  function cells:place(a, b)
    local key = a << 32 | b
    if not self.at[key] then
      self.pairs[#self.pairs + 1], self.pairs[#self.pairs + 2] = a, b
      self.at[key] = self.from + #self.pairs // 2
    end
    return self.at[key]
  end
  return cells
end

local function span_of(places)
  local least, most = math.huge, -math.huge
  for _, x in ipairs(places or {}) do least, most = math.min(least, x), math.max(most, x) end
  return most > least and most - least or 1
end

--- Where sums stand, and what draws them.
---@class parley.RatingSums
---@field margins integer before the sums by value: ratings of units that have two or more
---@field shares integer before those of the shares of each value in its unit
---@field left integer before those of the first of two coders, where both have rated
---@field right integer
---@field cells table where coincidences of two values stand
---@field is_pair boolean whether there are two coders
---@field resampler userdata

--- The sums of some ratings.
---@param ratings parley.Ratings
---@param metric parley.Metric
---@return parley.RatingSums
function rating_sums.of(ratings, metric)
  local v, is_pair = #ratings.values, #ratings.coders == 2
  local sums = { margins = HEAD, shares = HEAD + v, left = HEAD + 2 * v, right = HEAD + 3 * v, is_pair = is_pair,
    span = span_of(metric.places), cells = new_cells(HEAD + (is_pair and 4 or 2) * v) }
  local counts, gives = {}, {}
  for i, row in public_call.each(rows_of(ratings.units, is_pair)) do
    counts[i], gives[i] = row.count, row_of(row.unit, sums, metric)
  end
  sums.resampler = core.resampler(counts, gives, sums.cells.from + #sums.cells.pairs // 2)
  return sums
end

--- Fills a list with the sums of a draw; number 0 takes each unit once.
---@param sums parley.RatingSums
---@param seed integer
---@param number integer
---@param into number[]
function rating_sums.draw(sums, seed, number, into)
  into.squares, into.spread = nil, nil          -- what parley.coding.coefficients has worked out of another draw
  core.draw(sums.resampler, seed, number, into)
end

return rating_sums
