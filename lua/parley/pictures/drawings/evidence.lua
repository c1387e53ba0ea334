--- One value as a tree: what is said of it, the claims that say so, and through whom each was told, down to the
-- origin. Claims that end at one origin meet there: they are one witness, however many pages repeat it.

local canvas = require "parley.pictures.canvas"
local errors = require "parley.base.errors"
local heading = require "parley.pictures.heading"
local metrics = require "parley.pictures.metrics"
local notes = require "parley.base.notes"

local evidence = { options = { "table", "id", "field" } }

-- The hops of a claim from the page to the origin, as its chain lists them.
local function hops_of(chain)
  local hops = {}
  for hop in (chain or ""):gmatch "[^;]+" do hops[#hops + 1] = hop:match "^%s*(.-)%s*$" end
  return hops
end

local function chains(ds, name, id)
  local by_claim = {}
  for claim, chain in ds:table(name):claims():where { id = id }:select("claim", "chain"):each() do
    by_claim[claim] = chain
  end
  return by_claim
end

-- A hop as a node; the outlet of each source is another one.
local function hop_of(hop, e)
  if hop ~= "outlet" then return { text = hop } end
  return { text = e.outlet or ("outlet of %s"):format(e.source or "no source"), key = "outlet of " .. (e.source or "") }
end

-- The claims as paths of nodes: reading, claim, hops, origin.
local function paths_of(ds, given)
  local f, by_claim = ds:evidence(given.table, given.id, given.field), chains(ds, given.table, given.id)
  local paths, gone = {}, 0
  for i = 1, #f do
    local e = f[i]
    if e.retracted then
      gone = gone + 1
    else
      local says = e.polarity == "denied" and "denied: " .. e.says or e.says
      local path = { { text = says, shown = e.shown },
        { text = ("%s %s: %s"):format(e.source or "no source", e.locator or "", e.certainty or ""), key = e.claim,
          shown = e.shown } }
      for _, hop in ipairs(hops_of(by_claim[e.claim])) do path[#path + 1] = hop_of(hop, e) end
      if #path == 2 then path[3] = hop_of(e.said_by or "nobody named", e) end
      path[#path].origin = true
      paths[#paths + 1] = path
    end
  end
  return paths, f, gone
end

-- Nodes of the same words in a column are one: a reading several claims share, an origin several claims end at.
local function columns_of(paths)
  local columns, width = {}, 0
  for _, path in ipairs(paths) do width = math.max(width, #path) end
  for row, path in ipairs(paths) do
    for i, node in ipairs(path) do
      local at = node.origin and width or i
      local column = columns[at] or { by_key = {} }
      columns[at] = column
      local key = node.key or node.text
      local kept = column.by_key[key]
      if not kept then
        kept = { text = node.text, rows = {}, shown = node.shown, origin = node.origin, column = at }
        column.by_key[key], column[#column + 1] = kept, kept
      end
      kept.shown = kept.shown or node.shown
      kept.rows[#kept.rows + 1] = row
      path[i] = kept
    end
  end
  return columns, width
end

local function middle(node)
  local sum = 0
  for _, row in ipairs(node.rows) do sum = sum + row end
  return sum / #node.rows
end

-- The rows of a column where nothing covers anything: as near to the middle of their claims as there is room.
local function place(column)
  table.sort(column, function(a, b)
    local at, other = middle(a), middle(b)
    if at ~= other then return at < other end
    return a.rows[1] < b.rows[1]
  end)
  local last = 0
  for _, node in ipairs(column) do
    node.row = math.max(middle(node), last + 1)
    last = node.row
  end
  return last
end

local function draw_node(c, node, x, y, room)
  local m = c.metrics
  c:mark(x, y, { ink = node.shown and 1 or "muted", shape = node.origin and "square" or "circle",
    hollow = not node.shown, size = 4, title = node.text })
  c:text(x + 9, y + m.line(m.small) * 0.28, metrics.fit(m, node.text, room, m.small),
    { ink = "text", size = m.small, bold = node.shown })
end

local function draw(made, m, width)
  local c = canvas.new(width, 0, m)
  local margin, top = heading.margin(m), heading.above(c, made)
  local step, height, most = (width - 2 * margin) / made.columns_count, m.name == "cells" and m.row or 24, 0
  for _, column in ipairs(made.columns) do most = math.max(most, place(column)) end
  local function at(node) return margin + (node.column - 1) * step + 6, top + (node.row - 0.5) * height end
  for _, path in ipairs(made.paths) do
    for i = 1, #path - 1 do
      local x1, y1 = at(path[i])
      local x2, y2 = at(path[i + 1])
      c:path({ x2 - step * 0.12, y1, x2 - 5, y2 }, { ink = "axis" })
      if m.name ~= "cells" then
        c:path({ x1 + 5, y1 + 8, x2 - step * 0.12, y1 + 8, x2 - step * 0.12, y1 }, { ink = "grid" })
      end
    end
  end
  for _, column in ipairs(made.columns) do
    for _, node in ipairs(column) do
      local x, y = at(node)
      draw_node(c, node, x, y, step * (node.origin and 0.95 or 0.84) - 14)
    end
  end
  c.height = heading.below(c, made.notes, top + most * height)
  return c
end

--- What is to be drawn.
function evidence.of(ds, given)
  if not (given.table and given.id) then errors.raise "bad_argument.plot_evidence" end
  local paths, f, gone = paths_of(ds, given)
  local columns, width = columns_of(paths)
  local origins = columns[width] and #columns[width] or 0
  local said = gone > 0 and { notes.new("left_out.plot_retracted", gone) } or {}
  return { paths = paths, columns = columns, columns_count = width, notes = said, frame = f, width = 960,
    draw = draw,
    empty = #paths == 0,
    title = ("what %s %s%s rests on"):format(given.table, given.id, given.field and ", " .. given.field or ""),
    legend = { { ink = 1, shape = "circle", name = "shown" },
      { ink = "muted", shape = "circle", hollow = true, name = "another claim" },
      { ink = "muted", shape = "square", hollow = true, name = "where it comes from" } },
    description = ("%d claims about %s %s, which come from %d origins."):format(#paths, given.table, given.id,
      origins) }
end

return evidence
