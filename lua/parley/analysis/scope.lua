--- Which parties and topics a call is about, from its options.
-- A party stands for itself and for the bodies that speak for it: government bodies and delegations below it
-- (`parent`), at any depth. Outlets, armed groups and the like below a party speak for themselves.

local errors = require "parley.base.errors"
local item_lists = require "parley.base.item_lists"
local references = require "parley.claims.references"

local scope = {}

local SPEAKS_FOR = { government_body = true, delegation = true }

--- The values of an option that takes one or a list; nil when it is not given.
---@param value any
---@param what string  the option, for messages
---@return any[]?
function scope.list(value, what)
  if value == nil then return nil end
  local list = type(value) == "table" and value or { value }
  if #list == 0 then errors.raise("bad_argument.empty_list", { what = what }) end
  return list
end

-- Ids of the bodies that speak for a party, by the party right above them.
local function bodies(ds)
  local below = {}
  for id, parent, kind in ds:table("parties"):select("id", "parent", "kind"):sort("id"):each() do
    if parent and SPEAKS_FOR[kind] then
      below[parent] = below[parent] or {}
      table.insert(below[parent], id)
    end
  end
  return below
end

--- The wanted parties with their bodies, as a set; nil when none is asked for.
---@param ds parley.Dataset
---@param value string|string[]|nil
---@return table<string, true>?
function scope.parties(ds, value)
  local wanted = scope.list(value, "party")
  if not wanted then return nil end
  local set, queue = {}, {}
  for i, id in ipairs(wanted) do queue[i] = references.id(ds, "parties", id) end
  local below = bodies(ds)
  while #queue > 0 do
    local id = table.remove(queue)
    if not set[id] then
      set[id] = true
      for _, body in ipairs(below[id] or {}) do queue[#queue + 1] = body end
    end
  end
  return set
end

--- The wanted topics, as a set; nil when none is asked for.
---@param ds parley.Dataset
---@param value string|string[]|nil
---@return table<string, true>?
function scope.topics(ds, value)
  local wanted = scope.list(value, "topic")
  if not wanted then return nil end
  local set = {}
  for _, code in ipairs(wanted) do set[references.term(ds, "topic", code)] = true end
  return set
end

--- A function that gives the party for which a party speaks in the end: itself, unless it is a body of another. Of
--- several that act together, it gives those for which they speak.
---@param ds parley.Dataset
---@return fun(id: string?): string?
function scope.sides(ds)
  local above = {}
  for id, parent, kind in ds:table("parties"):select("id", "parent", "kind"):each() do
    if SPEAKS_FOR[kind] then above[id] = parent end
  end
  local function side_of(id)
    local seen = {}
    while id and above[id] and not seen[id] do
      seen[id] = true
      id = above[id]
    end
    return id
  end
  return function(id)
    if not id or not item_lists.is_list(id) then return side_of(id) end
    local list = item_lists.of(id)
    for i, one in ipairs(list) do list[i] = side_of(one) end
    return item_lists.text(list)
  end
end

--- Whether all of some parties are among others; never where one of the two is missing.
---@param inner string?
---@param outer string?
---@return boolean
function scope.are_among(inner, outer)
  if not (inner and outer) then return false end
  local set = {}
  for id in item_lists.each(outer) do set[id] = true end
  for id in item_lists.each(inner) do
    if not set[id] then return false end
  end
  return true
end

return scope
