--- Connections from here to the nodes of a table that is spread, by what the dataset's server knows of them: their
-- addresses, and the user and password that it connects with, which are shown to those who own the dataset.

local core = require "parley.core"
local dialect = require "parley.query.sql.dialect"
local errors = require "parley.base.errors"

local links = {}

-- Options of a foreign server that are not libpq's.
local OF_WRAPPER = { async_capable = true, fetch_size = true, batch_size = true, use_remote_estimate = true,
  fdw_tuple_cost = true, fdw_startup_cost = true, extensions = true, updatable = true, truncatable = true,
  parallel_commit = true, parallel_abort = true, keep_connections = true, analyze_sampling = true,
  password_required = true, use_scram_passthrough = true }

-- As libpq takes it: name='value' each. There may be a password in it.
local function address_of(store, node)
  local parts, knows_user = {}, false
  for name, value in store:each(dialect.of(store).nodes.prepared().options, { n = 1, node.name }) do
    if not OF_WRAPPER[name] then parts[#parts + 1] = ("%s='%s'"):format(name, (value:gsub("['\\]", "\\%0"))) end
    knows_user = knows_user or name == "user"
  end
  return knows_user and table.concat(parts, " ") or nil
end

--- Connects to a node and enters its schema; nil and why where that cannot be done from here.
---@param store parley.Store  of the dataset
---@param node { name: string, schema: string }
---@return parley.Store? linked, parley.Phrase? why
function links.connect(store, node)
  local address = address_of(store, node)
  if not address then return nil, { key = "node_user_unknown", node = node.name } end
  local linked = core.open_postgres(require "parley.postgres", address, { mode = "rw",
    dialect = require "parley.query.sql.dialect.postgres" })
  if not linked then return nil, { key = "node_out_of_reach", node = node.name } end
  local done, err = pcall(linked.exec, linked, dialect.of(linked).enter(node.schema))
  if done then return linked end
  linked:close()
  if errors.ends_call(err) then error(err, 0) end
  return nil, { key = "node_out_of_reach", node = node.name }
end

--- Closes the connections to nodes.
---@param list { store: parley.Store? }[]
function links.close(list)
  for _, node in ipairs(list) do
    if node.store then node.store:close() end
    node.store = nil
  end
end

return links
