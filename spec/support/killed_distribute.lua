-- A process that spreads the events of a dataset, and is killed in the middle: lua5.4 killed_distribute.lua ADDRESS WORD
-- COUNT NODE...; WORD is a statement of the dialect (postgres_nodes.lua), before the COUNTth of which it dies.

local parley = require "parley"

local address, word, times = arg[1], arg[2], tonumber(arg[3])
local ds = assert(parley.open(address))
local nodes, called = ds.store.dialect.nodes, 0
local make = assert(nodes[word])
nodes[word] = function(...)
  called = called + 1
  if called == times then os.execute "kill -9 $PPID" end
  return make(...)
end
assert(ds:distribute("events", { nodes = { table.unpack(arg, 4) } }))
