--- Evidence as a tree: claims as paths of nodes, from what they say to where it comes from, and where the nodes stand.

local item_lists = require "parley.base.item_lists"

local evidence_tree = {}

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

-- What says the same stands together, in the order in which it is said first: no line crosses another for it.
local function by_reading(paths)
  local first, at = {}, {}
  for i, path in ipairs(paths) do
    at[path] = i
    first[path[1].text] = first[path[1].text] or i
  end
  table.sort(paths, function(a, b)
    local mine, others = first[a[1].text], first[b[1].text]
    if mine ~= others then return mine < others end
    return at[a] < at[b]
  end)
  return paths
end

--- The claims as paths of nodes: reading, claim, hops, origin; with their Frame, and how many were taken back.
function evidence_tree.paths(ds, given)
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
      for _, hop in ipairs(item_lists.written(by_claim[e.claim])) do path[#path + 1] = hop_of(hop, e) end
      if #path == 2 then path[3] = hop_of(e.said_by or "nobody named", e) end
      path[#path].origin = true
      paths[#paths + 1] = path
    end
  end
  return by_reading(paths), f, gone
end

--- Nodes of the same words in a column are one: a reading several claims share, an origin several claims end at.
function evidence_tree.columns(paths)
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

--- The rows of a column where nothing covers anything: as near to the middle of their claims as there is room.
function evidence_tree.place(column)
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

return evidence_tree
