--- Rows of a table that is spread over nodes, made one by one: each goes to the node that has its part.

local row_loader = require "parley.import.row_loader"
local statements = require "parley.storage.statements.rows"

local part_loaders = {}

--- What is written of a table on a node: the columns of the whole, under the name of a part.
---@param info table
---@param name string
---@return table
function part_loaders.info(info, name) return { name = name, columns = info.columns, by_name = info.by_name } end

---@class parley.PartLoaders
local Loaders = {}
Loaders.__index = Loaders

--- A loader for each part, made when its first row comes.
---@param write parley.NodeWrite
---@param info table
---@param columns table[]
---@param plan { targets: table[], yielding: boolean? }
---@return parley.PartLoaders
function part_loaders.open(write, info, columns, plan)
  return setmetatable({ write = write, info = info, columns = columns, plan = plan, of = {}, used = {} }, Loaders)
end

local function loader_of(self, part)
  local found = self.of[part]
  if not found then
    local store = self.write:on(part)
    local plan = statements.loading(store, part_loaders.info(self.info, self.write.parts[part].name), self.columns)
    plan.targets, plan.yielding = self.plan.targets, self.plan.yielding
    found = row_loader.open(store, plan)
    self.of[part], self.used[#self.used + 1] = found, found
  end
  return found
end

--- Stores a row, as the loaders of rows do; list[1] is the text of its id.
---@param list (string|false)[]
---@return string? how, string? column, parley.Error? why
function Loaders:put(list)
  local part = self.write:part_of(list[1] or "")
  local loader = loader_of(self, part)
  return self.write:call(part, function() return loader:put(list) end)
end

function Loaders:counts()
  local sums = { 0, 0, 0, 0 }
  for _, loader in ipairs(self.used) do
    for i, n in ipairs { loader:counts() } do sums[i] = n + (sums[i] or 0) end
  end
  return table.unpack(sums)
end

function Loaders:close()
  for _, loader in ipairs(self.used) do loader:close() end
end

return part_loaders
