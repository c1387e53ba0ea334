-- A process that imports a file of events into a dataset whose events are spread, and is killed in the middle:
-- lua5.4 killed_import.lua ADDRESS FILE WORD COUNT; WORD is a statement (postgres_prepared.lua), before the COUNTth of
-- which it dies, or "commit", before that of the dataset.

local parley = require "parley"

local address, file, word, times = arg[1], arg[2], arg[3], tonumber(arg[4])
local ds, called = assert(parley.open(address)), 0

local function count()
  called = called + 1
  if called == times then os.execute "kill -9 $PPID" end
end

if word == "commit" then
  local savepoints = require "parley.storage.node_writes"
  local write = getmetatable(assert(savepoints.open(ds.store, "events")))
  local prepare = write.__index.prepare
  write.__index.prepare = function(...)
    prepare(...)
    count()
  end
else
  local prepared = ds.store.dialect.nodes.prepared()
  local make = assert(prepared[word])
  prepared[word] = function(...)
    count()
    return make(...)
  end
end
assert(ds:import("events", file, { source = "s1" }))
