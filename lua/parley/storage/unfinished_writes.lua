--- Writes to nodes (parley.storage.node_writes) that were ended in the middle, by a crash here, of a node or of the
-- dataset's server: what a node has prepared is kept if the dataset's server has recorded that it is to be, and undone
-- else. A write whose writer still lives is left alone.

local core = require "parley.core"
local dialect = require "parley.query.sql.dialect"
local errors = require "parley.base.errors"
local links = require "parley.storage.node_links"

local unfinished_writes = {}

--- The name under which a node prepares a batch of a write.
---@param mark string  the dataset's
---@param id integer  of the write
---@param batch integer
---@param node integer
---@return string
function unfinished_writes.name(mark, id, batch, node) return ("%s %d %d %d"):format(mark, id, batch, node) end

-- The schema in which a node has parts; nil where it has none any more.
local function schema_of(store, name)
  return (store:values(dialect.of(store).nodes.schema_of, { n = 1, name }))
end

-- Has a node follow: what it has prepared of batches that are to be kept is kept, all else undone, tables of the write
-- dropped.
local function follow(d, linked, mark, id, kept)
  local names = {}
  for name in linked:each(d.present, { n = 1, ("%s %d "):format(mark, id) }) do names[#names + 1] = name end
  for _, name in ipairs(names) do
    local batch = math.tointeger(name:match " (%d+) %d+$")
    linked:exec((batch <= kept and d.finish or d.undo)(name))
  end
  linked:exec(d.drop_beside { ("parley_piece_%d"):format(id), ("parley_seen_%d"):format(id) })
end

-- Whether one node has followed; else whether it was for lack of knowing how to reach it.
local function settle_node(store, d, mark, id, kept, name)
  local schema = schema_of(store, name)
  if not schema then return true end
  local linked, why = links.connect(store, { name = name, schema = schema })
  if not linked then return false, why end
  local done, err = pcall(follow, d, linked, mark, id, kept)
  linked:close()
  if errors.ends_call(err) then error(err, 0) end
  return done
end

-- A number that is decided while its writer lives may be another one when he is gone.
local function settle_one(store, d, mark, id, names)
  local kept, all = store:values(d.kept, { n = 1, id }), true
  if not kept then return end
  for name in names:gmatch "[^\n]+" do
    local done, why = settle_node(store, d, mark, id, kept, name)
    if not done and kept > 0 and why and why.key == "node_user_unknown" then
      error(errors.new("permission.unfinished", { node = name }), 0)
    end
    all = all and done
  end
  if all then pcall(store.run, store, d.forget, { n = 1, id }) end
end

local PATIENCE <const>, PAUSE <const> = 10, 50          -- times, and ms between them

-- Whether a write has no writer any more. One that was decided is most likely ending now.
local function is_free(store, d, one)
  for _ = 1, one.kept > 0 and PATIENCE or 1 do
    if store:values(d.lock, { n = 1, one.id }) then return true end
    if one.kept > 0 then core.pause(PAUSE) end
  end
  return false
end

--- Finishes what can be finished. Where rows that were to be kept are still held back and who asks may not release
--- them, it raises: answers would lack them.
---@param store parley.Store  of a dataset of which a table is spread
function unfinished_writes.settle(store)
  local nodes = dialect.of(store).nodes
  local d = nodes.prepared()
  if not store:values(d.has_records) then return end
  local list, mark = {}, nil
  for id, kept, names in store:each(d.all) do list[#list + 1] = { id = id, kept = kept, names = names } end
  for _, one in ipairs(list) do
    if is_free(store, d, one) then
      mark = mark or store:values(nodes.mark)
      local done, err = pcall(settle_one, store, d, mark, one.id, one.names)
      pcall(store.values, store, d.unlock, { n = 1, one.id })
      if not done then error(err, 0) end
    end
  end
end

return unfinished_writes
