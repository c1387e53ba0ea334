--- A chart in words: its title, what it measures, and what is seen in it.

local places = require "parley.pictures.places"
local plain = require "parley.base.plain_text"

local chart_words = {}

local NAMES = { area = "Area chart", bar = "Bar chart", heat = "Heat map", histogram = "Histogram", line = "Line chart",
  point = "Points", range = "Ranges", step = "Steps" }

--- What is upright, or in the squares.
---@param given table
---@return string
function chart_words.measured(given)
  if given.kind == "heat" then return given.value or "count" end
  if given.kind == "histogram" then return "count" end
  return given.y or given.low and ("%s to %s"):format(given.low, given.high or "…") or "count"
end

--- The title, where none is given.
---@param given table
---@return string
function chart_words.title(given)
  if given.title then return given.title end
  if given.kind == "heat" then return ("%s by %s and %s"):format(chart_words.measured(given), given.y, given.x) end
  local by = (given.by and ", by " .. given.by or "") .. (given.facet and ", for each " .. given.facet or "")
  return ("%s by %s%s"):format(chart_words.measured(given), given.x, by)
end

-- Where a value stands, in words.
local function where_is(at, given)
  return table.concat { at.point.label, at.point.row and " and " .. at.point.row or "",
    given.by and " of " .. at.series or "", given.facet and " in " .. at.panel or "" }
end

-- How many values there are, the least and the greatest.
local function extremes(data)
  local count, least, most = 0, nil, nil
  places.each(data, function(one, panel)
    for _, p in ipairs(one.points) do
      local value = p.y or p.value or p.low or p.high
      count = count + 1
      if value and (not least or value < least.value) then
        least = { value = value, point = p, series = one.name, panel = panel.name }
      end
      if value and (not most or value > most.value) then
        most = { value = value, point = p, series = one.name, panel = panel.name }
      end
    end
  end)
  return count, least, most
end

--- What is seen, for who cannot see it: how many values, the least and the greatest, and the series.
---@param made table
---@param given table
---@return string
function chart_words.description(made, given)
  local count, least, most = extremes(made.data)
  local across = given.kind == "heat" and given.y .. " and " .. given.x or given.x
  local words = { ("%s of %s by %s: %d value%s"):format(NAMES[given.kind], made.measured, across, count,
    count == 1 and "" or "s") }
  if least then
    words[#words + 1] = (", from %s (%s) to %s (%s)"):format(plain.bare(least.value), where_is(least, given),
      plain.bare(most.value), where_is(most, given))
  end
  words[#words + 1] = "."
  if #made.data.legend > 1 then
    local names = {}
    for i, one in ipairs(made.data.legend) do names[i] = one.name end
    words[#words + 1] = (" Series by %s: %s."):format(given.by, table.concat(names, ", "))
  end
  return table.concat(words)
end

return chart_words
