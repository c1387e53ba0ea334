--- Commands that draw: pictures, and the report as one page of HTML.

local charts = require("parley.pictures.chart_options").KINDS
local drawings = require("parley.pictures.dataset_plot").KINDS
local errors = require "parley.base.errors"

local some = require("parley.repl.command.given").some

local function width(given)
  if given.width == nil then return nil end
  return require("parley.base.options").whole_number(tonumber(given.width) or given.width, "--width")
end

-- What is drawn of a dataset as a whole is asked by the options of the call of its name.
local function drawing(call, kind)
  local given = call.options
  local asked = { title = given.title, width = width(given), from = given.from, to = given.to,
    party = some(given.party), topic = some(given.topic), tables = some(given.table) }
  asked.table, asked.id, asked.field = table.unpack(call.arguments, 2, 4)
  return call.ds:plot(kind, asked)
end

-- A chart of rows: of a file's, or of a table's.
local function chart(call, kind)
  local given, rows = call.options, call.frame
  if not rows then
    local name = call.arguments[2]
    if not name then errors.raise("no_option.argument_missing", { command = "plot " .. kind, name = "TABLE",
        hint = { key = "command_usage", usage = ("parley [DATASET] plot %s TABLE --x COLUMN"):format(kind) } })
    end
    rows = call.ds:table(name)
  end
  rows = require("parley.repl.command.listing").of(rows, given)
  return rows:plot { kind = kind, x = given.x, y = given.y, by = given.by, facet = given.facet, value = given.value,
    title = given.title, width = width(given) }
end

local function plot(call)
  local kind = call.arguments[1]
  local is_chart = require("parley.base.suggest").contains(charts, kind)
  if not is_chart then
    local known = table.move(charts, 1, #charts, call.frame and 1 or #drawings + 1,
      call.frame and {} or table.move(drawings, 1, #drawings, 1, {}))
    require("parley.base.options").one_of(kind, known, { key = "picture_kind" })
  end
  local made = (is_chart and chart or drawing)(call, kind)
  call:value(made)
end

local function report(call)
  local given = call.options
  call:checked(call.ds:report(call.arguments[1], { title = given.title, from = given.from, to = given.to,
    talks = some(given.talk), tables = some(given.table) }))
end

return {
  { name = "plot", needs = "rows", summary = "A picture, in the terminal or into an SVG, HTML or PNG file.",
    arguments = { { name = "KIND", meaning = ("of a dataset: %s; of rows: %s"):format(table.concat(drawings, ", "),
        table.concat(charts, ", ")) },
      { name = "TABLE", meaning = "whose rows are drawn", complete = "table", optional = true },
      { name = "ID", meaning = "of the row whose evidence is drawn", optional = true, complete = "id" },
      { name = "FIELD", meaning = "its column, of which 'known' and 'evidence' tell", optional = true,
        complete = "column" } },
    options = { "x", "y", "by", "facet", "value", "from", "to", "party", "topic", "table", "title", "width", "rows",
      "view", "file", "reading" }, run = plot,
    examples = { "parley plot timeline --output timeline.svg", "parley plot bar demands --x party",
      "parley events.csv plot line --x date --y n" } },
  { name = "report", needs = "dataset", summary = "The dataset as one page of HTML that needs no network.",
    arguments = { { name = "FILE", meaning = "the page, ending in .html", complete = "file" } },
    options = { "title", "from", "to", "talk", "table", "view" }, run = report,
    examples = { "parley report talks.html", "parley talks.db report june.html --as-of 2025-06-30" } },
}
