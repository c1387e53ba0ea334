--- Disagreements: the values about which claims differ, what each says, and why one is shown, as ds:disagreements tells
-- them on every day.

local content = require "parley.report.content"
local disagreements = require "parley.analysis.disagreements"
local records = require "parley.base.records"
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

-- The things of which something was reported at each position, as ids by table, with the wholes they are or were part
-- of: only their disagreements can be others than before.
local function changed_things(c)
  local changed, seen = {}, {}
  local function note(position, name, id)
    local key = ("%d %s %s"):format(position, name, id)
    if seen[key] then return end
    seen[key], changed[position] = true, changed[position] or {}
    changed[position][name] = changed[position][name] or {}
    table.insert(changed[position][name], id)
  end
  for _, of in ipairs(c.tables) do
    for _, thing in ipairs(of.things) do
      for _, claim in ipairs(thing.claims) do
        local position = content.position(c, claim.reported_end)
        note(position, of.name, thing.id)
        for _, state in ipairs(of.info.by_name.part_of and thing.states or {}) do
          if of.by_id[state[2].part_of] then note(position, of.name, state[2].part_of) end
        end
      end
    end
  end
  return changed
end

local function rows_of(c, frame)
  local rows = {}
  for row in frame:rows() do rows[#rows + 1] = row_of(c, row) end
  return rows
end

-- The rows of the things that have changed at a position, with the keys of those that stood there before; at the end,
-- all there are.
local function ask(c)
  local changed, shown = changed_things(c), {}
  return function(view, position)
    if position == c.last then return rows_of(c, view:disagreements()) end
    local rows, looked = rows_of(c, disagreements.of_things(view, changed[position] or {}, c.canonical)), {}
    for name, ids in records.by_key(changed[position] or {}) do
      for _, id in ipairs(ids) do
        local key = name .. "\0" .. id
        table.move(shown[key] or {}, 1, #(shown[key] or {}), #looked + 1, looked)
        shown[key] = nil
      end
    end
    for _, row in ipairs(rows) do
      local key = row.thing.table.name .. "\0" .. row.thing.id
      shown[key] = shown[key] or {}
      table.insert(shown[key], row.key)
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
