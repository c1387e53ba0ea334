--- Disagreements: the values about which claims differ, what each says, and why one is shown, as ds:disagreements tells
-- them on every day.

local clashes = require "parley.report.clashes"
local over_days = require "parley.report.over_days"
local tables = require "parley.report.tables"

local HEAD = { "thing", "field", "kind", "shown", "what the claims say", "why it is shown" }

local function row_of(c, row)
  local of = c.by_name[row.table]
  local thing = of and of.by_id[row.id]
  if not thing then return nil end
  local field = c.write:text((row.field:gsub("_", " ")))
  local cells = { ("<td>%s</td>"):format(c.printed[row.table]
    and c.write.inside(c.address(row.table, row.id, row.field), field) or field) }
  for i, name in ipairs { "kind", "shown", "readings", "why" } do
    cells[i + 1] = ("<td>%s</td>"):format(row[name] and c.write:words(row[name]) or "")
  end
  local key = table.concat({ row.table, row.id, row.field, row.among }, "\0")
  return { key = key, cells = table.concat({ row.kind, row.shown or "", row.readings, row.why or "" }, "\0"),
    html = ('<th scope="row">%s</th>'):format(c.link(row.table, row.id)) .. table.concat(cells), thing = thing }
end

-- The rows of the things that have changed at a position, with the keys of those that stood there before; at the end,
-- all there are.
local function ask(c)
  local on_day, shown = clashes.by_day(c), {}
  return function(view, position)
    local rows, looked = {}, {}
    if position == c.last then
      for row in view():disagreements():rows() do rows[#rows + 1] = row_of(c, row) end
      return rows
    end
    local found, things = on_day(position)
    for _, thing in ipairs(things) do
      table.move(shown[thing] or {}, 1, #(shown[thing] or {}), #looked + 1, looked)
      shown[thing] = {}
    end
    for i, row in ipairs(found) do
      rows[i] = row_of(c, row)
      table.insert(shown[rows[i].thing], rows[i].key)
    end
    return rows, looked
  end
end

return {
  id = "disagreements", title = "Where sources differ",
  html = function(c, filters)
    local positions = {}
    for position = 1, #c.days do positions[position] = position end
    local versions = over_days.rows(c, positions, ask(c))
    if #versions == 0 then return "<p>Nowhere do the sources differ.</p>\n" end
    return tables.html(c, "disagreements", "Values on which claims differ", HEAD,
      over_days.html(versions, 1, filters))
  end,
}
