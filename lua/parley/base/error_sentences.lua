--- The sentences of failures: their templates, filled with what the failure speaks of.

local records = require "parley.base.records"

local sentences = {}

-- A file of messages with templates that go before the others, by the list they stand in; the program sets it.
local manner

--- Has sentences read as a file of parley.base.messages says, where it has them.
---@param name string?  "shell"; nil for as in Lua
function sentences.speak(name) manner = name and require("parley.base.messages." .. name) end

--- The template of a key in a list of messages.
---@param list string  "hints", "notes", "phrases", or "" for the sentences of failures
---@param key string
---@return string?
function sentences.template(list, key)
  local own = manner and manner[list == "" and "messages" or list]
  return own and own[key] or require("parley.base.messages" .. (list == "" and "" or "." .. list))[key]
end

local function words_of(key)
  local template = sentences.template("", key)
  if not template then error("no message for the error " .. tostring(key), 0) end
  return template
end

-- The way out that goes with a failure, as data.
local function suggestion_of(arguments)
  if arguments.hint then return arguments.hint end
  return arguments.known and require("parley.base.suggest").hint(tostring(arguments.name), arguments.known) or nil
end

--- Whether an argument is a phrase: data of which words are made here.
---@param value any
---@return boolean
function sentences.is_phrase(value)
  return type(value) == "table" and not getmetatable(value) and type(value.key) == "string"
end

-- What stands in a sentence for an argument; `reason` is the name of one where C gave it.
local function argument_words(arguments, name)
  local value = arguments[name]
  if sentences.is_phrase(value) then return sentences.phrase_words(value) end
  if type(value) == "table" and sentences.is_phrase(value[1]) then
    local words = {}
    for i, phrase in ipairs(value) do words[i] = sentences.phrase_words(phrase) end
    return table.concat(words, ", ")
  end
  local reason = name == "reason" and require("parley.base.messages.reasons")[value]
  return reason and sentences.fill(reason, arguments) or tostring(value)
end

--- A sentence of its template: {name} is an argument, {name:one|many} the word that goes with its number; any other
--- {…} is text.
---@param template string
---@param arguments table
---@return string
function sentences.fill(template, arguments)
  return (template:gsub("{([%a_]+)([^{}]*)}", function(name, rest)
    if rest == "" then return argument_words(arguments, name) end
    local one, many = rest:match "^:([^|]*)|(.*)$"
    return one and (arguments[name] == 1 and one or many) or nil
  end))
end

--- The words of a hint: what may help, as data.
---@param hint parley.Hint
---@return string
function sentences.hint(hint)
  local template = sentences.template("hints", hint.key)
  if not template then error("no words for the hint " .. tostring(hint.key), 0) end
  return sentences.fill(template, hint)
end

--- The sentence of a failure without its hint, and the hint where it does not stand within the sentence.
---@param key string a code word, or one with the variant of its words
---@param arguments table?
---@return string sentence, parley.Hint? hint
function sentences.words(key, arguments)
  arguments = arguments or {}
  local template, hint = words_of(key), suggestion_of(arguments)
  local before, after = template:match "^(.*){hint}(.*)$"
  if not before then return sentences.fill(template, arguments), hint end
  return sentences.fill(before, arguments) .. (hint and "; " .. sentences.hint(hint) or "")
    .. sentences.fill(after, arguments)
end

--- A part of a sentence that failures of several sorts share (parley.base.messages.phrases).
---@param name string
---@param arguments table?
---@return string
function sentences.phrase(name, arguments)
  local template = sentences.template("phrases", name)
  if not template then error("no words for the phrase " .. tostring(name), 0) end
  return sentences.fill(template, arguments or {})
end

--- A phrase as data, of its name and what it speaks of.
---@param name string
---@param arguments table?
---@return parley.Phrase
function sentences.as_phrase(name, arguments) return records.copy_of(arguments or {}, { key = name }) end

--- The words of a phrase as data; a name, or words of somebody else, are what they are.
---@param phrase string|parley.Phrase
---@return string
function sentences.phrase_words(phrase)
  return type(phrase) == "table" and sentences.phrase(phrase.key, phrase) or phrase
end

return sentences
