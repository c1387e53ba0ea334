-- One text through every reader: by column with one thread and with two, by record, packed, from a function, and the way
-- an import reads it. All must say the same.

local errors = require "parley.base.errors"
local assert = require "luassert"
local input = require "parley.import.reader_options"
local read = require "parley.import.read"
local scratch = require "spec.support.scratch"

local readers = {}

-- All that can be seen of a Frame, with numbers told from integers.
local function seen(frame)
  if not frame then return frame end
  local all = { names = frame:columns(), types = frame:types() }
  for i, name in ipairs(all.names) do
    local values = frame:values(name)
    for row = 1, values.n do
      if type(values[row]) == "number" then values[row] = ("%s %q"):format(math.type(values[row]), values[row]) end
    end
    all[i] = values
  end
  local told = {}
  for i, note in ipairs(frame:notes()) do told[i] = note.note end
  return all, told
end

local function with(given, more)
  local all = {}
  for key, value in pairs(given) do all[key] = value end
  for key, value in pairs(more) do all[key] = value end
  return all
end

-- In pieces of a few bytes.
local function pieces(text)
  local at = 1
  return function()
    if at > #text then return nil end
    at = at + 7
    return text:sub(at - 7, at - 1)
  end
end

-- The rows as an import reads them: as texts, where nothing is stated.
local function rows_of_import(path, given)
  local reader <close>, names = input.open(path, given, true)
  if not reader then return nil end
  local rows = {}
  while true do
    local line, sound = reader:next()
    if not line or not sound then break end
    rows[#rows + 1] = assert(reader:row())
  end
  return { names = reader:names() or names, rows = rows }
end

local function as_texts(path, given, names)
  local types = {}
  for _, name in ipairs(names) do types[name] = "text" end
  return read.by_record(path, with(given, { types = types }))
end

local function compare_import(path, given, frame)
  if given.types or given.dates then return end
  local imported = assert(rows_of_import(path, given))
  assert.same(frame:columns(), imported.names)
  local texts = assert(as_texts(path, given, frame:columns()))
  assert.equal(#texts, #imported.rows)
  for i, row in ipairs(imported.rows) do assert.same(texts[i], row) end
end

--- Reads a text by all readers; the answer on which they agree, with its notes.
---@param path string where it is written
---@param text string
---@param given table?
---@return parley.Frame? frame, string|string[] message or notes, string? code
function readers.all(path, text, given)
  given = given or {}
  local parley = require "parley"
  scratch.file(path, text)
  local frame, message, code = parley.read(path, given)
  local wanted, told = seen(frame)
  local function same(other, why, word)
    local values, notes = seen(other)
    if errors.is(why) then why = errors.signed(why.message) end          -- what is no public call gives the object
    assert.same(wanted, values)
    if frame then assert.same(told, notes) else assert.same({ message, code }, { why, word }) end
  end
  same(read.by_record(path, given))
  for _, how in ipairs { { threads = 1 }, { threads = 2, chunk = 64 }, { threads = 2, chunk = #text // 3 + 9 } } do
    local by_column, why, word = read.by_column(path, given, how)
    if by_column ~= false then same(by_column, why, word) end
  end
  local format = given.format or path:match("%.(%w+)$"):lower()
  same(parley.read(path, with(given, { reader = pieces(text), format = format })))
  if frame and format ~= "json" and format ~= "jsonl" then compare_import(path, given, frame) end
  return frame, frame and told or message, code
end

return readers
