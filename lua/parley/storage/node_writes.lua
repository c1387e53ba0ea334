--- Writes of many rows to a table that is spread, straight to the nodes that have its parts, and kept on all of them or
-- on none.
--
-- Each node has a transaction of its own. At the end it prepares it, the dataset's transaction records that this is to
-- be kept and commits, and the nodes commit what they have prepared. Whatever ends this in the middle, the record says
-- what is to become of what a node has prepared: parley.storage.unfinished_writes sees to it when the dataset is opened
-- again. A node that prepares nothing commits when all others have prepared; where that fails after another one has
-- done so, half is there, and the error says where.

local dialect = require "parley.query.sql.dialect"
local errors = require "parley.base.errors"
local links = require "parley.storage.node_links"
local nodes = require "parley.storage.nodes"
local unfinished_writes = require "parley.storage.unfinished_writes"

local node_writes = {}

---@class parley.NodeWrite
---@field modulus integer  how many parts there are
---@field parts table<integer, { name: string, node: table }>  by remainder
---@field unfinished string[]  nodes that did not follow a decision; they do when they are back
local Write = {}
Write.__index = Write

--- ## Opening

-- The parts, each with its node; nil and why not, where they cannot be written from here.
local function parts_of(store, name)
  local parts, modulus, by_name, list = {}, 0, {}, {}
  for part, server, remainder, of, schema, there in store:each(dialect.of(store).nodes.parts, { n = 1, name }) do
    local node = by_name[server]
    if not node then
      node = { name = server, shown = server, schema = schema, begun = false }
      by_name[server], list[#list + 1] = node, node
    end
    parts[remainder], modulus = { name = there or part, node = node }, of
  end
  return parts, list, modulus
end

-- Whether the server puts an id where we do: not where its bytes are the other way round.
local function agrees(store, name, modulus)
  local sample = "parley-1"
  local sql = dialect.of(store).nodes.is_of_part(name, modulus)
  return store:values(sql, { n = 2, store:part_of(sample, modulus), sample })
end

local function connect_all(store, list)
  for _, node in ipairs(list) do
    local linked, why = links.connect(store, node)
    if not linked then
      links.close(list)
      return nil, why
    end
    node.store = linked
    node.prepares = linked:values(dialect.of(linked).nodes.prepared().room) > 0
  end
  return true
end

-- Records the write, before anything of it is prepared.
local function record(self)
  local store, d, names = self.store, self.d, {}
  for i, node in ipairs(self.nodes) do names[i] = node.name end
  if not store:values(d.has_records) then store:exec(d.make_records) end
  self.id = store:values(d.new_number)
  store:values(d.lock, { n = 1, self.id })
  store:run(d.add, { n = 2, self.id, table.concat(names, "\n") })
end

--- Whether a table is spread over nodes.
---@param store parley.Store
---@param name string
---@return boolean
function node_writes.is_spread(store, name)
  return store:values(dialect.of(store).nodes.spread_by, { n = 1, name }) ~= nil
end

--- Begins a write to a table that is spread by its id; nil and the reason where the dataset's server has to send rows.
---@param store parley.Store  of the dataset, out of a transaction
---@param name string
---@return parley.NodeWrite? write, parley.Phrase? why
function node_writes.open(store, name)
  local d = dialect.of(store).nodes
  if store:values(d.spread_by, { n = 1, name }) ~= "id" then return nil, { key = "spread_by_other" } end
  local parts, list, modulus = parts_of(store, name)
  if modulus == 0 then return nil, { key = "spread_otherwise" } end
  if not agrees(store, name, modulus) then return nil, { key = "spread_otherwise" } end
  unfinished_writes.settle(store)
  local connected, why = connect_all(store, list)
  if not connected then return nil, why end
  local self = setmetatable({ store = store, d = d.prepared(), mark = store:values(d.mark), parts = parts, nodes = list,
    modulus = modulus, batch = 0, unfinished = {}, made = {} }, Write)
  local done, err = pcall(record, self)
  if done then return self end
  self:close()
  error(err, 0)
end

--- ## Writing

--- The part that has a row.
---@param id string
---@return integer
function Write:part_of(id) return self.store:part_of(id, self.modulus) end

-- Tables of the write's own on a node: where they are, for statements of parley.storage.statements.loaded_rows.
local function beside_of(self, node)
  local names, d = {}, dialect.of(node.store)
  for i, word in ipairs { "piece", "seen" } do
    names[i] = ("parley_%s_%d"):format(word, self.id)
    node[word] = d.quote(node.schema) .. "." .. d.quote(names[i])
  end
  node.tables = names
  return { piece = node.piece, seen = node.seen,
    make = function(at, lines) return self.d.create_beside(at, lines, self.mark) end }
end

--- Gets a node ready, once, before its first transaction: make(store, beside) makes what it needs there.
---@param part integer
---@param make fun(store: parley.Store, beside: table)
---@return table beside
function Write:prepared_for(part, make)
  local node = self.parts[part].node
  if not node.beside then
    node.beside = beside_of(self, node)
    nodes.on(node, make, node.beside)
  end
  return node.beside
end

--- The store of the node that has a part, in the transaction of this write.
---@param part integer
---@return parley.Store
function Write:on(part)
  local node = self.parts[part].node
  if not node.begun then
    nodes.on(node, function(store) store:exec(self.d.begin) end)
    node.begun = true
  end
  return node.store
end

--- Calls fn(store, ...) of the node that has a part, in the transaction of this write; what fails names the node.
function Write:call(part, fn, ...)
  self:on(part)
  return nodes.on(self.parts[part].node, fn, ...)
end

--- ## The end of a transaction

local function name_of(self, i) return unfinished_writes.name(self.mark, self.id, self.batch, i) end

-- Those that do not prepare commit when all others have; who has done so before one that fails is told.
local function commit_others(self)
  local done = {}
  for _, node in ipairs(self.nodes) do
    if node.begun and not node.prepares then
      local well, err = pcall(nodes.on, node, function(store) store:exec(self.d.commit) end)
      if not well and #done > 0 then
        error(errors.new("no_server.half", { node = node.shown, others = table.concat(done, ", "), cause = err }), 0)
      end
      if not well then error(err, 0) end
      node.begun, done[#done + 1] = false, node.shown
    end
  end
end

--- Before the dataset's transaction ends: all nodes prepare what they have, and it is recorded that it is to be kept.
function Write:prepare()
  self.batch = self.batch + 1
  self.store:run(self.d.keep, { n = 2, self.id, self.batch })
  for i, node in ipairs(self.nodes) do
    if node.begun and node.prepares then
      node.held = true          -- even where its answer is lost
      nodes.on(node, function(store) store:exec(self.d.prepare(name_of(self, i))) end)
      node.begun = false
    end
  end
  commit_others(self)
end

-- Has those who have prepared do one thing with it; who does not is left to the next opening.
local function settle(self, statement)
  for i, node in ipairs(self.nodes) do
    if node.held then
      local done = pcall(node.store.exec, node.store, statement(name_of(self, i)))
      if not done then self.unfinished[#self.unfinished + 1] = node.shown end
      node.held = false
    end
  end
end

--- When the dataset's transaction is kept: the nodes keep what they have prepared.
function Write:commit() settle(self, self.d.finish) end

--- When it is undone, or `is_unknown`: nobody can tell yet.
---@param is_unknown boolean?
function Write:undo(is_unknown)
  for _, node in ipairs(self.nodes) do
    if node.begun then pcall(node.store.exec, node.store, self.d.rollback) end
    node.begun = false
    if is_unknown and node.held then
      node.held, self.unfinished[#self.unfinished + 1] = false, node.shown
    end
  end
  settle(self, self.d.undo)
end

--- Keeps this and the dataset's transaction, which a statement ends, or neither. Where the connection is lost in the
--- commit, it may not be known which.
---@param store parley.Store
---@param commit string
function Write:keep_with(store, commit)
  local done, err = pcall(self.prepare, self)
  if done then done, err = pcall(store.exec, store, commit) end
  if done then return self:commit() end
  self:undo(type(err) == "table" and err.key == "no_server.unknown")
  error(err, 0)
end

--- ## Closing

local function drop_tables(self, node)
  if node.tables and node.store:is_open() then pcall(node.store.exec, node.store, self.d.drop_beside(node.tables)) end
end

--- Ends the write; its record goes unless a node has to follow yet.
function Write:close()
  if #self.unfinished == 0 then
    for _, node in ipairs(self.nodes) do drop_tables(self, node) end
  end
  links.close(self.nodes)
  if not (self.id and self.store:is_open()) then return end
  if #self.unfinished == 0 then pcall(self.store.run, self.store, self.d.forget, { n = 1, self.id }) end
  pcall(self.store.values, self.store, self.d.unlock, { n = 1, self.id })
  self.id = nil
end

--- Nodes that prepare nothing.
---@return string[]
function Write:unprepared()
  local list = {}
  for _, node in ipairs(self.nodes) do
    if not node.prepares then list[#list + 1] = node.shown end
  end
  return list
end

return node_writes
