--- Analyses over days: the rows that an analysis gives as of every day, each with the days on which it is what it is.

local content = require "parley.report.content"
local spans = require "parley.report.spans"

local over_days = {}

-- Notes the rows of one position: a row that is as it was goes on, one that is not begins, and those of `looked` that
-- are not among them end. `open` has the versions that go on, by their keys.
local function note(versions, open, position, rows, looked)
  local found = {}
  for _, row in ipairs(rows) do
    local version = open[row.key]
    found[row.key] = true
    if not version or version.cells ~= row.cells then
      if version then version.to = position end
      version = { cells = row.cells, html = row.html, thing = row.thing, key = row.key, from = position }
      versions[#versions + 1] = version
    end
    open[row.key] = version
  end
  for _, key in ipairs(looked) do
    if open[key] and not found[key] then open[key].to, open[key] = position, nil end
  end
end

local function keys_of(rows)
  local keys = {}
  for i, row in ipairs(rows) do keys[i] = row.key end
  return keys
end

--- The rows of an analysis over the positions of the slider, in the order in which they are shown at the end; those
--- that are gone by then come last. `ask(view, position)` gives the rows at a position, as `view()` has them: { key,
--- cells, html, thing }; and, where they are not all there are, the keys that may be gone since the position before.
--- At the last position it gives all. Two rows are alike exactly when the texts of their cells are. `positions`: at
--- which to ask, beside the last one.
---@param c table
---@param positions integer[]
---@param ask fun(view: (fun(): parley.Dataset), position: integer): table[], string[]?
---@return table[]
function over_days.rows(c, positions, ask)
  local versions, open, order, before = {}, {}, {}, {}
  for i, position in ipairs(positions) do
    c.progress:tell(i - 1, #positions + 1)
    local rows, looked = ask(function() return c.ds:as_of(content.day(c, position)) end, position)
    note(versions, open, position, rows, looked or before)
    before = keys_of(rows)
  end
  local last = ask(function() return c.ds end, c.last)
  note(versions, open, c.last, last, keys_of(versions))
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
