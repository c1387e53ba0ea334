--- Frames as tables of a connection: what SQL works on where a Frame meets the rows of a dataset, or is asked in SQL.
-- A Frame is copied once for each connection, when a statement first needs it; the copy goes with the Frame.

local core = require "parley.core"
local homes = require "parley.query.home"
local savepoints = require "parley.storage.savepoints"
local temporary_tables = require "parley.storage.temporary_tables"
local column_types = require "parley.base.types"

local frame_copies = {}

--- Where they live: nothing is known of them but their columns.
frame_copies.home = homes.new {}

local counter = 0
local shared            -- the store of copies for Frames that are asked in SQL, opened with the first one

--- The store of Frames that are asked in SQL.
---@return parley.Store
function frame_copies.store()
  shared = shared or assert(core.open(":memory:", { mode = "memory" }))
  return shared
end

-- The places of columns of written types, and those types: SQL gets the numbers that their texts stand for.
local function written_columns(f)
  local found = {}
  for i, kind in ipairs(f:types()) do
    if column_types.is_written(kind) then found[#found + 1] = { at = i, type = kind } end
  end
  return found
end

local function fill(store, f, insert)
  local written = written_columns(f)
  local function put(...)
    local params = table.pack(...)
    if params[1] == core.null then params[1] = nil end
    for _, column in ipairs(written) do
      local text = params[column.at]
      params[column.at] = text and column_types.stored(column.type, text)
    end
    store:run(insert, params)
  end
  local next_row, state, control, closing <close> = f:each()
  local function step(...)
    if select("#", ...) == 0 or (...) == nil then return false end
    put(...)
    return true
  end
  while step(next_row(state, control)) do end
  return closing
end

local function describe(f, name)
  local info = { name = name, raw = true, columns = {} }
  local types = f:types()
  for i, column in ipairs(f:columns()) do info.columns[i] = { name = column, type = types[i] } end
  return info
end

local function make_copy(store, f)
  counter = counter + 1
  local info = describe(f, ("frame_%d"):format(counter))
  info.copy = temporary_tables.create(store, info.name, info.columns)
  for i, name in ipairs(info.copy.names) do info.columns[i].stored = name end
  local filled, failure = pcall(savepoints.run, store, "frame_copy", fill, store, f, info.copy.insert)
  if filled then return info end
  info.copy:drop()
  error(failure, 0)
end

local copies = setmetatable({}, { __mode = "k" })      -- Frame -> store -> description of its table

--- Copies a Frame into a store, once, and describes the table.
---@param store parley.Store
---@param f parley.Frame
---@return table info
function frame_copies.into(store, f)
  copies[f] = copies[f] or setmetatable({}, { __mode = "k" })
  copies[f][store] = copies[f][store] or make_copy(store, f)
  return copies[f][store]
end

return frame_copies
