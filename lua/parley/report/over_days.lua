--- Analyses over days: the rows that an analysis gives as of every day, each with the days on which it is what it is.

local content = require "parley.report.content"
local spans = require "parley.report.spans"

local over_days = {}

--- Notes the rows of one position: a row that is as it was goes on, one that is not begins, others end.
---@param versions table  list of { cells, from, to }, with `open`: cells as text -> version
---@param position integer
---@param rows table[]  each { key, cells, html }
local function note(versions, position, rows)
  local open = {}
  for _, row in ipairs(rows) do
    local version = versions.open[row.key]
    if not version or version.cells ~= row.cells then
      version = { cells = row.cells, html = row.html, thing = row.thing, key = row.key, from = position }
      versions[#versions + 1] = version
    end
    open[row.key] = version
  end
  for key, version in pairs(versions.open) do
    if open[key] ~= version then version.to = position end
  end
  versions.open = open
end

--- The rows of an analysis over the positions of the slider, in the order in which they are shown at the end; those
--- that are gone by then come last. `ask(view, position)` gives the rows at a position: { key, cells, html, thing };
--- two rows are alike exactly when the texts of their cells are. `positions`: at which to ask, beside the last one.
---@param c table
---@param positions integer[]
---@param ask fun(view: parley.Dataset, position: integer): table[]
---@return table[]
function over_days.rows(c, positions, ask)
  local versions, order = { open = {} }, {}
  for _, position in ipairs(positions) do
    note(versions, position, ask(c.ds:as_of(content.day(c, position)), position))
  end
  local last = ask(c.ds, c.last)
  note(versions, c.last, last)
  for i, row in ipairs(last) do order[row.key] = i end
  local place = {}
  for i, version in ipairs(versions) do place[version] = i end
  table.sort(versions, function(a, b)
    local mine, others = order[a.key] or #last + 1, order[b.key] or #last + 1
    if mine ~= others then return mine < others end
    return place[a] < place[b]
  end)
  return versions
end

--- Rows as HTML, hidden where they are over at the end.
---@param versions table[]
---@param first integer  the first position that was asked about
---@param filters parley.ReportFilters
---@return string[]
function over_days.html(versions, first, filters)
  local rows = {}
  for i, version in ipairs(versions) do
    local from = version.from > first and version.from or first > 1 and first or nil
    rows[i] = ("<tr%s%s%s>%s</tr>\n"):format(spans.attributes(from, version.to), version.to and " hidden" or "",
      version.thing and filters:attributes(version.thing) or "", version.html)
  end
  return rows
end

return over_days
