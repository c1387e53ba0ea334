--- The parser of a command's words, by lua-argparse, made of the command's record. A line of plain words needs none.

local errors = require "parley.base.errors"

local parser = {}

-- A line of plain words is read without the table of options.
local function options() return require "parley.repl.command.options" end

local PACKAGE = { key = "argparse_package" }

local function library()
  local found, argparse = pcall(require, "argparse")
  if not found then errors.raise("missing_program.argparse", { hint = PACKAGE }) end
  return argparse
end

--- How a command is called, in a line: "parley [DATASET] rows [TABLE] [OPTION…]".
---@param command parley.Command
---@return string
function parser.usage(command)
  local parts = { "parley" }
  if command.needs == "file" then parts[#parts + 1] = "FILE" elseif command.needs ~= "nothing" then
    parts[#parts + 1] = "[DATASET]"
  end
  if not command.unnamed then parts[#parts + 1] = command.name end
  for _, argument in ipairs(command.arguments or {}) do
    local name = argument.name .. (argument.many and "…" or "")
    parts[#parts + 1] = argument.optional and "[" .. name .. "]" or name
  end
  parts[#parts + 1] = "[OPTION…]"
  return table.concat(parts, " ")
end

local function key_of(option) return (option.name:gsub("-", "_")) end

local function add_option(made, option)
  local names = (option.short and "-" .. option.short .. " " or "") .. "--" .. option.name
  if option.argument then
    local added = made:option(names):argname(option.argument):target(key_of(option))
    if option.many then added:count "*" end
    return option.choices and added:choices(option.choices) or added
  end
  return made:flag(names):target(key_of(option))
end

--- The parser of a command.
---@param command parley.Command
---@return table
function parser.of(command)
  local made = library()():name("parley"):add_help(false)
  for _, argument in ipairs(command.arguments or {}) do
    local added = made:argument(argument.name)
    added:args(argument.many and (argument.optional and "*" or "+") or argument.optional and "?" or 1)
  end
  local formats = {}
  for _, option in ipairs(options().of(command)) do
    local added = add_option(made, option)
    if option.format then formats[#formats + 1] = added end
  end
  made:mutex(table.unpack(formats))
  return made
end

-- Which arguments are missing or too many is said in words of ours, with how the command is used.
local function check_count(command, count)
  local least, most = 0, 0
  for _, argument in ipairs(command.arguments or {}) do
    if not argument.optional then least = least + 1 end
    most = argument.many and math.huge or most + 1
  end
  local usage = { key = "command_usage", usage = parser.usage(command) }
  if count < least then
    errors.raise("no_option.argument_missing", { command = command.name, name = command.arguments[count + 1].name,
      hint = usage })
  elseif count > most then
    errors.raise("no_option.arguments_too_many", { command = command.name, most = most, hint = usage })
  end
end

local function refuse_option(command, word)
  local name, known = word:match "^%-%-?[^=]+", {}
  for i, option in ipairs(options().of(command)) do known[i] = "--" .. option.name end
  local near = require("parley.base.suggest").nearest(name, known)
  errors.raise("no_option.of_command", { command = command.name, name = name,
    hint = near and { key = "did_you_mean", meant = near } or { key = "command_help", command = command.name } })
end

-- The words that are arguments; options that the command does not know are refused.
local function arguments_in(command, rest)
  local known, arguments, i = {}, {}, 1
  for _, option in ipairs(options().of(command)) do known[option] = true end
  while i <= #rest do
    local word = rest[i]
    if word == "--" then return table.move(rest, i + 1, #rest, #arguments + 1, arguments) end
    if word:find "^%-." then
      local option, has_value = options().of_word(word)
      if not known[option] then refuse_option(command, word) end
      if option.argument and not has_value then i = i + 1 end
    else
      arguments[#arguments + 1] = word
    end
    i = i + 1
  end
  return arguments
end

local function has_options(rest)
  for _, word in ipairs(rest) do
    if word:find "^%-." then return true end
  end
  return false
end

-- What asks for help or the version is answered whatever else is missing.
local function asks_general(rest)
  local given = {}
  for _, word in ipairs(rest) do
    if word == "--" then break end
    if word == "--help" or word == "-h" then given.help = true end
    if word == "--version" or word == "-V" then given.version = true end
  end
  return next(given) and given or nil
end

--- The arguments and options in the words of a command; misuse raises.
---@param command parley.Command
---@param rest string[]
---@return string[] arguments, table given  options by name, with "_" for "-"
function parser.parse(command, rest)
  if not has_options(rest) then
    check_count(command, #rest)
    return rest, {}
  end
  local general = asks_general(rest)
  if general then return {}, general end
  local arguments = arguments_in(command, rest)
  check_count(command, #arguments)
  local ok, given = parser.of(command):pparse(rest)
  if not ok then
    errors.raise("misuse.command_line", { words = given, hint = { key = "command_help", command = command.name } })
  end
  return arguments, given
end

return parser
