--- The columns of a table that is printed: their cells, and the room that each gets.
-- Columns keep their order, and as many of them are shown as fit. Numbers, amounts and dates are never cut; texts share
-- the room there is.

local amount_columns = require "parley.repl.amount_columns"
local cells = require "parley.repl.cells"
local column_types = require "parley.base.types"
local core = require "parley.core"
local plain = require "parley.base.plain_text"
local public_call = require "parley.base.public_call"

local layout = {}

local MISSING, GAP, widest = cells.MISSING, cells.GAP, cells.widest
-- A text column gets at least LEAST and, beside another wide one, at most CAP terminal columns; one that goes on in
-- further lines can do with LEAST_WRAPPED, and all with less where the terminal is narrow.
local LEAST, LEAST_WRAPPED, LEAST_OF_ALL, CAP = 20, 12, 8, 40

-- No more of a text is looked at than can be shown: characters have up to four bytes, and some marks.
local BYTES_OF_A_COLUMN = 16

-- Cells ------------------------------------------------------------------------------------------------

local function is_numeric(column_type, values, rows)
  if column_types.is_numeric(column_type) then return true end
  if column_type and column_type ~= "any" then return false end
  local numbers = 0
  for row = 1, rows do
    local value = values[row]
    if type(value) == "number" then numbers = numbers + 1 elseif value ~= nil then return false end
  end
  return numbers > 0
end

local function fraction_length(text)
  return #text - (text:find(".", 1, true) or #text + 1) + 1
end

-- Pads fractions so that the points stand under each other; exponents, inf and nan have no such place.
local function align_points(list)
  local longest = 0
  for _, text in ipairs(list) do
    if text:find("[en]") then return end
    longest = math.max(longest, fraction_length(text))
  end
  for i, text in ipairs(list) do
    if text ~= MISSING then list[i] = text .. (" "):rep(longest - fraction_length(text)) end
  end
end

-- Pads amounts so that what stands before their bounds ends in one place: 6000 (5000–7000).
local function align_bounds(list)
  local longest = 0
  for _, text in ipairs(list) do longest = math.max(longest, core.width(text:match " %(.*$" or "")) end
  for i, text in ipairs(list) do
    list[i] = text .. (" "):rep(longest - core.width(text:match " %(.*$" or ""))
  end
end

-- Numbers that differ look different, if with all their digits.
local function tell_apart(list, values, rows)
  local shown = {}
  for row = 1, rows do
    local value, text = values[row], list[row]
    if type(value) == "number" and (shown[text] or value) ~= value then
      for at = 1, rows do
        if type(values[at]) == "number" then list[at] = plain.number(values[at]) end
      end
      return
    end
    shown[text] = value
  end
end

local function value_cells(values, column_type, rows, room)
  local list = {}
  for row = 1, rows do
    if row % 64 == 0 then public_call.check() end
    list[row] = cells.of(values[row], column_type, room)
  end
  return list
end

local function amount_cells(values, places, rows)
  local list, low, best, high = {}, values[places.low], values[places.best] or {}, values[places.high]
  for row = 1, rows do
    if row % 64 == 0 then public_call.check() end
    list[row] = amount_columns.text(low[row], best[row], high[row]) or MISSING
  end
  align_bounds(list)
  return list
end

-- Columns ----------------------------------------------------------------------------------------------

local function least_of(width, wrap)
  return math.max(LEAST_OF_ALL, math.min(wrap and LEAST_WRAPPED or LEAST, width // 4))
end

-- How wide a column is by itself, and at least.
local function measure(column, is_whole, least, width)
  local body, head = widest(column.cells), core.width(column.head)
  column.natural = math.max(body, head)
  if is_whole then
    column.width = math.max(body, math.min(head, LEAST, width))
  elseif column.name == "id" then          -- it is there to be typed again, so it is cut late
    column.width = math.min(column.natural, CAP, width - least - #GAP)
  else
    column.width = math.min(column.natural, least)
  end
end

--- The columns that are shown, with their cells.
---@param names string[]
---@param types string[]
---@param values any[][]  by column and row
---@param rows integer
---@param width integer  of the terminal
---@param wrap boolean?  texts go on in further lines
---@return table[] columns  with head, cells, names, width (the least), natural, right, is_empty
function layout.columns(names, types, values, rows, width, wrap)
  local columns, least = {}, least_of(width, wrap)
  local room = not wrap and width * BYTES_OF_A_COLUMN or nil
  for i, shown in ipairs(amount_columns.of(names, values, rows)) do
    local own, column_type = values[shown.place], types[shown.place]
    local column = { head = plain.visible(shown.name), name = shown.name, names = shown.names, is_empty = true }
    for _, place in pairs(shown.places or { shown.place }) do
      column.is_empty = column.is_empty and next(values[place]) == nil
    end
    if shown.places then
      column.right, column.cells = true, amount_cells(values, shown.places, rows)
    else
      column.right, column.cells = is_numeric(column_type, own, rows), value_cells(own, column_type, rows, room)
      tell_apart(column.cells, own, rows)
      if column.right then align_points(column.cells) end
    end
    measure(column, column.right or column_type == "date", least, width)
    columns[i] = column
  end
  return columns
end

-- Room -------------------------------------------------------------------------------------------------

-- How many leading columns fit at their least width, and the room they leave.
local function leading(columns, width)
  local shown, used = 0, -#GAP
  for i, column in ipairs(columns) do
    local with = used + #GAP + column.width
    if with > width and i > 1 then break end
    shown, used = i, with
  end
  return shown, width - used
end

-- Columns in their order, but those without a value in these rows after the others: where room is short, it goes
-- to what there is to see.
local function filled_first(columns)
  local filled, empty = {}, {}
  for _, column in ipairs(columns) do
    local list = column.is_empty and empty or filled
    list[#list + 1] = column
  end
  return table.move(empty, 1, #empty, #filled + 1, filled)
end

-- Two wide columns keep each other modest; a single one may take all the room there is.
local function set_goals(columns, shown)
  local wide = 0
  for i = 1, shown do
    if columns[i].natural > CAP then wide = wide + 1 end
  end
  for i = 1, shown do
    local column = columns[i]
    column.goal = wide > 1 and not column.right and math.min(column.natural, CAP) or column.natural
  end
end

-- Hands out `room` in equal parts to the columns still short of their goal, until one of both is used up.
local function share(columns, shown, room)
  set_goals(columns, shown)
  while room > 0 do
    local short = {}
    for i = 1, shown do
      if columns[i].width < columns[i].goal then short[#short + 1] = columns[i] end
    end
    if #short == 0 then return end
    local part = math.max(1, room // #short)
    for _, column in ipairs(short) do
      local more = math.min(part, column.goal - column.width, room)
      column.width, room = column.width + more, room - more
    end
  end
end

--- Gives each column the width it is shown in. How many of them are, in the order that comes back.
---@param columns table[]
---@param width integer
---@return table[] columns, integer shown
function layout.fit(columns, width)
  local shown, room = leading(columns, width)
  if shown < #columns then
    columns = filled_first(columns)
    shown, room = leading(columns, width)
  end
  share(columns, shown, room)
  return columns, shown
end

return layout
