--- A branch: what a dataset holds, by content ids, for being held beside another one.
-- Of claims that the other branch has too only what may differ between the two is kept: where it stands, and whether
-- and why it was taken back. Of the others there is the whole row.

local claim_fields = require "parley.claims.claim_fields"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local content_ids = require "parley.claims.content_ids"
local public_call = require "parley.base.public_call"
local schema = require "parley.storage.schema"

---@class parley.Branch
---@field ds parley.Dataset
---@field key table<string, integer>  content id -> key of the claim here
---@field place table<string, integer>  its place among the claims here
---@field recorded table<string, string>
---@field retracted table<string, string>  when it was taken back, of those that were
---@field why table<string, string>
---@field rows table<string, table>  of claims that the other branch has not: the row, with `of`, its table, `content`,
--- and `restates_content`
---@field own string[]  their content ids, in the order of tables and keys
---@field heirs table<string, string[]>  content id -> those of the claims that restate it
---@field count integer
local Branch = {}
Branch.__index = Branch

local branch = {}

-- Notes one claim.
local function take(b, info, row, id, other)
  b.key[id], b.place[id], b.recorded[id] = row.claim, row.entry or row.claim, row.recorded_at
  b.count = b.count + 1
  if row.retracted_at then b.retracted[id], b.why[id] = row.retracted_at, row.retraction end
  local restates = row.restates and b.ids.by_key[row.restates] or nil
  if restates then
    local heirs = b.heirs[restates] or {}
    b.heirs[restates], heirs[#heirs + 1] = heirs, id
    b.origin[id] = restates
  end
  if other and not other.key[id] then
    row.of, row.content, row.restates_content = info, id, restates
    b.rows[id], b.own[#b.own + 1] = row, id
  end
end

--- Reads a branch; beside `other`, it keeps the rows that this one has not.
---@param ds parley.Dataset
---@param other parley.Branch?
---@return parley.Branch
function branch.read(ds, other)
  local b = setmetatable({ ds = ds, ids = content_ids.new(ds.store), key = {}, place = {}, recorded = {},
    retracted = {}, why = {}, rows = {}, own = {}, heirs = {}, origin = {}, count = 0 }, Branch)
  local count = public_call.counter()
  for _, info in ipairs(schema.tables(ds.schema)) do
    if info.claims then
      for row, id in b.ids:each(info) do
        count()
        take(b, info, row, id, other)
      end
    end
  end
  return b
end

--- The row of any claim of the branch.
---@param id string
---@return table
function Branch:row(id)
  local row = self.rows[id]
  if row then return row end
  local info = self.ds.schema.by_name[claim_lookup.table_of_key(self.ds.store, self.key[id])]
  local fields = claim_fields(info)
  row = content_ids.own_day(claim_lookup.row(self.ds.store, info, self.key[id], fields.names, fields.types))
  row.of, row.content, row.restates_content = info, id, self.origin[id]
  self.rows[id] = row
  return row
end

--- What a claim of the branch says, in a line: column = value, ….
---@param id string
---@return string
function Branch:says(id)
  local row, parts = self:row(id), {}
  for i = 2, #row.of.columns do
    local value = row[row.of.columns[i].claim_name]
    if value ~= nil then parts[#parts + 1] = row.of.columns[i].name .. " = " .. tostring(value) end
  end
  return table.concat(parts, ", ")
end

--- Whether a claim of the branch stands in it.
---@param id string
---@return boolean
function Branch:stands(id) return self.key[id] ~= nil and self.retracted[id] == nil end

--- Has the rows of claims that another branch has not.
---@param other parley.Branch
function Branch:compare(other)
  self.own = {}
  for id in pairs(self.key) do
    if not other.key[id] then self.own[#self.own + 1] = id end
  end
  table.sort(self.own, function(x, y) return self.key[x] < self.key[y] end)
  for _, id in public_call.each(self.own) do self:row(id) end
end

--- Whether anything that stands is said of a thing.
---@param info table
---@param id string
---@return boolean
function Branch:has(info, id) return claim_lookup.is_about(self.ds.store, info, id, true) end

--- The content ids of all that was ever said of a thing.
---@param info table
---@param id string
---@return string[]
function Branch:about(info, id)
  local list = claim_lookup.keys_about(self.ds.store, info, id)
  for i, key in ipairs(list) do list[i] = self.ids.by_key[key] end
  return list
end

return branch
