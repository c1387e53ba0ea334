--- Errors are data: a code word, its arguments, a place and a cause; the English is made here, once.
-- Misuse raises an error object; for failures of the world a public call gives nil, message, code. Inside Parley both
-- are error objects: such a failure travels as nil, object, code, and becomes text where the public call ends
-- (parley.base.public_call), which alone says whose message it is.
--
-- Both take a *key*: a code word of parley.base.codes, alone or with the variant of its words: "no_column",
-- "no_column.join". What is caught, matched and documented is the code word; the variant only chooses the sentence.
--
-- To add a failure: put its sentence into parley.base.messages under a key, with {name} where an argument goes, and
-- raise it with these arguments. Add a code word to parley.base.codes only where a program would act in another way
-- than on the words there are. Specs find keys that are missing or unused; `make docs` writes doc/errors.md.
--
-- Two arguments mean the same everywhere: `known` (the names there are) gives the hint of what `name` may have meant,
-- or of what there is; `hint` is a way out, as data: { key = of parley.base.messages.hints, and what it speaks of }. It
-- stands in the sentence where {hint} does, or else at its end.
-- Where C gives a `reason`, it is the name of one in parley.base.messages.reasons. An argument that is no name, number
-- or value of the user's is a phrase, as data: { key = of parley.base.messages.phrases, and what it speaks of }.

local core = require "parley.core"

local debug = debug

local errors = {}

--- ## English

local function words_of(key)
  local template = require("parley.base.messages")[key]
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
function errors.is_phrase(value)
  return type(value) == "table" and not getmetatable(value) and type(value.key) == "string"
end

-- What stands in a sentence for an argument; `reason` is the name of one where C gave it.
local function argument_words(arguments, name)
  local value = arguments[name]
  if errors.is_phrase(value) then return errors.phrase(value.key, value) end
  local reason = name == "reason" and require("parley.base.messages.reasons")[value]
  return reason and errors.fill(reason, arguments) or tostring(value)
end

--- A sentence of its template: {name} is an argument, {name:one|many} the word that goes with its number; any other
--- {…} is text.
---@param template string
---@param arguments table
---@return string
function errors.fill(template, arguments)
  return (template:gsub("{([%a_]+)([^{}]*)}", function(name, rest)
    if rest == "" then return argument_words(arguments, name) end
    local one, many = rest:match "^:([^|]*)|(.*)$"
    return one and (arguments[name] == 1 and one or many) or nil
  end))
end

--- The words of a hint: what may help, as data.
---@param hint parley.Hint
---@return string
function errors.hint(hint)
  local template = require("parley.base.messages.hints")[hint.key]
  if not template then error("no words for the hint " .. tostring(hint.key), 0) end
  return errors.fill(template, hint)
end

--- The sentence of a failure without its hint, and the hint where it does not stand within the sentence.
---@param key string a code word, or one with the variant of its words
---@param arguments table?
---@return string sentence, parley.Hint? hint
function errors.words(key, arguments)
  arguments = arguments or {}
  local template, hint = words_of(key), suggestion_of(arguments)
  local before, after = template:match "^(.*){hint}(.*)$"
  if not before then return errors.fill(template, arguments), hint end
  return errors.fill(before, arguments) .. (hint and "; " .. errors.hint(hint) or "") .. errors.fill(after, arguments)
end

--- A part of a sentence that failures of several sorts share (parley.base.messages.phrases).
---@param name string
---@param arguments table?
---@return string
function errors.phrase(name, arguments)
  local template = require("parley.base.messages.phrases")[name]
  if not template then error("no words for the phrase " .. tostring(name), 0) end
  return errors.fill(template, arguments or {})
end

--- The code word of a key.
---@param key string
---@return string
function errors.code(key) return key:match "^[^.]+" end

--- ## Places

-- The folder of this file, as chunk names spell it: every frame of the stack below it is ours.
local ours = debug and debug.getinfo(1, "S").source:match("^(.*)base/errors%.lua$") or nil

local function is_ours(info)
  return info.what == "C" or (ours and info.source:sub(1, #ours) == ours)
end

--- "file:line" of the first Lua function on the stack that is not Parley's, or nil.
---@return string?
function errors.where()
  if not (debug and ours) then return nil end
  local level = 2
  while true do
    local info = debug.getinfo(level, "Sl")
    if not info then return nil end
    if not is_ours(info) and info.currentline > 0 then return ("%s:%d"):format(info.short_src, info.currentline) end
    level = level + 1
  end
end

--- ## Error objects

--- A way out, as data: its words are made by errors.hint. What it speaks of stands beside the key, by name.
---@class parley.Hint
---@field key string of parley.base.messages.hints: "did_you_mean"
---@field meant string? of did_you_mean: the name that is near

--- What misuse raises. `tostring(e)` is `where: parley: message`; methods of strings and `..` work on that text.
---@class parley.Error
---@field code string a code word of doc/errors.md
---@field key string the code word, with the variant of its words where it has one: alike for the same fault elsewhere
---@field message string the sentence, with its hint
---@field sentence string the sentence without its hint
---@field hint string? the hint alone: what was probably meant, or another way out
---@field suggestion parley.Hint? the same as data
---@field where string? file and line of the caller
---@field place string? where in a text it stands, at the end of the message
---@field outcome string? what has become of the call
---@field arguments table what the sentence speaks of, by name
---@field cause any? the error that was caught before
local Error = core.error_metatable

local methods = {}

for name, method in pairs(string) do
  methods[name] = function(self, ...) return method(tostring(self), ...) end
end

Error.__index = methods

--- A message as users read it: whose it is stands in front.
---@param message string
---@return string
function errors.signed(message) return "parley: " .. message end

function Error.__tostring(e) return (e.where and e.where .. ": " or "") .. errors.signed(e.message) end

function Error.__concat(a, b) return tostring(a) .. tostring(b) end

--- Whether a value that was caught is an error object of Parley's.
---@param value any
---@return boolean
function errors.is(value) return getmetatable(value) == Error end

local ENDINGS = { cancelled = true, limit = true, out_of_memory = true }

--- Whether a value that was caught has ended the call from without: it says nothing of what was being read or tried.
---@param value any
---@return boolean
function errors.ends_call(value) return errors.is(value) and ENDINGS[value.code] == true end

--- What a caught value says: the message of an error object, or any other value as text.
---@param value any
---@return string
function errors.message(value) return errors.is(value) and value.message or tostring(value) end

-- `key`: its code word, or one with the variant of its words.
local function new(key, sentence, arguments, suggestion, where, place, outcome)
  local hint = suggestion and errors.hint(suggestion)
  if outcome then hint = (hint and hint .. "; " or "") .. outcome end
  return setmetatable({ code = errors.code(key), key = key, sentence = sentence,
    message = sentence .. (hint and "; " .. hint or "") .. (place or ""), hint = hint, suggestion = suggestion,
    arguments = arguments, cause = arguments.cause, where = where, place = place, outcome = outcome }, Error)
end

--- An error object without a place: what stands inside another failure, or ends some calls inside Parley.
---@param key string a code word, or one with the variant of its words
---@param arguments table?
---@return parley.Error
function errors.new(key, arguments)
  local text, hint = errors.words(key, arguments)
  return new(key, text, arguments or {}, hint)
end

--- The code word of a code: Lua's io and os libraries give the system's numbers.
---@param code integer|string|nil
---@return string
function errors.word(code)
  return math.type(code) == "integer" and core.errno(code) or code or "io"
end

--- An error object of a message and a code that came as results.
---@param message string|parley.Error
---@param code integer|string|nil
---@return parley.Error
function errors.of(message, code)
  return errors.is(message) and message or new(errors.word(code), message, {})
end

--- The same without the name of a file, with which Lua's libraries begin: the system's words for the number they give.
---@param message string
---@param code integer|string|nil
---@return parley.Error
function errors.of_system(message, code)
  if math.type(code) ~= "integer" then return errors.of(message, code) end
  local word, words = core.errno(code)
  return new(word, words, {})
end

--- What was caught, as an error object: a failure that is none of Parley's is one without a code of its own.
---@param value any
---@return parley.Error
function errors.caught(value)
  return errors.is(value) and value or new("misuse", tostring(value), {})
end

--- A failure of a room in C: key and arguments come from there, the sentence is made here (csrc/lua/raise.c).
---@param code string
---@param parts table[] from the failure itself outwards: { key =, arguments = }, or { words = } of somebody else's
---@return parley.Error
function Error.of_parts(code, parts)
  local first = parts[1] or { words = code }
  local err = first.key and errors.new(first.key, first.arguments) or new(code, first.words, {})
  for i = 2, #parts do
    local about = parts[i]
    err = errors.about(err, about.words or errors.phrase(about.key, about.arguments))
  end
  return err
end

Error.phrase = errors.phrase          -- what C says that is no failure

--- Where and why a chunk that was loaded as `"=" .. name` failed: Lua itself says it in its message alone.
---@param value any what load() gave or pcall() caught
---@param name string letters only
---@return string words, integer? line
function errors.in_chunk(value, name)
  local line, words = tostring(value):match("^" .. name .. ":(%d+): (.*)$")
  return words or tostring(value), math.tointeger(line)
end

--- Raises an error object with the caller's position, however deep inside Parley the fault was found.
---@param key string a code word, or one with the variant of its words
---@param arguments table?
---@return any never
function errors.raise(key, arguments) errors.raise_in(key, arguments, nil) end

--- The same with the place in a text, such as an expression, where the fault stands.
---@param key string
---@param arguments table?
---@param place string? what the message ends with
---@return any never
function errors.raise_in(key, arguments, place)
  local text, hint = errors.words(key, arguments)
  error(new(key, text, arguments or {}, hint, errors.where(), place), 0)
end

-- The same failure with other words, another place of the caller, another outcome.
local function retold(err, sentence, where, outcome)
  return new(err.key, sentence, err.arguments, err.suggestion, where, err.place, outcome or err.outcome)
end

--- Raises an error object that was caught, with the caller's position where it has none.
---@param err parley.Error
---@return any never
function errors.pass(err)
  error(err.where and err or retold(err, err.sentence, errors.where()), 0)
end

--- Raises an error object with what it is about in front: "demands.topic", "provenance source".
---@param err parley.Error
---@param about string|table its name, or a phrase
---@return any never
function errors.raise_about(err, about)
  local told = errors.about(err, about)
  told.where = errors.where()
  error(told, 0)
end

--- A failure with what it is about in front: a file, or what could not be done with it.
---@param err parley.Error
---@param about string|table|nil its name, or a phrase
---@return parley.Error
function errors.about(err, about)
  if not about then return err end
  if errors.is_phrase(about) then about = errors.phrase(about.key, about) end
  return retold(err, about .. ": " .. err.sentence, err.where)
end

--- A failure that says, at its end, what has become of the call.
---@param err parley.Error
---@param outcome string?
---@return parley.Error
function errors.with_outcome(err, outcome)
  if not outcome then return err end
  return retold(err, err.sentence, err.where, outcome)
end

--- Results for an error object: nil, the object, the code word.
---@param err parley.Error
---@param about string|table|nil a file, or what could not be done with it
---@return nil, parley.Error err, string code
function errors.results(err, about) return nil, errors.about(err, about), err.code end

--- A failure of the world (a file, a disk, a lock) as results: nil, an error object, the code word.
---@param key string a code word, or one with the variant of its words
---@param arguments table?
---@param about string? where it happened: a file, or what could not be done with it
---@return nil, parley.Error err, string code
function errors.fail(key, arguments, about) return errors.results(errors.new(key, arguments), about) end

return errors
