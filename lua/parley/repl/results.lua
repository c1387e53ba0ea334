--- Results as the prompt shows them: like print, but tables by what is in them; through a pager where they are longer
-- than the screen; and `_` is the first of them. Making their text is a call of Parley's, so that Ctrl-C ends it.

local codes = require "parley.base.codes"
local public_call = require "parley.base.public_call"

local results = {}

local function plain_text(value, globals)
  local kind = type(value)
  if kind ~= "table" and kind ~= "function" then return tostring(value) end
  return require("parley.repl.plain_values").text(value, globals) or tostring(value)
end

local function text_of(values, globals)
  local is_loop = type(values[1]) == "function" and require("parley.repl.plain_values").loop_text(values)
  if is_loop then return is_loop end
  local texts = {}
  for i = 1, values.n do texts[i] = plain_text(values[i], globals) end
  public_call.check()          -- a preview that was stopped says so in its text
  return table.concat(texts, "\t")
end

--- The text of some values, as print writes them, but for tables and functions: `values.n` says how many.
---@param values table
---@param globals table
---@return string
results.text = public_call.of(text_of)

-- nil, message and one of our code words are what a failure of the world gives: the message says it.
local function failure(values)
  local is_one = values.n == 3 and values[1] == nil and type(values[2]) == "string" and codes.by_name[values[3]]
  return is_one and values[2] or nil
end

--- Shows values, and keeps the first as `_`.
---@param values table  with n
---@param globals table
---@param output file*?
function results.show(values, globals, output)
  if values.n == 0 then return end
  local message = failure(values)
  if message then return require("parley.repl.failures").tell(message) end
  if values[1] ~= nil then globals._ = values[1] end
  require("parley.repl.pager").print(results.text(values, globals), output)
end

return results
