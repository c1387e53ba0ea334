--- What a dataset on a server asks whose table may be spread over nodes (parley.storage.distributing): statements of a
-- dialect of their own, through a store that names the node where one does not answer.

local errors = require "parley.base.errors"

-- The first node that gives no row, asked again; nil where all do.
local function silent(store)
  local d, asked = store.dialect, {}
  for name, table_name in store:each(d.nodes.all_parts, nil) do
    if not asked[name] then
      asked[name] = true
      local done, err = pcall(store.values, store, ("SELECT 1 FROM %s LIMIT 1"):format(d.quote(table_name)))
      if not done and errors.is(err) and err.code == "no_server" then return name end
    end
  end
end

-- Raises what a store has raised, told of its node where one is dead: the server's own words name it only where it had
-- no connection to it yet.
local function reraise(store, err)
  local is_of_node = errors.is(err) and err.code == "no_server" and store:is_open()
  local done, node = pcall(silent, store)
  if not (is_of_node and done and node) then error(err, 0) end
  error(errors.new("no_server.node", { node = node, cause = err }), 0)
end

local function sure(store, done, ...)
  if done then return ... end
  reraise(store, (...))
end

-- An iterator whose steps are as sure.
local function steps(store, step, ...)
  if type(step) ~= "function" then return step, ... end
  return function(...) return sure(store, pcall(step, ...)) end, ...
end

-- What stands for a store in queries, with its methods.
local function standing_for(store)
  return setmetatable({}, { __index = function(_, name)
    local method = store[name]
    if type(method) ~= "function" then return method end
    return function(_, ...) return steps(store, sure(store, pcall(method, store, ...))) end
  end })
end

--- Has a dataset ask so, if any table of it is spread.
---@param ds parley.Dataset
return function(ds)
  local store = ds.store
  if ds.asked or not store:values(store.dialect.nodes.any_spread) then return end
  require("parley.storage.unfinished_writes").settle(store)
  store:speak(require "parley.query.sql.dialect.postgres_spread")
  rawset(ds, "asked", standing_for(store))
end
