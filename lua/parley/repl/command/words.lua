--- The words of a command line: which dataset, which command, and what is left for its parser. The dataset stands
-- first, as in `parley talks.db rows demands`; where the first word is a command, the dataset that comes with Parley is
-- meant.

local commands = require "parley.repl.command.commands"

local words = {}

-- The places of those words that are no options and no values of options. After "--" none is an option.
local function plain_words(argv)
  local options = require "parley.repl.command.options"
  local places, i = {}, 1
  while i <= #argv do
    local word = argv[i]
    if word == "--" then
      return table.move({}, 1, 0, 1, places), i, #argv
    elseif word:find "^%-." then
      local option, has_value = options.of_word(word)
      if option and option.argument and not has_value then i = i + 1 end
    else
      places[#places + 1] = i
    end
    i = i + 1
  end
  return places
end

-- The same where there are options; a line without any is read without knowing them.
local function places_of(argv)
  local places = {}
  for i, word in ipairs(argv) do
    if word:find "^%-." then
      local found, after, last = plain_words(argv)
      for at = after and after + 1 or 1, last or 0 do found[#found + 1] = at end
      return found
    end
    places[i] = i
  end
  return places
end

-- Whether a word names a command rather than a dataset: a file of that name is written as "./tables".
local function is_command(word) return commands.family(word) ~= nil end

-- What is no word is an expression: it has a dot, a colon, an operator.
local function is_expression(word) return not word:find "^%a[%w_-]*$" or word == "ds" end

local function is_file(word) return require("parley.base.files").exists(word) end

-- Whether the first word is an expression rather than a dataset: it calls something, and no file is called so.
local function is_call(word)
  if word:find "^%a[%w+.-]*://" then return false end
  local calls = word:find "[(%[{]" or word:find "^ds[.:]%a" or word:find "^#%a" or word:find "^return%s"
  return calls ~= nil and not is_file(word)
end

--- The hint for a word that is no command: what it may be.
---@param word string
---@return parley.Hint?
function words.meant(word)
  if word:find("/", 1, true) then return nil end          -- a path, be it to a file that is called as a command
  return require("parley.repl.command.unknown_commands").hint(word)
end

-- The word that was meant as a command: a misspelt one may stand where the dataset does.
local function unknown(first, second)
  local is_misspelt = words.meant(first) and not is_file(first)
  require("parley.repl.command.unknown_commands").refuse(is_misspelt and first or second)
end

-- A word that is neither file nor command may be known from elsewhere, or be a question in SQL.
local function check_words(first, second)
  local unknown_commands = require "parley.repl.command.unknown_commands"
  for _, word in ipairs { first, second } do
    if unknown_commands.is_sql(word) and not is_file(word) then unknown_commands.refuse(word) end
  end
end

-- Without the words at some places, which have been understood.
local function without(argv, taken)
  local rest = {}
  for i, word in ipairs(argv) do
    if not taken[i] then rest[#rest + 1] = word end
  end
  return rest
end

--- What a command line asks for.
---@class parley.CommandLine
---@field dataset string?
---@field command string? a name; "expression" or "prompt" where none is named
---@field rest string[] the words for the command's parser

--- Reads a command line.
---@param argv string[]
---@return parley.CommandLine
function words.read(argv)
  local places = places_of(argv)
  local first, second = argv[places[1]], argv[places[2]]
  if first == nil then return { command = "prompt", rest = argv } end
  if is_command(first) then return { command = first, rest = without(argv, { [places[1]] = true }) } end
  check_words(first, second ~= nil and not is_command(second) and second or nil)
  if is_call(first) then return { command = "expression", rest = argv } end
  if second == nil and words.meant(first) and not is_file(first) then unknown(first) end
  if second == nil then return { dataset = first, command = "prompt", rest = without(argv, { [places[1]] = true }) } end
  local taken = { [places[1]] = true, [places[2]] = true }
  if is_command(second) then return { dataset = first, command = second, rest = without(argv, taken) } end
  if not is_expression(second) then unknown(first, second) end
  return { dataset = first, command = "expression", rest = without(argv, { [places[1]] = true }) }
end

return words
