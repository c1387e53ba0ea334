--- ds:plot(kind, {…}): the drawings of a dataset, each a file of its own in the folder of drawings, found by name.

local errors = require "parley.base.errors"
local options = require "parley.base.options"
local picture = require "parley.pictures.picture"
local suggest = require "parley.base.suggest"

local dataset_plot = {}

--- The kinds of drawings.
dataset_plot.KINDS = { "demands", "disagreements", "evidence", "known", "ledger", "network", "positions",
  "timeline" }

local OWN = { "title", "width" }

-- The options of the analysis that a drawing draws, without those of the drawing.
local function split(given, drawing, what)
  local known = table.move(OWN, 1, #OWN, #drawing.options + 1, table.move(drawing.options, 1, #drawing.options, 1, {}))
  given = options.check(given, what, known)
  local asked = {}
  for _, name in ipairs(drawing.options) do asked[name] = given[name] end
  return asked, given
end

--- A drawing of a dataset.
---@param ds parley.Dataset
---@param kind string
---@param given table?
---@return parley.Picture
function dataset_plot.of(ds, kind, given)
  ds:check_open()
  if type(kind) ~= "string" then
    errors.raise("bad_type.plot_kind", { got = type(kind), kinds = table.concat(dataset_plot.KINDS, ", ") })
  end
  if suggest.contains(require("parley.pictures.chart_options").KINDS, kind) then
    errors.raise("no_name.choice", { what = { key = "picture_kind" }, name = kind,
      hint = { key = "chart_of_rows", kind = kind } })
  end
  options.one_of(kind, dataset_plot.KINDS, { key = "picture_kind" })
  local drawing = require("parley.pictures.drawings." .. kind)
  local asked
  asked, given = split(given, drawing, ("plot(\"%s\", {})"):format(kind))
  local made = drawing.of(ds, asked)
  if made.empty then errors.raise("empty.drawing", { kind = kind }) end
  made.title = given.title or made.title
  made.width = given.width or made.width
  return picture.new(made)
end

return dataset_plot
