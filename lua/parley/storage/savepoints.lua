--- Savepoints and transactions of a store: all that is done inside one is kept, or nothing.

local dialect = require "parley.query.sql.dialect"

local savepoints = {}

---@class parley.Savepoint
---@field store parley.Store
---@field name string
---@field whole boolean whether it is a transaction of its own
local Savepoint = {}
Savepoint.__index = Savepoint

--- Begins a savepoint, inside whatever is open.
---@param store parley.Store
---@param name string a word of ours, which stands in the statement as it is
---@return parley.Savepoint
function savepoints.begin(store, name)
  store:exec(dialect.of(store).savepoint(name))
  return setmetatable({ store = store, name = name, whole = false }, Savepoint)
end

--- Begins a transaction for writing; inside one that a host has begun on the connection it lent, a savepoint.
---@param store parley.Store
---@param name string
---@return parley.Savepoint
function savepoints.begin_writing(store, name)
  if store:in_transaction() then return savepoints.begin(store, name) end
  store:exec(dialect.of(store).begin_writing)
  return setmetatable({ store = store, name = name, whole = true }, Savepoint)
end

--- Keeps what was done.
function Savepoint:keep()
  local d = dialect.of(self.store)
  self.store:exec(self.whole and d.commit or d.release(self.name))
end

--- Undoes what was done. Whatever goes wrong here must not hide why.
function Savepoint:undo()
  local store = self.store
  if not (store:is_open() and store:in_transaction()) then return end
  local d = dialect.of(store)
  pcall(store.exec, store, self.whole and d.rollback or d.rollback_to(self.name))
end

local function ended(point, done, ...)
  if done then
    point:keep()
    return ...
  end
  point:undo()
  error((...), 0)
end

--- Calls `fn(...)` inside a savepoint; its results and its error are passed on.
---@param store parley.Store
---@param name string
---@param fn function
---@param ... any
---@return any ...
function savepoints.run(store, name, fn, ...)
  return ended(savepoints.begin(store, name), pcall(fn, ...))
end

--- Calls `fn()` so that all it reads is of one state, whatever others write meanwhile.
---@param store parley.Store
---@param fn fun()
function savepoints.reading(store, fn)
  if store:in_transaction() then return fn() end
  local d = dialect.of(store)
  store:exec(d.begin_reading)
  local _ <close> = setmetatable({}, { __close = function() store:exec(d.rollback) end })
  fn()
end

return savepoints
