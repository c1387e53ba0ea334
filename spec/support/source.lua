--- A source made of Lua lists: stands in for a query or a frame where only columns(), types(), each() and
-- count() matter. It records what was asked of it: `fetched` rows, `counted` times, `closed` iterations,
-- the `limited` number of rows.

local core = require "parley.core"

local Source = {}
Source.__index = Source

--- Columns as "name:type", rows as lists; a row may end early, its other values are missing.
local function new(columns, rows)
  local self = setmetatable({ names = {}, kinds = {}, data = rows, limited = math.maxinteger,
    fetched = 0, counted = 0, closed = 0 }, Source)
  for i, column in ipairs(columns) do
    self.names[i], self.kinds[i] = column:match("^(.*):(%a+)$")
  end
  return self
end

function Source:columns() return self.names end
function Source:types() return self.kinds end

function Source:count()
  self.counted = self.counted + 1
  return #self.data
end

--- Unlike a query's, it changes the source itself, so that a spec can see it.
function Source:limit(n)
  self.limited = n
  return self
end

local function step(self)
  local row = self.fetched < self.limited and self.data[self.fetched + 1]
  if not row then return nil end
  self.fetched = self.fetched + 1
  if self.fails_at == self.fetched then error(self.failure, 0) end
  if row[1] == nil then return core.null, table.unpack(row, 2, #self.names) end
  return table.unpack(row, 1, #self.names)
end

function Source:each()
  self.fetched = 0
  local closing = setmetatable({}, { __close = function() self.closed = self.closed + 1 end })
  return step, self, nil, closing
end

--- Makes the n-th row of the next iterations raise `message`.
function Source:fail_at(n, message)
  self.fails_at, self.failure = n, message
  return self
end

return new
