--- What is said of a method that no query has, and of what is no expression: what other tools call the verbs, the name
-- that was probably meant, how Lua's habits are written here.

local errors = require "parley.base.errors"
local functions = require "parley.query.functions"
local suggest = require "parley.base.suggest"

local unknown = {}

--- What other tools call the verbs, and how each is written here.
unknown.elsewhere = require "parley.base.foreign_verbs"

local function method_names(methods)
  local names = {}
  for name in pairs(methods) do
    if type(name) == "string" and not name:find("^__") then names[#names + 1] = name end
  end
  for _, name in ipairs(functions.short_forms()) do names[#names + 1] = not methods[name] and name or nil end
  table.sort(names)
  return names
end

-- A table of Lua's would have a column as a field, and a column's methods behind it.
local function is_column(q, key)
  local done, columns = pcall(q.columns, q)
  return done and suggest.contains(columns, key)
end

local function is_of_dataset(q, key)
  local done, value = pcall(function() return q.home[key] end)
  return done and type(value) == "function"
end

--- The hint for a name that rows have not: a column, or what other tools call a verb; or nil.
---@param rows parley.Query|parley.Frame
---@param key any
---@return parley.Hint?
function unknown.hint(rows, key)
  local ours = unknown.elsewhere[key]
  if ours then return { key = "use_verb", call = ours } end
  if type(key) ~= "string" then return nil end
  if is_column(rows, key) then return { key = "column_in_text", name = key } end
end

--- How a call of rows is written that is asked for elsewhere, here or in the words of other tools; or nil.
---@param rows parley.Query
---@param key any
---@return string?
function unknown.call_of(rows, key)
  local call = unknown.elsewhere[key]
  if call or type(key) ~= "string" or key:find "^__" then return call end
  return (rawget(getmetatable(rows), key) or functions.has_short_form(key)) and key .. "(...)" or nil
end

-- What other tools call what a dataset does.
local OF_DATASET = { save = "save_as(path)", insert = "add(table, row, provenance)", delete = "retract(...)",
  update = "claim(table, id, values, provenance)", query = "sql(statement)", execute = "sql(statement)",
  info = "describe(table)", schema = "describe(table)", columns = "describe(table)", sources_of = "evidence(table, id)",
  read = "import(table, path)", read_csv = "import(table, path)", export = "save_package(folder)",
  commit = "atomic(f)", transaction = "atomic(f)" }

--- Raises about a name that a dataset has not: perhaps a call of queries, here or in other tools, before which a table
-- comes.
---@param rows parley.Query?  of a table of its
---@param key any
---@param known_names fun(): string[]
---@return any never
function unknown.of_dataset(rows, key, known_names)
  local ours = OF_DATASET[key]
  local call = not ours and rows and unknown.call_of(rows, key)
  errors.raise("no_name.dataset_field", { name = key, known = not (call or ours) and known_names() or nil,
    hint = ours and { key = "call_of_dataset_named", call = ours } or key == "help" and { key = "lists_calls" }
      or call and { key = "call_of_rows", table = rows.info.name, call = call } or nil })
end

-- What changes a dataset, by what other tools call it.
local WRITING = { insert = "add(...)", append = "add(...)", add = "add(...)", add_row = "add(...)",
  update = "amend(...)",
  set = "amend(...)", delete = "retract(...)", drop = "retract(...)", remove = "retract(...)" }

-- What helps where nothing is known by a name, or near to it.
local function hint_of(key, names)
  if type(key) == "string" and not key:find "^[%a_][%w_]*$" then return { key = "row_by_id", id = key } end
  if WRITING[key] then return { key = "writes_of_dataset", call = WRITING[key] } end
  return suggest.meant(suggest.nearest(tostring(key), names)) or { key = "lists_calls" }
end

-- What is given where an expression is due, and what helps.
local WAYS_OUT = { ["bad_expression.argument"] = { ["nil"] = "names_in_quotes", table = "expressions_apart" },
  ["bad_expression.where"] = { ["nil"] = "condition_in_quotes", boolean = "condition_in_quotes" } }

--- Raises for a value that is not text where an expression is expected.
---@param which "bad_expression.argument"|"bad_expression.where"
---@param given any
---@param arguments table  of the sentence
---@return any never
function unknown.no_text(which, given, arguments)
  local way_out = WAYS_OUT[which][type(given)]
  arguments.got, arguments.hint = type(given), way_out and { key = way_out, what = arguments.what }
  if way_out == "expressions_apart" then
    arguments.hint = require("parley.query.foreign_syntax").table_hint(given, arguments.what)
  end
  errors.raise(which, arguments)
end

--- Raises about a name that is no method of queries.
---@param methods table  those there are
---@param q parley.Query
---@param key any
---@return any never
function unknown.refuse(methods, q, key)
  local hint = unknown.hint(q, key) or is_of_dataset(q, key) and { key = "call_of_dataset", name = key }
  local names = method_names(methods)
  errors.raise("no_name.query", { name = key, known = not hint and names or nil, hint = hint or hint_of(key, names) })
end

return unknown
