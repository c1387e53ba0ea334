--- Things of two branches: which claims are about one thing, whatever either branch calls it, and what it is called by
--- now. The name that was given last holds; of two that were given at once, the first by its bytes.
-- What is about one thing in one branch is about one thing, and a claim that both have is about one thing in both. So
-- it does not matter in which order branches come together. Things are looked at as far as what differs reaches.

local byte_order = require "parley.base.byte_order"
local public_call = require "parley.base.public_call"

---@class parley.MergedThings
---@field lineages parley.Lineages
local Things = {}
Things.__index = Things

local merged_things = {}

---@param u parley.Lineages
---@return parley.MergedThings
function merged_things.new(u)
  return setmetatable({ lineages = u, above = {}, nodes = {}, list = {}, expanded = {}, count = 0 }, Things)
end

-- ## Which claims are about one thing

local function find(self, node)
  while self.above[node] ~= node do
    self.above[node] = self.above[self.above[node]]
    node = self.above[node]
  end
  return node
end

local function link(self, one, other)
  one, other = find(self, one), find(self, other)
  if one ~= other then self.above[other] = one end
end

local function key_of(self, side, info, id)
  return ("%d\0%s\0%s"):format(side == self.lineages.sides[1] and 1 or 2, info.name, id)
end

-- What a branch calls something.
local function node_of(self, side, info, id)
  local key = key_of(self, side, info, id)
  if not self.nodes[key] then
    self.nodes[key] = { side = side, info = info, id = id }
    self.above[key], self.count = key, self.count + 1
  end
  return key
end

local function link_to_sides(self, family)
  local u = self.lineages
  for _, side in ipairs(u.sides) do
    local named = u:standing(side, family) or u:told(side, family)
    for _, id in ipairs(named and { named } or u:last(family, side)) do
      link(self, family.root, node_of(self, side, side.of[id], side.id[id]))
    end
  end
end

--- Looks at the family of a claim, at those that it restates, and at those that restate it.
---@param id string
function Things:look(id)
  local u, waiting = self.lineages, { id }
  while #waiting > 0 do
    local family, is_new = u:family(table.remove(waiting))
    if is_new then
      self.above[family.root], self.list[#self.list + 1], self.count = family.root, family, self.count + 1
      link_to_sides(self, family)
      local before = u.origin[family.root]
      if before then waiting[#waiting + 1] = before end
      for _, member in ipairs(family.members) do
        for _, heir in ipairs(u:heirs(member)) do waiting[#waiting + 1] = heir end
      end
    end
  end
end

-- What was amended is about the same thing; a judgement may be about another pair.
local function link_origins(self)
  for _, family in ipairs(self.list) do
    local u = self.lineages
    local before = u.origin[family.root]
    if before and u:side(before).of[before].name ~= "identities" then link(self, family.root, u:family(before).root) end
  end
end

-- Looks at all that stands about what a branch calls so.
local function look_about(self, side, info, id)
  local key = key_of(self, side, info, id)
  if self.expanded[key] then return end
  self.expanded[key] = true
  for _, claim in ipairs(side:about(info, id)) do self:look(claim) end
end

-- ## Their names

-- Things by their first node: what each branch calls them, and the families.
local function gather(self)
  local things, order = {}, {}
  local function thing_of(node)
    local first = find(self, node)
    if not things[first] then
      things[first] = { nodes = {}, families = {}, ids = {}, count = 0 }
      order[#order + 1] = things[first]
    end
    return things[first]
  end
  for key, node in pairs(self.nodes) do
    local thing = thing_of(key)
    thing.nodes[#thing.nodes + 1], thing.info = key, node.info
    if not thing.ids[node.id] then thing.ids[node.id], thing.count = true, thing.count + 1 end
  end
  for _, family in ipairs(self.list) do
    local thing = thing_of(family.root)
    thing.families[#thing.families + 1] = family
    thing.alive = thing.alive or not family.death
    thing.settled = thing.settled or #family.made > 0
  end
  return order
end

-- Calls fn(id, claim) for each claim of people by which a family tells what its thing is called, or was called before.
local function each_name(u, family, fn)
  local last = {}
  for _, id in ipairs(u:last(family)) do last[id] = true end
  for _, id in ipairs(family.members) do
    if not (last[id] and u:taken(id)) then fn(id, last[id]) end
  end
end

-- When names were left for others: name -> the last time.
local function left_at(u, thing)
  local left = {}
  for _, family in ipairs(thing.families) do
    each_name(u, family, function(id)
      local before = u.origin[id]
      local old = before and u:row(before).id
      if not old or old == u:row(id).id then return end
      local at = u:recorded(id)
      if not left[old] or byte_order.before(left[old], at) then left[old] = at end
    end)
  end
  return left
end

-- What a thing is called where no other one is called so: the name that was given last, and when. One that was left for
-- another one when it was given, or later, only counts where there is none else.
local function name_of(u, thing)
  local left, name, at, was_left = left_at(u, thing), nil, nil, nil
  local function is_better(of, when, is_left)
    if not name or is_left ~= was_left then return not name or was_left end
    return byte_order.before(at, when) or at == when and byte_order.before(of, name)
  end
  for _, family in ipairs(thing.families) do
    each_name(u, family, function(id, is_last)
      local of, when = u:row(id).id, u:named_at(id)
      local is_left = left[of] ~= nil and not byte_order.before(left[of], when)
      if is_last and is_better(of, when, is_left) then name, at, was_left = of, when, is_left end
    end)
  end
  return name, at
end

-- Whether more has to be looked at before a thing can be named.
local function is_open(thing) return thing.count > 1 or thing.settled end

-- What of a thing bears on its name: all that either branch says of it, and of what else is called so.
local function look_around(self, thing)
  local name = next(thing.ids)
  if is_open(thing) then
    for _, key in ipairs(thing.nodes) do
      local node = self.nodes[key]
      look_about(self, node.side, node.info, node.id)
    end
    name = name_of(self.lineages, thing) or name
  end
  local ours, theirs = table.unpack(self.lineages.sides)
  local one, other = key_of(self, ours, thing.info, name), key_of(self, theirs, thing.info, name)
  local is_twice = self.nodes[one] and self.nodes[other] and find(self, one) ~= find(self, other)
  if is_open(thing) or is_twice then
    look_about(self, ours, thing.info, name)
    look_about(self, theirs, thing.info, name)
  end
end

-- Looks at more until nothing more comes up.
local function look_further(self)
  local count
  repeat
    count = self.count
    link_origins(self)
    for _, thing in public_call.each(gather(self)) do
      look_around(self, thing)
    end
  until count == self.count
end

--- The things that were looked at: each with its families, `info`, name, at (when it was named so), and what the
--- branches call it (nodes: side, info, id).
---@return table[]
function Things:settled()
  look_further(self)
  local list = {}
  for _, thing in ipairs(gather(self)) do
    if thing.alive then
      if is_open(thing) then thing.name, thing.at = name_of(self.lineages, thing)
      else thing.name, thing.at = next(thing.ids), "" end
      for i, key in ipairs(thing.nodes) do thing.nodes[i] = self.nodes[key] end
      list[#list + 1] = thing
    end
  end
  return list
end

return merged_things
