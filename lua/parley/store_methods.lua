--- What can be done with the place where a dataset lies: hearing of others there, copying it, spreading it over servers
-- (parley.dataset_methods takes it in).

local check_writable = require "parley.writable"
local errors = require "parley.base.errors"

---@class parley.Dataset
local Dataset = {}

--- Spreads a table in bulk (events) over several servers, the nodes, by hash of a column; called again with more or
--- other nodes, moves as few parts as it can, each in a transaction of its own, and goes on where it was ended.
-- Queries stay what they are. The dataset's server connects to the nodes (postgres_fdw): the addresses have to be those
-- by which it finds them. See doc/scale.md, *Shards*.
--- Errors: misuse, no_table, no_column, bad_argument, no_option, duplicate, exists, no_server, permission,
---  missing_program, read_only, in_transaction, bad_value, too_large.
--- See also: create.
--- Example: mine = parley.open(":memory:")
--- Example: mine:distribute("events", {nodes = {"postgresql://n1/shards", "postgresql://n2/shards"}})
---@param name string table
---@param options parley.DistributeOptions
---@return parley.Frame? parts, string? message, string? code
function Dataset:distribute(name, options)
  check_writable(self)
  local parts, err, code = require("parley.storage.distributing").run(self, name, options)
  if not parts then return nil, err, code end
  local rows = {}
  for i, part in ipairs(parts) do rows[i] = { part = part.name, node = part.server, moved_from = part.from } end
  return require("parley.frame.from_rows").frame(rows, { columns = { "part", "node", "moved_from" } })
end

--- Whether others have written to the dataset since this was last asked: other processes, or other datasets opened on
-- the same file or schema. The first call begins to look, and gives false. With a number it waits so many seconds for
-- that at most. Writes of programs other than Parley are seen in files alone.
--- Errors: bad_argument, in_transaction.
--- See also: frame, open.
--- Example: ds:changed()
---@param seconds number?
---@return boolean
function Dataset:changed(seconds)
  self:check_open()
  seconds = seconds or 0
  if type(seconds) ~= "number" or not (seconds >= 0 and seconds <= 86400) then
    errors.raise("bad_argument.changed_seconds", { got = tostring(seconds) })
  end
  if (self.parent or self).transaction then errors.raise "in_transaction.changed" end
  return require("parley.storage.others_writes").seen(self.store, math.tointeger(seconds * 1000 // 1))
end

-- Raises unless the whole dataset can be copied to a path now; what a bundled one has not yet stored is filled.
local function check_copying(ds, path, call)
  ds:check_open()
  if type(path) ~= "string" or path == "" then errors.raise("bad_argument.copy_path", { call = call }) end
  if require("parley.base.files").is_on_server(path) then errors.raise("bad_argument.copy_address", { call = call }) end
  if ds.parent then errors.raise("read_only.save_view", { call = call }) end
  if ds.transaction then errors.raise("in_transaction.copy", { call = call }) end
  if ds.host_read_only then errors.raise "read_only.host_files" end
  if ds.bundle then require("parley.bundled.whole").complete(ds) end
end

--- Copies the dataset into a new file, whole or not at all; a failure gives nil, message and code. A view is refused.
-- One on a server is copied as it is at one moment, whatever others write meanwhile; parley.create is the way back.
--- Errors: bad_argument, read_only, in_transaction, exists, missing_folder, permission, full.
--- See also: dump, save_package.
--- Example: ds:save_as("mine.db")
--- Example: parley.open("mine.db").talks:count()
---@param path string
---@return true? done, string? message, string? code
function Dataset:save_as(path)
  check_copying(self, path, "save_as")
  return require("parley.storage.copy_to_file").run(self.store, path)
end

--- Copies the dataset as save_as() does, while others read and write it, and looks the copy through before it gets its
--- name: what `path` names is a whole, sound dataset of one moment, or what it was before.
--- Errors: bad_argument, bad_type, no_option, read_only, in_transaction, exists, is_folder, missing_folder, permission,
---  full, corrupt.
--- See also: save_as, dump.
--- Example: ds:backup("talks-2025-06-03.db")
--- Example: ds:backup("talks-2025-06-03.db", {overwrite = true})
---@param path string
---@param options parley.BackupOptions?
---@return true? done, string? message, string? code
function Dataset:backup(path, options)
  check_copying(self, path, "backup")
  return require("parley.storage.backup").run(self.store, path, options)
end

return Dataset
