--- q:plot{kind = …}: a chart of the rows of a query or a Frame. Here its rows are made into what its kind draws, on the
-- scales it can have, and as many as can be told apart.

local chart = require "parley.pictures.chart"
local chart_options = require "parley.pictures.chart_options"
local chart_words = require "parley.pictures.chart_words"
local crowd = require "parley.pictures.charts.crowd"
local density = require "parley.pictures.charts.density"
local errors = require "parley.base.errors"
local notes = require "parley.base.notes"
local picture = require "parley.pictures.picture"
local places = require "parley.pictures.places"
local plain = require "parley.base.plain_text"
local series = require "parley.pictures.series"

local plot = {}

-- The options of reading: a heat map has words at both sides.
local function asked_of(given)
  local asked = {}
  for _, name in ipairs(chart_options.EXPRESSIONS) do asked[name] = given[name] end
  if given.kind == "heat" then asked.row, asked.y = given.y, nil end
  return asked
end

local function refuse_log(data, fields, name)
  places.each(data, function(one)
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
  places.each(made.data, function(one) count = count + #one.points end)
  if count <= density.MOST then return end
  made.crowded = true
  made.notes[#made.notes + 1] = notes.new("cut.plot_density", count)
end

--- A chart of the rows of a query or a Frame, ready to be drawn.
---@param src parley.Query|parley.Frame
---@param given table
---@return table made
function plot.made(src, given)
  given = chart_options.check(given)
  local kind = require("parley.pictures.charts." .. given.kind)
  local data = series.of(src, asked_of(given))
  local said = data.notes
  if given.kind == "heat" and not given.value then places.count_rows(data, "value") end
  if given.kind == "bar" and not (given.y or given.low or given.high) then places.count_rows(data, "y") end
  if kind.one_a_place or given.kind == "heat" then places.refuse_twins(data, given) end
  if kind.joins then places.refuse_words(data, given) end
  places.cut_words(data, kind.most_words, said)
  if kind.prepare then kind.prepare(data, given) end
  local made = { kind = kind, data = data, given = given, notes = said, title = chart_words.title(given),
    width = given.width, frame = data.frame, draw = chart.draw, measured = chart_words.measured(given),
    flipped = kind.flips and kind.flips(data) or false }
  set_log(made, given)
  made.description = chart_words.description(made, given)
  set_crowded(made)
  return made
end

--- The picture of that.
---@param src parley.Query|parley.Frame
---@param given table
---@return parley.Picture
function plot.of(src, given) return picture.new(plot.made(src, given)) end

return plot
