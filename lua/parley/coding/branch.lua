--- A branch: what a dataset holds, by content ids, for being held beside another one.
-- Of claims that the other branch has too only what may differ between the two is kept: where it stands, and whether
-- and why it was taken back. Of the others there is the whole row.

local claim_fields = require "parley.claims.claim_fields"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local content_ids = require "parley.claims.content_ids"
local merge_marks = require "parley.coding.merge_marks"
local public_call = require "parley.base.public_call"
local schema = require "parley.storage.schema"

---@class parley.Branch
---@field ds parley.Dataset
---@field key table<string, integer>  content id -> key of the claim here
---@field place table<string, integer>  its place among the claims here
---@field recorded table<string, string>
---@field retracted table<string, string>  when it was taken back, of those that were
---@field why table<string, string>
---@field by table<string, string>  who took it back; or the mark of a merge
---@field id table<string, string>  the thing that it is about
---@field of table<string, table>  its table
---@field origin table<string, string>  content id -> that of the claim that it restates
---@field decides table<string, string>  content id -> that of the claim that it decides for
---@field decided table<string, true>  claims that others decide for
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
  b.id[id], b.of[id] = row.id, info
  b.retracted[id], b.why[id], b.by[id] = row.retracted_at, row.retraction, row.retracted_by
  local decides = row.decides and b.ids.by_key[row.decides] or nil
  if decides then b.decides[id], b.decided[decides] = decides, true end
  local restates = row.restates and b.ids.by_key[row.restates] or nil
  if restates then
    local heirs = b.heirs[restates] or {}
    b.heirs[restates], heirs[#heirs + 1] = heirs, id
    b.origin[id] = restates
  end
  if other and not other.key[id] then
    row.of, row.content, row.restates_content, row.decides_content = info, id, restates, decides
    b.rows[id], b.own[#b.own + 1] = row, id
  end
end

--- Reads a branch; beside `other`, it keeps the rows that this one has not.
---@param ds parley.Dataset
---@param other parley.Branch?
---@return parley.Branch
function branch.read(ds, other)
  local b = setmetatable({ ds = ds, ids = content_ids.new(ds.store), key = {}, place = {}, recorded = {},
    retracted = {}, why = {}, by = {}, id = {}, of = {}, decides = {}, decided = {},
    rows = {}, own = {}, heirs = {}, origin = {}, count = 0 }, Branch)
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
  local info = self.of[id]
  local fields = claim_fields(info)
  row = content_ids.own_day(claim_lookup.row(self.ds.store, info, self.key[id], fields.names, fields.types))
  row.of, row.content, row.restates_content, row.decides_content = info, id, self.origin[id], self.decides[id]
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

--- Whether a merge has made a claim, and nobody has gone on from it.
---@param id string
---@return boolean
function Branch:made(id)
  return merge_marks.is_made(self.by[id]) and not (self.heirs[id] or self.decided[id])
end

--- Whether somebody has taken a claim back here.
---@param id string
---@return boolean
function Branch:taken(id) return merge_marks.is_peoples(self.retracted[id], self.by[id]) end

--- The content ids of all that was ever said of a thing.
---@param info table
---@param id string
---@return string[]
function Branch:about(info, id)
  info = self.ds.schema.by_name[info.name]
  local list = info and claim_lookup.keys_about(self.ds.store, info, id) or {}
  for i, key in ipairs(list) do list[i] = self.ids.by_key[key] end
  return list
end

return branch
