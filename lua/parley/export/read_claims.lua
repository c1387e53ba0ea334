--- Claims of a dump that have no keys (parley.export.claim_lines): they get keys as they are read, those about one
-- thing in the order of their places, and what names other claims is bound to the keys of those.
-- The claims about one thing stand together; they wait until the thing is over. No more is kept than they, the claims
-- that others name, and those that name one which has not come yet.

local claim_lines = require "parley.export.claim_lines"
local codebook = require "parley.codebook.tables"
local dumped_claims = require "parley.storage.statements.dumped_claims"
local byte_order = require "parley.base.byte_order"

local read_claims = {}

--- Columns of provenance as they stand in such claims.
read_claims.columns, read_claims.by_name = {}, {}

do
  local texts = {}
  for _, name in ipairs(claim_lines.texts) do texts[name] = true end
  local function add(column)
    read_claims.columns[#read_claims.columns + 1], read_claims.by_name[column.name] = column, column
  end
  add { name = "content", type = "text" }
  for _, column in ipairs(codebook.provenance) do
    if texts[column.name] then add { name = column.name, type = "text" }
    elseif column.name ~= "entry" then add(column) end
  end
  add { name = "turn", type = "integer" }
  add { name = "after", type = "text" }
end

---@class parley.ReadClaims what is known of the claims of a dump, as they are read
---@field last_key integer
---@field imports table<string, integer>  what an import is called -> its number for now
local ReadClaims = {}
ReadClaims.__index = ReadClaims

---@param store parley.Store
---@return parley.ReadClaims
function read_claims.new(store)
  return setmetatable({ store = store, last_key = 0, imports = {}, import_names = {} }, ReadClaims)
end

--- Begins a table.
---@param info table
function ReadClaims:begin(info) self.info, self.labels, self.later, self.waiting = info, {}, {}, {} end

local function by_place(a, b)
  if a.time ~= b.time then return a.time < b.time end
  if a.turn ~= b.turn then return a.turn < b.turn end
  return a.number < b.number
end

-- The number of an import for now: their order shows when all are known.
local function import_number(self, name)
  if name == nil then return nil end
  if not self.imports[name] then
    self.import_names[#self.import_names + 1] = name
    self.imports[name] = -#self.import_names
  end
  return self.imports[name]
end

-- The key of a claim that another one names; where it has not come, it is bound later.
local function key_of(self, claim, column)
  local name = claim.provenance[column]
  if name == nil then return nil end
  if not self.labels[name] then
    self.later[#self.later + 1] = { claim = claim, column = column, name = name }
  end
  return self.labels[name]
end

-- Moves the claims that wait, all about one thing, to the list.
local function finish_thing(self, list)
  local waiting = self.waiting
  if #waiting > 1 then table.sort(waiting, by_place) end
  for _, claim in ipairs(waiting) do
    local provenance = claim.provenance
    self.last_key = self.last_key + 1
    claim.key = self.last_key
    if provenance.content then
      self.labels[provenance.content], provenance.content = claim.key, nil
    end
  end
  for _, claim in ipairs(waiting) do
    local provenance = claim.provenance
    provenance.turn, provenance.after = nil, nil
    provenance.import = import_number(self, provenance.import)
    provenance.restates, provenance.decides = key_of(self, claim, "restates"), key_of(self, claim, "decides")
    list[#list + 1] = claim
  end
  self.waiting = {}
end

--- Takes a claim; those that are ready for being stored are added to a list.
---@param claim { id: string, values: table, provenance: table, place: table, n: integer }
---@param list table[]
function ReadClaims:take(claim, list)
  local waiting, provenance = self.waiting, claim.provenance
  if waiting[1] and waiting[1].id ~= claim.id then
    finish_thing(self, list)
    waiting = self.waiting
  end
  claim.time = provenance.after or provenance.recorded_at or ""
  claim.turn, claim.number = provenance.turn or 0, #waiting + 1
  waiting[#waiting + 1] = claim
end

--- The claims of the table's last thing.
---@return table[]
function ReadClaims:rest()
  local list = {}
  finish_thing(self, list)
  return list
end

--- Binds what has named a claim that came later; gives the first that names one which has not come at all.
---@return table? { claim, column, name }
function ReadClaims:bind()
  for _, one in ipairs(self.later) do
    local key = self.labels[one.name]
    if not key then return one end
    dumped_claims.name(self.store, self.info, one.claim.key, one.column, key)
  end
end

-- "2026-01-11T09:00:00Z/2" is a time, and which of the imports of that second.
local function import_parts(name)
  local at, n = name:match "^(.*)/(%d+)$"
  return at or name, math.tointeger(tonumber(n or 1))
end

--- Numbers the imports as they came, when all tables are read.
---@param infos table[]
function ReadClaims:number_imports(infos)
  local now, sorted = {}, table.move(self.import_names, 1, #self.import_names, 1, {})
  if #sorted == 0 then return end
  table.sort(sorted, function(a, b)
    local at, n = import_parts(a)
    local other, m = import_parts(b)
    if at ~= other then return byte_order.before(at, other) end
    return n < m
  end)
  for i, name in ipairs(sorted) do now[-self.imports[name]] = i end
  for _, info in ipairs(infos) do
    if info.claims then dumped_claims.number_imports(self.store, info, now) end
  end
end

return read_claims
