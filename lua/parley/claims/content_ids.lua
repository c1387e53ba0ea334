--- Content ids: what a claim says, by whom and from where, as 32 hexadecimal digits that are equal on every machine.
-- The id is the first 128 bits of the SHA-256 of: the table, the thing's id, every value that the claim states
-- (numbers with their type, dates as EDTF, texts byte by byte), and of its provenance source, locator, speaker, chain,
-- certainty, modality, polarity, the day it was stated, the day it was reported where that is its own, rank, coder,
-- note, who entered it, and the content ids of the claims that it restates and decides for. Left out is what differs
-- between copies of one claim: its key and its place among the claims (`entry`), the number of its import, when a file
-- took it in, when, why and by whom it was taken back, and what follows from its source. A column that is added later
-- changes no id of a claim that does not state it.
-- Of claims that are alike in all of this the second has an id of its own, made of the first one's and its number.

local byte_order = require "parley.base.byte_order"
local claim_fields = require "parley.claims.claim_fields"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local core = require "parley.core"

local content_ids = {}

-- Provenance that is no part of what is claimed.
local ASIDE = { key = true, recorded_at = true, retracted_at = true, retraction = true, retracted_by = true,
  import = true, entry = true, restates = true, decides = true }

local plans = setmetatable({}, { __mode = "k" })

-- What is read of a table's claims, and what of it is hashed under which name.
local function plan_of(info)
  local plan = plans[info]
  if plan and plan.count == #info.columns then return plan end
  plan = claim_fields(info)
  plan.count, plan.hashed, plan.called = #info.columns, {}, {}
  local row_names = {}
  for i, name in ipairs(plan.values) do row_names["value." .. name] = plan.value_names[i] end
  for i, name in ipairs(plan.provenance) do
    if not ASIDE[name] then row_names[name] = plan.provenance_names[i] end
  end
  for name in pairs(row_names) do plan.called[#plan.called + 1] = name end
  byte_order.sort(plan.called)
  local types, marked = {}, {}
  for i, name in ipairs(plan.names) do types[name] = plan.types[i] end
  for i, name in ipairs(plan.called) do
    plan.hashed[i] = row_names[name]
    marked[i] = ("%st%d:%s\n"):format(types[row_names[name]] == "boolean" and "?" or "", #name, name)
  end
  plan.marked = table.concat(marked)
  plans[info] = plan
  return plan
end

--- The content id of a claim, by itself.
---@param info table
---@param row table  as parley.claims.claim_fields names its fields; `reported` only where it is its own
---@param restates string?  the content id of the claim that it restates
---@param decides string?  of the one that it decides for
---@return string
function content_ids.of(info, row, restates, decides)
  local plan = plan_of(info)
  local about = "claim 1\0" .. info.name .. "\0" .. row.id .. "\0" .. (restates or "")
  if decides then about = about .. "\0" .. decides end
  return core.content_id(about, row, plan.hashed, plan.called)
end

--- The id of the n-th of claims that are alike.
---@param id string
---@param n integer
---@return string
function content_ids.again(id, n)
  if n == 1 then return id end
  return core.content_id(("again %d\0%s"):format(n, id), {}, {})
end

--- A claim's row as it is read: a day that is its source's is none of its own.
---@param row table?
---@return table?
function content_ids.own_day(row)
  if row and row.source_day then row.reported = nil end
  return row
end

---@class parley.ContentIds the ids of a dataset's claims, as they are met
---@field by_key table<integer, string>
---@field after table<string, string>  of claims that are alike, the id of the one before
local Ids = {}
Ids.__index = Ids

---@param store parley.Store
---@return parley.ContentIds
function content_ids.new(store) return setmetatable({ store = store, by_key = {}, after = {}, seen = {} }, Ids) end

-- The id of the claim that another one restates or decides for; it stands before that, but where keys were given anew.
function Ids:named(info, key)
  if not key then return nil end
  if self.by_key[key] ~= nil then return self.by_key[key] or nil end
  local plan = plan_of(info)
  local row = content_ids.own_day(claim_lookup.row(self.store, info, key, plan.names, plan.types))
  return row and self:add(info, row)
end

-- The id of one more claim that is alike.
function Ids:nth(id)
  local n = (self.seen[id] or 0) + 1
  self.seen[id] = n
  if n == 1 then return id end
  local again = content_ids.again(id, n)
  self.after[again] = content_ids.again(id, n - 1)
  return again
end

--- The id of a claim; claims are to be given in the order of their keys.
---@param info table
---@param row table
---@return string
function Ids:add(info, row)
  local key, by_key = row.claim, self.by_key
  if by_key[key] then return by_key[key] end
  by_key[key] = false
  local id = content_ids.of(info, row, self:named(info, row.restates), self:named(info, row.decides))
  id = self:nth(id)
  by_key[key] = id
  return id
end

--- All claims of a table in the order of their keys, as far as two branches may differ in them: calls fn for each with
--- its id and key; when, why and by whom it was taken back; the keys of those that it restates and decides for.
---@param info table
---@param fn function  fn(id, key, at, why, by, restates, decides)
function Ids:each_state(info, fn)
  local plan = plan_of(info)
  if not claim_lookup.can_hash(self.store, plan.hashed) then
    for row, id in self:each(info) do
      fn(id, row.claim, row.retracted_at, row.retraction, row.retracted_by, row.restates, row.decides)
    end
    return
  end
  local by_key, seen = self.by_key, self.seen
  for key, id, at, why, by, restates, decides in claim_lookup.hashed(self.store, info, plan.hashed, plan.marked) do
    if by_key[key] then
      id = by_key[key]
    elseif not id then
      id = self:named(info, key)
    elseif seen[id] then
      id = self:nth(id)
    else
      seen[id] = 1
    end
    by_key[key] = id
    fn(id, key, at, why, by, restates, decides)
  end
end

--- All claims of a table in the order of their keys: each row, and its id.
---@param info table
---@return fun(): table?, string?
function Ids:each(info)
  local plan = plan_of(info)
  local step, state, control, closing = claim_lookup.all(self.store, info, plan.names, plan.types)
  return function()
    local row = content_ids.own_day(step(state, control))
    if row then return row, self:add(info, row) end
  end, nil, nil, closing
end

return content_ids
