--- A heat map: a number for each pair of x and y, the darker the greater, with the number written in where it fits.

local errors = require "parley.base.errors"
local places = require "parley.pictures.places"
local plain = require "parley.base.plain_text"
local scale = require "parley.pictures.scale"
local ticks = require "parley.pictures.ticks"

local heat = { words_of_y = true, stacked = true }

-- Numbers and times stand in their order, words in that of their rows.
local function ordered(words, values)
  for _, word in ipairs(words) do
    if not values[word] then return end
  end
  table.sort(words, function(a, b) return values[a] < values[b] end)
end

-- Every x and y is a word here: a heat map is a table.
function heat.prepare(data, given)
  if given.by then errors.raise("no_option.plot_heat_by", {}) end
  local at, at_y, in_order = {}, {}, data.kind ~= "word"
  data.kind, data.legend = "word", {}
  data.least, data.most = math.huge, -math.huge
  for _, panel in ipairs(data.panels) do
    for _, p in ipairs(panel.series[1].points) do
      at[p.label], at_y[p.row] = in_order and p.x or nil, tonumber(p.row)
      p.x = p.label
      data.least, data.most = math.min(data.least, p.value), math.max(data.most, p.value)
    end
  end
  data.words, data.words_of_y = places.words(data, "x"), places.words(data, "row")
  ordered(data.words, at)
  ordered(data.words_of_y, at_y)
end

-- So many cells are drawn one by one, and at most so many a side where there are more.
local MOST, ACROSS, DOWN = 5000, 80, 60

-- Neighbours as one word each: for every word, the word of its block.
local function blocks(words, most)
  local size, block_of, list = math.ceil(#words / most), {}, {}
  for from = 1, #words, size do
    local to = math.min(from + size - 1, #words)
    local block = from == to and words[from] or ("%s – %s"):format(words[from], words[to])
    list[#list + 1] = block
    for i = from, to do block_of[words[i]] = block end
  end
  return list, block_of
end

-- The means of the cells that fall into each block, in the order of their first cell.
local function means(points, across, down)
  local list, by_place = {}, {}
  for _, p in ipairs(points) do
    local x, row = across[p.x], down[p.row]
    local key = x .. "\0" .. row
    local cell = by_place[key]
    if not cell then
      cell = { x = x, label = x, row = row, sum = 0, cells = 0 }
      by_place[key], list[#list + 1] = cell, cell
    end
    cell.sum, cell.cells = cell.sum + p.value, cell.cells + 1
  end
  for _, cell in ipairs(list) do cell.value = cell.sum / cell.cells end
  return list
end

--- More cells than can be told apart become blocks; gives how many cells there were.
---@param data table
---@return integer? count
function heat.gather(data)
  local count = 0
  for _, panel in ipairs(data.panels) do count = count + #panel.series[1].points end
  if count <= MOST then return nil end
  local across, down
  data.words, across = blocks(data.words, ACROSS)
  data.words_of_y, down = blocks(data.words_of_y, DOWN)
  data.least, data.most = math.huge, -math.huge
  for _, panel in ipairs(data.panels) do
    local one = panel.series[1]
    one.points = means(one.points, across, down)
    for _, p in ipairs(one.points) do
      data.least, data.most = math.min(data.least, p.value), math.max(data.most, p.value)
    end
  end
  return count
end

function heat.draw(c, panel, scales, plot)
  local m, data = c.metrics, plot.data
  local shade = scale.linear(math.min(0, data.least), data.most, 0, 1)
  local width, height = scales.x.step, scales.y.step
  for _, p in ipairs(panel.series[1].points) do
    local x, y = scales.x.at(p.x), scales.y.at(p.row)
    local share = math.max(0, math.min(1, shade.at(p.value)))
    c:box(x - width / 2 + 0.5, y - height / 2 + 0.5, width - 1, height - 1, { ink = 1, opacity = 0.06 + 0.94 * share,
      title = ("%s, %s: %s"):format(p.label, p.row, plain.bare(p.value)) })
    local text = ticks.number(p.value)
    if m.width(text, m.small) <= width - 2 then
      c:text(x, y + m.line(m.small) * 0.28, text, { ink = share > 0.55 and "surface" or "text", size = m.small,
        anchor = "middle" })
    end
  end
end

return heat
