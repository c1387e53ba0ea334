--- What the program is given to work on: a dataset that comes with Parley, a SQLite file, a schema of a PostgreSQL
-- server, a folder of a dump, or rows of a file or of standard input. A dataset is opened for reading, unless the
-- command says that it writes.

local errors = require "parley.base.errors"
local failures = require "parley.repl.command.failures"
local plain = require "parley.base.plain_text"

local source = {}

local SQLITE = "SQLite format 3\0"

-- A file that is empty was to be a dataset, unless its name says that it was to have rows.
local function refuse_empty(path)
  local key = require("parley.base.files").names_rows(path) and "empty.rows_file" or "empty.dataset_file"
  errors.raise(key, { path = plain.visible(path), hint = key == "empty.rows_file" and { key = "rows_of_file" } or nil })
end

-- What begins a file that is packed, and has bytes that are no text; so have workbooks.
local GZIP = "\x1f\x8b"

-- What a path leads to: "database", "folder", "rows", "empty", or nil when nothing is there.
local function kind_of(path)
  local file, message, code = io.open(path, "rb")
  if not file then
    if errors.word(code) == "missing_file" then return nil end
    return failures.checked(nil, errors.signed(message), errors.word(code))
  end
  local head, _, read_code = file:read(#SQLITE)
  file:close()
  if read_code and errors.word(read_code) == "is_folder" then return "folder" end
  if not head then return "empty" end
  if head == SQLITE then return "database" end
  local packed = head:sub(1, 2) == GZIP or path:lower():find "%.xls[xm]$"
  return head:find("\0", 1, true) and not packed and "binary" or "rows"
end

local function is_bundled(parley, name)
  return require("parley.base.suggest").contains(parley.datasets(), name)
end

-- A dataset from a SQLite file or a server, Parley's own or any other.
local function open_database(parley, path, mode)
  local ds, message, code = parley.open(path, { mode = mode })
  if code == "not_a_dataset" and mode == "ro" then
    ds, message, code = parley.open(path, { schema = false })
  end
  return failures.checked(ds, message, code)
end

local OPENED = {
  database = function(parley, path, mode) return open_database(parley, path, mode) end,
  folder = function(parley, path) return failures.checked(parley.load(path)) end,
  empty = function(_, path) refuse_empty(path) end,
  binary = function(_, path) errors.raise("bad_argument.command_binary", { path = plain.visible(path) }) end,
}

-- What a path can have been meant for that leads nowhere: another file; a new one, unless it is of rows or its folder
-- is not there.
local function way_to(path)
  local files = require "parley.base.files"
  local near = files.hint_of_missing(path)
  if near then return near end
  return files.names_rows(path) and { key = "check_path" } or { key = "make_dataset", path = plain.visible(path) }
end

-- What is no file and no dataset may be a command, a table or a misspelt name.
local function missing(parley, path)
  local hint = require("parley.base.suggest").hint(path, parley.datasets())
  if hint.key ~= "did_you_mean" then
    hint = require("parley.repl.command.words").meant(path) or path:find "[./]" and way_to(path) or hint
  end
  errors.raise("missing_file.dataset", { path = plain.visible(path), hint = hint })
end

local function dataset(parley, path, writes)
  if path == nil or is_bundled(parley, path) then
    if writes then errors.raise("read_only.command_on_bundled", { name = path or parley.datasets()[1] }) end
    return failures.checked(parley.open(path))
  end
  local kind = require("parley.base.files").is_on_server(path) and "database" or kind_of(path)
  if not kind then missing(parley, path) end
  local open = OPENED[kind]
  return open and open(parley, path, writes and "rw" or "ro") or nil
end

--- A dataset for reading, from wherever one can be; rows are none.
---@param parley table
---@param path string
---@return parley.Dataset
function source.readable(parley, path)
  return dataset(parley, path, false)
    or errors.raise("bad_argument.command_of_rows", { command = "--copy", path = plain.visible(path) })
end

--- A dataset for reading, or the rows of a file or of standard input.
---@param parley table
---@param path string
---@return parley.Dataset|parley.Frame
function source.either(parley, path)
  if path:find("://", 1, true) then source.check_address(path) end
  return path ~= "-" and dataset(parley, path, false)
    or failures.checked(require("parley.repl.command.reading").frame(parley, path, {}))
end

-- How a file of rows is read says nothing of a dataset, though the command takes either.
local function refuse_reading(command, given)
  if command.needs ~= "rows" or not next(given) then return end
  for _, name in ipairs(require("parley.repl.command.options").groups.reading) do
    local value = given[name]
    if value ~= nil and (type(value) ~= "table" or #value > 0) then
      local writes = name == "format" and { key = "writes_format", format = value } or nil
      errors.raise("no_option.reading_dataset", { name = "--" .. name, hint = writes })
    end
  end
end

-- The dataset as of a day and under a policy, where the command line asks for that.
local function viewed(ds, given)
  if given.policy and #given.policy > 0 then
    ds = ds:with_policy(require("parley.repl.command.policies").read(given.policy))
  end
  return given.as_of and ds:as_of(given.as_of) or ds
end

--- Refuses an address that is none of a PostgreSQL server.
---@param path string
function source.check_address(path)
  if not path:find "^%a[%w+.-]*://" or require("parley.base.files").is_on_server(path) then return end
  errors.raise("missing_program.address", { address = require("parley.base.server_address").without_password(path) })
end

--- What the command works on: a dataset, or a Frame where it takes rows and the path leads to some.
---@param parley table
---@param line parley.CommandLine
---@param command parley.Command
---@param given table
---@return parley.Dataset? ds, parley.Frame? frame
function source.open(parley, line, command, given)
  local path = line.dataset
  if path == "-" and command.name == "prompt" then errors.raise "bad_argument.prompt_of_input" end
  local ds = path ~= "-" and dataset(parley, path, command.writes) or nil
  if ds then
    refuse_reading(command, given)
    return viewed(ds, given)
  end
  if command.needs ~= "rows" then
    errors.raise("bad_argument.command_of_rows", { command = command.name, path = plain.visible(path) })
  end
  if given.as_of or given.policy and #given.policy > 0 then
    errors.raise("no_claims.command_view", { path = plain.visible(path) })
  end
  return nil, failures.checked(require("parley.repl.command.reading").frame(parley, path, given))
end

return source
