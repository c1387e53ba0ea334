--- Whether others have written to a dataset since it was last asked: on a server they tell of it, and a file counts.

local core = require "parley.core"
local dialect = require "parley.query.sql.dialect"

local others_writes = {}

local SLICE_MS <const> = 50          -- between two looks into a file

local known = setmetatable({}, { __mode = "k" })          -- store -> what was seen last

local function of_file(store, ms)
  local before, waited = known[store], 0
  while true do
    local now = store:values(dialect.of(store).ask.commits)
    known[store] = now
    if before == nil then return false end
    if now ~= before then return true end
    if waited >= ms then return false end
    core.pause(math.min(SLICE_MS, ms - waited))
    waited = waited + SLICE_MS
  end
end

local function on_server(store, told, ms)
  if known[store] then return store:heard(told.channel, known[store], ms) end
  store:exec(told.listen)
  known[store] = (store:values(told.payload))
  return false
end

--- Whether others have written since this was last asked, or do within some milliseconds. What is asked first begins to
--- look, and is false at once.
---@param store parley.Store
---@param ms integer
---@return boolean
function others_writes.seen(store, ms)
  local told = dialect.of(store).told
  if told then return on_server(store, told, ms) end
  return of_file(store, ms)
end

return others_writes
