--- Error objects: what a failure is as data, the place where it stands, and what becomes of it on its way.
-- What the keys and arguments mean is said in parley.base.errors, of which the functions here are a part.

local core = require "parley.core"
local records = require "parley.base.records"
local sentences = require "parley.base.error_sentences"

local debug = package.loaded.debug          -- a host may have none, or have hidden it; parley.strict guards globals

local objects = {}

--- The code word of a key.
---@param key string
---@return string
function objects.code(key) return key:match "^[^.]+" end

--- ## Places

-- The folder of this file, as chunk names spell it: every frame of the stack below it is ours.
local ours = debug and debug.getinfo(1, "S").source:match("^(.*)base/error_objects%.lua$") or nil

local function is_ours(info)
  return info.what == "C" or (ours and info.source:sub(1, #ours) == ours)
end

--- "file:line" of the first Lua function on the stack that is not Parley's, or nil.
---@return string?
function objects.where()
  if not (debug and ours) then return nil end
  local level = 2
  while true do
    local info = debug.getinfo(level, "Sl")
    if not info then return nil end
    if not is_ours(info) and info.currentline > 0 then return ("%s:%d"):format(info.short_src, info.currentline) end
    level = level + 1
  end
end

--- ## Making one

--- A way out, as data: its words are made by errors.hint. What it speaks of stands beside the key, by name.
---@class parley.Hint
---@field key string of parley.base.messages.hints: "did_you_mean"
---@field meant string? of did_you_mean: the name that is near

--- A part of a sentence, as data: a key of parley.base.messages.phrases, and what it speaks of, by name.
---@class parley.Phrase
---@field key string

--- What misuse raises. `tostring(e)` is `where: parley: message`; methods of strings and `..` work on that text.
---@class parley.Error
---@field code string a code word of doc/errors.md
---@field key string the code word, with the variant of its words where it has one: alike for the same fault elsewhere
---@field message string the sentence, with its hint
---@field sentence string what it is about and the sentence, without its hint
---@field hint string? the hint alone: what was probably meant, or another way out
---@field suggestion parley.Hint? the same as data
---@field where string? file and line of the caller
---@field about (string|parley.Phrase)[] what it is about, from without inwards: { key = "line", path = …, line = 3 }
---@field place parley.Phrase? where in an expression it stands: { key = "position", position = 8, text = … }
---@field outcome (string|parley.Phrase)? what has become of the call
---@field arguments table what the sentence speaks of, by name
---@field cause any? the error that was caught before
local Error = core.error_metatable

local function is_object(value) return getmetatable(value) == Error end

local methods = {}

for name, method in pairs(string) do
  methods[name] = function(self, ...) return method(tostring(self), ...) end
end

Error.__index = methods

--- A message as users read it: whose it is stands in front.
---@param message string
---@return string
function objects.signed(message) return "parley: " .. message end

function Error.__tostring(e) return (e.where and e.where .. ": " or "") .. objects.signed(e.message) end

function Error.__concat(a, b) return tostring(a) .. tostring(b) end

-- A text without the password of a server's address, wherever it came from; of a phrase, all its texts.
local function shown(value)
  if type(value) == "string" then
    if not (value:find("://", 1, true) or value:find("password", 1, true)) then return value end
    return require("parley.base.server_address").without_password(value)
  end
  if not sentences.is_phrase(value) then return value end
  local copy = {}
  for name, part in pairs(value) do copy[name] = shown(part) end
  return copy
end

local function all_shown(values)
  local copy = {}
  for name, value in pairs(values) do copy[name] = shown(value) end
  return copy
end

-- What the object is made of, as data: key (a code word, or one with the variant of its words), words (its sentence
-- alone), arguments, suggestion, where, about, place, outcome. All that users read is made here.
local function made(data)
  local words_of, parts, arguments = sentences.phrase_words, {}, all_shown(data.arguments)
  local subjects, faulty, where = all_shown(data.about), shown(data.place), shown(data.where)
  for i, about in ipairs(subjects) do parts[i] = words_of(about) end
  parts[#parts + 1] = shown(data.words)
  local sentence, hint = table.concat(parts, ": "), data.suggestion and sentences.hint(data.suggestion)
  if data.outcome then hint = (hint and hint .. "; " or "") .. words_of(data.outcome) end
  local place = faulty and " (" .. words_of(faulty) .. ")" or ""
  return setmetatable({ code = objects.code(data.key), key = data.key, words = parts[#parts], sentence = sentence,
    message = sentence .. (hint and "; " .. hint or "") .. place, hint = hint, suggestion = data.suggestion,
    arguments = arguments, cause = arguments.cause, where = where, about = subjects, place = faulty,
    outcome = data.outcome }, Error)
end

local function in_words(key, words)
  return made { key = key, words = words, arguments = {}, about = {} }
end

-- By the table of messages.
local function new(key, arguments, where, place)
  local words, suggestion = sentences.words(key, arguments)
  return made { key = key, words = words, arguments = arguments or {}, suggestion = suggestion, where = where,
    about = {}, place = place }
end

-- The same failure with something other.
local function retold(err, changes) return made(records.copy_of(err, changes)) end

--- An error object without a place: what stands inside another failure, or ends some calls inside Parley.
---@param key string a code word, or one with the variant of its words
---@param arguments table?
---@return parley.Error
function objects.new(key, arguments) return new(key, arguments) end

--- The code word of a code: Lua's io and os libraries give the system's numbers.
---@param code integer|string|nil
---@return string
function objects.word(code)
  return math.type(code) == "integer" and core.errno(code) or code or "io"
end

--- An error object of a message and a code that came as results.
---@param message string|parley.Error
---@param code integer|string|nil
---@return parley.Error
function objects.of(message, code)
  return is_object(message) and message or in_words(objects.word(code), message)
end

--- The same without the name of a file, with which Lua's libraries begin: the system's words for the number they give.
---@param message string
---@param code integer|string|nil
---@return parley.Error
function objects.of_system(message, code)
  if math.type(code) ~= "integer" then return objects.of(message, code) end
  local word, words = core.errno(code)
  return in_words(word, words)
end

--- What was caught, as an error object: a failure that is none of Parley's is one without a code of its own.
---@param value any
---@return parley.Error
function objects.caught(value)
  return is_object(value) and value or in_words("misuse", tostring(value))
end

-- The places of faults as data, where C gives them as one text (csrc/text/input_faults.c): phrases.
local function with_places(arguments)
  if type(arguments.places) ~= "string" then return arguments end
  local places = {}
  for key, line, byte, field, excerpt in arguments.places:gmatch "(%S+) (%d+) (%d+) (%d+) ([^\t]*)" do
    places[#places + 1] = sentences.as_phrase(key, { line = math.tointeger(line), byte = math.tointeger(byte),
      field = field ~= "0" and math.tointeger(field) or nil, excerpt = excerpt })
  end
  arguments.places = places
  return arguments
end

--- A failure of a room in C: key and arguments come from there, the sentence is made here (csrc/lua/raise.c).
---@param code string
---@param parts table[] from the failure itself outwards: { key =, arguments = }, or { words = } of somebody else's
---@return parley.Error
function objects.of_parts(code, parts)
  local first = parts[1] or { words = code }
  local err = first.key and new(first.key, with_places(first.arguments)) or in_words(code, first.words)
  for i = 2, #parts do
    local part = parts[i]
    err = objects.about(err, part.words or sentences.as_phrase(part.key, part.arguments))
  end
  return err
end

--- Where and why a chunk that was loaded as `"=" .. name` failed: Lua itself says it in its message alone.
---@param value any what load() gave or pcall() caught
---@param name string letters only
---@return string words, integer? line
function objects.in_chunk(value, name)
  local line, words = tostring(value):match("^" .. name .. ":(%d+): (.*)$")
  return words or tostring(value), math.tointeger(line)
end

--- Raises an error object with the caller's position, however deep inside Parley the fault was found.
---@param key string a code word, or one with the variant of its words
---@param arguments table?
---@return any never
function objects.raise(key, arguments) objects.raise_in(key, arguments, nil) end

--- The same with the place in a text, such as an expression, where the fault stands.
---@param key string
---@param arguments table?
---@param place parley.Phrase? what the message ends with
---@return any never
function objects.raise_in(key, arguments, place) error(new(key, arguments, objects.where(), place), 0) end

--- Raises an error object that was caught, with the caller's position where it has none.
---@param err parley.Error
---@return any never
function objects.pass(err)
  error(err.where and err or retold(err, { where = objects.where() }), 0)
end

--- Raises an error object with what it is about in front: "demands.topic", "provenance source".
---@param err parley.Error
---@param about string|parley.Phrase its name, or a phrase
---@return any never
function objects.raise_about(err, about)
  error(retold(objects.about(err, about), { where = objects.where() }), 0)
end

--- A failure with what it is about in front: a file, or what could not be done with it.
---@param err parley.Error
---@param about string|parley.Phrase|nil its name, or a phrase
---@return parley.Error
function objects.about(err, about)
  return about and retold(err, { about = { about, table.unpack(err.about) } }) or err
end

--- A failure that says, at its end, what has become of the call.
---@param err parley.Error
---@param outcome string|parley.Phrase|nil
---@return parley.Error
function objects.with_outcome(err, outcome)
  return outcome and retold(err, { outcome = outcome }) or err
end

--- Results for an error object: nil, the object, the code word.
---@param err parley.Error
---@param about string|parley.Phrase|nil a file, or what could not be done with it
---@return nil, parley.Error err, string code
function objects.results(err, about) return nil, objects.about(err, about), err.code end

--- A failure of the world (a file, a disk, a lock) as results: nil, an error object, the code word.
---@param key string a code word, or one with the variant of its words
---@param arguments table?
---@param about string|parley.Phrase|nil where it happened: a file, or what could not be done with it
---@return nil, parley.Error err, string code
function objects.fail(key, arguments, about) return objects.results(objects.new(key, arguments), about) end

return objects
