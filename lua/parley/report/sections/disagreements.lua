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

-- The position from which the claims about a thing do not all say the same of a unit; nil where they always do.
local function differing_from(c, readings)
  local first_of, earliest, second = {}, nil, nil
  for _, reading in ipairs(readings) do
    local at = content.position(c, reading.claim.reported_end)
    if reading.claim.denied then second = math.min(second or at, at) end
    first_of[reading.key] = math.min(first_of[reading.key] or at, at)
  end
  for _, at in pairs(first_of) do
    if not earliest or at < earliest then
      earliest, at = at, earliest
    end
    if at then second = math.min(second or at, at) end
  end
  return second
end

-- Whether a thing can have a disagreement at a position: its claims do not all say the same, or it has parts. Of most
-- things nothing differs, and they need not be asked about.
local function can_differ(c, thing, position, wholes)
  if wholes[thing.id] then return true end
  if thing.differs_from == nil then
    thing.differs_from = math.huge
    for _, list in ipairs(thing.readings or {}) do
      thing.differs_from = math.min(thing.differs_from, differing_from(c, list) or math.huge)
    end
  end
  return thing.differs_from <= position
end

-- The ids of all things that others of their table are, or were, part of.
local function wholes_of(of)
  local wholes = {}
  for _, thing in ipairs(of.info.by_name.part_of and of.things or {}) do
    for _, state in ipairs(thing.states) do wholes[state[2].part_of or false] = true end
  end
  return wholes
end

-- Those of some changed things that can have a disagreement; nil where none can.
local function in_question(c, changed, position, wholes)
  local asked
  for name, ids in records.by_key(changed) do
    local of = c.by_name[name]
    wholes[name] = wholes[name] or wholes_of(of)
    for _, id in ipairs(ids) do
      if can_differ(c, of.by_id[id], position, wholes[name]) then
        asked = asked or {}
        asked[name] = asked[name] or {}
        table.insert(asked[name], id)
      end
    end
  end
  return asked
end

local function rows_of(c, frame)
  local rows = {}
  for row in frame:rows() do rows[#rows + 1] = row_of(c, row) end
  return rows
end

-- The rows of the things that have changed at a position, with the keys of those that stood there before; at the end,
-- all there are.
local function ask(c)
  local changed, shown, wholes = changed_things(c), {}, {}
  return function(view, position)
    if position == c.last then return rows_of(c, view():disagreements()) end
    local asked, looked = in_question(c, changed[position] or {}, position, wholes), {}
    local rows = asked and rows_of(c, disagreements.of_things(view(), asked, c.canonical)) or {}
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
