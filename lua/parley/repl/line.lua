--- Lines of a user: by readline where it is, else as they come.

local core = require "parley.core"
local history = require "parley.repl.history"

local line = {}

-- The module of its own, which a machine may not have; nil then.
local found, editor = pcall(require, "parley.readline")
if not found then editor = nil end

--- Whether there is readline, and a terminal to use it at.
---@return boolean
function line.is_edited() return editor ~= nil and core.is_terminal(0) end

-- readline takes words to begin elsewhere: candidates are told from there on.
local function from_there(candidates, text, ours, theirs)
  local fitting = {}
  for i, candidate in ipairs(candidates) do
    if theirs <= ours then
      fitting[i] = text:sub(theirs, ours - 1) .. candidate
    else
      fitting[i] = candidate:sub(theirs - ours + 1)
    end
  end
  return fitting
end

--- Makes Tab complete, with the names of these globals; also at the interpreter's own prompt, and with its history.
---@param globals table
---@param before (fun(): string)?  the lines of the chunk in front of the one that is edited
function line.attach(globals, before)
  if not line.is_edited() then return end
  editor.complete(function(text, theirs)
    local completion = require "parley.repl.completion"
    local candidates, ours, after = completion.of(text, globals, before and before() or "", editor.files)
    return from_there(candidates, text, ours, theirs), after
  end)
  history.load(editor)
end

-- As Lua's own prompt does without readline.
local function plain(prompt, input, output)
  if prompt then
    output:write(prompt)
    output:flush()
  end
  local text = input:read "l"
  if core.interrupted() then return false end
  return text
end

--- Reads a line: nil at the end of input, false when Ctrl-C was pressed.
---@param prompt string?  nil where nobody is to see one
---@param input file*
---@param output file*
---@return string|false|nil
function line.read(prompt, input, output)
  if input ~= io.stdin or not line.is_edited() then return plain(prompt, input, output) end
  local text = editor.read(prompt or "", core.interrupted)
  if text and text:find "%S" then history.add(text) end
  return text
end

return line
