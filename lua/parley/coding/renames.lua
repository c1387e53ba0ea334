--- Renames of a branch that another one has not: which ids it calls otherwise, and which of its claims say no more than
--- those that they restate, but for the names.
-- A rename restates all that names a thing. So an id that one claim has and the claim that it restates had not is a new
-- name; a claim that differs from the one that it restates in nothing but names that were given so is that claim still.

local codebook = require "parley.codebook.tables"
local item_lists = require "parley.base.item_lists"

local renames = {}

-- Columns of provenance that name things, and of which tables.
local NAMED = { { "said_by", { "people", "parties" } }, { "source", { "sources" } } }

---@class parley.Names  what a branch calls things that a merge calls otherwise: table -> its id -> the other one
local Names = {}
Names.__index = Names

---@return parley.Names
function renames.none() return setmetatable({ of = {} }, Names) end

--- Notes that a thing is called otherwise.
---@param name string table
---@param from string
---@param to string
function Names:add(name, from, to)
  self.of[name] = self.of[name] or {}
  self.of[name][from], self.any = to, true
end

--- What a thing is called by now.
---@param name string table
---@param id string?
---@return string?
function Names:now(name, id)
  local of = self.of[name]
  return of and id and of[id] or id
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

local ASIDE = { recorded_at = true, retracted_at = true, retraction = true, retracted_by = true, restates = true,
  entry = true, import = true, decides = true }

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

-- Names that one thing has had in a branch, one after the other or side by side: table -> id -> other ids.
local function history(b)
  if b.history then return b.history end
  b.history = {}
  local function note(info, one, other)
    local of = b.history[info.name] or {}
    b.history[info.name] = of
    local list = of[one] or {}
    of[one] = list
    if not list[other] then list[other], list[#list + 1] = true, other end
  end
  for _, side in ipairs(b.sides or { b }) do
    for id, before in pairs(side.origin) do
      local old, new = side.id[before], side.id[id]
      if old ~= new then
        note(side.of[id], old, new)
        note(side.of[id], new, old)
      end
    end
  end
  return b.history
end

-- Whether two ids are names of one thing.
local function leads(of, from, to, seen)
  if from == to then return true end
  seen[from] = true
  for _, next_id in ipairs(of and of[from] or {}) do
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

-- Whether all in which a claim differs from another one are names that were given since, and there is one.
local function are_names(b, row, before)
  local info, of, any = row.of, history(b), row.id ~= before.id
  if not leads(of[info.name], before.id, row.id, {}) then return false end
  for i = 2, #info.columns do
    local column = info.columns[i]
    local from, to = before[column.claim_name], row[column.claim_name]
    any = any or from ~= to
    if from ~= to and not list_leads(of[column.references], from, to) then return false end
  end
  for _, named in ipairs(NAMED) do
    local name, targets = named[1], named[2]
    local found = before[name] == row[name]
    any = any or not found
    for _, target in ipairs(targets) do
      found = found or before[name] and row[name] and leads(of[target], before[name], row[name], {})
    end
    if not found then return false end
  end
  return any
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

--- Whether a claim says what the one that it restates says, but for names.
renames.moves = moves

return renames
