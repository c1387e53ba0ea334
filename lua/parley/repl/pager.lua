--- A pager for what is longer than the screen: $PAGER, or less, at a terminal.

local core = require "parley.core"

local pager = {}

-- What less is told: end at once what fits, keep colours, leave the screen as it is.
local LESS = "LESS=${LESS:-FRX} less"

-- Columns and rows of the terminal, or nil.
local function size()
  if not (core.is_terminal(0) and core.is_terminal(1)) then return nil end
  local columns, rows = core.terminal_size(1)
  return columns or 80, rows or 24
end

-- Does the text take more lines than the screen has, its last line left to the prompt?
local function is_longer(text, columns, rows)
  local lines = 0
  for line in (text .. "\n"):gmatch "(.-)\n" do
    lines = lines + math.max(1, (core.width(line) + columns - 1) // columns)
    if lines >= rows then return true end
  end
  return false
end

-- The command, where there is one: an empty PAGER, or one that only copies, is none.
local function command()
  local wanted = os.getenv "PAGER"
  local term = os.getenv "TERM"
  if wanted == "" or wanted == "cat" or not term or term == "dumb" then return nil end
  local program = (wanted or "less"):match "^%S+"
  if not os.execute(("command -v '%s' >/dev/null 2>&1"):format(program:gsub("'", "'\\''"))) then return nil end
  return wanted or LESS
end

-- Through a file, as os.execute leaves Ctrl-C to the program it runs. A pager that fails has shown nothing; one that
-- was ended by a signal, of which a shell makes 128 and more, has.
local function page(text, with)
  local path = os.tmpname()
  local file = io.open(path, "w")
  if not file then return false end
  local written = file:write(text, "\n")
  written = file:close() and written
  local done, how, status
  if written then done, how, status = os.execute(("%s < '%s'"):format(with, path)) end
  os.remove(path)
  return done or how == "signal" or status ~= nil and status >= 128
end

--- Writes a text and a line end; through the pager where it is longer than the screen.
---@param text string
---@param output file*?
function pager.print(text, output)
  if not output or output == io.stdout then
    local columns, rows = size()
    local with = columns and is_longer(text, columns, rows) and command()
    io.stdout:flush()
    if with and page(text, with) then return end
  end
  output = output or io.stdout
  output:write(text, "\n")
  output:flush()
end

return pager
