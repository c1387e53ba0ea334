--- What a command line without a command asks for: the value of an expression, or the prompt.

local errors = require "parley.base.errors"
local suggest = require "parley.base.suggest"

-- The names that an expression may use: ds, the tables of the dataset and parley; for rows, `f` and its methods.
local function environment(call)
  local values = { ds = call.ds, parley = call.parley, f = call.frame, help = rawget(call.parley, "help") }
  local frame = call.frame
  return setmetatable(values, { __index = function(_, name)
    local global = _G[name]
    if global ~= nil then return global end
    if frame then
      if suggest.contains(frame:columns(), name) then
        errors.raise("no_name.global", { name = name, hint = { key = "column_in_quotes", name = name } })
      end
      local method = frame[name]
      if type(method) ~= "function" then return method end
      return function(...) return method(frame, ...) end
    end
    if call.ds and call.ds:table_info(name) then return call.ds:table(name) end
    require("parley.repl.unknown_globals").refuse(name, _G, call.ds)
  end })
end

local function compiled(text, env)
  local chunk = load("return " .. text, "=expression", "t", env)
  if chunk then return chunk end
  local statements, message = load(text, "=expression", "t", env)
  if statements then return statements end
  local words = errors.in_chunk(message, "expression")
  local slips = require "parley.repl.slips"
  local bare = slips.bare_call(text)
  errors.raise("bad_expression.command", { text = text, words = words,
    hint = bare and { key = "call_parentheses", name = bare } or slips.hint(text) })
end

local function expression(call)
  local results = table.pack(compiled(call.arguments[1], environment(call))())
  if results[1] == nil and type(results[2]) == "string" then call:checked(results[1], results[2], results[3]) end
  for i = 1, results.n do
    if type(results[i]) == "function" then errors.raise("bad_type.command_function", { text = call.arguments[1] }) end
    if results[i] ~= nil then call:value(results[i]) end
  end
end

-- The prompt, with what was opened under the names that an expression has.
local function prompt(call)
  _G.parley, _G.ds, _G.f, _G.help = call.parley, call.ds, call.frame, rawget(call.parley, "help")
  local what = call.ds and require("parley.repl.print").title(call.ds) or call.path
  require("parley.repl.loop").run { banner = ("%s; %s"):format(what, call.ds and "ds" or "f") }
end

return {
  { name = "expression", unnamed = true, needs = "rows", summary = "The value of an expression of Lua.",
    arguments = { { name = "EXPRESSION", meaning = "of Lua; 'ds' is the dataset, 'f' the rows of a file" } },
    options = { "rows", "view", "output", "reading" }, run = expression,
    examples = { "parley talks.db 'ds.demands:by(\"party\"):count()'", "parley - 'by(\"b\"):count()' < x.csv" } },
  { name = "prompt", unnamed = true, needs = "rows", summary = "The prompt: Lua, with the dataset as 'ds'.",
    options = { "view", "reading" }, run = prompt },
}
