--- One id that two things have in two branches: told, and kept apart.
-- Nothing that is said of the one is known to the branch of the other. They are one thing where their first claims say
-- the same (sources: where both have one address); else the thing whose first claim comes first by its content id keeps
-- the id, and the other one is called by it and the first digits of its own: r5-3fa2c1.

local byte_order = require "parley.base.byte_order"
local content_ids = require "parley.claims.content_ids"

local collisions = {}

-- The first claim about a thing, by when it was made: its content id under its first name, and what it says.
local function found(u, thing)
  local first, at
  for _, family in ipairs(thing.families) do
    local when = u:recorded(family.root)
    local is_first = not at or byte_order.before(when, at) or when == at and byte_order.before(family.root, first)
    if not family.death and is_first then first, at = family.root, when end
  end
  local row = u:row(first)
  thing.first, thing.first_at = first, at
  if row.of.name == "sources" and row.url then
    thing.said = "url " .. row.url
    return
  end
  local said = { id = row.id, of = row.of }
  for i = 2, #row.of.columns do
    local name = row.of.columns[i].claim_name
    said[name] = row[name]
  end
  thing.said = content_ids.of(row.of, said)
end

local function is_same(same, name, id)
  if same == true then return true end
  for _, one in ipairs(same or {}) do
    if one == name .. "." .. id then return true end
  end
  return false
end

-- Makes one thing of two.
local function join(into, other)
  for _, name in ipairs { "nodes", "families" } do
    table.move(other[name], 1, #other[name], #into[name] + 1, into[name])
  end
  if byte_order.before(into.at, other.at) then into.at = other.at end
  other.joined = into
end

-- Who alone knows a thing, where that is one of them.
local function side_of(plan, thing)
  local side
  for _, node in ipairs(thing.nodes) do
    if side and side ~= node.side then return nil end
    side = node.side
  end
  return side or plan.ours
end

local function tell(plan, kept, moved, id)
  local function called(thing) return thing.name .. ": " .. plan.both:side(thing.first):says(thing.first) end
  local ours, theirs = kept, moved
  if side_of(plan, kept) == plan.theirs or side_of(plan, moved) == plan.ours then ours, theirs = moved, kept end
  local known = side_of(plan, ours) == side_of(plan, theirs)
  if known and kept.at == "" and moved.at == "" then return end          -- told when it came up
  plan.conflicts[#plan.conflicts + 1] = { kind = "id", table = kept.info.name, id = id, ours = called(ours),
    theirs = called(theirs), proposal = { key = "merge_id", table = kept.info.name, id = id, other = moved.name } }
end

-- Several things that would be called alike.
local function settle_group(plan, group, same)
  for _, thing in ipairs(group) do found(plan.both, thing) end
  table.sort(group, function(a, b) return a.first ~= b.first and byte_order.before(a.first, b.first) end)
  local kept, id = {}, group[1].name
  for _, thing in ipairs(group) do
    for _, other in ipairs(kept) do
      if other.said == thing.said or is_same(same, thing.info.name, id) then
        join(other, thing)
        plan.shared[#plan.shared + 1] = { table = thing.info.name, id = id }
        break
      end
    end
    if not thing.joined then kept[#kept + 1] = thing end
  end
  for i = 2, #kept do
    kept[i].name, kept[i].at = ("%s-%s"):format(id, kept[i].first:sub(1, 6)), kept[i].first_at
    tell(plan, kept[1], kept[i], id)
  end
end

--- Finds things that would be called alike, and settles what they are to be called.
---@param plan parley.MergePlan
---@param same true|string[]|nil  things that are one, "talks.r5", or all
function collisions.settle(plan, same)
  local groups, order = {}, {}
  for _, thing in ipairs(plan.things) do
    local key = thing.info.name .. "\0" .. thing.name
    if not groups[key] then groups[key], order[#order + 1] = {}, key end
    table.insert(groups[key], thing)
  end
  for _, key in ipairs(byte_order.sort(order)) do
    if #groups[key] > 1 then settle_group(plan, groups[key], same) end
  end
end

return collisions
