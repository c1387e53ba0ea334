--- A histogram: how many rows lie in each of some equal parts of the range of x; of dates, in each day, month or
-- year. The number of parts is that of D. Freedman and P. Diaconis (1981), rounded to a step that reads well, at
-- most 50; or near what is asked for with `bins`. A date that may lie in more than one part is in none, and a note
-- counts such rows.

local bars = require "parley.pictures.charts.bars"
local errors = require "parley.base.errors"
local notes = require "parley.base.notes"
local ticks = require "parley.pictures.ticks"

local histogram = { zero = true, filled = true }

local MOST, PARTS_OF_TIME = 50, 24

local function values_of(data)
  local values = {}
  for _, panel in ipairs(data.panels) do
    for _, one in ipairs(panel.series) do
      for _, p in ipairs(one.points) do
        values[#values + 1] = p.first or p.x
        values[#values + 1] = p.last
      end
    end
  end
  table.sort(values)
  return values
end

-- The width of a part.
local function width_of(values, bins, whole)
  local low, high = values[1], values[#values]
  if low == high then return 1 end
  local least = whole and 1 or nil
  if bins then return ticks.step(high - low, bins, least) end
  local spread = values[math.ceil(#values * 0.75)] - values[math.ceil(#values * 0.25)]
  local width = 2 * spread / (#values) ^ (1 / 3)
  local parts = width > 0 and math.ceil((high - low) / width) or 10
  return ticks.step(high - low, math.max(5, math.min(MOST, parts)), least)
end

-- Where parts begin, the last of them where the range ends, and their names.
local function parts_of_numbers(values, bins, whole)
  local width = width_of(values, bins, whole)
  local first, last = values[1] // width, values[#values] // width
  local edges, names = {}, {}
  for i = first, last + 1 do edges[#edges + 1] = i * width end
  for i = 1, #edges - 1 do names[i] = ("%s to %s"):format(ticks.number(edges[i]), ticks.number(edges[i + 1])) end
  return edges, names
end

-- Most dates have to lie in one part: where they are months, no part is shorter than a month.
local function usual_length(data)
  local lengths = {}
  for _, panel in ipairs(data.panels) do
    for _, one in ipairs(panel.series) do
      for _, p in ipairs(one.points) do lengths[#lengths + 1] = p.known and p.last - p.first + 1 or nil end
    end
  end
  table.sort(lengths)
  return lengths[(#lengths + 1) // 2] or 1
end

local function parts_of_time(data, values, bins)
  local edges, names, least = {}, {}, usual_length(data)
  for i, tick in ipairs(ticks.periods(values[1], values[#values] + 1, bins or PARTS_OF_TIME, least)) do
    edges[i], names[i] = tick.value, tick.name
  end
  return edges, names
end

-- The part in which a value lies: the last edge that is not above it.
local function part_of(edges, value)
  local low, high = 1, #edges - 1
  while low < high do
    local middle = (low + high + 1) // 2
    if edges[middle] <= value then low = middle else high = middle - 1 end
  end
  return low
end

local function counted(points, edges, names)
  local counts, list, undecided = {}, {}, 0
  for _, p in ipairs(points) do
    local at = part_of(edges, p.first or p.x)
    if p.last and (not p.known or part_of(edges, p.last) ~= at) then
      undecided = undecided + 1
    else
      counts[at] = (counts[at] or 0) + 1
    end
  end
  for at = 1, #edges - 1 do
    if counts[at] then
      list[#list + 1] = { x = edges[at], first = edges[at], last = edges[at + 1], known = true, y = counts[at],
        label = names[at] }
    end
  end
  return list, undecided
end

--- Counts the rows of each part: points with first and last, and y.
function histogram.prepare(data, given)
  if data.kind == "word" then errors.raise("bad_type.plot_histogram", { x = given.x }) end
  local values = values_of(data)
  local edges, names
  if data.kind == "time" then edges, names = parts_of_time(data, values, given.bins)
  else edges, names = parts_of_numbers(values, given.bins, data.whole) end
  local undecided, drawn = 0, 0
  for _, panel in ipairs(data.panels) do
    for _, one in ipairs(panel.series) do
      local left
      one.points, left = counted(one.points, edges, names)
      undecided, drawn = undecided + left, drawn + #one.points
    end
  end
  if drawn == 0 then errors.raise("empty.plot", { rows = undecided }) end
  if undecided > 0 then data.notes[#data.notes + 1] = notes.new("undecided.values", undecided, { what = given.x }) end
  data.whole_y = true
end

function histogram.draw(c, panel, scales, plot)
  local count = plot.data.count
  for _, one in ipairs(panel.series) do
    for _, p in ipairs(one.points) do
      local from, to = scales.x.at(p.first), scales.x.at(p.last)
      local thick = (to - from) / count
      local place = { from = from + (one.place - 1) * thick, thick = thick, zero = scales.y.at(0) }
      bars.draw(c, plot, place, scales.y, p, one)
    end
  end
end

return histogram
