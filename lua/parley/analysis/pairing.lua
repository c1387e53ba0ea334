--- Which demand at one talk is which at another.
-- A demand is one of a talk when it was made for or at it, or stands in a paper of that talk; of several in one line at
-- the same talk the last counts. Two demands are the same one when one takes up the other through `revises`, over any
-- number of steps and through whatever talks, or when both belong to one thread; failing that, when they alone at
-- their talks have the same party (or a body that speaks for it), addressee and topic. What several ask together is
-- what each of them asks, where nothing else is the same. Two threads that run beside each other are two demands; of
-- one that had ended when the other began, nobody has said whether it goes on in that.

local demand_threads = require "parley.analysis.demand_threads"
local item_lists = require "parley.base.item_lists"

local pairing = {}

-- Demands of a talk -----------------------------------------------------------------------------------------

-- All demands in their threads, since a thread may pass through other talks; those of the two talks with all columns.
local function nodes_of(ds, first, second)
  local q = ds:table("demands"):with("coalesce(talk, document.talk, provision.document.talk) as at_talk")
  local nodes, full = demand_threads.of(q:select("id", "revises", "made", "at_talk"):sort("id"):all()), {}
  for row in q:where { at_talk = { first, second } }:rows() do full[row.id] = row end
  for _, node in ipairs(nodes) do node.row = full[node.row.id] or node.row end
  return nodes
end

-- Demands that another one of the same talk takes up.
local function overtaken_at(nodes, talk)
  local set = {}
  for _, node in ipairs(nodes) do
    local parent = node.parent
    if parent and node.row.at_talk == talk and parent.row.at_talk == talk then set[parent] = true end
  end
  return set
end

-- The demands of a talk; the parties that ask for anything there, and those that have a list of their own.
local function side_of(nodes, talk, whose)
  local side = { talk = talk, nodes = {}, parties = {}, lists = {} }
  local overtaken = overtaken_at(nodes, talk)
  for _, node in ipairs(nodes) do
    local row = node.row
    if row.at_talk == talk and row.party and not overtaken[node] then
      row.side = whose(row.party)
      side.nodes[#side.nodes + 1] = node
      for party in item_lists.each(row.side) do side.parties[party] = true end
      if row.priority then side.lists[row.side] = true end
    end
  end
  table.sort(side.nodes, demand_threads.earlier)
  return side
end

-- Pairs -------------------------------------------------------------------------------------------------------

-- For each node the nearest one above it that belongs to the side.
local function nearest_above(nodes, side)
  local among, above = {}, {}
  for _, node in ipairs(side.nodes) do among[node] = true end
  for _, node in ipairs(nodes) do
    local parent = node.parent
    if parent then above[node] = among[parent] and parent or above[parent] end
  end
  return above
end

local function link(found, a, b, basis)
  found.list[#found.list + 1] = { before = a, after = b, basis = basis }
  found.linked[a], found.linked[b] = true, true
end

local function pair_by_line(found, nodes, a, b)
  local above_in_a, above_in_b = nearest_above(nodes, a), nearest_above(nodes, b)
  for _, node in ipairs(b.nodes) do
    if above_in_a[node] then link(found, above_in_a[node], node, "revises") end
  end
  for _, node in ipairs(a.nodes) do
    if not found.linked[node] and above_in_b[node] then link(found, node, above_in_b[node], "revises") end
  end
end

-- Lists of nodes by keys, of which a node may have none or several.
local function grouped(nodes, keys_of)
  local groups = {}
  for _, node in ipairs(nodes) do
    for _, key in ipairs(keys_of(node)) do
      groups[key] = groups[key] or {}
      table.insert(groups[key], node)
    end
  end
  return groups
end

-- The first of a list that has no partner yet, or the first of all.
local function free_one(found, list)
  list.next = list.next or 1
  while list[list.next] and found.linked[list[list.next]] do list.next = list.next + 1 end
  return list[list.next] or list[1]
end

-- Those of one thread that do not lie on one line.
local function pair_by_thread(found, a, b)
  local threads_of_a = grouped(a.nodes, function(node) return { node.root } end)
  for _, node in ipairs(b.nodes) do
    local list = not found.linked[node] and threads_of_a[node.root]
    if list then link(found, free_one(found, list), node, "revises") end
  end
end

local function subject(row, side) return ("%s\0%s\0%s"):format(side, row.addressee or "", row.topic) end

-- What a demand is about, and of whom: of all who ask together.
local function whole_subject(node) return node.row.topic and { subject(node.row, node.row.side) } or {} end

-- The same of each of them.
local function subjects(node)
  local list = {}
  for side in item_lists.each(node.row.topic and node.row.side) do list[#list + 1] = subject(node.row, side) end
  return list
end

local function unlinked(found, nodes)
  local list = {}
  for _, node in ipairs(nodes) do
    if not found.linked[node] then list[#list + 1] = node end
  end
  return list
end

-- The first and the last day of each thread, by its root.
local function spans_of(nodes)
  local spans = {}
  for _, node in ipairs(nodes) do
    local span = spans[node.root] or { first = math.maxinteger, last = math.mininteger }
    spans[node.root] = span
    span.first, span.last = math.min(span.first, node.first), math.max(span.last, node.last)
  end
  return spans
end

-- Whether two threads run beside each other, each with demands of its own.
local function are_apart(found, a, b)
  if a.root.size == 1 or b.root.size == 1 then return false end
  local one, other = found.spans[a.root], found.spans[b.root]
  return one.first <= other.last and other.first <= one.last
end

-- Two demands on one subject are one, unless both have threads beside each other: then these say that they differ.
local function pair_on_subject(found, list_a, list_b)
  if #list_a == 1 and #list_b == 1 then
    local a, b = list_a[1], list_b[1]
    local free = not (found.linked[a] or found.linked[b])
    if free and not are_apart(found, a, b) then link(found, a, b, "topic") end
    return
  end
  for _, list in ipairs { list_a, list_b } do
    for _, node in ipairs(list) do found.unclear[node] = true end
  end
end

local function pair_by_subject(found, a, b, keys_of)
  local rest_b = unlinked(found, b.nodes)
  local by_a, by_b = grouped(unlinked(found, a.nodes), keys_of), grouped(rest_b, keys_of)
  for _, node in ipairs(rest_b) do
    for _, key in ipairs(keys_of(node)) do
      local list_a, list_b = by_a[key], by_b[key]
      if list_a and list_b[1] == node then pair_on_subject(found, list_a, list_b) end
    end
  end
end

--- Pairs of demands at two talks: the list, the two sides, and what is unclear.
-- A pair has before, after or both (nodes of parley.analysis.demand_threads), and basis ("revises" or "topic") where
-- it has both. A side has talk, nodes, parties (a set: those that ask for anything there) and lists (those that put
-- what they ask for in order). Unclear is a set of nodes without a partner on whose subject there are several.
---@param ds parley.Dataset
---@param first string
---@param second string
---@return table[] list, table a, table b, table<parley.Node, true> unclear
function pairing.of(ds, first, second)
  local nodes = nodes_of(ds, first, second)
  local whose = require("parley.analysis.scope").sides(ds)
  local a, b = side_of(nodes, first, whose), side_of(nodes, second, whose)
  local found = { list = {}, linked = {}, unclear = {}, spans = spans_of(nodes) }
  pair_by_line(found, nodes, a, b)
  pair_by_thread(found, a, b)
  pair_by_subject(found, a, b, whole_subject)
  pair_by_subject(found, a, b, subjects)
  for _, node in ipairs(unlinked(found, a.nodes)) do table.insert(found.list, { before = node }) end
  for _, node in ipairs(unlinked(found, b.nodes)) do table.insert(found.list, { after = node }) end
  return found.list, a, b, found.unclear
end

return pairing
