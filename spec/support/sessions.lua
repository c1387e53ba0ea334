--- Sessions at the prompt that are recorded as text: spec/golden/sessions/NAME.lua has the keys, NAME-TERM-COLUMNS.txt
-- what a user saw, step by step. A step is a line "== keys" and what the screen then shows of it, from the line the
-- keys stand in. The line that waits for the next keys belongs to the next step, unless it is all that there is to see.

local screen = require "spec.support.screen"
local terminal = require "spec.support.terminal"

local sessions = {}

local FOLDER = "spec/golden/sessions/"
local WORKS = 300          -- milliseconds without a word, of what is at work
local MOST_ROWS = 1000

--- The terminals that sessions are recorded at.
sessions.TERMINALS = { { term = "xterm", columns = 80 }, { term = "xterm", columns = 200 },
  { term = "dumb", columns = 80 } }

--- The file of what was seen.
---@param name string
---@param at { term: string, columns: integer }
---@return string
function sessions.path(name, at) return ("%s%s-%s-%d.txt"):format(FOLDER, name, at.term, at.columns) end

local NAMES = { ["\n"] = "<Enter>", ["\t"] = "<Tab>", ["\3"] = "<Ctrl-C>", ["\4"] = "<Ctrl-D>", [" "] = "<Space>" }

local function keys_as_text(keys)
  if NAMES[keys] then return NAMES[keys] end
  return (keys:gsub("\27%[A", "<Up>"):gsub("%c", NAMES))
end

local function add(session, step)
  session:send(step.keys)
  if step.works then return session:expect(step.keys):quiet(WORKS) end
  return session:prompt(step.ends)
end

-- Types all steps. Gives those that were, the number of the last thing that was seen of each, and what was seen.
local function typed(name, at)
  local session = terminal.new(terminal.lua [[-e 'require("parley.repl").run()']],
    { term = at.term, columns = at.columns }):prompt()
  local steps, last = {}, {}
  for _, step in ipairs(dofile(FOLDER .. name .. ".lua")) do
    if not (step.smart and at.term == "dumb") then
      add(session, step)
      steps[#steps + 1], last[#last + 1] = step, #session.steps
    end
  end
  return steps, last, session:send("\4"):close():run()
end

local function raw_of(seen, from, to)
  local parts = {}
  for i = from, to do parts[#parts + 1] = seen[i].raw end
  return table.concat(parts)
end

--- Plays a session. Gives what was seen as text, and the steps that were late.
---@param name string
---@param at { term: string, columns: integer }
---@return string text
---@return string[] late
function sessions.play(name, at)
  local steps, last, seen = typed(name, at)
  local parts, line = {}, seen[1].raw
  for i, step in ipairs(steps) do
    local raw = line .. raw_of(seen, (last[i - 1] or 1) + 1, last[i])
    line = raw:match "[^\n]*$"
    local whole = raw:sub(1, #raw - #line)
    local lines = screen.lines(whole == "" and raw or whole, at.columns, MOST_ROWS)
    parts[#parts + 1] = "== " .. keys_as_text(step.keys)
    table.move(lines, 1, #lines, #parts + 1, parts)
  end
  return table.concat(parts, "\n") .. "\n", seen.late
end

return sessions
