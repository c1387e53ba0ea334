--- PostgreSQL's dialect in a schema that is somebody else's: nothing of ours is in it, and nothing is written there.
-- The functions that statements call are made for the connection alone, in its temporary schema, when the first does.

local functions = require "parley.query.sql.dialect.postgres_functions"
local postgres = require "parley.query.sql.dialect.postgres"

local PLACE <const> = "pg_temp"

-- A session that only reads makes nothing, temporary things neither, unless that is lifted for the moment.
local function make(store, reading)
  if reading then store:exec "SET default_transaction_read_only = off" end
  local done, err = pcall(store.exec, store, functions.create(PLACE))
  if reading then store:exec "SET default_transaction_read_only = on" end
  if not done then error(err, 0) end
end

--- The dialect of a store that is opened as it is.
---@param store parley.Store
---@return parley.Dialect
return function(store)
  local guest, made = {}, false

  --- The text of a statement, once it is complete.
  function guest.finished(text)
    local found = functions.qualify(text, PLACE)
    if found ~= text and not made then
      make(store, store:readonly())
      made = true
    end
    return found
  end

  --- Rows that an order leaves level come as the server finds them: a view has no places.
  function guest.place() return nil end

  return setmetatable(guest, { __index = postgres })
end
