--- One id that two branches use for two things: told, and kept apart.
-- Both have added a thing of that id, and nothing that is said of it is known to the other. It is one thing where its
-- first claims say the same (sources: where both have one address); else the thing whose first claim comes first by its
-- content id keeps the id, and the other one is called by it and the first digits of its own: r5-3fa2c1.

local byte_order = require "parley.base.byte_order"
local content_ids = require "parley.claims.content_ids"
local renames = require "parley.coding.renames"

local collisions = {}

--- Two texts in the order of their bytes.
function collisions.in_order(a, b)
  if byte_order.before(b, a) then return b, a end
  return a, b
end

-- Things that a side's own claims are about, by table and id; what the other side calls otherwise is known to it.
local function things(plan, mine)
  local found = {}
  for _, id in ipairs(mine.own) do
    local row = mine.rows[id]
    if mine:stands(id) and plan.onto[mine]:now(row.of.name, row.id) == row.id then
      local of = found[row.of.name] or {}
      found[row.of.name] = of
      of[row.id] = of[row.id] or { id = row.id, info = row.of }
      table.insert(of[row.id], id)
    end
  end
  return found
end

-- Whether the other side knows anything that was ever said of a thing.
local function is_known(mine, other, thing)
  for _, id in ipairs(mine:about(thing.info, thing.id)) do
    if other.key[id] then return true end
  end
  return false
end

-- The first claim about a thing, by when it was made: what it says, and its content id under its first name.
local function founding(mine, thing)
  local first, at
  for _, id in ipairs(thing) do
    local root = renames.root(mine, id)
    local when = mine.recorded[root]
    if not at or when < at or when == at and byte_order.before(root, first) then first, at = root, when end
  end
  local row = mine:row(first)
  local said = { id = row.id, of = row.of }
  if row.of.name == "sources" and row.url then
    return first, "url " .. row.url
  end
  for i = 2, #row.of.columns do
    local name = row.of.columns[i].claim_name
    said[name] = row[name]
  end
  return first, content_ids.of(row.of, said)
end

local function is_same(same, name, id)
  if same == true then return true end
  for _, one in ipairs(same or {}) do
    if one == name .. "." .. id then return true end
  end
  return false
end

-- Keeps two things of one id apart.
local function part(plan, name, id, one, other)
  local kept, moved = one, other
  if byte_order.before(other.first, one.first) then kept, moved = other, one end
  local to = ("%s-%s"):format(id, moved.first:sub(1, 6))
  plan.onto[moved.side]:part(name, moved.id, to, moved.side.recorded[moved.first])
  for from, now in pairs(plan.onto[kept.side].of[name] or {}) do
    if now == id then plan.onto[kept.side].of[name][from] = to end          -- what the other side renamed to it
  end
  local function called(side)
    return (side == kept.side and id or to) .. ": " .. side:says(side == one.side and one.first or other.first)
  end
  plan.conflicts[#plan.conflicts + 1] = { kind = "id", table = name, id = id, ours = called(plan.ours),
    theirs = called(plan.theirs), proposal = { key = "merge_id", table = name, id = id, other = to } }
end

--- Finds ids that are used twice, and settles what they are to be.
---@param plan parley.MergePlan
---@param same true|string[]|nil  things that are one, "talks.r5", or all
function collisions.settle(plan, same)
  local ours, theirs = things(plan, plan.ours), things(plan, plan.theirs)
  for _, info in ipairs(require("parley.storage.schema").tables(plan.ours.ds.schema)) do
    local ids = {}
    for id in pairs(ours[info.name] or {}) do
      if theirs[info.name] and theirs[info.name][id] then ids[#ids + 1] = id end
    end
    for _, id in ipairs(byte_order.sort(ids)) do
      local one, other = ours[info.name][id], theirs[info.name][id]
      if not is_known(plan.ours, plan.theirs, one) and not is_known(plan.theirs, plan.ours, other) then
        one.side, other.side = plan.ours, plan.theirs
        local said, others_said
        one.first, said = founding(plan.ours, one)
        other.first, others_said = founding(plan.theirs, other)
        if said == others_said or is_same(same, info.name, id) then
          plan.shared[#plan.shared + 1] = { table = info.name, id = id }
        else
          part(plan, info.name, id, one, other)
        end
      end
    end
  end
end

return collisions
