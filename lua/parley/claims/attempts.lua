--- Writes that a server undoes because another connection wrote to the same at the same time: tried again, with
-- pauses that grow, as often as is stated, and as long as a lock is waited for.

local connection = require "parley.storage.connection"
local core = require "parley.core"
local errors = require "parley.base.errors"

local attempts = {}

local FIRST_PAUSE <const>, LONGEST_PAUSE <const> = 5, 500          -- milliseconds

-- Those who met do not meet again: each waits for a time of its own.
local function pause(n)
  local most = math.min(FIRST_PAUSE * 2 ^ n, LONGEST_PAUSE)
  core.pause(math.ceil(most * (0.5 + math.random())))
end

local function is_conflict(err) return errors.is(err) and err.key == "busy.conflict" end

local function passed_on(done, ...)
  if done then return ... end
  error((...), 0)
end

--- Calls `run(...)`, which begins and ends a transaction, until nobody is in its way.
---@param store parley.Store
---@param most integer  how often at most
---@param run function
---@param ... any
---@return any ...
function attempts.of(store, most, run, ...)
  local results = table.pack(pcall(run, ...))
  local tries, begun, patience = 1, nil, nil
  while not results[1] and is_conflict(results[2]) and tries < most do
    begun, patience = begun or connection.clock(store), patience or connection.patience(store)
    if connection.clock(store) - begun > patience then break end
    pause(tries)
    tries = tries + 1
    results = table.pack(pcall(run, ...))
  end
  if not results[1] and tries > 1 and is_conflict(results[2]) then
    error(errors.with_outcome(results[2], { key = "tried_times", times = tries }), 0)
  end
  return passed_on(table.unpack(results, 1, results.n))
end

return attempts
