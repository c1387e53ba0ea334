--- The manual page of the program, in the language of man(7), made of the table of commands and of that of options.

local commands = require "parley.repl.command.commands"
local help_text = require "parley.repl.command.help_text"
local options = require "parley.repl.command.options"
local parser = require "parley.repl.command.parser"

local man_page = {}

-- Text as roff reads it: no line begins with a mark of its own, and a dash is a dash.
local function roff(text)
  return (text:gsub("\\", "\\e"):gsub("-", "\\-"):gsub("^[.']", "\\&%0"):gsub("\n([.'])", "\n\\&%1"))
end

local function section(lines, name) lines[#lines + 1] = ".SH " .. name end

local function entry(lines, label, meaning)
  lines[#lines + 1] = (".TP\n.B %s\n%s"):format(roff(label), roff(meaning))
end

local function add_command(lines, command)
  lines[#lines + 1] = (".SS %s\n%s"):format(roff(command.name), roff(command.summary))
  lines[#lines + 1] = ".PP\n.B " .. roff(parser.usage(command))
  for _, argument in ipairs(command.arguments or {}) do entry(lines, argument.name, argument.meaning) end
  local names = {}
  for _, option in ipairs(options.of(command)) do names[#names + 1] = "--" .. option.name end
  lines[#lines + 1] = ".PP\nOptions: " .. roff(table.concat(names, ", ")) .. "."
  if command.styles then
    lines[#lines + 1] = ".PP\nStyles: " .. roff(table.concat(command.styles, ", ")) .. "."
  end
  for _, example in ipairs(command.examples or {}) do
    lines[#lines + 1] = (".PP\n.RS\n.EX\n%s\n.EE\n.RE"):format(roff(example))
  end
end

-- Each option once, in the order of the commands that take it.
local function add_options(lines)
  local seen = {}
  for _, command in ipairs(commands.all()) do
    for _, option in ipairs(options.of(command)) do
      if not seen[option] then
        seen[option] = true
        entry(lines, help_text.label(option):gsub("^ +", ""), help_text.meaning(option))
      end
    end
  end
end

local STATUS = {
  { "0", "all went well" },
  { "1", "the world failed: a file, a disk, a limit; or lint has found something" },
  { "2", "the program was used wrongly" },
  { "130", "Ctrl-C ended it" },
  { "141", "nobody reads on what it writes" },
}

local ENVIRONMENT = {
  { "COLUMNS", "how wide a table is printed" },
  { "NO_COLOR", "no colours, whatever it is set to" },
}

--- The page.
---@param version string
---@return string
function man_page.text(version)
  local lines = { ('.TH PARLEY 1 "" "parley %s" "User commands"'):format(version) }
  section(lines, "NAME")
  lines[#lines + 1] = "parley \\- peace talks, demands and outcomes as tables"
  section(lines, "SYNOPSIS")
  for _, usage in ipairs(help_text.USAGE) do lines[#lines + 1] = ".B " .. roff(usage) .. "\n.br" end
  section(lines, "DESCRIPTION")
  lines[#lines + 1] = roff(help_text.DESCRIPTION)
  section(lines, "COMMANDS")
  for _, command in ipairs(commands.all()) do add_command(lines, command) end
  section(lines, "OPTIONS")
  lines[#lines + 1] = roff "Options stand anywhere behind the dataset; '--' ends them."
  add_options(lines)
  section(lines, '"EXIT STATUS"')
  for _, status in ipairs(STATUS) do entry(lines, status[1], status[2]) end
  section(lines, "ENVIRONMENT")
  for _, variable in ipairs(ENVIRONMENT) do entry(lines, variable[1], variable[2]) end
  return table.concat(lines, "\n") .. "\n"
end

return man_page
