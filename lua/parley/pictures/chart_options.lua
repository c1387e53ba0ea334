--- The options of q:plot{}: which there are, what each kind cannot do without, and what they may be.

local errors = require "parley.base.errors"
local options = require "parley.base.options"
local plain = require "parley.base.plain_text"

local chart_options = {}

local OPTIONS = { "kind", "x", "y", "low", "high", "value", "by", "facet", "title", "log", "bins", "width" }
local LEAST = { bins = 1, width = 200 }

--- Those that are expressions.
chart_options.EXPRESSIONS = { "x", "y", "low", "high", "value", "by", "facet" }

--- The kinds of charts, each a file of its own in the folder of charts.
chart_options.KINDS = { "area", "bar", "heat", "histogram", "line", "point", "range", "step" }

local function check_expressions(given)
  for _, name in ipairs(chart_options.EXPRESSIONS) do
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

--- The options, checked.
---@param given table?
---@return table given
function chart_options.check(given)
  options.check(given, "plot{}", OPTIONS)
  if given == nil or given.kind == nil then
    errors.raise("bad_argument.plot_kind", { kinds = table.concat(chart_options.KINDS, ", ") })
  end
  options.one_of(given.kind, chart_options.KINDS, { key = "chart_kind" })
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

return chart_options
