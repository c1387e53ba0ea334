--- Texts that can be read only once: standard input, and functions that give pieces of text.
-- Who looks twice keeps such a text: in memory, within a bound, or in a temporary file.

local errors = require "parley.base.errors"
local files = require "parley.base.files"
local input = require "parley.import.reader_options"

local pipes = {}

local CHUNK = 1 << 16

-- A stream as a function that gives its pieces: nil at the end; nil, message, code when there is something wrong.
local function pieces_of(given)
  if not given.reader then return function() return (io.read(CHUNK)) end end
  return function()
    local done, piece = pcall(given.reader)
    if done and (piece == nil or piece == "") then return nil end
    if done and type(piece) == "string" then return piece end
    if errors.is(piece) and not done then error(piece, 0) end
    if done then return errors.fail("io.reader_value", { got = type(piece) }) end
    return errors.fail("io.reader", { message = tostring(piece) })
  end
end

-- Hands the pieces of a stream to `take`, which gives nil and why when it cannot.
local function drain(given, take)
  local next_piece = pieces_of(given)
  while true do
    local piece, message, code = next_piece()
    if message then return nil, message, code end
    if not piece then return true end
    local taken
    taken, message, code = take(piece)
    if not taken then return nil, message, code end
  end
end

-- The options without the stream, whose text is elsewhere now.
local function elsewhere(path, given, where, value)
  local copy = {}
  for key, option in pairs(given) do copy[key] = option end
  copy.format, copy.name = input.format_of(path, given), input.name_of(path, given)
  copy.reader, copy[where] = nil, value
  return copy
end

local function is_stream(path, given)
  return given.text == nil and given.spool == nil and (given.reader ~= nil or path == "-")
end

--- Options for reading a text several times; standard input and functions are read into memory for it.
---@param path string
---@param given table
---@param most integer? bytes that may be taken for it, 0: any number
---@return table? given, string? message, string? code
function pipes.repeatable(path, given, most)
  if not is_stream(path, given) then return given end
  local pieces, bytes = {}, 0
  local done, message, code = drain(given, function(piece)
    bytes, pieces[#pieces + 1] = bytes + #piece, piece
    if (most or 0) == 0 or bytes <= most then return true end
    return errors.fail("limit.stream", { path = input.name_of(path, given), most = most,
      hint = { key = "any_size" } })
  end)
  if not done then return nil, message, code end
  return elsewhere(path, given, "text", table.concat(pieces))
end

local function cannot_write(path, why, code) return files.cannot({ key = "write_temporary" }, path, why, code) end

-- Writes a stream to a file. What is still in its buffer is written when it is closed, and may not go through either.
local function spool(given, path)
  local file <close>, why, number = io.open(path, "wb")
  if not file then return cannot_write(path, why, number) end
  local done, message, code = drain(given, function(piece)
    local written, problem, errno = file:write(piece)
    if written then return true end
    return cannot_write(path, problem, errno)
  end)
  if not done then return nil, message, code end
  done, why, number = file:close()
  if not done then return cannot_write(path, why, number) end
  return true
end

--- The same through a temporary file, so that memory does not grow with the text; pipes.forget removes it. Where the
--- host leaves out `io` or `os`, memory has to do.
---@param path string
---@param given table
---@return table? given, string? message, string? code
function pipes.spooled(path, given)
  if not is_stream(path, given) then return given end
  if not (io and io.open and os and os.tmpname and os.remove) then return pipes.repeatable(path, given) end
  local temporary = os.tmpname()
  local done, message, code = spool(given, temporary)
  if done then return elsewhere(path, given, "spool", temporary) end
  os.remove(temporary)
  return nil, message, code
end

--- Removes what pipes.spooled has made.
---@param given table
function pipes.forget(given)
  if given.spool then os.remove(given.spool) end
end

return pipes
