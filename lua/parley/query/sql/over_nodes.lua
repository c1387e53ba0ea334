--- Statements over a table that is spread: what fails since a node does not answer names the node. The server's own
-- words do so only where it had no connection to it yet.

local errors = require "parley.base.errors"

local over_nodes = {}

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

-- Raises what a store has raised, told of its node where one is dead.
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

--- Calls fn(...), which asks a store.
---@param store parley.Store
---@param fn function
---@param ... any
---@return any ...
function over_nodes.sure(store, fn, ...) return sure(store, pcall(fn, ...)) end

--- Calls a method of a store.
---@param store parley.Store
---@param method string
---@param ... any
---@return any ...
function over_nodes.ask(store, method, ...)
  return steps(store, sure(store, pcall(store[method], store, ...)))
end

return over_nodes
