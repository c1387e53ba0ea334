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
--
-- Nothing of this is needed before something fails: what makes error objects (parley.base.error_objects), and their
-- sentences (parley.base.error_sentences), is read then, and its functions are functions of this module.

local core = require "parley.core"

local Error = core.error_metatable

local errors = {}

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

--- What C calls for its failures, and for what it says that is none (csrc/lua/raise.c).
function Error.of_parts(code, parts) return errors.of_parts(code, parts) end
function Error.phrase(name, arguments) return errors.phrase(name, arguments) end

return setmetatable(errors, { __index = function(_, name)
  errors[name] = require("parley.base.error_objects")[name] or require("parley.base.error_sentences")[name]
  return rawget(errors, name)
end })
