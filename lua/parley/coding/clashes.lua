--- Where what two branches have done cannot both be meant: nothing of it is lost or chosen, an editor is told.
-- claim: both have restated one claim, differently; retraction: one has taken back what the other has restated;
-- decision: both have preferred claims about one field that say different things; voice: one source, by one coder, says
-- different things of one field in the two.

local byte_order = require "parley.base.byte_order"
local public_call = require "parley.base.public_call"
local renames = require "parley.coding.renames"

local clashes = {}

local function tell(plan, kind, row, field, ours, theirs, proposal)
  proposal.table, proposal.id, proposal.field = row.of.name, row.id, field
  plan.conflicts[#plan.conflicts + 1] = { kind = kind, table = row.of.name, id = row.id, field = field, ours = ours,
    theirs = theirs, proposal = proposal }
end

-- Restated by a side for a reason of its own, and standing.
local function restated(plan, side, root)
  local list = {}
  for _, heir in ipairs(side.heirs[root] or {}) do
    if side:stands(heir) and not renames.moves(side, heir) and not plan.retracted[heir] then list[#list + 1] = heir end
  end
  return list
end

local function says_otherwise(one, other)
  for i = 2, #one.of.columns do
    local name = one.of.columns[i].claim_name
    if one[name] ~= other[name] then return one.of.columns[i].name end
  end
end

-- A claim that both sides have restated.
local function tell_restated(plan, mine, other, id, root)
  local row = mine.rows[id]
  for _, heir in ipairs(restated(plan, other, root)) do
    local field = not mine.key[heir] and says_otherwise(row, other:row(heir))
    if field then
      tell(plan, "claim", row, field, mine:says(id), other:says(heir),
        { key = "merge_claim", ours = id, theirs = heir })
    end
  end
end

-- Claims that both sides have restated, and that one has taken back for good.
local function restatements(plan, mine, other, is_ours)
  for _, id in public_call.each(mine.own) do
    local root = mine.origin[id]
    local known = root and other.key[root] and mine:stands(id) and not plan.retracted[id]
    if known and not renames.moves(mine, id) then
      if is_ours then tell_restated(plan, mine, other, id, root) end
      if other.retracted[root] and not other.heirs[root] then
        local said, gone = mine:says(id), "retracted: " .. (other.why[root] or "")
        if not is_ours then said, gone = gone, said end
        tell(plan, "retraction", mine.rows[id], nil, said, gone, { key = "merge_retraction", ours = id })
      end
    end
  end
end

-- New claims that stand, by the thing that they are about: those of each side.
local function by_thing(plan)
  local found, order = {}, {}
  for id, row in pairs(plan.new) do
    local side = plan.side[id]
    if side and not plan.retracted[id] and side.retracted[id] == nil then
      local name = row.of.name .. "\0" .. row.id
      local of = found[name]
      if not of then
        of = { [plan.ours] = {}, [plan.theirs] = {} }
        found[name], order[#order + 1] = of, name
      end
      table.insert(of[side], id)
    end
  end
  return found, byte_order.sort(order)
end

local function shown(value) return value ~= nil and tostring(value) or nil end

local function tell_fields(plan, kind, key, id, other)
  local row, theirs = plan.new[id], plan.new[other]
  for i = 2, #row.of.columns do
    local column = row.of.columns[i]
    local a, b = row[column.claim_name], theirs[column.claim_name]
    local wording = kind == "voice" and not column.kind and not column.over_time
    if a ~= nil and b ~= nil and a ~= b and not wording then
      tell(plan, kind, row, column.name, shown(a), shown(b), { key = key, ours = id, theirs = other })
    end
  end
end

local function differences(plan)
  local found, order = by_thing(plan)
  for _, name in public_call.each(order) do
    local ours, theirs = byte_order.sort(found[name][plan.ours]), byte_order.sort(found[name][plan.theirs])
    for _, id in ipairs(#theirs > 0 and ours or {}) do
      for _, other in ipairs(theirs) do
        local one, two = plan.new[id], plan.new[other]
        local both_restate = one.restates_content and one.restates_content == two.restates_content
        if one.rank == "preferred" and two.rank == "preferred" then
          tell_fields(plan, "decision", "merge_decision", id, other)
        elseif one.source == two.source and one.coder == two.coder and one.rank == two.rank and not both_restate then
          tell_fields(plan, "voice", "merge_voice", id, other)
        end
      end
    end
  end
end

--- Adds what clashes to the conflicts of a plan.
---@param plan parley.MergePlan
function clashes.tell(plan)
  restatements(plan, plan.ours, plan.theirs, true)
  restatements(plan, plan.theirs, plan.ours, false)
  differences(plan)
end

return clashes
