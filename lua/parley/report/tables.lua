--- Tables of a report: each cell holds what is shown from when to when, and leads to the claims behind it.

local public_call = require "parley.base.public_call"
local records = require "parley.report.records"
local spans = require "parley.report.spans"
local types = require "parley.base.types"

local tables = {}

-- The unit of a column, looked up once for each table.
local function unit_of(of, column)
  if not of.unit_of then
    of.unit_of = {}
    for _, unit in ipairs(of.units) do
      for _, name in ipairs(unit.columns) do of.unit_of[name] = unit end
    end
  end
  return of.unit_of[column]
end

--- A cell of a thing's value, as a link to it.
---@param c table
---@param thing table
---@param column string
---@return string
function tables.value(c, thing, column)
  local unit = unit_of(thing.table, column)
  local list = records.spans(c, thing, unit)
  local address = c.address(thing.table.name, thing.id, unit.field)
  local number = unit.type == "quantity" or types.is_numeric(unit.type)
  local open = ("<td%s%s>"):format(number and ' class="n"' or "", #list == 1 and spans.key(list[1]) or "")
  if #list == 1 and not list[1].html then return open .. "</td>" end
  if not c.printed[thing.table.name] then return open .. spans.html(list, "span") .. "</td>" end
  for _, span in ipairs(list) do
    if span.html then span.html = span.html:gsub("</?a[^>]*>", "") end
  end
  return open .. c.write.inside(address, spans.html(list, "span")) .. "</td>"
end

--- A cell with the name of a thing, as a link to its record.
function tables.name(c, thing)
  return ('<th scope="row">%s</th>'):format(c.link(thing.table.name, thing.id))
end

--- A row that tells of a thing: shown from its first day.
---@param thing table
---@param filters parley.ReportFilters
---@param cells string[]
---@return string
function tables.row(thing, filters, cells)
  public_call.check()
  return ("<tr%s%s>%s</tr>\n"):format(spans.attributes(thing.first > 1 and thing.first or nil, nil),
    filters:attributes(thing), table.concat(cells))
end

--- A whole table, which can be sorted and downloaded; nothing where it has no rows.
---@param c table
---@param name string  of the file it is downloaded as
---@param caption string
---@param head string[]
---@param rows string[]
---@return string
function tables.html(c, name, caption, head, rows)
  if #rows == 0 then return "" end
  local titles = {}
  name = c.redact and c.redact(name) or name
  for i, title in ipairs(head) do titles[i] = ('<th scope="col">%s</th>'):format(c.write:text(title)) end
  return ('<div class="wide" tabindex="0" role="region" aria-label="%s"><table data-name="%s">\n<caption>%s</caption>\n'
    .. "<thead><tr>%s</tr></thead>\n<tbody>\n%s</tbody></table></div>\n"):format(c.write:text(caption),
    c.write.address(name), c.write:text(caption), table.concat(titles), table.concat(rows))
end

--- A table of things: their names, then some of their columns.
---@param c table
---@param filters parley.ReportFilters
---@param list table[]  things
---@param given { name: string, caption: string, columns: string[], first: string? }
---@return string
function tables.of_things(c, filters, list, given)
  local rows, head = {}, { given.first or "id" }
  for i, column in ipairs(given.columns) do head[i + 1] = (column:gsub("_best$", ""):gsub("_", " ")) end
  for i, thing in ipairs(list) do
    local cells = { tables.name(c, thing) }
    for j, column in ipairs(given.columns) do cells[j + 1] = tables.value(c, thing, column) end
    rows[i] = tables.row(thing, filters, cells)
  end
  return tables.html(c, given.name, given.caption, head, rows)
end

return tables
