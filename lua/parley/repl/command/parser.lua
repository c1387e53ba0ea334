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

-- Words that stand within an expression: it lacks its quotes.
local OF_EXPRESSIONS = { ["="] = true, ["=="] = true, ["!="] = true, ["<"] = true, [">"] = true, ["<="] = true,
  [">="] = true, ["and"] = true, ["or"] = true, ["is"] = true, ["in"] = true, ["like"] = true, desc = true, asc = true }

local function lacks_quotes(words)
  for _, word in ipairs(words) do
    if OF_EXPRESSIONS[word:lower()] then return true end
  end
  return false
end

-- Which arguments are missing or too many is said in words of ours, with how the command is used.
local function check_count(command, words)
  local count = #words
  local least, most = 0, 0
  for _, argument in ipairs(command.arguments or {}) do
    if not argument.optional then least = least + 1 end
    most = argument.many and math.huge or most + 1
  end
  local usage = { key = "command_usage", usage = parser.usage(command) }
  if count < least then
    errors.raise("no_option.argument_missing", { command = command.name, name = command.arguments[count + 1].name,
      hint = usage })
  elseif count > most and most == 0 then
    errors.raise("no_option.arguments_none", { command = command.name, hint = usage })
  elseif count > most then
    errors.raise("no_option.arguments_too_many", { command = command.name, most = most,
      hint = lacks_quotes(words) and { key = "quote_expression" } or usage })
  end
end

local function names_of(command)
  local known = {}
  for i, option in ipairs(options().of(command)) do known[i] = "--" .. option.name end
  return known
end

-- The option that was meant by a word: of those that the command has, by their names or those of other programs.
local function meant(name, known)
  local nearest, elsewhere = require("parley.base.suggest").nearest, options().elsewhere
  local near = nearest("--" .. (elsewhere[name] or name), known)
  if near then return near end
  local others = {}
  for other in pairs(elsewhere) do others[#others + 1] = other end
  table.sort(others)
  local other = nearest(name, others)
  return other and nearest("--" .. elsewhere[other], known)
end

-- The hint for an option that the command has not; `value` is what stands behind it, such as the name of a format.
local function hint_of(command, name, value, known)
  local format = value and options().by_name[value]
  if format and format.format and meant(value, known) then return { key = "writes_format", format = value } end
  if options().by_expression[name] then return { key = "by_expression" } end
  local near = meant(name, known)
  if near then return { key = "did_you_mean", meant = near } end
  if not command.unnamed then return { key = "command_help", command = command.name } end
  if not options().by_name[name] then return { key = "program_help" } end
  return { key = "options_of_commands", name = "--" .. name }
end

local function refuse_option(command, word, following)
  local option = word:find "^%-%a$" and options().of_word(word)
  local name = option and option.name or word:match "^%-%-?([^=]+)"
  local hint = hint_of(command, name, word:match "=(.*)$" or following, names_of(command))
  errors.raise(command.unnamed and "no_option.of_program" or "no_option.of_command", { command = command.name,
    name = word:match "^%-%-?[^=]+", hint = hint })
end

-- A whole name behind one dash, as some programs have it, would be read as letters.
local function is_single_dashed(word)
  local name = word:match "^%-(%a[%a-]+)"
  return name ~= nil and options().by_name[name] ~= nil
end

-- An option that the command has, with its value in the same word, so that a value may begin with a dash; and the place
-- of the last word taken. What stands where a value should, but is an option, is no value.
local function joined(option, has_value, rest, i)
  local value = rest[i + 1]
  local lacks_value = value == nil or value:find "^%-." and options().of_word(value) ~= nil
  if not option.argument or has_value or lacks_value then return rest[i], i end
  return ("%s=%s"):format("--" .. option.name, value), i + 1
end

-- The words that are arguments, and all words as the parser takes them; an option that the command lacks is refused.
local function arguments_in(command, rest)
  local known, arguments, all, i = {}, {}, {}, 1
  for _, option in ipairs(options().of(command)) do known[option] = true end
  while i <= #rest do
    local word = rest[i]
    if word == "--" then
      table.move(rest, i, #rest, #all + 1, all)
      return table.move(rest, i + 1, #rest, #arguments + 1, arguments), all
    end
    if word:find "^%-." then
      local option, has_value = options().of_word(word)
      if not known[option] or is_single_dashed(word) then refuse_option(command, word, rest[i + 1]) end
      all[#all + 1], i = joined(option, has_value, rest, i)
    else
      arguments[#arguments + 1], all[#all + 1] = word, word
    end
    i = i + 1
  end
  return arguments, all
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
    check_count(command, rest)
    return rest, {}
  end
  local general = asks_general(rest)
  if general then return {}, general end
  local arguments, all = arguments_in(command, rest)
  check_count(command, arguments)
  local ok, given = parser.of(command):pparse(all)
  if not ok then
    errors.raise("misuse.command_line", { words = given, hint = { key = "command_help", command = command.name } })
  end
  if given.output == "-" then given.output = nil end          -- standard output, as it is without
  return arguments, given
end

return parser
