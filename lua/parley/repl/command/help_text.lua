--- The help of the program, as text: of all of it, and of each command. The table of commands and that of options say
-- all there is to say; here it is set into lines.

local cells = require "parley.repl.cells"
local commands = require "parley.repl.command.commands"
local options = require "parley.repl.command.options"
local parser = require "parley.repl.command.parser"

local help_text = {}

local WIDTH, MARGIN = 80, 24

--- How the program is called, a line each.
help_text.USAGE = { "parley [DATASET] COMMAND [ARGUMENT…] [OPTION…]", "parley DATASET EXPRESSION [OPTION…]",
  "parley [DATASET]" }

--- What it does with what it is given.
help_text.DESCRIPTION = [[
DATASET is a file of Parley's, any other SQLite file, the address of a schema on a
PostgreSQL server (postgresql://HOST/DATABASE?schema=NAME), a folder that 'dump'
wrote, a file of rows (.csv, .tsv, .json, .jsonl, .xlsx), '-' for rows on
standard input, or the name of a dataset that comes with Parley; without one it is
istanbul-2025.
EXPRESSION is of Lua: 'ds' is the dataset, 'f' are the rows of a file. With
neither command nor expression it is the prompt.]]

local TAIL = [[

'parley COMMAND --help' tells more of one. Every listing takes --where, --select,
--sort and --limit, and is written as --csv, --tsv, --json, --jsonl, --markdown,
--latex, --html, --arrow, --arrows or --xlsx, or into the file of --output.]]

-- "  label      meaning", the meaning beside its label or, where that is too long, below it.
local function add_entry(lines, label, meaning)
  local text = cells.wrap(meaning, WIDTH - MARGIN)
  local room = MARGIN - utf8.len(label) - 4
  if room < 0 then
    lines[#lines + 1] = "  " .. label
  else
    lines[#lines + 1] = "  " .. label .. (" "):rep(room + 2) .. table.remove(text, 1)
  end
  for _, line in ipairs(text) do lines[#lines + 1] = (" "):rep(MARGIN) .. line end
end

--- What stands for an option in the help: "-o, --output FILE".
---@param option parley.CommandOption
---@return string
function help_text.label(option)
  local text = (option.short and "-" .. option.short .. ", " or "    ") .. "--" .. option.name
  return option.argument and text .. " " .. option.argument or text
end

--- What an option does, with the words it takes, in the command at hand.
---@param option parley.CommandOption
---@param command parley.Command?
---@return string
function help_text.meaning(option, command)
  local text = option.meaning
  local choices = option.choices or option.name == "style" and command and command.styles
  if choices then text = text .. ": " .. table.concat(choices, ", ") end
  return option.many and text .. "; may be repeated" or text
end

--- The help of the whole program.
---@return string
function help_text.whole()
  local lines = { "Usage: " .. table.concat(help_text.USAGE, "\n       ") .. "\n", help_text.DESCRIPTION,
    "\nCommands:" }
  for _, command in ipairs(commands.all()) do add_entry(lines, command.name, command.summary) end
  lines[#lines + 1] = TAIL
  return table.concat(lines, "\n")
end

--- The help of a command.
---@param command parley.Command
---@return string
function help_text.of(command)
  if command.unnamed then return help_text.whole() end
  local lines = { "Usage: " .. parser.usage(command), "", command.summary }
  if command.arguments then lines[#lines + 1] = "\nArguments:" end
  for _, argument in ipairs(command.arguments or {}) do add_entry(lines, argument.name, argument.meaning) end
  lines[#lines + 1] = "\nOptions:"
  for _, option in ipairs(options.of(command)) do
    add_entry(lines, help_text.label(option), help_text.meaning(option, command))
  end
  lines[#lines + 1] = "\nExamples:"
  for _, example in ipairs(command.examples or {}) do lines[#lines + 1] = "  " .. example end
  return table.concat(lines, "\n")
end

return help_text
