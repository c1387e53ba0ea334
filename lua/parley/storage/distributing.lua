--- Spreading a bulk table of a dataset over several servers, by hash of a column, and moving its parts when there are
-- more of them.
--
-- The table becomes one of partitions, which are tables of the nodes. There are more parts than nodes, so that a node
-- that comes later is given whole parts. A part moves in a transaction of its own: it is copied into a new table on the
-- other node, which only takes its place when all of it is there, and the old one is dropped after that. Whatever ends
-- this in the middle leaves each row in the part that is in place; a table of ours that stands on a node and is no part
-- of the dataset is dropped by the next call, which goes on with what was left.

local codebook = require "parley.codebook.tables"
local dialect = require "parley.query.sql.dialect"
local errors = require "parley.base.errors"
local nodes = require "parley.storage.nodes"
local public_call = require "parley.base.public_call"
local savepoints = require "parley.storage.savepoints"
local schema = require "parley.storage.schema"

local distributing = {}

local LEAST_PARTS <const>, MOST_PARTS <const> = 8, 1024

-- What is there -------------------------------------------------------------------------------------------------------

---@class parley.Part
---@field name string       of the partition, and of the table on its node
---@field server string     name of the node
---@field remainder integer
---@field schema string     on the node

-- The parts of a table; none where it is not spread.
local function parts_of(store, name)
  local parts, modulus = {}, 0
  for part, server, remainder, of, there in store:each(dialect.of(store).nodes.parts, { n = 1, name }) do
    parts[#parts + 1] = { name = part, server = server, remainder = remainder, schema = there }
    modulus = of
  end
  return parts, modulus
end

-- The columns of a table on the server: the id, then the others.
local function columns_of(store, info)
  local d = dialect.of(store)
  local columns = { { name = "id", declaration = d.types.text .. " NOT NULL" } }
  for _, column in ipairs(schema.thing_columns(d, info)) do
    columns[#columns + 1] = { name = column.name, declaration = column.created or column.declaration }
  end
  return columns
end

-- What is looked up on a node, as the dataset's own server has it.
local function indexes_of(info)
  local indexes = {}
  for _, column in ipairs(info.columns) do
    if column.type == "date" then indexes[#indexes + 1] = { column.name .. "_start", column.name .. "_end" } end
    if column.references then indexes[#indexes + 1] = { column.name } end
  end
  return indexes
end

-- Tables on nodes -----------------------------------------------------------------------------------------------------

-- Makes a node ready: its schema, without tables of ours that are no parts of the dataset. Gives the names that are
-- taken.
local function clear(node, mark, parts)
  return nodes.on(node, function(store)
    local d, in_use, taken, left = store.dialect.nodes, {}, {}, {}
    for _, part in ipairs(parts) do
      if part.server == node.name then in_use[part.name] = true end
    end
    if not store:values(d.has_schema, { n = 1, node.schema }) then store:exec(d.create_schema(node.schema)) end
    for name, comment in store:each(d.present, { n = 1, node.schema }) do
      local is_left = comment == mark and not in_use[name]
      taken[name] = not is_left or nil
      if is_left then left[#left + 1] = name end
    end
    for _, name in ipairs(left) do store:exec(d.drop_table(node.schema, name)) end
    return taken
  end)
end

local function make_table(plan, node, part)
  nodes.on(node, function(store)
    store:exec(store.dialect.nodes.create_table(part.schema, part.name, plan.columns, plan.indexes, plan.mark))
  end)
end

local function part_name(table_name, remainder, round) return ("%s_part%d_%d"):format(table_name, remainder, round) end

-- A part that is to be on a node: of a name that was not there before.
local function new_part(plan, node, remainder, round)
  local name = part_name(plan.info.name, remainder, round)
  if node.taken[name] then
    error(errors.new("exists.part", { name = name, schema = node.schema, node = node.shown }), 0)
  end
  return { name = name, server = node.name, remainder = remainder, schema = node.schema, node = node }
end

-- The dataset's server ------------------------------------------------------------------------------------------------

-- Makes nodes known to the server that it does not know yet. What the statement says is not told: there is a password
-- in it.
local function make_known(plan, node)
  local store, d = plan.store, dialect.of(plan.store).nodes
  if store:values(d.servers, { n = 1, node.name }) then return end
  store:exec(d.create_server(node.name, node.server))
  local done, err = pcall(store.exec, store, d.create_mapping(node.name, node.mapping))
  if done then return end
  if errors.ends_call(err) then error(err, 0) end
  error(errors.new("bad_argument.node_mapping", { node = node.shown, code = errors.caught(err).code }), 0)
end

local function need_wrapper(store)
  local d = dialect.of(store).nodes
  if store:values(d.has_wrapper) then return end
  local done, err = pcall(savepoints.run, store, "parley_extension", store.exec, store, d.create_wrapper)
  if done then return end
  if errors.ends_call(err) then error(err, 0) end
  error(errors.new("missing_program.wrapper", { words = errors.message(err) }), 0)
end

-- Whether the dataset's server reaches a node, asked by a part on it.
local function try(plan, part)
  local done, err = pcall(plan.store.values, plan.store, ("SELECT count(*) FROM %s"):format(
    dialect.of(plan.store).quote(part.name)))
  if not done then error(nodes.failure(part.node, err), 0) end
end

local function count(store, name) return (store:values("SELECT count(*) FROM " .. dialect.of(store).quote(name))) end

-- Copies all rows of a table into another; raises unless as many are there.
local function copy(plan, from, to)
  local store = plan.store
  store:exec(dialect.of(store).nodes.copy(from, to, plan.columns))
  local were, are = count(store, from), count(store, to)
  if were ~= are then error(errors.new("io.parts", { were = were, are = are }), 0) end
  return are
end

-- Calls fn(plan, ...) in a transaction that writes.
local function in_transaction(plan, fn, ...)
  local point = savepoints.begin_writing(plan.store, "parley_distribute")
  local results = table.pack(pcall(fn, plan, ...))
  if results[1] then
    local kept, err = pcall(point.keep, point)
    if kept then return table.unpack(results, 2, results.n) end
    results[2] = err
  end
  point:undo()
  error(results[2], 0)
end

-- The first time ------------------------------------------------------------------------------------------------------

-- Parts for all remainders, a node after the other.
local function first_parts(plan)
  local parts, count_of = {}, plan.wanted or LEAST_PARTS
  if not plan.wanted then
    while count_of % #plan.nodes ~= 0 do count_of = count_of + 1 end
  end
  for i = 1, count_of do parts[i] = new_part(plan, plan.nodes[(i - 1) % #plan.nodes + 1], i - 1, 1) end
  return parts
end

-- A dataset that an earlier Parley made lacks what sums over nodes call.
local function need_functions(store)
  local d = dialect.of(store)
  if store:values(d.catalogue.has_function, { n = 1, "parley_left" }) then return end
  store:exec(d.beforehand((store:values(d.ask.schema))))
end

local function put_in_place(plan, parts)
  local store, d = plan.store, dialect.of(plan.store)
  local name, before, by = plan.info.name, plan.info.name .. "_before_parts", plan.by or "id"
  need_wrapper(store)
  need_functions(store)
  for _, node in ipairs(plan.nodes) do make_known(plan, node) end
  store:exec(d.nodes.lock(name))
  local lacking = store:values(d.nodes.lacks(name, by))
  if lacking then error(errors.new("bad_value.part_missing", { id = lacking, column = by, table = name }), 0) end
  local text = store:values(d.catalogue.table_text, { n = 1, name })
  store:exec(d.nodes.replace(name, before, by))
  for _, part in ipairs(parts) do store:exec(d.nodes.create_part(name, part, #parts)) end
  for i = 1, math.min(#parts, #plan.nodes) do try(plan, parts[i]) end
  local rows = copy(plan, before, name)
  store:exec(d.nodes.drop(before))
  store:exec(d.remember(name, text))
  return rows
end

local function analyze(parts)
  for _, part in ipairs(parts) do
    nodes.on(part.node, function(store) store:exec(store.dialect.nodes.analyze(part.schema, part.name)) end)
  end
end

local function spread(plan)
  local parts = first_parts(plan)
  for _, part in ipairs(parts) do make_table(plan, part.node, part) end
  in_transaction(plan, put_in_place, parts)
  analyze(parts)
  return parts
end

-- Later ---------------------------------------------------------------------------------------------------------------

-- Which part goes where: nodes that have more than their share, or are no longer wanted, give parts to those that have
-- fewer; a list of { part, node }, and for each part the node that it is on in the end.
local function moves(plan, parts)
  local has, by_name, list = {}, {}, {}
  for _, node in ipairs(plan.nodes) do has[node.name], by_name[node.name] = 0, node end
  for _, part in ipairs(parts) do
    part.node = by_name[part.server]
    if part.node then has[part.server] = has[part.server] + 1 end
  end
  local share, rest = #parts // #plan.nodes, #parts % #plan.nodes
  local room = {}
  -- those with the most keep one more, so that as few as can be move
  local order = table.move(plan.nodes, 1, #plan.nodes, 1, {})
  table.sort(order, function(a, b)
    if has[a.name] ~= has[b.name] then return has[a.name] > has[b.name] end
    return a.name < b.name
  end)
  for i, node in ipairs(order) do room[node.name] = share + (i <= rest and 1 or 0) end
  for _, part in ipairs(parts) do
    local node = part.node
    if node and has[node.name] > room[node.name] then
      has[node.name], node = has[node.name] - 1, nil
    end
    if not node then list[#list + 1] = { part = part } end
  end
  for _, move in ipairs(list) do
    for _, node in ipairs(order) do
      if has[node.name] < room[node.name] then
        move.node, has[node.name] = node, has[node.name] + 1
        break
      end
    end
  end
  return list
end

local function swap(plan, old, new, modulus)
  local store, d = plan.store, dialect.of(plan.store).nodes
  make_known(plan, new.node)
  store:exec(d.create_part(plan.info.name, new, modulus, plan.columns))
  try(plan, new)
  local rows = copy(plan, old.name, new.name)
  store:exec(d.swap(plan.info.name, old, new, modulus))
  return rows
end

-- The table that a part had before is of no use; where its node does not answer, a later call drops it.
local function drop_old(old)
  if not old.node then return end
  pcall(function() old.node.store:exec(old.node.store.dialect.nodes.drop_table(old.schema, old.name)) end)
end

local function move(plan, one, modulus)
  local old = one.part
  local round = math.tointeger(old.name:match "_(%d+)$") + 1
  local new = new_part(plan, one.node, old.remainder, round)
  make_table(plan, one.node, new)
  in_transaction(plan, swap, old, new, modulus)
  drop_old(old)
  analyze { new }
  new.from = old.server
  return new
end

-- The servers that are wanted have to include those with parts, or the parts of the others move away.
local function respread(plan, parts, modulus)
  local by = plan.store:values(dialect.of(plan.store).nodes.spread_by, { n = 1, plan.info.name })
  if plan.by and plan.by ~= by then
    error(errors.new("bad_argument.spread_by", { table = plan.info.name, by = by }), 0)
  end
  if plan.wanted and plan.wanted ~= modulus then
    error(errors.new("bad_argument.parts_fixed", { table = plan.info.name, parts = modulus }), 0)
  end
  if #plan.nodes > modulus then
    error(errors.new("too_large.nodes", { nodes = #plan.nodes, parts = modulus, table = plan.info.name }), 0)
  end
  local list, at = moves(plan, parts), {}
  for i, part in ipairs(parts) do at[part] = i end
  for done, one in ipairs(list) do
    public_call.tell(done - 1, nil, #list)
    parts[at[one.part]] = plan.only_told and { name = one.part.name, server = one.node.name, from = one.part.server,
      remainder = one.part.remainder } or move(plan, one, modulus)
  end
  return parts
end

-- The call ------------------------------------------------------------------------------------------------------------

local function check_table(ds, name)
  local info = ds.schema.by_name[name]
  if not info then errors.raise("no_table.table", { name = name, known = ds.schema.names }) end
  if not (codebook.by_name[name] and codebook.by_name[name].bulk) then
    errors.raise("bad_argument.distributed_table", { name = name })
  end
  return info
end

local function check_nodes(list)
  if type(list) ~= "table" or #list == 0 then errors.raise "bad_argument.nodes" end
end

local function check_options(ds, info, options)
  check_nodes(options.nodes)
  local by, parts = options.by or "id", options.parts
  if not info.by_name[by] then
    local known = {}
    for i, column in ipairs(info.columns) do known[i] = column.name end
    errors.raise("no_column.column", { name = by, table = info.name, known = known })
  end
  if parts ~= nil and (math.type(parts) ~= "integer" or parts < #options.nodes or parts > MOST_PARTS) then
    errors.raise("bad_argument.parts", { least = #options.nodes, most = MOST_PARTS })
  end
  if ds.transaction then errors.raise "in_transaction.distribute" end
end

local function run(plan)
  local store, d = plan.store, dialect.of(plan.store).nodes
  local parts, modulus = parts_of(store, plan.info.name)
  plan.mark = store:values(d.mark)
  if not plan.only_told then
    for _, node in ipairs(plan.nodes) do node.taken = clear(node, plan.mark, parts) end
  end
  if #parts > 0 then return respread(plan, parts, modulus) end
  if not plan.only_told then return spread(plan) end
  for _, node in ipairs(plan.nodes) do node.taken = {} end
  return first_parts(plan)
end

--- Spreads a table over nodes, or moves its parts where the nodes are others.
---@param ds parley.Dataset
---@param name string
---@param options parley.DistributeOptions
---@return parley.Part[]? parts, parley.Error? err, string? code
function distributing.run(ds, name, options)
  options = require("parley.base.options").check(options, "distribute", { "nodes", "by", "parts", "plan" })
  local info = check_table(ds, name)
  check_options(ds, info, options)
  local store = ds.store
  local d = dialect.of(store)
  if not d.nodes then errors.raise "misuse.distribute_file" end
  local plan = { store = store, info = info, by = options.by, wanted = options.parts, nodes = {},
    only_told = options.plan, columns = columns_of(store, info), indexes = indexes_of(info) }
  local own = store:values "SELECT CAST(current_schema() AS text)"
  for i, address in ipairs(options.nodes) do plan.nodes[i] = nodes.of(address, own) end
  local about = { key = "cannot_distribute", name = name }
  local citus = require "parley.storage.citus"
  if citus.is_there(store) then
    local done, parts = pcall(citus.run, plan)
    if not done then return errors.results(errors.caught(parts), about) end
    return parts
  end
  local connected, err = nodes.connect(plan.nodes)
  if not connected then return errors.results(err, about) end
  local done, parts = pcall(run, plan)
  nodes.close(plan.nodes)
  if not done then return errors.results(errors.caught(parts), about) end
  require "parley.storage.spread_store"(ds)
  return parts
end

return distributing
