--- What has gone wrong, for who sits at the prompt: one paragraph that says what, where, and how to go on. A traceback
-- is shown only for a fault of Parley's own, with a word to report it.

local errors = require "parley.base.errors"
local terminal = require "parley.base.terminal"
local wrapping = require "parley.base.wrapping"

local debug = package.loaded.debug

local failures = {}

-- The chunk of a line, whose number says nothing where there is one line.
failures.CHUNK = "stdin"

-- The function of the prompt that runs a line, which the loop gives: what is below it on the stack is not the user's.
failures.prompt = nil

--- What the names of Parley's own chunks begin with; nil where Lua has no debug library.
failures.HOME = debug and debug.getinfo(1, "S").source:match "^(.*)repl/failures%.lua$" or nil

local function width() return math.max(terminal.columns(80), 20) end

-- Lines that have a layout of their own, such as a statement or a traceback, keep it.
local function paragraph(text)
  local lines = {}
  for line in (text .. "\n"):gmatch "(.-)\n" do
    lines[#lines + 1] = line:find "^%s" and line or wrapping.lines(line, width())
  end
  return table.concat(lines, "\n")
end

--- Writes what went wrong to standard error.
---@param text string
function failures.tell(text)
  io.stdout:flush()
  io.stderr:write(paragraph(text), "\n")
end

-- The first function of Lua's on the stack is where it went wrong.
local function is_ours(level)
  local home = failures.HOME
  if not home then return false end
  while true do
    local info = debug.getinfo(level, "S")
    if not info then return false end
    if info.what ~= "C" then return info.source:sub(1, #home) == home end
    level = level + 1
  end
end

-- Is the place that an error names above the prompt itself? What called the prompt is no place to look at.
local function is_above(where)
  local level = 3
  while debug do
    local info = debug.getinfo(level, "Slf")
    if not info or info.func == failures.prompt then return false end
    if ("%s:%d"):format(info.short_src, info.currentline) == where then return true end
    level = level + 1
  end
  return true
end

local function of_error(err)
  if err.code == "cancelled" then
    return err.outcome and "Stopped: " .. err.message or "Stopped."
  end
  local where = err.where
  if where == failures.CHUNK .. ":1" or where and not is_above(where) then where = nil end
  return (where and where .. ": " or "") .. errors.signed(err.message)
end

local function of_object(err)
  local metatable = getmetatable(err)
  return metatable and metatable.__tostring and tostring(err) or ("error object is a %s value"):format(type(err))
end

--- A message handler for xpcall: the text that tell() is to write.
---@param caught any
---@return string
function failures.handler(caught)
  if errors.is(caught) then return of_error(caught) end
  if type(caught) ~= "string" then return of_object(caught) end
  -- Lua's own words
  if caught == "not enough memory" or not is_ours(3) then return (caught:gsub("^" .. failures.CHUNK .. ":1: ", "")) end
  return errors.phrase("own_fault", { words = caught }) .. "\n" .. debug.traceback(nil, 3)
end

return failures
