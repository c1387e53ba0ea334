--- The commands of the program `parley`, in the order of its help, each with the file of its family. A family is loaded
-- when one of its commands is called, and all of them for the help, the man page and the completion.

--- A command of the program.
---@class parley.Command
---@field name string
---@field summary string what it does, in a line
---@field arguments { name: string, meaning: string, optional: boolean?, many: boolean?, complete: string? }[]?
---@field options string[]? names of options and of groups of them (parley.repl.command.options)
---@field needs "dataset"|"rows"|"file"|"nothing" what it is given: a dataset, also rows of a file, or a name
---@field writes boolean? opens the dataset for writing
---@field examples string[]?
---@field run fun(call: parley.Call)

local commands = { names = {} }

local FAMILIES = {
  { "looking", "tables", "describe", "rows", "get", "sql", "search" },
  { "analyses", "timeline", "positions", "compare", "concessions", "ledger", "network", "changes" },
  { "sourcing", "disagreements", "evidence", "resting-on", "cite", "brief", "lint" },
  { "coding", "assign", "assignments", "adjudications", "adjudicate", "undo", "log" },
  { "agreeing", "compare-coders", "reliability" },
  { "identities", "candidates", "judge", "resolved", "compare-datasets" },
  { "drawing", "plot", "report" },
  { "bringing", "new", "import", "export", "dump", "backup", "load", "datasets" },
  { "sheets", "template", "import-sheet" },
  { "branches", "diff", "changelog", "merge", "git-setup" },
  { "helping", "help" },
}

local family_of, loaded = {}, {}
for _, family in ipairs(FAMILIES) do
  for i = 2, #family do
    family_of[family[i]] = family[1]
    commands.names[#commands.names + 1] = family[i]
  end
end
-- What has no name in a command line.
family_of.expression, family_of.prompt = nil, nil

--- The file of a command's family, or nil: then there is no such command.
---@param name string
---@return string?
function commands.family(name) return family_of[name] end

local function load_family(family)
  for _, command in ipairs(require("parley.repl.command.families." .. family)) do loaded[command.name] = command end
end

--- A command by its name; "expression" and "prompt" are what a line without a command asks for.
---@param name string
---@return parley.Command
function commands.find(name)
  if not loaded[name] then load_family(family_of[name] or "unnamed") end
  return loaded[name]
end

--- All commands that have a name, in the order of the help.
---@return parley.Command[]
function commands.all()
  local list = {}
  for i, name in ipairs(commands.names) do list[i] = commands.find(name) end
  return list
end

return commands
