--- Rows into a table of a store that has no loader in C, one by one, as csrc/sqlite/bulk_load.h takes them: added,
-- changed where they differ, or left as they are (R1); a key that comes twice with other values is refused (R2), and so
-- is a row of another source (R4). Values are read as their columns' types, within their bounds (R3).

local core = require "parley.core"
local errors = require "parley.base.errors"
local types = require "parley.base.types"

local row_loader = {}

---@class parley.RowLoader
local Loader = {}
Loader.__index = Loader

--- A loader of the statements of parley.storage.statements.rows.
---@param store parley.Store
---@param plan { insert: string, compare: string, update: string, targets: table[], yielding: boolean? }
---@return parley.RowLoader
function row_loader.open(store, plan)
  local width = 0
  for _, target in ipairs(plan.targets) do
    width = math.max(width, target.parameter + (target.type == "date" and 2 or 0))
  end
  return setmetatable({ store = store, plan = plan, params = { n = width }, seen = {}, added = 0, updated = 0,
    unchanged = 0, bare = 0 }, Loader)
end

-- A number outside of its bounds, as an error.
local function outside(target, value)
  if not (target.least and math.type(value)) or value >= target.least and value <= (target.most or math.huge) then
    return nil
  end
  return errors.new(target.most and "out_of_range" or "out_of_range.least",
    { value = tostring(value), least = target.least, most = target.most })
end

-- Reads the text of a target into the parameters: true, or nil and why not.
local function bind(self, target, text)
  local params, at = self.params, target.parameter
  for i = 0, target.type == "date" and 2 or 0 do params[at + i] = nil end
  if not text then return true end
  local value, why = core.value(target.type, text,
    { dates = target.dates, short_years = target.short_years })
  if value == nil then return nil, why end
  why = outside(target, value)
  if why then return nil, why end
  params[at] = types.is_written(target.type) and types.stored(target.type, value) or value
  if target.type == "date" then params[at + 1], params[at + 2] = core.date(value) end
  if target.type == "date" and not math.type(params[at + 2]) then params[at + 2] = nil end
  return true
end

-- What becomes of a row whose key is there.
local function compare(self, key)
  local _, same, source, id = self.store:values(self.plan.compare, self.params)
  local before = self.seen[key]
  self.seen[key] = true
  if same == true or same == 1 then
    self.unchanged = self.unchanged + 1
    return "unchanged"
  end
  local column = self.plan.targets[1].name
  if source then return nil, column, errors.new("exists.other_source", { id = id, source = source }) end
  if before or self.plan.yielding then return nil, column, errors.new "duplicate.row" end
  self.store:run(self.plan.update, self.params)
  self.updated = self.updated + 1
  return "updated"
end

--- Reads a row into the parameters: whether it says anything but its key; nil, a column and why it is refused.
---@param list (string|false)[]
---@return { says_something: boolean }? read, string? column, parley.Error? why
function Loader:read(list)
  local says_something = false
  for i, target in ipairs(self.plan.targets) do
    local bound, why = bind(self, target, list[i])
    if not bound then return nil, target.name, why end
    says_something = says_something or i > 1 and list[i] ~= false
  end
  if not list[1] then return nil, self.plan.targets[1].name, errors.new "no_id.row" end
  return { says_something = says_something }
end

--- Stores a row; list[i] is the text of target i, or false.
---@param list (string|false)[]
---@return string? how, string? column, parley.Error? why
function Loader:put(list)
  local read, column, why = self:read(list)
  if not read then return nil, column, why end
  local key, how = list[1], "added"
  if self.store:run(self.plan.insert, self.params) == 0 then
    how, column, why = compare(self, key)
  else
    self.added, self.seen[key] = self.added + 1, true
  end
  if how and not read.says_something then self.bare = self.bare + 1 end
  return how, column, why
end

--- How many rows were added, updated, left as they are; how many say nothing but their key.
function Loader:counts() return self.added, self.updated, self.unchanged, self.bare, 0 end

function Loader:close() self.seen = {} end

return row_loader
