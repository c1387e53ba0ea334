--- The prompt: `require "parley.repl"`, or `lua5.4 -l parley.repl`, adds to Lua's own prompt what makes Parley quick to
-- look around in. What it does, and what it leaves alone, says doc/repl.md.
--
-- Lua's prompt stays as it is. What is added: completion and a history, where readline is; `parley`, `help` and, at a
-- terminal, `ds`; `_`, the last result; a pager for results longer than the screen; Ctrl-C, which ends a call of
-- Parley's. A prompt of Parley's own, with errors in a paragraph, is repl.run().

local core = require "parley.core"
local failures = require "parley.repl.failures"
local parley = require "parley"

local debug = package.loaded.debug

local repl = {}

--- A prompt that reads, runs and prints until the end of input. Options: globals (`_G` unless given), banner (a text in
--- front), input and output (files; standard input and output), history (false: none).
---@param options table?
---@return boolean stopped  whether Ctrl-C was the last that was pressed
function repl.run(options) return require("parley.repl.loop").run(options) end

--- Candidates for the end of a line: what Tab shows.
---@param line string  to the cursor
---@param globals table?
---@return string[] candidates, integer from  the byte of the line where they begin
---@return string after  what follows a single one
function repl.complete(line, globals) return require("parley.repl.completion").of(line, globals or _G) end

-- Is this the call with which Lua's prompt prints a result? It comes from C, with nothing around it.
local function is_prompt()
  return debug and not debug.getinfo(2, "t").istailcall and debug.getinfo(3, "S").what == "C"
    and not debug.getinfo(4, "S")
end

-- Lua's prompt has no words for an error object that is raised while it prints.
local function show(values, globals)
  local ok, message = xpcall(require("parley.repl.results").show, failures.handler, values, globals)
  if not ok then failures.tell(message) end
end

local function add_print(globals)
  local print_all = globals.print
  globals.print = function(...)
    if not is_prompt() then return print_all(...) end
    show(table.pack(...), globals)
    require("parley.repl.history").save()
  end
end

local function add_names(globals)
  if rawget(globals, "parley") == nil then globals.parley = parley end
  if rawget(globals, "help") == nil then
    globals.help = function(...) return parley.help(...) end
  end
  -- Help's examples begin with `ds`. Who sits at a terminal has it; a script opens what it needs.
  if rawget(globals, "ds") == nil and core.is_terminal(0) then globals.ds = parley.open() end
end

add_names(_G)
add_print(_G)
core.interrupts("calls", failures.HOME)
require("parley.repl.line").attach(_G)

return repl
