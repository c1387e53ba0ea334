--- The merge of two branches as a plan: which claims there are to be, and which of them are taken back.
-- All claims of both, known by their content; what either has taken back is. So merging again, or the other way round,
-- changes nothing; of three branches, in which order they are grouped still shows where two of them have renamed what
-- the third has changed, or used its id (make check-merges finds such histories). Where one side has renamed a thing,
-- what the other one has said of it since says it under the new name: that claim stays, taken back, one restates it,
-- as a rename does it; it restates the claim under the first of its names. A claim that one side has taken back for a
-- reason of its own does not live on under another name.

local branch = require "parley.coding.branch"
local collisions = require "parley.coding.collisions"
local content_ids = require "parley.claims.content_ids"
local errors = require "parley.base.errors"
local public_call = require "parley.base.public_call"
local records = require "parley.base.records"
local references = require "parley.claims.references"
local renames = require "parley.coding.renames"

local merging = {}

---@class parley.MergePlan
---@field base parley.Branch
---@field ours parley.Branch
---@field theirs parley.Branch
---@field onto table<parley.Branch, parley.Names>  what the claims of a side are to call things otherwise
---@field new table<string, table>  content id -> row of a claim that the base has not
---@field retracted table<string, { at: string, why: string? }>  of claims that are to be taken back
---@field conflicts table[]
---@field side table<string, parley.Branch>  of new claims that one side alone has
---@field shared table[]  things that both sides have added alike

-- Of two retractions the earlier one stands.
local function retract(plan, id, at, why)
  local before = plan.retracted[id]
  if before and (before.at < at or before.at == at and (before.why or "") <= (why or "")) then return end
  plan.retracted[id] = { at = at, why = why }
end

local function later(a, b) return (b and b > a) and b or a end

-- What is said of a thing since the other side renamed it, under its new name.
local function follow(plan, mine, other, id)
  local row, names, copy, why, at = mine.rows[id], plan.onto[mine], nil, nil, mine.recorded[id]
  names:each_change(row, function(name, now, target, before)
    copy = copy or records.copy_of(row)
    copy[name] = now
    why = why or { singular = references.singular(target), from = before, to = now }
    at = later(at, names.why[target .. "\0" .. before])
  end)
  if not copy then return id end
  local root = renames.root(mine, id)
  copy.restates_content, copy.recorded_at = root, at
  copy.retracted_at, copy.retraction, copy.key, copy.claim = nil, nil, nil, nil
  local content = content_ids.of(copy.of, copy, root)
  copy.content, copy.entry = content, mine.place[id]
  if mine:stands(id) then
    retract(plan, id, at, ("%s '%s' is called '%s' now"):format(why.singular, why.from, why.to))
  end
  if not (plan.new[content] or mine.key[content] or other.key[content]) then
    plan.new[content], plan.side[content] = copy, mine
  end
  return content, root
end

-- One side's claims that the other has not.
local function take_own(plan, mine, other)
  for _, id in public_call.each(mine.own) do
    local row = mine.rows[id]
    if not plan.base.key[id] then
      local copy = records.copy_of(row)
      copy.entry, copy.recorded_at = mine.place[id], mine.recorded[id]
      copy.retracted_at, copy.retraction = nil, nil
      plan.new[id], plan.side[id] = copy, mine
    end
    if mine:stands(id) then
      local now, root = follow(plan, mine, other, id)
      root = root or renames.root(mine, id)
      if root ~= now and other.key[root] and not renames.lives(other, root) then
        retract(plan, now, other.retracted[root], other.why[root])
      end
    end
  end
end

-- A claim that both have made without knowing of each other stands where it stood first.
local function take_common(plan)
  local ours, theirs = plan.ours, plan.theirs
  for id in pairs(ours.key) do
    if theirs.key[id] and not plan.base.key[id] then
      local copy = records.copy_of(ours:row(id))
      copy.entry = math.min(ours.place[id], theirs.place[id])
      copy.recorded_at = ours.recorded[id] < theirs.recorded[id] and ours.recorded[id] or theirs.recorded[id]
      copy.retracted_at, copy.retraction = nil, nil
      plan.new[id] = copy
    end
  end
end

local function take_retractions(plan)
  for _, side in ipairs { plan.ours, plan.theirs } do
    for id, at in pairs(side.retracted) do
      if plan.base.retracted[id] ~= at or plan.base.why[id] ~= side.why[id] then retract(plan, id, at, side.why[id]) end
    end
  end
  for id, at in pairs(plan.base.retracted) do
    if plan.retracted[id] then retract(plan, id, at, plan.base.why[id]) end
  end
end

-- One thing that both sides have renamed has one name: the first by its bytes.
local function settle_names(plan)
  local ours, theirs = plan.onto[plan.theirs], plan.onto[plan.ours]          -- given by ours, and by theirs
  for name, of in pairs(ours.of) do
    local others = theirs.of[name] or {}
    local list = {}
    for from in pairs(of) do if others[from] then list[#list + 1] = from end end
    for _, from in ipairs(require("parley.base.byte_order").sort(list)) do
      local mine, other = ours:now(name, from), theirs:now(name, from)
      if mine ~= other then
        local first, last = collisions.in_order(mine, other)
        plan.conflicts[#plan.conflicts + 1] = { kind = "name", table = name, id = from, ours = mine, theirs = other,
          proposal = { key = "merge_name", table = name, id = first, other = last } }
        local winner, loser = ours, theirs
        if first ~= mine then winner, loser = theirs, ours end
        winner:add(name, last, first, winner.why[name .. "\0" .. from])
        loser.of[name][from] = first
      end
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
  local plan = { base = b, ours = o, theirs = t, new = {}, retracted = {}, conflicts = {}, shared = {}, side = {} }
  plan.onto = { [t] = renames.given(o, t), [o] = renames.given(t, o) }
  settle_names(plan)
  collisions.settle(plan, options.same)
  take_retractions(plan)
  take_common(plan)
  take_own(plan, o, t)
  take_own(plan, t, o)
  require("parley.coding.clashes").tell(plan)
  return plan
end

return merging
