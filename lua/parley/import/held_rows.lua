--- Rows of a table of a server that Lua has made one by one, of JSON or by functions: they are held and sent together,
-- as parley.import.piece_loader does with rows that C reads, and what the server refuses is known when they are.

local errors = require "parley.base.errors"
local loaded_rows = require "parley.storage.statements.loaded_rows"
local piece_loader = require "parley.import.piece_loader"
local row_loader = require "parley.import.row_loader"

local held_rows = {}

---@class parley.HeldRows
local Held = {}
Held.__index = Held

--- Whether rows of an import can be held: those of one table, which nothing else of a row hangs on.
---@param state table the import
---@param target table of its plan
---@return boolean
function held_rows.fits(state, target)
  if not state.ds.store.copy_in or state.requeued or state.entry or state.is_over then return false end
  if #state.plan.targets > 1 or target.info.claims or target.each then return false end
  for _, entry in ipairs(target.columns) do
    if entry.column.references == target.info.name then return false end
  end
  return true
end

--- Holds rows of a table.
---@param state table the import, which is asked for the place of a row and told what became of it
---@param info table
---@param columns table[]
---@param targets table[]
---@param write parley.NodeWrite?  where the table is spread
---@return parley.HeldRows
function held_rows.open(state, info, columns, targets, write)
  local store, types = state.ds.store, {}
  for i, column in ipairs(columns) do types[i] = column.type end
  local self = setmetatable({ state = state, info = info, columns = columns, types = types, write = write, waiting = {},
    reader = row_loader.open(store, { targets = targets }), lanes = piece_loader.lanes(store, info, columns, write) },
    Held)
  for _, lane in ipairs(self.lanes) do lane.rows = {} end
  return self
end

--- Keeps what was refused before it was sent, to be told in its place among what the server refuses.
function Held:refuse(one) self.waiting[#self.waiting + 1] = one end

--- Reads a row and holds it; list[i] is the text of target i, or false.
---@param list (string|false)[]
---@return string? how, string? column, parley.Error? why
function Held:put(list)
  local read, column, why = self.reader:read(list)
  if not read then return nil, column, why end
  local state, values = self.state, {}
  for i, one in ipairs(self.columns) do values[i] = self.reader.params[one.parameter] end
  local lane = self.lanes[self.write and self.write:part_of(list[1]) + 1 or 1]
  self.last = { values = values, line = state.read_line, row = state.report.read, raw = state.reader:raw() }
  lane.rows[#lane.rows + 1] = self.last
  return "held"
end

-- Sends the rows of a lane straight or beside; false where a key is there already.
local function send(self, lane, into)
  local at, width = 0, #self.columns
  local done, err = pcall(lane.held.store.copy_in, lane.held.store, into, self.types, function()
    at = at + 1
    local one = lane.rows[at]
    if one then return table.unpack(one.values, 1, width) end
  end)
  if not done and not (errors.is(err) and err.code == "duplicate") then error(err, 0) end
  return done
end

local NAMES <const> = { [loaded_rows.ADDED] = "added", [loaded_rows.UPDATED] = "updated",
  [loaded_rows.UNCHANGED] = "unchanged" }

local function take(self, lane)
  local report = self.state.report
  local counts, refused = lane.held:take(#lane.rows)
  for how, name in ipairs(NAMES) do report:count(self.info.name, name, counts[how]) end
  for _, one in ipairs(refused) do
    local row = lane.rows[one.place]
    if row.bare then report.bare = report.bare - 1 end
    self:refuse { wrong = piece_loader.fault(one), line = row.line, row = row.row, raw = row.raw }
  end
  lane.aside = lane.always_aside or counts[loaded_rows.ADDED] < #lane.rows
end

local function settle(_, self, lane)
  if not lane.aside and send(self, lane, lane.held.straight) then
    self.state.report:count(self.info.name, "added", #lane.rows)
  else
    lane.held:prepare()
    send(self, lane, lane.held.aside)
    take(self, lane)
  end
  lane.rows = {}
end

--- Sends what is held; what was refused of it, in the order of the file.
---@return { wrong: parley.Fault, line: integer, row: integer, raw: string }[]
function Held:settle()
  for _, lane in ipairs(self.lanes) do
    if #lane.rows > 0 then
      if self.write then self.write:call(lane.part, settle, self, lane) else settle(nil, self, lane) end
    end
  end
  local list = self.waiting
  table.sort(list, function(a, b) return a.row < b.row end)
  self.waiting, self.last = {}, nil
  return list
end

function Held:close()
  piece_loader.close_lanes(self.lanes)
  self.lanes = {}
end

return held_rows
