--- A branch: what a dataset holds, by content ids, for being held beside another one.
-- Of all claims only what may differ between two branches is kept: whether, why and by whom it was taken back. The rest
-- is read where it is asked for.

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
---@field rows table<string, table>  of claims that were looked at: the row, with `of`, its table, `content`,
--- `restates_content` and `decides_content`
---@field own string[]  their content ids, in the order of tables and keys
---@field heirs table<string, string[]>  content id -> those of the claims that restate it
---@field count integer
local Branch = {}
Branch.__index = Branch

local branch = {}

-- What is read when it is asked for: of few claims.
local function lazy(b, give)
  return setmetatable({}, { __index = function(self, id)
    local value = b.key[id] and give(b:row(id))
    self[id] = value
    return value
  end })
end

-- Notes one claim.
local function take(b, info, id, restates, decides)
  local by_key = b.ids.by_key
  restates, decides = restates and by_key[restates] or nil, decides and by_key[decides] or nil
  if decides then b.decides[id], b.decided[decides] = decides, true end
  if not restates then return end
  b.origin[id] = restates
  local heirs = b.heirs[restates] or {}
  b.heirs[restates], heirs[#heirs + 1] = heirs, id
  b.of[id], b.of[restates] = info, info
end

--- Reads a branch; beside `other`, `own` are the claims that this one has not.
---@param ds parley.Dataset
---@param other parley.Branch?
---@return parley.Branch
function branch.read(ds, other)
  local b = setmetatable({ ds = ds, ids = content_ids.new(ds.store), key = {}, retracted = {}, why = {}, by = {},
    of = {}, decides = {}, decided = {}, rows = {}, own = {}, heirs = {}, origin = {}, count = 0 }, Branch)
  b.id = lazy(b, function(row) return row.id end)
  b.place = lazy(b, function(row) return row.entry or row.claim end)
  b.recorded = lazy(b, function(row) return row.recorded_at end)
  local count, keys, retracted, others = public_call.counter(), b.key, b.retracted, other and other.key
  for _, info in ipairs(schema.tables(ds.schema)) do
    if info.claims then
      b.ids:each_state(info, function(id, key, at, why, by, restates, decides)
        count()
        keys[id], b.count = key, b.count + 1
        if at then retracted[id], b.why[id] = at, why end
        if by then b.by[id] = by end
        if restates or decides then take(b, info, id, restates, decides) end
        if others and not others[id] then b.own[#b.own + 1] = id end
      end)
    end
  end
  setmetatable(b.of, { __index = function(of, id)
    local key = b.key[id]
    of[id] = key and ds.schema.by_name[claim_lookup.table_of_key(ds.store, key)]
    return of[id]
  end })
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
  local own, key, others = {}, self.key, other.key
  for id in pairs(key) do
    if not others[id] then own[#own + 1] = id end
  end
  table.sort(own, function(x, y) return key[x] < key[y] end)
  for _, id in public_call.each(own) do self:row(id) end
  self.own = own
end

--- Calls fn(id) for each claim that two branches may show otherwise: those that either has taken back or marked.
---@param other parley.Branch
---@param fn fun(id: string)
function Branch:each_state(other, fn)
  local seen = {}
  for _, list in ipairs { self.retracted, self.by, other.retracted, other.by } do
    for id in pairs(list) do
      if not seen[id] then
        seen[id] = true
        fn(id)
      end
    end
  end
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
