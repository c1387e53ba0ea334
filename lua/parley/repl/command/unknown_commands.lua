--- What is said of a word that is no command: one that other programs have, a table, a question in SQL, or a command or
-- table misspelt.

local commands = require "parley.repl.command.commands"
local errors = require "parley.base.errors"
local suggest = require "parley.base.suggest"

local unknown_commands = {}

-- What other programs call some of them: git, sqlite-utils, csvkit, shells.
local ELSEWHERE = { ls = "tables", list = "tables", show = "rows TABLE", view = "rows TABLE", cat = "rows TABLE",
  head = "rows TABLE --limit 10", tail = "rows TABLE --sort 'made desc' --limit 10", select = "rows TABLE --select …",
  filter = "rows TABLE --where …", where = "rows TABLE --where …", schema = "describe", info = "describe",
  columns = "describe TABLE", codebook = "describe", query = "sql \"select …\"", find = "search WORDS",
  grep = "search WORDS", chart = "plot KIND", graph = "plot KIND", draw = "plot KIND", save = "export FOLDER",
  restore = "load FOLDER", create = "new", init = "new", insert = "import TABLE FILE",
  add = "import TABLE FILE", check = "lint", validate = "lint", sources = "rows sources", stats = "describe",
  version = "--version",
  count = '\"demands:count()\"', history = "changes --from DATE --to DATE", bibliography = "cite TABLE ID" }

--- Whether a word can be nothing but a question in SQL.
---@param word string
---@return boolean
function unknown_commands.is_sql(word)
  local lower = word:lower()
  return lower:find "^%s*select%s" ~= nil or lower:find "^%s*with%s.*%sas%s" ~= nil
end

--- The hint for a word that is no command; nil where nothing is near.
---@param word string
---@return parley.Hint?
function unknown_commands.hint(word)
  local tables = require "parley.codebook.tables"
  if tables.by_name[word] then return { key = "rows_of_table", table = word } end
  if ELSEWHERE[word] then return { key = "instead_command", line = ELSEWHERE[word] } end
  local near = suggest.nearest(word, commands.names)
  if near then return suggest.meant(near) end
  near = not word:find "[./]" and suggest.nearest(word, tables.table_names())
  return near and { key = "rows_of_table", table = near } or nil
end

--- Raises about a word that is no command.
---@param word string
---@return any never
function unknown_commands.refuse(word)
  local hint = unknown_commands.is_sql(word) and { key = "sql_command", text = word } or unknown_commands.hint(word)
  errors.raise("no_name.command", { name = word, hint = hint or { key = "command_names" } })
end

return unknown_commands
