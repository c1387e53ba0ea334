--- Renames of a branch that another one has not: which ids it calls otherwise, and which of its claims say no more than
--- those that they restate, but for the names.
-- A rename restates all that names a thing. So an id that one claim has and the claim that it restates had not is a new
-- name; a claim that differs from the one that it restates in nothing but names that were given so is that claim still.

local byte_order = require "parley.base.byte_order"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local codebook = require "parley.codebook.tables"
local item_lists = require "parley.base.item_lists"
local schema = require "parley.storage.schema"

local renames = {}

-- Columns of provenance that name things, and of which tables.
local NAMED = { { "said_by", { "people", "parties" } }, { "source", { "sources" } } }

---@class parley.Names  table -> old id -> new id
local Names = {}
Names.__index = Names

---@return parley.Names
function renames.none() return setmetatable({ of = {}, why = {}, apart = {} }, Names) end

--- Notes that a side's own thing is called otherwise, since the other side has a thing of that id: what the other side
--- calls so is not meant.
---@param name string table
---@param from string
---@param to string
---@param at string
function Names:part(name, from, to, at)
  self.apart[name .. "\0" .. from], self.why[name .. "\0" .. from], self.any = to, at, true
  self.of[name] = self.of[name] or {}
end

--- Notes that a thing is called otherwise; of several names for one the first by its bytes holds.
---@param name string table
---@param from string
---@param to string
---@param at string?  when
function Names:add(name, from, to, at)
  if from == to then return end
  local of = self.of[name] or {}
  self.of[name], self.any = of, true
  local before = of[from]
  if before and not byte_order.before(to, before) then return end
  of[from], self.why[name .. "\0" .. from] = to, at
end

--- What a thing is called by now.
---@param name string table
---@param id string?
---@return string?
function Names:now(name, id)
  local of, seen = self.of[name], nil
  local apart = id and next(self.apart) and self.apart[name .. "\0" .. id]
  if apart then return apart end
  while of and id and of[id] and not (seen and seen[id]) do
    seen = seen or {}
    seen[id] = true
    id = of[id]
  end
  return id
end

local function list_now(names, target, text)
  for _, item in ipairs(item_lists.of(text)) do
    local now = names:now(target, item)
    if now ~= item then text = item_lists.replaced(text, item, now) end
  end
  return text
end

--- Calls fn(name of the field in the row, what it says by now) for each field of a claim that is named otherwise.
---@param row table
---@param fn fun(name: string, value: string, target: string, before: string)
function Names:each_change(row, fn)
  if not self.any then return end
  local info = row.of
  local function change(name, target, several)
    local value = row[name]
    if value == nil or not self.of[target] then return end
    local now = several and list_now(self, target, value) or self:now(target, value)
    if now ~= value then fn(name, now, target, value) end
  end
  change("id", info.name)
  for i = 2, #info.columns do
    local column = info.columns[i]
    if column.references then change(column.claim_name, column.references, column.several) end
  end
  for _, named in ipairs(NAMED) do
    for _, target in ipairs(named[2]) do change(named[1], target) end
  end
end

-- Calls fn(row) for a claim, or what restates it, as far as it stands.
local function each_standing(mine, id, fn)
  if mine:stands(id) then return fn(mine:row(id)) end
  for _, heir in ipairs(mine.heirs[id] or {}) do each_standing(mine, heir, fn) end
end

--- The ids that a branch calls things by which another one calls otherwise: where a claim has another id than the one
--- that it restates; and where the other branch still has what this one has left.
---@param mine parley.Branch
---@param other parley.Branch
---@return parley.Names
function renames.given(mine, other)
  local names, left = renames.none(), {}
  for _, id in ipairs(mine.own) do
    local row = mine.rows[id]
    local before = row.restates_content and mine:row(row.restates_content)
    if before and before.id ~= row.id and not mine:has(row.of, before.id) then
      each_standing(mine, id, function(now) names:add(row.of.name, before.id, now.id, now.recorded_at) end)
      left[#left + 1] = { row.of.name, before.id, row.id, row.recorded_at }
    end
  end
  for id in pairs(mine.retracted) do
    if other:stands(id) and mine.heirs[renames.root(mine, id)] then
      local row = mine:row(id)
      each_standing(mine, renames.root(mine, id), function(now)
        names:add(row.of.name, row.id, now.id, now.recorded_at)
      end)
    end
  end
  for _, one in ipairs(left) do
    if not names:now(one[1], one[2]) or names:now(one[1], one[2]) == one[2] then names:add(table.unpack(one)) end
  end
  return names
end

local ASIDE = { recorded_at = true, retracted_at = true, retraction = true, restates = true, entry = true,
  import = true }

--- Whether two claims say the same but for names.
---@param row table
---@param other table
---@return boolean
function renames.alike(row, other)
  local info = row.of
  if other.of ~= info then return false end
  for i = 2, #info.columns do
    local column = info.columns[i]
    local a, b = row[column.claim_name], other[column.claim_name]
    if a ~= b and not (column.references and a and b) then return false end
  end
  for _, column in ipairs(codebook.provenance) do
    local name = column.name
    if not ASIDE[name] and row[name] ~= other[name] and name ~= "source" and name ~= "said_by" then return false end
  end
  return true
end

-- Every name that things were ever given in a branch: table -> old id -> new ids.
local function history(b)
  if b.history then return b.history end
  b.history = {}
  for _, info in ipairs(schema.tables(b.ds.schema)) do
    local of = {}
    b.history[info.name] = of
    if info.claims then
      for old, new in claim_lookup.renames(b.ds.store, info) do
        of[old] = of[old] or {}
        table.insert(of[old], new)
      end
    end
  end
  return b.history
end

-- Whether a thing was ever renamed from one id to another one, in one step or several.
local function leads(of, from, to, seen)
  if from == to then return true end
  seen[from] = true
  for _, next_id in ipairs(of[from] or {}) do
    if not seen[next_id] and leads(of, next_id, to, seen) then return true end
  end
  return false
end

local function list_leads(of, from, to)
  local a, b = item_lists.of(from), item_lists.of(to)
  if #a ~= #b then return false end
  for i, item in ipairs(a) do
    if not leads(of, item, b[i], {}) then return false end
  end
  return true
end

-- Whether all in which a claim differs from another one are names that were given since.
local function are_names(b, row, before)
  local info, of = row.of, history(b)
  if not leads(of[info.name], before.id, row.id, {}) then return false end
  for i = 2, #info.columns do
    local column = info.columns[i]
    local from, to = before[column.claim_name], row[column.claim_name]
    if from ~= to and not list_leads(of[column.references], from, to) then return false end
  end
  for _, named in ipairs(NAMED) do
    local name, targets = named[1], named[2]
    local found = before[name] == row[name]
    for _, target in ipairs(targets) do
      found = found or before[name] and row[name] and leads(of[target], before[name], row[name], {})
    end
    if not found then return false end
  end
  return true
end

-- Whether a claim differs from the one that it restates in names alone.
local function moves(b, id)
  b.moved = b.moved or {}
  if b.moved[id] == nil then
    local row, before = b:row(id), b:row(b.origin[id])
    b.moved[id] = renames.alike(row, before) and are_names(b, row, before)
  end
  return b.moved[id]
end

--- The claim that a claim is still, but for names: the first of those that it restates.
---@param b parley.Branch
---@param id string
---@return string
function renames.root(b, id)
  while b.origin[id] and moves(b, id) do id = b.origin[id] end
  return id
end

--- Whether anything stands of a claim under whatever names it has had.
---@param b parley.Branch
---@param root string
---@return boolean
function renames.lives(b, root)
  if b:stands(root) then return true end
  for _, heir in ipairs(b.heirs[root] or {}) do
    if moves(b, heir) and renames.lives(b, heir) then return true end
  end
  return false
end

--- Whether a claim says what the one that it restates says, but for names.
renames.moves = moves

return renames
