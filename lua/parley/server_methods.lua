--- What can be done with a dataset on a server, and with no other (parley.dataset_methods takes it in).

local check_writable = require "parley.writable"

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

return Dataset
