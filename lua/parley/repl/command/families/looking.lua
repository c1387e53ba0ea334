--- Commands that look into a dataset: what is in it, its rows, its words, and SQL.

-- The table of a name, or the rows of a file that stand in place of a dataset.
local function rows_of(call, name)
  local errors = require "parley.base.errors"
  if call.frame then
    if name then errors.raise("no_table.of_rows", { name = name, path = call.path }) end
    return call.frame
  end
  if not name then
    errors.raise("no_option.argument_missing", { command = "rows", name = "TABLE",
      hint = { key = "known", names = require("parley.base.suggest").listed(call.ds:tables()) } })
  end
  return call.ds:table(name)
end

local function has_format(given)
  for _, name in ipairs(require("parley.repl.command.options").groups.output) do
    if given[name] then return true end
  end
  return given.where and (#given.where + #given.select + #given.sort > 0 or given.limit ~= nil)
end

local function tables(call)
  if next(call.options) and has_format(call.options) then return call:rows(call.ds:describe()) end
  call:text(tostring(call.ds))
end

-- The columns of a file as rows, for those that want a format; of standard input, which is read already, of its rows.
local function columns_of(call, sniffed)
  local list, names = {}, { "column", "type", "missing", "examples", "reason", "suggestion" }
  for i, column in ipairs(sniffed and sniffed.columns or {}) do
    list[i] = { column = column.name, type = column.type, missing = column.missing, reason = column.reason,
      examples = table.concat(column.examples, " | "), suggestion = column.suggestion }
  end
  local types = not sniffed and call.frame:types()
  for i, name in ipairs(types and call.frame:columns() or {}) do list[i] = { column = name, type = types[i] } end
  return call.parley.frame(list, { columns = types and { "column", "type" } or names })
end

local function describe(call)
  if not call.frame then return call:rows(call.ds:describe(call.arguments[1])) end
  local wants_rows, sniffed = next(call.options) and has_format(call.options), nil
  if call.path ~= "-" then
    local reading = require("parley.repl.command.reading").options(call.options)
    sniffed = call:checked(call.parley.sniff(call.path, reading))
  end
  if wants_rows then return call:rows(columns_of(call, sniffed)) end
  call:text(tostring(sniffed or call.frame))
end

local function get(call)
  local name, id = call.arguments[1], call.arguments[2]
  require("parley.repl.command.swapped").check(call, "get", name, id)
  local record = call.ds:table(name):get(id)
  if next(call.options) and has_format(call.options) then return call:rows(call.ds:table(name):where { id = id }) end
  call:text(tostring(record))
end

local function sql(call)
  local values = {}
  for i = 2, #call.arguments do values[i - 1] = tonumber(call.arguments[i]) or call.arguments[i] end
  call:rows(call.ds:sql(call.arguments[1], table.unpack(values)))
end

local some = require("parley.repl.command.given").some

local function search(call)
  call:rows(call.ds:search(table.concat(call.arguments, " "), { tables = some(call.options.table) }))
end

local TABLE = { name = "TABLE", meaning = "a table, as 'tables' lists them", complete = "table" }
local ID = { name = "ID", meaning = "the id of a row", complete = "id" }

return {
  { name = "tables", needs = "dataset", summary = "The tables of a dataset, with their numbers of rows.",
    options = { "rows", "view", "output" }, run = tables,
    examples = { "parley tables", "parley talks.db tables --csv" } },
  { name = "describe", needs = "rows",
    summary = "The codebook: all tables, or the columns of one; of a file, what it holds.",
    arguments = { { name = "TABLE", meaning = TABLE.meaning, complete = "table", optional = true } },
    options = { "rows", "output", "reading" }, run = describe,
    examples = { "parley describe demands", "parley events.csv describe" } },
  { name = "rows", needs = "rows", summary = "The rows of a table, or of a file.",
    arguments = { { name = "TABLE", meaning = TABLE.meaning, complete = "table", optional = true } },
    options = { "rows", "view", "output", "reading" },
    run = function(call) call:rows(rows_of(call, call.arguments[1])) end,
    examples = { "parley rows demands --where \"topic = 'ceasefire'\" --select party,made,status",
      "parley talks.db rows talks --sort 'date desc' --limit 5 --csv", "parley - rows --json < events.csv" } },
  { name = "get", needs = "dataset", summary = "One row, with the number of claims behind each field.",
    arguments = { TABLE, ID }, options = { "view", "output" }, run = get,
    examples = { "parley get demands ru-truce", "parley get talks r2 --json" } },
  { name = "sql", needs = "dataset", summary = "The rows that a question in SQL gives.",
    arguments = { { name = "STATEMENT", meaning = "what is asked, in the SQL of SQLite" },
      { name = "VALUE", meaning = "for a ? in it", optional = true, many = true } },
    options = { "rows", "output" }, run = sql,
    examples = { "parley sql 'select party, count(*) from demands group by party'" } },
  { name = "search", needs = "dataset", summary = "Words looked for in all tables, best hit first.",
    arguments = { { name = "WORDS", meaning = "what is looked for", many = true } },
    options = { "table", "rows", "view", "output" }, run = search,
    examples = { "parley search prisoners", "parley search 'cease fire' --table demands" } },
}
