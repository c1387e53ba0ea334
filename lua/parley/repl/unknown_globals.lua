--- What is said of a name that no variable has, in an expression of the program or at the prompt: a column or a call
-- that was meant to stand elsewhere, a table of the dataset, a local of an earlier line, what other languages write.

local errors = require "parley.base.errors"
local strict = require "parley.base.strict"
local suggest = require "parley.base.suggest"

local unknown_globals = {}

-- What is written by habit, and the hint for it.
local HABITS = { pd = "reads_rows", pandas = "reads_rows", read_csv = "reads_rows", library = "is_loaded",
  import = "is_loaded", conn = "ds_is_dataset", con = "ds_is_dataset", db = "ds_is_dataset", dataset = "ds_is_dataset",
  null = "nil_of_lua", NULL = "nil_of_lua", None = "nil_of_lua", True = "true_of_lua", False = "true_of_lua",
  TRUE = "true_of_lua", FALSE = "true_of_lua", sql = "sql_at_prompt", SELECT = "sql_at_prompt",
  select_from = "sql_at_prompt", tables = "lists_tables", schema = "lists_tables", ls = "lists_tables" }

local function is_column(ds, name)
  for _, table_name in ipairs(ds:tables()) do
    if ds:table_info(table_name).by_name[name] then return true end
  end
  return false
end

-- What a dataset has of that name: a table, a call of its rows, a column.
local function hint_of(ds, name)
  if ds:table_info(name) then return { key = "table_of_ds", table = name } end
  local example = ds:table_info "demands" and "demands" or ds:tables()[1]
  local call = example and require("parley.query.unknown_verbs").call_of(ds:table(example), name)
  local is_function = require("parley.query.functions").is_known(name)
  if call then
    local key = is_function and "call_of_rows_or_quotes" or "call_of_rows"
    return { key = key, table = example, call = call, name = name }
  end
  if is_function then return { key = "function_in_quotes", name = name } end
  return is_column(ds, name) and { key = "column_in_quotes", name = name } or nil
end

-- The name that was meant: a variable or a table.
local function near(name, globals, ds)
  local meant = suggest.nearest(name, strict.names(globals))
  if meant then return suggest.meant(meant) end
  meant = ds and suggest.nearest(name, ds:tables())
  return meant and { key = "did_you_mean", meant = "ds." .. meant } or nil
end

--- Raises about a name.
---@param name any
---@param globals table  the variables there are
---@param ds parley.Dataset?  whose columns and tables may be meant
---@param was_local boolean?  whether an earlier line made it a local
function unknown_globals.refuse(name, globals, ds, was_local)
  name = tostring(name)
  ds = ds and ds:is_open() and ds or nil
  local hint = was_local and { key = "local_of_line", name = name } or HABITS[name] and { key = HABITS[name] }
    or ds and hint_of(ds, name) or near(name, globals, ds) or nil
  errors.raise("no_name.global", { name = name, hint = hint })
end

return unknown_globals
