--- Rows into a table of a server, a piece at a time: C reads and sends them, and what is refused for what is there is
--- known when the piece is.
-- A piece is sent as if all its rows were new. Where a key is there already it is sent again, beside the table, where
-- the server judges it; so are the pieces that follow, until one holds new rows alone.

local errors = require "parley.base.errors"
local fault = require "parley.import.fault"
local loaded_rows = require "parley.storage.statements.loaded_rows"

local piece_loader = {}

---@class parley.PieceLoader
local Loader = {}
Loader.__index = Loader

--- ## Tables that are filled

--- A loader of rows that are added, changed, left as they are or refused.
---@param store parley.Store
---@param info table
---@param columns { name: string, type: string, parameter: integer, of: integer? }[]  the id first
---@param loading { targets: table[], make: table? }
---@return parley.PieceLoader
function piece_loader.open(store, info, columns, loading)
  loading.days, loading.keeps, loading.streams = true, true, not loading.make
  local self = setmetatable({ core = store:loader(loading), held = loaded_rows.open(store, info, columns),
    added = 0, updated = 0, unchanged = 0, bare = 0, waiting = {}, aside = false }, Loader)
  self.core:into(self.held.straight)
  return self
end

function Loader:load(reader, most) return self.core:load(reader, most) end

--- Keeps what was refused before it was sent, to be told in its place among what the server refuses.
---@param one { wrong: parley.Fault, line: integer, row: integer, raw: string }
function Loader:refuse(one) self.waiting[#self.waiting + 1] = one end

--- Whether a piece has that many rows.
function Loader:is_full(most) return self.core:pending() + #self.waiting >= most end

-- The rows of the piece that the server has refused.
local function refused(self, list)
  local known = self.waiting
  for _, one in ipairs(list) do
    local number, line, raw, bare = self.core:place(one.place)
    local why = one.how == loaded_rows.FOREIGN
      and errors.new("exists.other_source", { id = one.id, source = one.source }) or errors.new "duplicate.row"
    known[#known + 1] = { wrong = fault.of("id", one.id, why), line = line, row = number, raw = raw }
    if bare then self.bare = self.bare - 1 end
  end
  if #list > 0 then table.sort(known, function(a, b) return a.row < b.row end) end
end

local function hold(self)
  self.aside = true
  self.held:prepare()
  self.core:into(self.held.aside)
end

local function take(self, count)
  local counts, list = self.held:take(count)
  self.added, self.updated = self.added + counts[loaded_rows.ADDED], self.updated + counts[loaded_rows.UPDATED]
  self.unchanged = self.unchanged + counts[loaded_rows.UNCHANGED]
  refused(self, list)
  if counts[loaded_rows.ADDED] < count then return end
  self.aside = false
  self.core:into(self.held.straight)
end

--- Sends the piece; what was refused of it, in the order of the file.
---@return { wrong: parley.Fault, line: integer, row: integer, raw: string }[]
function Loader:settle()
  local core = self.core
  local count = core:pending()
  local sent = core:send()
  if not sent then
    hold(self)
    core:send()
  end
  if self.aside and count > 0 then take(self, count) else self.added = self.added + count end
  core:forget()
  local list = self.waiting
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
  if self.held and self.held.store:is_open() then pcall(self.held.drop, self.held) end
  self.held = nil
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
