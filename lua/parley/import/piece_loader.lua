--- Rows into a table of a server, a piece at a time: C reads and sends them, and what is refused for what is there is
--- known when the piece is.
-- A piece is sent as if all its rows were new. Where a key is there already it is sent again, beside the table, where
-- the server judges it; so are the pieces that follow, until one holds new rows alone.

local connection = require "parley.storage.connection"
local errors = require "parley.base.errors"
local fault = require "parley.import.fault"
local loaded_rows = require "parley.storage.statements.loaded_rows"

local piece_loader = {}

---@class parley.PieceLoader
local Loader = {}
Loader.__index = Loader

--- ## Tables that are filled

-- Where rows go, straight or beside: one way, or one for each part of a table that is spread.
---@class parley.PieceLane
---@field held parley.LoadedRows
---@field aside boolean
---@field always_aside boolean?  where no key is unique to the server
---@field part integer?

-- A way to each part, over the node that has it; what a node needs is made before its transaction begins.
local function lanes_to_parts(write, info, columns)
  local function make(store, beside) loaded_rows.make_beside(store, beside, columns) end
  local part_info, lanes = require("parley.import.part_loaders").info, {}
  for part, one in pairs(write.parts) do
    local beside = write:prepared_for(part, make)
    lanes[part + 1] = { held = loaded_rows.open(one.node.store, part_info(info, one.name), columns, beside),
      aside = false, part = part }
  end
  return lanes
end

--- The ways that rows of a table go.
---@param store parley.Store
---@param info table
---@param columns table[]
---@param write parley.NodeWrite?  where it is spread
---@return parley.PieceLane[]
function piece_loader.lanes(store, info, columns, write)
  if write then return lanes_to_parts(write, info, columns) end
  if connection.sends_on(store, info) then
    local held = require("parley.storage.statements.sent_on_rows").open(store, info, columns)
    return { { held = held, aside = true, always_aside = true } }
  end
  return { { held = loaded_rows.open(store, info, columns), aside = false } }
end

--- Gives back what they hold beside the table.
---@param lanes parley.PieceLane[]
function piece_loader.close_lanes(lanes)
  for _, lane in ipairs(lanes) do
    if lane.held.store:is_open() then pcall(lane.held.drop, lane.held) end
  end
end

--- A loader of rows that are added, changed, left as they are or refused.
---@param store parley.Store
---@param info table
---@param columns { name: string, type: string, parameter: integer, of: integer? }[]  the id first
---@param loading { targets: table[], make: table? }
---@param write parley.NodeWrite?  where the table is spread
---@return parley.PieceLoader
function piece_loader.open(store, info, columns, loading, write)
  loading.days, loading.keeps, loading.streams = true, true, not (loading.make or write)
  loading.parts = write and write.modulus
  local self = setmetatable({ core = store:loader(loading), write = write, added = 0, updated = 0, unchanged = 0,
    bare = 0, waiting = {}, lanes = piece_loader.lanes(store, info, columns, write) }, Loader)
  local held = self.lanes[1].held
  if not write then self.core:into(self.lanes[1].aside and held.aside or held.straight) end
  return self
end

function Loader:load(reader, most) return self.core:load(reader, most) end

--- Keeps what was refused before it was sent, to be told in its place among what the server refuses.
---@param one { wrong: parley.Fault, line: integer, row: integer, raw: string }
function Loader:refuse(one) self.waiting[#self.waiting + 1] = one end

--- Whether a piece has that many rows.
function Loader:is_full(most) return self.core:pending() + #self.waiting >= most end

--- What is wrong with a row that the server has refused.
---@param one { how: integer, id: string, source: string? }
---@return parley.Fault
function piece_loader.fault(one)
  local why = one.how == loaded_rows.FOREIGN
    and errors.new("exists.other_source", { id = one.id, source = one.source }) or errors.new "duplicate.row"
  return fault.of("id", one.id, why)
end

-- The rows of the piece that the server has refused.
local function refused(self, lane, list)
  local known = self.waiting
  for _, one in ipairs(list) do
    local number, line, raw, bare = self.core:place(one.place, lane.part)
    known[#known + 1] = { wrong = piece_loader.fault(one), line = line, row = number, raw = raw }
    if bare then self.bare = self.bare - 1 end
  end
end

-- Sends the rows that go one way; how many these are, false where a key is there already.
local function send(self, lane)
  local into = lane.aside and lane.held.aside or lane.held.straight
  if lane.part then return self.core:send_part(into, lane.part, lane.held.store) end
  local count = self.core:pending()
  self.core:into(into)
  return self.core:send() and count
end

local function take(self, lane, count)
  local counts, list = lane.held:take(count)
  self.added, self.updated = self.added + counts[loaded_rows.ADDED], self.updated + counts[loaded_rows.UPDATED]
  self.unchanged = self.unchanged + counts[loaded_rows.UNCHANGED]
  refused(self, lane, list)
  lane.aside = lane.always_aside or counts[loaded_rows.ADDED] < count
  if not (lane.aside or lane.part) then self.core:into(lane.held.straight) end
end

local function settle(self, lane)
  local count = send(self, lane)
  if not count then
    lane.aside = true
    lane.held:prepare()
    count = send(self, lane)
  end
  if lane.aside and count > 0 then take(self, lane, count) else self.added = self.added + count end
end

local function settle_on_node(_, self, lane) settle(self, lane) end

--- Sends the piece; what was refused of it, in the order of the file.
---@return { wrong: parley.Fault, line: integer, row: integer, raw: string }[]
function Loader:settle()
  local write = self.write
  for _, lane in ipairs(self.lanes) do
    if not write then settle(self, lane)
    elseif self.core:pending(lane.part) > 0 then write:call(lane.part, settle_on_node, self, lane)
    end
  end
  self.core:forget()
  local list = self.waiting
  table.sort(list, function(a, b) return a.row < b.row end)
  self.waiting = {}
  return list
end

--- How many rows were added, updated, left as they are; how many say nothing but their key.
function Loader:counts()
  local _, bare = self.core:counts()
  return self.added, self.updated, self.unchanged, self.bare + bare, 0
end

--- Takes back what is on its way.
function Loader:abandon() self.core:abandon() end

function Loader:close()
  self.core:close()
  piece_loader.close_lanes(self.lanes)
  self.lanes = {}
end

--- ## Tables that hold what will be claimed

local Stager = {}
Stager.__index = Stager

--- A loader of rows that nothing can be refused of, once they are read.
---@param store parley.Store
---@param into string
---@param loading { targets: table[], number: integer, make: table? }
function piece_loader.stager(store, into, loading)
  loading.streams = not loading.make
  local self = setmetatable({ core = store:loader(loading) }, Stager)
  self.core:into(into)
  return self
end

local function sent(self, ...)
  self.core:send()
  self.core:forget()
  return ...
end

function Stager:load(reader, most) return sent(self, self.core:load(reader, most)) end
function Stager:counts() return self.core:counts() end
function Stager:close() self.core:close() end

return piece_loader
