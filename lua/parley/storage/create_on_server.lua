--- Creating a dataset on a server: a schema with all tables, empty or with what another one holds, in one transaction:
-- whoever looks meanwhile sees nothing of it, and a failure leaves nothing.

local connection = require "parley.storage.connection"
local copying = require "parley.storage.copying"
local errors = require "parley.base.errors"
local file_schema = require "parley.storage.file_schema"
local open_dataset = require "parley.storage.open_dataset"
local open_server = require "parley.storage.open_server"
local own_columns = require "parley.storage.own_columns"
local savepoints = require "parley.storage.savepoints"
local server_rights = require "parley.storage.server_rights"

local creating = {}

local function fill(link, from, with_roles)
  local store = link.store
  open_server.enter(link, true)
  local kind = open_dataset.kind_of(store)
  if kind ~= "empty" then
    error(errors.new(kind == "parley" and "exists.dataset_on_server" or "exists.other_on_server",
      { name = store:values "SELECT CAST(current_schema() AS text)" }), 0)
  end
  if with_roles then server_rights.make_roles(store) end
  file_schema.create(store, from ~= nil)
  if from then
    savepoints.reading(from, function() copying.all(from, store) end)
    connection.analyze(store)
  end
  if with_roles then server_rights.grant(store, own_columns.schema(store)) end
end

local function make(link, from, with_roles, above)
  local store = link.store
  local point = savepoints.begin_writing(store, "parley_create")
  local done, err = pcall(fill, link, from, with_roles)
  if done then
    done, err = pcall(point.keep, point)
  end
  if not done then
    point:undo()
    error(err, 0)
  end
  if with_roles then server_rights.enter(store) end
  return above.new_dataset(store, own_columns.schema(store), link.fields)
end

--- Creates a dataset in the schema that an address names, which is made if it is not there.
---@param address string
---@param options { timeout: integer?, roles: boolean? }
---@param from parley.Store? what is copied into it
---@param above parley.Above
---@return parley.Dataset? ds, string? message, string? code
function creating.create(address, options, from, above)
  local link, message, code = open_server.connect(address, options, "rw", "create")
  if not link then return nil, message, code end
  return open_server.attempt(link, make, from, options.roles ~= false, above)
end

return creating
