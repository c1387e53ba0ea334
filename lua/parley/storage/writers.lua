--- Who writes to a dataset on a server while others wait: one at a time, by a lock of its schema.

local connection = require "parley.storage.connection"
local dialect = require "parley.query.sql.dialect"
local errors = require "parley.base.errors"

local writers = {}

--- A failure of beginning to write, with the name of who was in the way, as far as the server tells.
---@param store parley.Store
---@param err any
---@return any err
function writers.named(store, err)
  if errors.caught(err).code ~= "busy" or not store:is_open() then return err end
  local done, user, pid, program, seconds = pcall(store.values, store, dialect.of(store).writers.holder)
  if not (done and user) then return err end
  return errors.new("busy.writer", { user = user, pid = pid, program = program,
    since = seconds and { key = "for_seconds", seconds = ("%.0f"):format(seconds) } or "",
    ms = math.tointeger(connection.patience(store) * 1000 // 1), cause = err })
end

return writers
