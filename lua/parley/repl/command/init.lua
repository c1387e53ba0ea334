--- The program `parley`: `parley [DATASET] COMMAND …`. It reads the line, opens what is named, lets the command run
-- and gives the status that the process ends with.

local core = require "parley.core"
local errors = require "parley.base.errors"

local command = {}

-- What the names of Parley's own chunks begin with: Ctrl-C ends what runs in them.
local HOME = debug.getinfo(1, "S").source:match "^(.*)repl/command/init%.lua$"

--- What a command is handed.
---@class parley.Call
---@field parley table the library
---@field ds parley.Dataset?
---@field frame parley.Frame? where rows of a file are given in place of a dataset
---@field path string? what was named in place of the dataset that comes with Parley
---@field arguments string[]
---@field options table by name, with "_" for "-"
---@field status integer? of a command that has done what it was asked, where it is not 0
local Call = {}
Call.__index = Call

local function writer() return require "parley.repl.command.writer" end

--- Writes rows, chosen and ordered as the options ask.
---@param rows parley.Query|parley.Frame
---@return parley.Query|parley.Frame written
function Call:rows(rows)
  if next(self.options) then rows = require("parley.repl.command.listing").of(rows, self.options) end
  writer().rows(rows, self.options)
  return rows
end

--- Writes a text that is a result.
---@param text string
function Call:text(text) writer().text(text, self.options) end

--- Writes any value.
---@param value any
function Call:value(value) writer().value(value, self.options) end

--- A dataset for reading, from a path, an address or a name.
---@param path string
---@return parley.Dataset
function Call:readable(path) return require("parley.repl.command.source").readable(self.parley, path) end

--- A dataset for reading, or the rows of a file or of standard input.
---@param path string
---@return parley.Dataset|parley.Frame
function Call:either(path) return require("parley.repl.command.source").either(self.parley, path) end

--- A result that may be nil, message and code, which end the program.
function Call.checked(_, ...) return require("parley.repl.command.failures").checked(...) end

--- The help of the program, or of a command; nil for another word.
---@param word string?
---@return string?
function Call.help(_, word)
  local commands, help_text = require "parley.repl.command.commands", require "parley.repl.command.help_text"
  if not word then return help_text.whole() end
  return commands.family(word) and help_text.of(commands.find(word)) or nil
end

--- Raises about a word that is no command.
---@param word string
function Call.refuse(_, word)
  errors.raise("no_name.command", { name = word, known = require("parley.repl.command.commands").names })
end

--- The manual page.
---@return string
function Call:man_page() return require("parley.repl.command.man_page").text(self.parley.version) end

--- The completion for a shell.
---@param shell string
---@return string
function Call:completion(shell)
  return require("parley.repl.command.completion").of(shell, self.parley.datasets())
end

-- Answers --help and --version of a command.
local function answer(asked, given, parley)
  if given.version then return writer().lines("parley " .. parley.version) end
  writer().lines(require("parley.repl.command.help_text").of(asked))
end

local function run(parley, argv)
  local commands, words = require "parley.repl.command.commands", require "parley.repl.command.words"
  local line = words.read(argv)
  local asked = commands.find(line.command)
  local arguments, given = require("parley.repl.command.parser").parse(asked, line.rest)
  if given.help or given.version then return answer(asked, given, parley) end
  if asked.name ~= "prompt" then errors.speak "shell" end
  -- All that the command does is one call, so that Ctrl-C finds one at work; the prompt has calls of its own.
  local whole <close> = asked.name ~= "prompt" and core.begin_call(asked.name) or nil -- luacheck: ignore 211
  local call = setmetatable({ parley = parley, path = line.dataset, arguments = arguments, options = given }, Call)
  if line.dataset and line.dataset:find("://", 1, true) then
    require("parley.repl.command.source").check_address(line.dataset)
  end
  if asked.needs == "dataset" or asked.needs == "rows" then
    call.ds, call.frame = require("parley.repl.command.source").open(parley, line, asked, given)
  elseif line.dataset and asked.needs == "nothing" then
    errors.raise("no_option.dataset_unneeded", { command = asked.name })
  end
  asked.run(call)
  if call.ds and asked.writes then call.ds:close() end
  return call.status
end

-- A fault of ours is told with where it happened; an error object says itself where its cause lies.
local function traced(caught)
  if errors.is(caught) or type(caught) == "table" then return caught end
  if os.getenv "PARLEY_TRACEBACK" then io.stderr:write(debug.traceback(tostring(caught), 2), "\n") end
  return caught
end

--- Runs the program.
---@param parley table the library
---@param argv string[] the words of the command line
---@return integer status
function command.run(parley, argv)
  core.interrupts("calls", HOME)
  local ok, caught = xpcall(function()
    local status = run(parley, argv)
    writer().finish()
    return status
  end, traced)
  local pressed = core.interrupted()          -- what was done before it heard of Ctrl-C is done
  if ok and not pressed then return caught or 0 end
  return require("parley.repl.command.failures").status(not ok and caught or nil, pressed)
end

return command
