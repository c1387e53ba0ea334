--- What the program prints or saves: one place through which all results go. A table is printed as at the prompt, or
-- written in the format that an option or the ending of a file names.

local core = require "parley.core"
local errors = require "parley.base.errors"
local failures = require "parley.repl.command.failures"
local options = require "parley.repl.command.options"

local writer = {}

-- The format that an option names.
local function format_of(given)
  for _, name in ipairs(options.groups.output) do
    if options.by_name[name].format and given[name] then return name end
  end
  return nil
end

-- A reader that has gone away ends the program quietly; what else keeps text from its place is a failure of the world.
local function unwritten(message, code)
  if errors.word(code) == "unread" then failures.stop(failures.UNREAD) end
  failures.checked(require("parley.base.files").cannot("write", "standard output", message, code))
end

--- Prints a text as it is.
---@param text string
function writer.put(text)
  local ok, message, code = io.stdout:write(text)
  if not ok then unwritten(message, code) end
end

--- Hands on what has been printed: only now is it known whether it could be.
function writer.finish()
  local ok, message, code = io.stdout:flush()
  if not ok then unwritten(message, code) end
end

local function is_table(thing)
  local kind = getmetatable(thing)
  local name = type(kind) == "table" and kind.__name or nil
  return name == "parley.Query" or name == "parley.Frame", name
end

-- Whether colours are wanted: at a terminal, unless something says otherwise (no-color.org).
local function is_coloured()
  local none, terminal = os.getenv "NO_COLOR", os.getenv "TERM"
  return (none == nil or none == "") and terminal ~= nil and terminal ~= "dumb" and core.is_terminal(1)
end

-- The names of the columns in bold, which stand in the first line.
local function with_head(text)
  if not is_coloured() then return text end
  return (text:gsub("^[^\n]*", "\27[1m%0\27[0m", 1))
end

--- Prints a text of several lines; at a terminal, through a pager where it is longer than the screen.
---@param text string
function writer.lines(text)
  if core.is_terminal(1) then return require("parley.repl.pager").print((text:gsub("\n$", ""))) end
  writer.put(text:find "\n$" and text or text .. "\n")
end

local function print_table(thing) writer.lines(with_head(thing:show "all")) end

-- Notes stand under a printed table; beside other formats they go where they disturb nobody's input.
local function tell_notes(thing, given)
  if given.quiet then return end
  for _, note in ipairs(thing.notes and thing:notes() or {}) do
    io.stderr:write(errors.signed("note: " .. note.note), "\n")
  end
end

local function stream(thing, name)
  local ok, message, code = require("parley.export.export").write(thing, name, io.stdout)
  if not ok then unwritten(message, code) end
end

local function save_text(path, text)
  failures.checked(require("parley.base.files").replace(path, text:find "\n$" and text or text .. "\n"))
end

local function save_table(thing, path, name)
  if path:find "%.txt$" and not name then return save_text(path, thing:show "all") end
  if name then return failures.checked(require("parley.export.export").save_as(thing, path, name)) end
  failures.checked(thing:save(path))
end

--- Writes the rows of a query or a Frame, as the options say.
---@param thing parley.Query|parley.Frame
---@param given table
function writer.rows(thing, given)
  local name = format_of(given)
  if given.output then save_table(thing, given.output, name) elseif name then stream(thing, name) else
    return print_table(thing)
  end
  tell_notes(thing, given)
end

--- Writes a text that is a result of its own: an account, citations, a script.
---@param text string
---@param given table
function writer.text(text, given)
  if given.output then return save_text(given.output, text) end
  writer.lines(text)
end

--- Writes a picture: into a file of text as the terminal shows it.
---@param picture parley.Picture
---@param given table
function writer.picture(picture, given)
  if not given.output or given.output:find "%.txt$" then return writer.text(tostring(picture), given) end
  failures.checked(picture:save(given.output))
end

-- Rows, and their columns, of what is a table: lists of rows, as all() gives them; a row by itself.
local TABLES = {}

TABLES["parley.Rows"] = function(list) return list, require("parley.base.printed_lists").columns(list) end

TABLES["parley.Row"] = function(row)
  local printed_lists = require "parley.base.printed_lists"
  return { printed_lists.plain_row(row) }, printed_lists.columns(row)
end

TABLES["parley.Record"] = function(record)
  local row, columns = {}, {}
  for i, field in ipairs(require("parley.query.record").fields(record)) do
    columns[i], row[field.name] = field.name, field.value
  end
  return { row }, columns
end

-- A row prints as what it is, and is a table where it is written in a format of rows.
local function as_table(thing, name, given)
  local is_written = format_of(given) or given.output and not given.output:find "%.txt$"
  if not TABLES[name] or name ~= "parley.Rows" and not is_written then return nil end
  local rows, columns = TABLES[name](thing)
  return require("parley.frame.from_rows").frame(rows, { columns = columns })
end

--- Writes any value: rows as rows, a picture into its file, all else as it prints.
---@param thing any
---@param given table
function writer.value(thing, given)
  local tabular, name = is_table(thing)
  local rows = tabular and thing or as_table(thing, name, given)
  if rows then return writer.rows(require("parley.repl.command.listing").of(rows, given), given) end
  if format_of(given) then errors.raise("bad_type.command_format", { option = "--" .. format_of(given) }) end
  if given.output and name == "parley.Picture" then return writer.picture(thing, given) end
  writer.text(tostring(thing), given)
end

return writer
