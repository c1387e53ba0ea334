--- What a terminal shows after some output: as much of a VT100 as readline, less and progress lines use.
-- Every character is one column wide here.

local screen = {}

local Screen = {}
Screen.__index = Screen

local function scroll(s)
  while s.row > s.rows do
    table.remove(s.cells, 1)
    s.cells[s.rows] = {}
    s.row = s.row - 1
  end
end

-- A character in the last column leaves the cursor there; the next one goes on the next line.
local function put(s, character)
  if s.column > s.columns then
    s.column, s.row = 1, s.row + 1
    scroll(s)
  end
  s.cells[s.row][s.column] = character
  s.column = s.column + 1
end

local CONTROLS = {
  ["\n"] = function(s) s.row = s.row + 1; scroll(s) end,
  ["\r"] = function(s) s.column = 1 end,
  ["\b"] = function(s) s.column = math.max(math.min(s.column, s.columns) - 1, 1) end,
  ["\t"] = function(s) s.column = math.min((s.column - 1) // 8 * 8 + 9, s.columns) end,
}

local function erase_line(s, from, to)
  for column = from, to do s.cells[s.row][column] = nil end
end

local function erase_screen(s, what)
  if what == 0 then erase_line(s, s.column, s.columns) end
  for row = what == 0 and s.row + 1 or 1, what == 1 and s.row - 1 or s.rows do s.cells[row] = {} end
end

local function shift(s, count)
  local cells = s.cells[s.row]
  for column = s.column, s.columns do cells[column] = cells[column + count] end
end

local function insert(s, count)
  local cells = s.cells[s.row]
  for column = s.columns, s.column + count, -1 do cells[column] = cells[column - count] end
  erase_line(s, s.column, s.column + count - 1)
end

local COMMANDS = {
  A = function(s, n) s.row = math.max(s.row - math.max(n, 1), 1) end,
  B = function(s, n) s.row = math.min(s.row + math.max(n, 1), s.rows) end,
  C = function(s, n) s.column = math.min(s.column + math.max(n, 1), s.columns) end,
  D = function(s, n) s.column = math.max(s.column - math.max(n, 1), 1) end,
  G = function(s, n) s.column = math.max(n, 1) end,
  H = function(s, n, m) s.row, s.column = math.max(n, 1), math.max(m, 1) end,
  J = function(s, n) erase_screen(s, n) end,
  K = function(s, n) erase_line(s, n == 0 and s.column or 1, n == 1 and s.column or s.columns) end,
  P = function(s, n) shift(s, math.max(n, 1)) end,
  ["@"] = function(s, n) insert(s, math.max(n, 1)) end,
}

local function escape(s, raw, at)
  local arguments, command, after = raw:match("^\27%[([0-?]*)[ -/]*([@-~])()", at)
  if not command then return raw:match("^\27%][^\7]*\7()", at) or at + 2 end
  local act, n, m = COMMANDS[command], arguments:match "^(%d*);?(%d*)"
  if act then act(s, tonumber(n) or 0, tonumber(m) or 0) end
  return after
end

--- The lines of a screen of this size after the output, without blanks at their ends, to the last that is not empty.
---@param raw string
---@param columns integer
---@param rows integer
---@return string[]
function screen.lines(raw, columns, rows)
  local s = setmetatable({ columns = columns, rows = rows, row = 1, column = 1, cells = {} }, Screen)
  for row = 1, rows do s.cells[row] = {} end
  local at = 1
  while at <= #raw do
    local c = raw:match("^[%z\1-\127\194-\253][\128-\191]*", at) or raw:sub(at, at)
    if c == "\27" then
      at = escape(s, raw, at)
    else
      if CONTROLS[c] then CONTROLS[c](s) elseif not c:find "^%c" then put(s, c) end
      at = at + #c
    end
  end
  local lines = {}
  for row = 1, rows do
    local line = {}
    for column = 1, columns do line[column] = s.cells[row][column] or " " end
    lines[row] = table.concat(line):gsub(" +$", "")
  end
  while lines[#lines] == "" do lines[#lines] = nil end
  return lines
end

return screen
