--- The merge of two branches as a plan: which claims there are to be, and which of them are taken back.
-- The plan follows from what people have claimed, taken back and renamed in either, as a set, and from nothing else:
-- all claims of both, known by their content; taken back is what either has taken back. Which of the names that a claim
-- has had it stands under follows from the names that its thing and what it refers to have by now. Where it has no
-- claim under these, the merge makes one, marked so (parley.coding.merge_marks), which restates it under its first
-- name.
-- So branches may come together in any order, grouped in any way, and more than once.

local branch = require "parley.coding.branch"
local byte_order = require "parley.base.byte_order"
local collisions = require "parley.coding.collisions"
local content_ids = require "parley.claims.content_ids"
local errors = require "parley.base.errors"
local lineages = require "parley.coding.lineages"
local merge_marks = require "parley.coding.merge_marks"
local merged_things = require "parley.coding.merged_things"
local public_call = require "parley.base.public_call"
local records = require "parley.base.records"
local references = require "parley.claims.references"
local renames = require "parley.coding.renames"

local merging = {}

---@class parley.MergePlan
---@field base parley.Branch
---@field ours parley.Branch
---@field theirs parley.Branch
---@field both parley.Lineages
---@field onto table<parley.Branch, parley.Names>  what a side calls otherwise than the merge does
---@field new table<string, table>  content id -> row of a claim that the base has not
---@field retracted table<string, { at: string, why: string?, by: string? }|false>  of claims that were looked at
---@field made table<string, true>  claims that the merge makes
---@field gone table<string, true>  claims that another merge has made, and that no longer say what holds
---@field conflicts table[]
---@field side table<string, parley.Branch>  of new claims that one side alone has
---@field shared table[]  things that both sides have added alike

-- ## What is looked at

local STATE = { "retracted", "why", "by" }

local function is_alike(a, b, id)
  for _, name in ipairs(STATE) do
    if a[name][id] ~= b[name][id] then return false end
  end
  return true
end

-- What the two sides do not have alike.
local function look(plan)
  local ours, theirs = plan.ours, plan.theirs
  for _, side in ipairs { ours, theirs } do
    for _, id in public_call.each(side.own) do plan.known:look(id) end
  end
  ours:each_state(theirs, function(id)
    if ours.key[id] and theirs.key[id] and not is_alike(ours, theirs, id) then plan.known:look(id) end
  end)
end

-- ## Names

-- Two names that the sides have given one thing, each without knowing of the other.
local function tell_names(plan, thing)
  local given, before = {}, nil
  for _, family in ipairs(thing.families) do
    for _, id in ipairs(plan.both:named(family)) do
      local side = plan.both:side(id)
      local other = side == plan.ours and plan.theirs or plan.ours
      if not other.key[id] and plan.both:named_at(id) ~= "" and not given[side] then
        given[side], before = side.id[id], before or plan.both:row(family.root).id
      end
    end
  end
  local mine, other = given[plan.ours], given[plan.theirs]
  if not (mine and other) or mine == other then return end
  local loser = thing.name == mine and other or mine
  plan.conflicts[#plan.conflicts + 1] = { kind = "name", table = thing.info.name, id = before, ours = mine,
    theirs = other, proposal = { key = "merge_name", table = thing.info.name, id = thing.name, other = loser } }
end

local function settle_names(plan, same)
  plan.things = plan.known:settled()
  for _, thing in ipairs(plan.things) do
    if thing.count > 1 then tell_names(plan, thing) end
  end
  collisions.settle(plan, same)
  for _, thing in ipairs(plan.things) do
    local to = thing.joined or thing
    for _, family in ipairs(thing.families) do family.thing = to end
    for _, node in ipairs(thing.nodes) do
      if node.id ~= to.name then plan.onto[node.side]:add(thing.info.name, node.id, to.name) end
    end
  end
end

-- ## Claims

local function later(a, b) return b and byte_order.before(a, b) and b or a end

-- What a family says by now: the row of what stands of it in a branch, under the names that hold.
local function row_by_now(plan, side, id)
  local row = records.copy_of(side:row(id))
  plan.onto[side]:each_change(row, function(name, now) row[name] = now end)
  return row
end

local function wanted(plan, family)
  local best, text
  for _, side in ipairs(plan.both.sides) do
    local id = plan.both:standing(side, family)
    if id then
      local row = row_by_now(plan, side, id)
      local content = content_ids.of(row.of, row)
      if not best or byte_order.before(content, text) then best, text = row, content end
    end
  end
  return best, text
end

-- A claim of the family that people have made, and that says so.
local function standing_member(plan, family, content)
  local best
  for _, id in ipairs(family.members) do
    local row = plan.both:row(id)
    if not plan.both:taken(id) and content_ids.of(row.of, row) == content then
      local when = plan.both:recorded(id)
      local last = best and plan.both:recorded(best)
      if not best or byte_order.before(last, when) or last == when and byte_order.before(id, best) then best = id end
    end
  end
  return best
end

local function put(plan, id, row, side)
  if plan.base.key[id] then return end
  row.entry, row.recorded_at = plan.both:place(id) or row.entry, plan.both:recorded(id) or row.recorded_at
  row.retracted_at, row.retraction, row.retracted_by = nil, nil, nil
  plan.new[id], plan.side[id] = row, side
end

local function alone(plan, id)
  return not plan.theirs.key[id] and plan.ours or not plan.ours.key[id] and plan.theirs or nil
end

-- The claim of a family that another one may restate, and that one's content id: where somebody has said just that and
-- taken it back, the next claim is restated.
local function free_id(plan, family, row)
  local rest = table.move(family.members, 2, #family.members, 1, {})
  table.insert(byte_order.sort(rest), 1, family.root)
  for _, member in ipairs(rest) do
    local id = content_ids.of(row.of, row, member, row.decides_content)
    if not plan.both:side(id) or plan.both:made(id) then return id, member end
  end
end

-- Makes the claim that says under its names of now what the family says, as if it had been said so from the start.
local function make(plan, family, row)
  local root = family.root
  row.decides_content = plan.both:row(root).decides_content
  local id, restated = free_id(plan, family, row)
  if not id then return nil end
  row.restates_content, row.key, row.claim = restated, nil, nil
  put(plan, id, row, alone(plan, root))
  row.content, row.entry, row.recorded_at = id, plan.both:place(root), plan.both:recorded(root)
  plan.made[id] = true
  return id
end

-- Why a claim is taken back for one under another name.
local function why_moved(row, now)
  if row.id ~= now.id then
    return ("%s '%s' is called '%s' now"):format(references.singular(row.of.name), row.id, now.id)
  end
  return "what it refers to is called otherwise now"
end

-- Whether all branches know that a family is gone.
local function is_long_gone(plan, family)
  local knows = false
  for _, id in ipairs(family.members) do
    if plan.base:stands(id) then return false end
    knows = knows or plan.base.key[id] ~= nil
  end
  return knows
end

-- Notes of a family that is gone what its thing is called by now, where no claim of it says so and a branch may have
-- more of the thing under its old name.
local function tell_name(plan, family)
  local name, is_told = family.thing and family.thing.name, true
  if not name or is_long_gone(plan, family) then return end
  for _, id in ipairs(plan.both:last(family)) do is_told = is_told and plan.both:row(id).id == name end
  if is_told then return end
  local row = records.copy_of(plan.both:row(family.root))
  row.id = name
  local id = make(plan, family, row)
  if not id then return end
  plan.retracted[id] = { at = family.death.at, why = family.death.why, by = merge_marks.MADE_GONE }
  return id
end

-- The claim by which a family stands, what it says, and since when.
local function current_of(plan, family)
  if family.death then return nil end
  local row, content = wanted(plan, family)
  local current = row and standing_member(plan, family, content)
  local at = plan.both:recorded(current or family.root)
  if row and not current then current = make(plan, family, row) end
  return current, row, at
end

local function settle_family(plan, family)
  local both, told = plan.both, family.death and tell_name(plan, family)
  local current, row, at = current_of(plan, family)
  for _, id in ipairs(family.members) do
    local own = both:row(id)
    if family.death then
      local death = family.death
      plan.retracted[id] = { at = death.at, why = death.why, by = both:taken(id) and death.by
        or not both:taken(id) and merge_marks.GONE or nil }
    elseif id == current then
      plan.retracted[id] = false
    else
      plan.retracted[id] = both:taken(id) or row and { at = later(both:recorded(id), at),
        why = why_moved(own, row), by = merge_marks.NAME } or false
    end
    put(plan, id, records.copy_of(own), alone(plan, id))
  end
  for _, id in ipairs(family.made) do
    if id ~= current and id ~= told then plan.gone[id] = true end
  end
  if current then plan.retracted[current] = false end
end

-- What both have alike, and the base has not.
local function take_common(plan)
  local theirs, base, looked = plan.theirs.key, plan.base.key, plan.retracted
  for id in pairs(plan.ours.key) do
    if theirs[id] and not base[id] and looked[id] == nil then
      put(plan, id, records.copy_of(plan.ours:row(id)), nil)
      plan.retracted[id] = plan.ours.retracted[id] and { at = plan.ours.retracted[id], why = plan.ours.why[id],
        by = plan.ours.by[id] } or false
      plan.made[id] = merge_marks.is_made(plan.ours.by[id]) or nil
    end
  end
end

-- Raises unless both have something of the base, where that has anything.
local function check_related(base, side, what)
  if base.count == 0 or #side.own < side.count then return end
  errors.raise("bad_argument.merge_unrelated", { side = what, count = base.count })
end

--- The plan of a merge.
---@param base parley.Dataset
---@param ours parley.Dataset
---@param theirs parley.Dataset
---@param options { same: true|string[]|nil }
---@return parley.MergePlan
function merging.plan(base, ours, theirs, options)
  local b = branch.read(base)
  local o = branch.read(ours, b)
  check_related(b, o, "ours")
  local t = branch.read(theirs, b)
  check_related(b, t, "theirs")
  o:compare(t)
  t:compare(o)
  local plan = { base = b, ours = o, theirs = t, new = {}, retracted = {}, made = {}, gone = {}, conflicts = {},
    shared = {}, side = {}, both = lineages.of(o, t), onto = { [o] = renames.none(), [t] = renames.none() } }
  plan.known = merged_things.new(plan.both)
  look(plan)
  settle_names(plan, options.same)
  for _, family in public_call.each(plan.known.list) do settle_family(plan, family) end
  take_common(plan)
  require("parley.coding.clashes").tell(plan)
  return plan
end

return merging
