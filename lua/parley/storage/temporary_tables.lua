--- Tables of a connection's own, for rows that are not the dataset's: copies of Frames, a row of a file being read.
-- A table that is no longer wanted is dropped when the next one is made and no cursor is in the way.

local dialect = require "parley.query.sql.dialect"

local temporary_tables = {}

---@class parley.TemporaryTable
---@field name string?
---@field names string[] of the columns, as the database tells them apart
---@field insert string the statement that adds a row, its parameters in the order of the columns
local TemporaryTable = {}
TemporaryTable.__index = TemporaryTable

-- Names of tables that nothing holds any more, by store.
local garbage = setmetatable({}, { __mode = "k" })

function TemporaryTable.__gc(made)
  local store = made.store
  if not made.name then return end
  garbage[store] = garbage[store] or {}
  table.insert(garbage[store], made.name)
end

--- Runs a statement that makes a table of the connection's own, also where the connection is for reading alone.
---@param store parley.Store
---@param text string
function temporary_tables.make(store, text)
  if not dialect.of(store).alone then return store:exec(text) end
  require("parley.storage.savepoints").run(store, "parley_temporary", store.exec, store, text)
end

local function drop(store, name)
  return pcall(store.exec, store, "DROP TABLE " .. dialect.of(store).temporary(name))
end

local function sweep(store)
  local kept = {}
  for _, name in ipairs(garbage[store] or {}) do
    if not drop(store, name) then kept[#kept + 1] = name end
  end
  garbage[store] = kept
end

--- Makes a table.
---@param store parley.Store
---@param name string one that no other table has
---@param columns { name: string, type: string }[]
---@return parley.TemporaryTable
function temporary_tables.create(store, name, columns)
  sweep(store)
  local d, lines, marks = dialect.of(store), {}, {}
  local names = dialect.inner_names(d, columns)
  for i, column in ipairs(columns) do
    lines[i], marks[i] = d.quote(names[i]) .. " " .. d.types[column.type], d.param(i)
  end
  temporary_tables.make(store, d.create_temporary(name, lines))
  return setmetatable({ store = store, name = name, names = names, clear = "DELETE FROM " .. d.temporary(name),
    insert = ("INSERT INTO %s VALUES (%s)"):format(d.temporary(name), table.concat(marks, ", ")) }, TemporaryTable)
end

--- Puts one row in the place of all that are there.
---@param values any[]  in the order of the columns, with their number as `n`
function TemporaryTable:hold(values)
  self.store:run(self.clear)
  self.store:run(self.insert, values)
end

--- Drops it, unless a cursor holds it; then it goes with the connection.
function TemporaryTable:drop()
  if self.name and self.store:is_open() then drop(self.store, self.name) end
  self.name = nil
end

return temporary_tables
