--- Lineages: the claims of two branches as one set, in families. A family is one claim under all the names that it has
--- had: the first, and those that restate it and differ in names alone.
-- A family that one branch has let go is gone, whatever the other one calls it by now. What a merge has made counts for
-- nothing here: it is made anew.

local byte_order = require "parley.base.byte_order"
local merge_marks = require "parley.coding.merge_marks"
local renames = require "parley.coding.renames"

---@class parley.Family
---@field root string  content id of the first claim
---@field members string[]  content ids of all that people have made, the first one too
---@field made string[]  of those that merges have made
---@field death { at: string, why: string?, by: string? }?  where a branch has let it go

---@class parley.Lineages
---@field sides parley.Branch[]
---@field families table<string, parley.Family>  by their first claim, those that were looked at
---@field origin table<string, string>
local Lineages = {}
Lineages.__index = Lineages

local lineages = {}

---@param ours parley.Branch
---@param theirs parley.Branch
---@return parley.Lineages
function lineages.of(ours, theirs)
  local u = setmetatable({ sides = { ours, theirs }, families = {}, heirs_of = {} }, Lineages)
  u.origin = setmetatable({}, { __index = function(_, id) return ours.origin[id] or theirs.origin[id] end })
  return u
end

--- The first branch that has a claim.
---@return parley.Branch?
function Lineages:side(id)
  for _, side in ipairs(self.sides) do
    if side.key[id] then return side end
  end
end

function Lineages:row(id) return self:side(id):row(id) end

--- Whether merges alone have made a claim.
function Lineages:made(id)
  for _, side in ipairs(self.sides) do
    if side.key[id] and not side:made(id) then return false end
  end
  return true
end

--- The claims of both that restate one.
---@return string[]
function Lineages:heirs(id)
  local list = self.heirs_of[id]
  if list then return list end
  list = {}
  for _, side in ipairs(self.sides) do
    for _, heir in ipairs(side.heirs[id] or {}) do
      if not list[heir] then list[heir], list[#list + 1] = true, heir end
    end
  end
  self.heirs_of[id] = list
  return list
end

--- What of both stands first, and when it was taken in.
function Lineages:place(id)
  local a, b = self.sides[1].place[id], self.sides[2].place[id]
  return a and b and math.min(a, b) or a or b
end

function Lineages:recorded(id)
  local a, b = self.sides[1].recorded[id], self.sides[2].recorded[id]
  if not (a and b) then return a or b end
  return byte_order.before(b, a) and b or a
end

-- One of two times of taking back, in an order that hangs on nothing else.
local function is_before(a, b)
  if a.at ~= b.at then return byte_order.before(a.at, b.at) end
  if a.why ~= b.why then return byte_order.before(a.why or "", b.why or "") end
  return byte_order.before(a.by or "", b.by or "")
end

--- When and why people have taken a claim back: the first of the two.
---@return { at: string, why: string?, by: string? }?
function Lineages:taken(id)
  local first
  for _, side in ipairs(self.sides) do
    if side:taken(id) then
      local one = { at = side.retracted[id], why = side.why[id], by = side.by[id] }
      if not first or is_before(one, first) then first = one end
    end
  end
  return first
end

local function collect(u, family, id)
  family.members[#family.members + 1] = id
  for _, heir in ipairs(u:heirs(id)) do
    if u:made(heir) then
      family.made[#family.made + 1] = heir
    elseif renames.moves(u, heir) then
      collect(u, family, heir)
    end
  end
end

local function each(family, fn)
  for _, id in ipairs(family.members) do fn(id) end
  for _, id in ipairs(family.made) do fn(id) end
end

--- What of a family stands in a branch, or was taken back by a merge for what it refers to.
---@return string?
function Lineages.standing(_, side, family)
  local found
  each(family, function(id)
    local stands = side.key[id] and (side:stands(id) or merge_marks.is_cut(side.by[id]))
    if stands and not (found and byte_order.before(found, id)) then found = id end
  end)
  return found
end

--- What a merge has noted in a branch of a family that is gone: its thing has that name.
---@return string?
function Lineages.told(_, side, family)
  for _, id in ipairs(family.made) do
    if side.key[id] and not side:stands(id) then return id end
  end
end

-- When a branch has let a family go: the last time that somebody took any of it back.
local function death_in(u, side, family)
  local last, knows = nil, false
  each(family, function(id)
    knows = knows or side.key[id] ~= nil
    if side:taken(id) then
      local one = { at = side.retracted[id], why = side.why[id], by = side.by[id] }
      if not last or is_before(last, one) then last = one end
    end
  end)
  return knows and not u:standing(side, family) and last or nil
end

--- The family of a claim.
---@param id string
---@return parley.Family family, boolean is_new  whether it is looked at for the first time
function Lineages:family(id)
  local root = renames.root(self, self:made(id) and self.origin[id] or id)
  local family = self.families[root]
  if family then return family, false end
  family = { root = root, members = {}, made = {} }
  self.families[root] = family
  collect(self, family, root)
  for _, side in ipairs(self.sides) do
    local death = death_in(self, side, family)
    if death and not (family.death and is_before(family.death, death)) then family.death = death end
  end
  return family, true
end

-- Members that no other one of the family restates; `side`: in that branch.
local function is_last(u, id, side)
  for _, heir in ipairs(side and (side.heirs[id] or {}) or u:heirs(id)) do
    if not u:made(heir) and renames.moves(u, heir) then return false end
  end
  return true
end

--- The members of a family under its last names, in all or in one branch.
---@param family parley.Family
---@param side parley.Branch?
---@return string[]
function Lineages:last(family, side)
  local list = {}
  for _, id in ipairs(family.members) do
    if (not side or side.key[id]) and is_last(self, id, side) then list[#list + 1] = id end
  end
  return list
end

--- The members by which a family tells what its thing is called: the last ones, unless somebody has taken that back.
---@param family parley.Family
---@return string[]
function Lineages:named(family)
  local list = {}
  for _, id in ipairs(self:last(family)) do
    if not self:taken(id) then list[#list + 1] = id end
  end
  return list
end

--- When the thing that a claim is about got the name that it has there: the empty text where it had it from the start.
---@param id string
---@return string
function Lineages:named_at(id)
  while self.origin[id] do
    local before = self.origin[id]
    if self:row(before).id ~= self:row(id).id then return self:recorded(id) end
    id = before
  end
  return ""
end

return lineages
