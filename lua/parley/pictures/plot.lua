--- q:plot{kind = …}: a chart of the rows of a query or a Frame. Here its options are checked, its rows made into what
-- its kind draws, and its title and words found.

local chart = require "parley.pictures.chart"
local crowd = require "parley.pictures.charts.crowd"
local density = require "parley.pictures.charts.density"
local errors = require "parley.base.errors"
local notes = require "parley.base.notes"
local options = require "parley.base.options"
local picture = require "parley.pictures.picture"
local plain = require "parley.base.plain_text"
local series = require "parley.pictures.series"

local plot = {}

local OPTIONS = { "kind", "x", "y", "low", "high", "value", "by", "facet", "title", "log", "bins", "width" }
local LEAST = { bins = 1, width = 200 }
local EXPRESSIONS = { "x", "y", "low", "high", "value", "by", "facet" }

--- The kinds of charts, each a file of its own in the folder of charts, with what it is called and may be given.
plot.KINDS = { "area", "bar", "heat", "histogram", "line", "point", "range", "step" }

local NAMES = { area = "Area chart", bar = "Bar chart", heat = "Heat map", histogram = "Histogram", line = "Line chart",
  point = "Points", range = "Ranges", step = "Steps" }

-- Options ------------------------------------------------------------------------------------------------------

local function check_expressions(given)
  for _, name in ipairs(EXPRESSIONS) do
    local value = given[name]
    if value ~= nil and type(value) ~= "string" then
      errors.raise("bad_type.plot_expression", { name = name, got = type(value) })
    end
  end
  if not given.x then errors.raise("bad_argument.plot_needs", { kind = given.kind, what = "x" }) end
end

-- What each kind cannot do without.
local NEEDED = { area = "y", line = "y", point = "y", heat = "y", step = "y" }

local function check_needs(given)
  local needed = NEEDED[given.kind]
  if needed and not given[needed] and not (given.low and given.high) then
    errors.raise("bad_argument.plot_needs", { kind = given.kind, what = needed })
  end
  if given.kind == "range" and not (given.y or given.low or given.high) then
    errors.raise "bad_argument.plot_needs_range"
  end
  if given.kind == "histogram" and given.y then errors.raise "bad_argument.plot_histogram_y" end
  if given.value and given.kind ~= "heat" then errors.raise("no_option.plot_value", { kind = given.kind }) end
  if given.bins and given.kind ~= "histogram" then errors.raise("no_option.plot_bins", { kind = given.kind }) end
end

local function check(given)
  options.check(given, "plot{}", OPTIONS)
  if given == nil or given.kind == nil then
    errors.raise("bad_argument.plot_kind", { kinds = table.concat(plot.KINDS, ", ") })
  end
  options.one_of(given.kind, plot.KINDS, { key = "chart_kind" })
  check_expressions(given)
  check_needs(given)
  if given.title ~= nil and type(given.title) ~= "string" then
    errors.raise("bad_type.plot_title", { got = type(given.title) })
  end
  for _, name in ipairs { "bins", "width" } do
    local n = given[name]
    if n ~= nil and (math.type(n) ~= "integer" or n < LEAST[name] or n > 4000) then
      errors.raise("bad_argument.plot_size", { name = name, least = LEAST[name], value = plain.visible(tostring(n)) })
    end
  end
  if given.log ~= nil and given.log ~= true and given.log ~= "x" and given.log ~= "y" then
    errors.raise("bad_argument.plot_log", { value = plain.visible(tostring(given.log)) })
  end
  return given
end

-- What is drawn --------------------------------------------------------------------------------------------------

-- The options of reading: a heat map has words at both sides.
local function asked_of(given)
  local asked = {}
  for _, name in ipairs(EXPRESSIONS) do asked[name] = given[name] end
  if given.kind == "heat" then asked.row, asked.y = given.y, nil end
  return asked
end

local function each_series(data, fn)
  for _, panel in ipairs(data.panels) do
    for _, one in ipairs(panel.series) do fn(one, panel) end
  end
end

local function key_of(p) return (p.row or "") .. "\0" .. p.label end

-- Rows of one place become one point that counts them.
local function count_rows(data, field)
  each_series(data, function(one)
    local seen, points = {}, {}
    for _, p in ipairs(one.points) do
      local first = seen[key_of(p)]
      if not first then
        seen[key_of(p)], points[#points + 1] = p, p
        p[field] = 0
        first = p
      end
      first[field] = first[field] + 1
    end
    one.points = points
  end)
end

-- Two numbers of one place cannot both be a bar there: which is meant is a question for a query.
local function refuse_twins(data, given)
  each_series(data, function(one)
    local seen = {}
    for _, p in ipairs(one.points) do
      local key = key_of(p)
      if seen[key] then
        errors.raise("bad_argument.plot_twins", { kind = given.kind, x = given.x, value = plain.visible(p.label),
          within = given.by and (" of %s"):format(plain.visible(one.name)) or "",
          by = given.by and (", \"%s\""):format(given.by) or "",
          y = given.y or given.value or given.low or given.high or "y" })
      end
      seen[key] = true
    end
  end)
end

-- The first so many words are drawn.
local function cut_words(data, most, said)
  if data.kind ~= "word" or not most then return end
  local words, count = {}, 0
  each_series(data, function(one)
    for _, p in ipairs(one.points) do
      if words[p.x] == nil then
        count = count + 1
        words[p.x] = count <= most
      end
    end
  end)
  if count <= most then return end
  each_series(data, function(one)
    local kept = {}
    for _, p in ipairs(one.points) do if words[p.x] then kept[#kept + 1] = p end end
    one.points = kept
  end)
  said[#said + 1] = notes.new("cut.plot_words", count - most, { most = most })
end

local function refuse_log(data, fields, name)
  each_series(data, function(one)
    for _, p in ipairs(one.points) do
      for _, field in ipairs(fields) do
        if p[field] and p[field] <= 0 then
          errors.raise("out_of_range.plot_log", { name = name, value = plain.bare(p[field]) })
        end
      end
    end
  end)
end

local function set_log(made, given)
  if not given.log then return end
  made.log_x, made.log_y = given.log == "x", given.log ~= "x"
  if made.log_y and (made.kind.zero or given.kind == "heat") then
    errors.raise("bad_argument.plot_log_zero", { kind = given.kind })
  end
  if made.log_x and made.data.kind ~= "number" then errors.raise("bad_argument.plot_log_x", { x = given.x }) end
  refuse_log(made.data, made.log_x and { "x" } or { "y", "low", "high" }, made.log_x and given.x or given.y or "y")
end

-- More points than anybody can tell apart are drawn as counts, more values as the outline of them, more cells as means;
-- the notes say so.
local function set_crowded(made)
  local count, kind = 0, made.given.kind
  if kind == "heat" then
    local cells = made.kind.gather(made.data)
    if cells then made.notes[#made.notes + 1] = notes.new("cut.plot_heat", cells) end
    return
  end
  if kind ~= "point" then
    made.thin = kind ~= "histogram" and crowd.of(made.data) or nil
    if made.thin then made.notes[#made.notes + 1] = notes.new("cut.plot_crowd", made.thin.count) end
    return
  end
  each_series(made.data, function(one) count = count + #one.points end)
  if count <= density.MOST then return end
  made.crowded = true
  made.notes[#made.notes + 1] = notes.new("cut.plot_density", count)
end

-- Words -----------------------------------------------------------------------------------------------------------

local function measured(given)
  if given.kind == "heat" then return given.value or "count" end
  if given.kind == "histogram" then return "count" end
  return given.y or given.low and ("%s to %s"):format(given.low, given.high or "…") or "count"
end

local function title_of(given)
  if given.title then return given.title end
  if given.kind == "heat" then return ("%s by %s and %s"):format(measured(given), given.y, given.x) end
  local by = (given.by and ", by " .. given.by or "") .. (given.facet and ", for each " .. given.facet or "")
  return ("%s by %s%s"):format(measured(given), given.x, by)
end

-- Where a value stands, in words.
local function where_is(at, given)
  return table.concat { at.point.label, at.point.row and " and " .. at.point.row or "",
    given.by and " of " .. at.series or "", given.facet and " in " .. at.panel or "" }
end

-- How many values there are, the least and the greatest.
local function extremes(data)
  local count, least, most = 0, nil, nil
  each_series(data, function(one, panel)
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

-- What is seen, for who cannot see it: how many values, the least and the greatest, and the series.
local function description_of(made, given)
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

--- A chart of the rows of a query or a Frame, ready to be drawn.
---@param src parley.Query|parley.Frame
---@param given table
---@return table made
function plot.made(src, given)
  check(given)
  local kind = require("parley.pictures.charts." .. given.kind)
  local data = series.of(src, asked_of(given))
  local said = data.notes
  if given.kind == "heat" and not given.value then count_rows(data, "value") end
  if given.kind == "bar" and not (given.y or given.low or given.high) then count_rows(data, "y") end
  if kind.one_a_place or given.kind == "heat" then refuse_twins(data, given) end
  cut_words(data, kind.most_words, said)
  if kind.prepare then kind.prepare(data, given) end
  local made = { kind = kind, data = data, given = given, notes = said, title = title_of(given), width = given.width,
    frame = data.frame, draw = chart.draw, measured = measured(given),
    flipped = kind.flips and kind.flips(data) or false }
  set_log(made, given)
  made.description = description_of(made, given)
  set_crowded(made)
  return made
end

--- The picture of that.
---@param src parley.Query|parley.Frame
---@param given table
---@return parley.Picture
function plot.of(src, given) return picture.new(plot.made(src, given)) end

return plot
