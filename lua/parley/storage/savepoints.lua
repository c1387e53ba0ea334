--- Savepoints and transactions of a store: all that is done inside one is kept, or nothing.

local dialect = require "parley.query.sql.dialect"

local savepoints = {}

---@class parley.Savepoint
---@field store parley.Store
---@field ends { check: string|false|nil, keep: string, undo: string } its last statements
---@field joined parley.NodeWrite?
local Savepoint = {}
Savepoint.__index = Savepoint

-- The statements of a savepoint, by its name.
local words_of = dialect.once(function(d, name)
  return { begin = d.savepoint(name), keep = d.release(name), undo = d.rollback_to(name) }
end)

--- Begins a savepoint, inside whatever is open.
---@param store parley.Store
---@param name string a word of ours, which stands in the statement as it is
---@return parley.Savepoint
function savepoints.begin(store, name)
  local d = dialect.of(store)
  local words = d.alone and not store:in_transaction() and d.alone or words_of(d, name)
  store:exec(words.begin)
  return setmetatable({ store = store, ends = words }, Savepoint)
end

-- Waiting for others was in vain: the transaction that was begun for it ends, and it is said who they are.
local function begin_failed(store, err)
  local d = dialect.of(store)
  if store:is_open() and store:in_transaction() then pcall(store.exec, store, d.rollback) end
  error(d.writers and require("parley.storage.writers").named(store, err) or err, 0)
end

--- Begins a transaction for writing; inside one that a host has begun on the connection it lent, a savepoint.
---@param store parley.Store
---@param name string
---@return parley.Savepoint
function savepoints.begin_writing(store, name)
  if store:in_transaction() then return savepoints.begin(store, name) end
  local d = dialect.of(store)
  local done, err = pcall(store.exec, store, d.begin_writing)
  if not done then begin_failed(store, err) end
  local ends = { check = d.check_references, keep = d.commit, undo = d.rollback }
  return setmetatable({ store = store, ends = ends }, Savepoint)
end

--- Has a write that goes elsewhere too (parley.storage.node_writes) be kept or undone with this one.
---@param other parley.NodeWrite
function Savepoint:join(other) self.joined = other end

--- Keeps what was done.
function Savepoint:keep()
  if self.ends.check then self.store:exec(self.ends.check) end
  local other = self.joined
  if not other then return self.store:exec(self.ends.keep) end
  self.joined = nil
  other:keep_with(self.store, self.ends.keep)
end

--- Undoes what was done. Whatever goes wrong here must not hide why.
function Savepoint:undo()
  local store, other = self.store, self.joined
  if other then other:undo() end
  if not (store:is_open() and store:in_transaction()) then return end
  pcall(store.exec, store, self.ends.undo)
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

--- Lets a reference be there before what it points at, in all transactions of a connection.
---@param store parley.Store
function savepoints.trust_references(store) store:exec(dialect.of(store).trust_references) end

--- Holds references against what they point at again.
---@param store parley.Store
function savepoints.hold_references(store) store:exec(dialect.of(store).hold_references) end

return savepoints
