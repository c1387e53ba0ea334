--- Imports into a table that is spread over nodes: rows go to the nodes themselves (parley.storage.node_writes) where
-- that can be, and else by way of the dataset's server, which the report says.

local beside = require "parley.base.notes"

local to_nodes = {}

-- Loaded with the first import into a table that is spread.
local function node_writes() return require "parley.storage.node_writes" end

-- Whether rows of the plan point at rows of a table: those that are on their way are seen by nobody but the nodes.
local function is_pointed_at(plan, name)
  for _, target in ipairs(plan.targets) do
    for _, entry in ipairs(target.columns) do
      if entry.column.references == name then return true end
    end
  end
  return false
end

-- The table of a plan that is spread.
local function spread_table(state)
  for _, target in ipairs(state.plan.targets) do
    local name = target.info.bulk and target.info.name
    if name and node_writes().is_spread(state.ds.store, name) then return name end
  end
end

local function note(state, key, arguments) table.insert(state.report.notes, beside.new(key, nil, arguments)) end

local function opened(state, name)
  if state.ds.transaction then return nil, { key = "within_atomic" } end
  if is_pointed_at(state.plan, name) then return nil, { key = "pointed_at" } end
  return node_writes().open(state.ds.store, name)
end

--- Opens a write to the nodes of the table that an import fills, if it is spread.
---@param state table the import
function to_nodes.open(state)
  local name = state.ds.asked and spread_table(state)
  if not name then return end
  local write, why = opened(state, name)
  if not write then return note(state, "undecided.one_by_one", { table = name, why = why }) end
  state.write, state.plan.writes = write, { [name] = write }
  local list = write:unprepared()
  if #list > 0 then note(state, "undecided.unprepared", { nodes = table.concat(list, ", ") }) end
end

--- Has what is written be kept or undone with the transaction that has begun.
---@param state table the import
function to_nodes.join(state)
  if state.write then state.ds.transaction.points[1]:join(state.write) end
end

--- Ends it; tells of nodes that have to follow yet.
---@param state table the import
function to_nodes.close(state)
  local write = state.write
  if not write then return end
  state.write = nil
  for _, name in ipairs(write.unfinished) do note(state, "undecided.unfinished", { node = name }) end
  write:close()
end

return to_nodes
