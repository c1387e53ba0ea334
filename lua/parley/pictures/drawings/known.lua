--- What was known when: how many claims and values there were by each day, by how firmly they were made; or, of one
-- value, what it was said to be after each report.

local core = require "parley.core"
local errors = require "parley.base.errors"
local frames = require "parley.frame.from_rows"
local known_by_day = require "parley.analysis.known_by_day"
local notes = require "parley.base.notes"
local plot = require "parley.pictures.plot"
local strips = require "parley.pictures.strips"
local values = require "parley.pictures.values"

local known = { options = { "table", "id", "field" } }

-- All claims ---------------------------------------------------------------------------------------------

-- A row for each of the two that are counted, which have a panel each.
local function apart(rows)
  local list = {}
  for _, what in ipairs { "claims", "values" } do
    for _, row in ipairs(rows) do
      list[#list + 1] = { day = row.day, certainty = row.certainty, what = what, count = row[what] }
    end
  end
  return list
end

local function all_claims(ds)
  local rows, undated = known_by_day.rows(ds)
  if #rows == 0 then return { empty = true } end
  local f = frames.frame(apart(rows), { columns = { "day", "certainty", "what", "count" } })
  local made = plot.made(f, { kind = "step", x = "day", y = "count", by = "certainty", facet = "what", width = 960,
    title = "claims and values known by each day" })
  made.apart = true
  made.frame = frames.frame(rows, { columns = { "day", "certainty", "claims", "values" } })
  if undated > 0 then made.notes[#made.notes + 1] = notes.new("left_out.plot", undated) end
  return made
end

-- One value ----------------------------------------------------------------------------------------------

local function report_days(ds, name, id, field)
  local evidence = ds:evidence(name, id, field)
  local days, seen = {}, {}
  for i = 1, #evidence do
    local reported = evidence[i].reported
    local first, last = core.date(reported or "")
    local day = last or first
    if day and not seen[day] then seen[day], days[#days + 1] = true, day end
  end
  table.sort(days)
  return days
end

-- What was shown by the end of each day; a day on which nothing changed has no row.
local function one_value(ds, given)
  local info = ds:table_info(given.table)
  local kind, names = values.shape_of(info, given.field)
  local heading = ("%s %s: %s"):format(given.table, given.id, given.field)
  local strip, rows, last = { heading = heading, kind = kind, rows = {} }, {}, nil
  for _, day in ipairs(report_days(ds, given.table, given.id, given.field)) do
    local record = ds:as_of(core.day_text(day)):table(given.table):where { id = given.id }:first()
    local text = record and values.text(record, kind, names) or "nothing"
    if text ~= last then
      local row = { name = core.day_text(day), ink = 1, shape = "circle", text = text, title = text }
      if record then values.place(row, kind, names, record) end
      strip.rows[#strip.rows + 1], last = row, text
      rows[#rows + 1] = { day = core.day_text(day), value = text }
    end
  end
  return { strips = { strip }, legend = {}, notes = {}, width = 720, draw = strips.draw, empty = #strip.rows == 0,
    frame = frames.frame(rows, { columns = { "day", "value" } }), title = "what was known by each day",
    description = ("The value of %s of %s %s after each of %d reports that changed it."):format(given.field,
      given.table, given.id, #strip.rows) }
end

--- What is to be drawn.
function known.of(ds, given)
  if not (given.table or given.id or given.field) then return all_claims(ds) end
  if not (given.table and given.id and given.field) then errors.raise "bad_argument.plot_known" end
  return one_value(ds, given)
end

return known
