--- The data of a chart: the points of its rows in series and panels, the inks of the series, and a count of what could
-- not be drawn.

local asked_rows = require "parley.pictures.asked_rows"
local errors = require "parley.base.errors"
local notes = require "parley.base.notes"
local palette = require "parley.pictures.palette"
local points = require "parley.pictures.points"

local series = {}

-- So many panels can be gone through by eye.
local MOST_PANELS = 40

local function name_of(value) return points.there(value) and tostring(value) or "(none)" end

-- The list under a name, made and put in order of appearance when it is new.
local function under(lists, name, make)
  local list = lists[name]
  if not list then
    list = make(name)
    lists[name], lists[#lists + 1] = list, list
  end
  return list
end

-- Rows as { panels, each with its points by series }; gives how many were left out.
local function gather(f, roles, kind, given)
  local panels, left_out = {}, 0
  local function new_panel(name) return { name = name, series = {} } end
  local function new_series(name) return { name = name, points = {} } end
  for row, values in asked_rows.each(f, roles) do
    local point = points.of(values, kind, given)
    if point then
      point.order = row
      local panel = under(panels, given.facet and name_of(values.facet) or "", new_panel)
      local one = under(panel.series, given.by and name_of(values.by) or "", new_series)
      one.points[#one.points + 1] = point
    else
      left_out = left_out + 1
    end
  end
  return panels, left_out
end

-- The panels that are drawn; gives how many are not.
local function cut_panels(panels)
  local more = math.max(0, #panels - MOST_PANELS)
  for i = #panels, MOST_PANELS + 1, -1 do panels[panels[i].name], panels[i] = nil, nil end
  return more
end

-- Inks -------------------------------------------------------------------------------------------------------

-- The same series has the same place and ink in every panel; those beyond the last ink share one, and one name.
local function give_inks(panels)
  local places, count = {}, 0
  for _, panel in ipairs(panels) do
    for _, one in ipairs(panel.series) do
      if not places[one.name] then
        count = count + 1
        places[one.name] = count
      end
      one.place = places[one.name]
      one.ink = math.min(one.place, palette.OTHER)
    end
  end
  return count
end

local function legend_of(panels, count)
  local list, seen = {}, {}
  for _, panel in ipairs(panels) do
    for _, one in ipairs(panel.series) do
      if not seen[one.ink] then
        local name = one.ink == palette.OTHER and ("other (%d)"):format(count - palette.MOST) or one.name
        list[#list + 1] = { ink = one.ink, name = name }
        seen[one.ink] = true
      end
    end
  end
  table.sort(list, function(a, b) return a.ink < b.ink end)
  return list
end

-- Whether what is upright is counted: numbers that are whole, one and all, or rows.
local function all_whole(types)
  for _, role in ipairs { "y", "low", "high" } do
    if types[role] and types[role] ~= "integer" then return false end
  end
  return true
end

--- The data of a chart.
---@param src parley.Query|parley.Frame
---@param given table  the options of plot{}
---@return { kind: string, panels: table[], legend: table[], count: integer, frame: parley.Frame, notes: parley.Note[] }
function series.of(src, given)
  local f, roles = asked_rows.read(src, given)
  local types, kind = {}, points.kind_of(f)
  for i, role in ipairs(roles) do types[role] = f:types()[i] end
  local panels, left_out = gather(f, roles, kind, given)
  if #panels == 0 then errors.raise("empty.plot", { rows = #f }) end
  local more, said = cut_panels(panels), notes.of(f)
  local count = give_inks(panels)
  if more > 0 then said[#said + 1] = notes.new("cut.plot_panels", more, { most = MOST_PANELS }) end
  if left_out > 0 then said[#said + 1] = notes.new("left_out.plot", left_out) end
  if count > palette.MOST then said[#said + 1] = notes.new("cut.plot_series", count - palette.MOST) end
  return { kind = kind, panels = panels, legend = legend_of(panels, count), frame = f, notes = said, count = count,
    whole = types.x == "integer", whole_y = all_whole(types) }
end

return series
