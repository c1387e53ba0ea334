--- Spreading a table by Citus, where the dataset's database has that extension: it moves the rows and plans the queries
-- itself, so that Parley makes its nodes known, says by which column, and has it even out what is there already. It
-- connects to them as it is set up to (pg_dist_authinfo or .pgpass of the server): passwords of addresses are not used.

local dialect = require "parley.query.sql.dialect"

local citus = {}

--- Whether the database has it.
---@param store parley.Store
---@return boolean
function citus.is_there(store) return store:values(dialect.of(store).nodes.has_citus) ~= nil end

-- Makes nodes known; one that is known stays.
local function add_nodes(plan, texts)
  for _, node in ipairs(plan.nodes) do
    plan.store:run(texts.add_node, { n = 2, node.parts.host, math.tointeger(node.parts.port) })
  end
end

--- Spreads a table, or evens it out over nodes that have come.
---@param plan { store: parley.Store, info: table, by: string?, nodes: parley.Node[] }
---@return table[] parts  each node once
function citus.run(plan)
  local store, texts, parts = plan.store, dialect.of(plan.store).nodes.citus, {}
  local name = dialect.of(store).quote(plan.info.name)
  local is_spread = store:values(texts.spread, { n = 1, name }) ~= nil
  for i, node in ipairs(plan.nodes) do
    local at = node.parts
    parts[i] = { name = plan.info.name, server = ("%s:%s/%s"):format(at.host, at.port, at.dbname) }
  end
  if plan.only_told then return parts end
  add_nodes(plan, texts)
  if is_spread then store:run(texts.rebalance, { n = 1, name })
  else store:exec(texts.distribute(plan.info.name, plan.by or "id"))
  end
  return parts
end

return citus
