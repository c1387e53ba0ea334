--- The one loop that writes tables: it drives a format (parley.export.formats) and hands batches of text to a sink, so
-- that a result is never held whole unless a string is asked for.
-- A format is a record of how a value, the header, a row of such texts and the footer are written.

local column_types = require "parley.base.types"
local core = require "parley.core"
local plain = require "parley.base.plain_text"
local public_call = require "parley.base.public_call"
local traits = require "parley.base.traits"

local stream = {}

local null = core.null
local math_type, concat = math.type, table.concat

-- Text is handed to the sink in pieces of about this many bytes.
local BATCH = 65536
local ROWS_PER_TELLING = 1024
-- So many texts are remembered, of at most so many bytes each.
local MEMORY, MEMORABLE = 2048, 256

--- What the formats know of a source; a format may keep what it prepared here.
---@class parley.Shape
---@field names string[]
---@field types string[]
---@field n integer number of columns
---@field numeric boolean[]
---@field several table<integer, true>?  columns that take several

---@class parley.Format
---@field cell? fun(value: string|number|boolean): string? text of a value; nil when the format cannot hold it
---@field missing? string|false what stands for a missing value
---@field header fun(shape: parley.Shape): string
---@field row fun(cells: any[], shape: parley.Shape, number: integer): string  texts and integers; values without `cell`
---@field footer fun(rows: integer): string
---@field prepare? fun(shape: parley.Shape) raises when the format cannot hold such a table
---@field refuse? fun(value: string, place: string) raises about a value for which `cell` gave nil
---@field write? fun(rows: any, width: integer, sink: any): boolean? writes all rows in C as `row` would, no footer
---@field with? fun(given: table?, what: string): parley.Format the format with the options of a call
---@field whole? fun(src: any, sink: any, opening: string): true?, string?, string? it writes all by itself: no text
---@field opening? fun(path: string): string what a file, but no string, begins with; of a workbook, its name

local Shape = {}

-- Types are asked for when a format wants them: those of somebody else's file have to be looked for.
function Shape.__index(shape, key)
  if key == "types" then
    shape.types = shape.src:types()
  elseif key == "numeric" then
    shape.numeric = {}
    for i = 1, shape.n do shape.numeric[i] = column_types.is_numeric(shape.types[i]) end
  end
  return rawget(shape, key) or Shape[key]
end

--- The names of the columns, as cells.
function Shape:cells_of_names(cell)
  local cells = {}
  for i, name in ipairs(self.names) do cells[i] = cell(name) end
  return cells
end

-- The places of columns that take several; nil without any.
local function several_of(src, names)
  local found
  for i, name in ipairs(names) do
    local column = type(src) == "userdata" and traits.of(src, name) or type(src) == "table" and src.bound
      and src.bound.by_name[name]
    if column and column.several then
      found = found or {}
      found[i] = true
    end
  end
  return found
end

local function shape_of(src, format)
  local names = src:columns()
  local shape = setmetatable({ names = names, src = src, n = #names }, Shape)
  shape.several = several_of(src, names)
  if format.prepare then format.prepare(shape) end
  return shape
end

-- A table that writes a value the first time it is asked for it: codes, names and scores come back again and
-- again, and looking them up costs a tenth. It forgets everything when it is full.
local function new_memory(cell)
  local size = 0
  return setmetatable({}, { __index = function(memory, value)
    local text = cell(value)
    -- nan is no key, and -0.0 is the same key as 0.0
    if not text or #text > MEMORABLE or value ~= value or value == 0 then return text end
    if size == MEMORY then
      for key in next, memory do memory[key] = nil end
      size = 0
    end
    memory[value], size = text, size + 1
    return text
  end })
end

-- Values to texts, in place; integers stand as they are written.
local function spell(row, shape, format, memory, number)
  for i = 1, shape.n do
    local value = row[i]
    if value == nil then
      row[i] = format.missing
    elseif math_type(value) ~= "integer" then
      row[i] = memory[value]
        or format.refuse(value, { key = "row_and_column", row = number, column = plain.visible(shape.names[i]) })
    end
  end
end

-- A buffer that passes text on in batches; `put` and `flush` give nil, message, code when the sink fails.
local function new_buffer(sink)
  local parts, n, size = {}, 0, 0
  local function flush()
    public_call.check()
    local text = concat(parts, "", 1, n)
    n, size = 0, 0
    return sink(text)
  end
  local function put(text)
    n, size = n + 1, size + #text
    parts[n] = text
    if size >= BATCH then return flush() end
    return true
  end
  return put, flush
end

-- Rows written in C, where there is a writer for the format and the rows are SQLite's or a Frame's: true, or nil
-- with what the sink said; nothing when they have to be written here.
local function stream_in_c(src, closing, shape, write, sink)
  if type(closing) == "userdata" then return write(closing, shape.n, sink) end
  if type(src) == "userdata" then return write(src, shape.n, sink) end
end

-- Writes all rows of an iteration; gives their number, or nil with what the sink said.
local function stream_rows(shape, format, put, step, state, control)
  local memory, number = format.cell and new_memory(format.cell), 0
  while true do
    local row = { step(state, control) }
    control = row[1]
    if control == nil then return number end
    if control == null then row[1] = nil end
    number = number + 1
    if number % ROWS_PER_TELLING == 0 then public_call.tell(number) end
    if memory then spell(row, shape, format, memory, number) end
    local ok, message, code = put(format.row(row, shape, number))
    if not ok then return nil, message, code end
  end
end

--- Writes the table, after `opening`, to a file or to sink(text); a sink that gives nil, message, code ends it at once.
---@param src table|userdata a query or a frame
---@param format parley.Format
---@param sink any
---@param opening string
---@return true? ok, string? message, string? code
function stream.write(src, format, sink, opening)
  if format.whole then return format.whole(src, sink, opening) end
  local shape = shape_of(src, format)
  local give = type(sink) == "function" and sink or function(text) return sink:write(text) end
  local put, flush = new_buffer(give)
  put(opening .. format.header(shape))
  local step, state, control, closing = src:each()
  local _ <close> = closing
  if format.write then
    local started, message, code = flush()
    if not started then return nil, message, code end
    local results = table.pack(stream_in_c(src, closing, shape, format.write,
      type(sink) == "userdata" and sink or give))
    if results.n > 0 then return table.unpack(results, 1, results.n) end
  end
  local number, message, code = stream_rows(shape, format, put, step, state, control)
  if not number then return nil, message, code end
  put(format.footer(number))
  return flush()
end

return stream
