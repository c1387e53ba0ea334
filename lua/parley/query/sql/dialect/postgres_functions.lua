--- The functions that SQL on PostgreSQL calls, as SQL that makes them in the schema of a dataset: SQL and PL/pgSQL
-- alone, since servers that others manage take no C. Their texts stand by idea in the files beside this one; the table
-- of functions (csrc/value/functions.def) says which of them each entry calls.
-- All names of ours begin with parley_, so that the schema is put before each of them, and nobody's own function of
-- such a name is called instead.

local functions = {}

--- Goes up by one with every change of what a function gives.
functions.version = 1

-- In the order in which they know each other.
local PARTS = { "errors", "numbers", "letters", "texts", "patterns", "dates", "calendar", "sums", "groups",
  "statistics", "readings", "amounts" }

local function text_of(part)
  local text = require("parley.query.sql.dialect.postgres_" .. part)
  return type(text) == "function" and text() or text
end

-- A type that is there stays.
local TYPE = [[
DO $type$ BEGIN
  %s
EXCEPTION WHEN duplicate_object THEN NULL;
END $type$;]]

--- Puts a schema before the names of ours in a text of SQL.
---@param text string
---@param schema string  quoted
---@return string
function functions.qualify(text, schema)
  return (text:gsub("%f[%w_.\"]parley_", function() return schema .. ".parley_" end))
end

--- The statements that make all functions in a schema, and note their version.
---@param schema string  quoted
---@return string
function functions.create(schema)
  local texts = {}
  for i, part in ipairs(PARTS) do texts[i] = text_of(part) end
  texts[#texts + 1] = ("CREATE OR REPLACE FUNCTION parley_functions_version() RETURNS integer\n"
    .. "LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT %d $$;"):format(functions.version)
  local text = table.concat(texts, "\n"):gsub("CREATE TYPE [^;]+;", function(type) return TYPE:format(type) end)
  return functions.qualify(text, schema)
end

return functions
