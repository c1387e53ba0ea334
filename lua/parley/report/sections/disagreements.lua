--- Disagreements: the values about which claims differ, what each says, and why one is shown, as ds:disagreements tells
-- them on every day.

local content = require "parley.report.content"
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

-- The things of which something was reported at each position, by table, with the wholes they are part of: only their
-- disagreements can be others than before.
local function changed_things(c)
  local changed = {}
  local function note(position, name, id)
    local at = changed[position] or {}
    changed[position], at[name] = at, at[name] or { seen = {} }
    if not at[name].seen[id] then at[name].seen[id], at[name][#at[name] + 1] = true, id end
  end
  for _, of in ipairs(c.tables) do
    for _, thing in ipairs(of.things) do
      for _, claim in ipairs(thing.claims) do
        local position = content.position(c, claim.reported_end)
        note(position, of.name, thing.id)
        if of.info.by_name.part_of and thing.row.part_of then note(position, of.name, thing.row.part_of) end
      end
    end
  end
  return changed
end

-- The rows of all disagreements there are at a position; those of things that have not changed are kept.
local function ask(c)
  local changed, known, order = changed_things(c), {}, {}
  local function take(row)
    local key = row.table .. "\0" .. row.id
    if not known[key] then known[key], order[#order + 1] = {}, key end
    table.insert(known[key], row_of(c, row))
  end
  local function refresh(view, name, ids)
    for _, id in ipairs(ids) do known[name .. "\0" .. id] = known[name .. "\0" .. id] and {} end
    for row in view:table(name):where { id = ids }:disagreements():rows() do take(row) end
  end
  return function(view, position)
    for _, of in ipairs(c.tables) do
      local ids = changed[position] and changed[position][of.name]
      if ids then refresh(view, of.name, table.move(ids, 1, #ids, 1, {})) end
    end
    local rows = {}
    for _, key in ipairs(order) do table.move(known[key], 1, #known[key], #rows + 1, rows) end
    return rows
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
