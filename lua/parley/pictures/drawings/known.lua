--- What was known when: how many claims there were by each day, by how firmly they were made; or, of one value, what
-- it was said to be after each report.

local core = require "parley.core"
local errors = require "parley.base.errors"
local frames = require "parley.frame.from_rows"
local notes = require "parley.base.notes"
local plot = require "parley.pictures.plot"
local strips = require "parley.pictures.strips"
local values = require "parley.pictures.values"

local known = { options = { "table", "id", "field" } }

-- All claims ---------------------------------------------------------------------------------------------

-- The first day of each report and its certainty, over all tables; how many claims have no day.
local function reports(ds)
  local list, undated = {}, 0
  for _, name in ipairs(ds:tables()) do
    if ds:claims_info(ds:table_info(name)) then
      for certainty, reported in ds:table(name):claims():select("certainty", "reported"):each() do
        local first, last
        if reported then first, last = core.date(reported) end
        if last or first then
          list[#list + 1] = { day = last or first, certainty = certainty ~= core.null and certainty or "(none)" }
        else
          undated = undated + 1
        end
      end
    end
  end
  table.sort(list, function(a, b)
    if a.day ~= b.day then return a.day < b.day end
    return a.certainty < b.certainty
  end)
  return list, undated
end

-- How many there were by each day, a row for each day and certainty that grew.
local function counts(list)
  local rows, total, row_of = {}, {}, {}
  for _, report in ipairs(list) do
    local certainty = report.certainty
    total[certainty] = (total[certainty] or 0) + 1
    local key = report.day .. " " .. certainty
    if not row_of[key] then
      row_of[key] = { day = core.day_text(report.day), certainty = certainty }
      rows[#rows + 1] = row_of[key]
    end
    row_of[key].claims = total[certainty]
  end
  return rows
end

local function all_claims(ds)
  local list, undated = reports(ds)
  if #list == 0 then return { empty = true } end
  local f = frames.frame(counts(list), { columns = { "day", "certainty", "claims" } })
  local made = plot.made(f, { kind = "step", x = "day", y = "claims", by = "certainty",
    title = "claims known by each day" })
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
