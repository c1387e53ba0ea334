--- Opening what parley.open and parley.attach are given: a file, a bundled dataset by its name, a connection, with
-- their options. The bundled dataset that opens without any needs nothing of this.

local errors = require "parley.base.errors"
local records = require "parley.base.records"

local opening = {}

-- What opening a file needs of the rooms above storage.
local ABOVE = { new_dataset = function(...) return require("parley.dataset").new(...) end }

local function bundled_names() return require("parley.bundled.catalogue").names() end

local OPTIONS = { "mode", "schema", "timeout", "policy", "bundled", "journal" }
local MODES = { "ro", "rw", "rwc" }
local JOURNALS = { "rollback", "wal" }

local function check_kinds(options)
  if options.schema == false and options.policy ~= nil then
    errors.raise "no_claims.policy"
  end
  if options.schema ~= nil and type(options.schema) ~= "boolean" then
    errors.raise("bad_type.schema_option", { got = type(options.schema) })
  end
  local timeout = options.timeout
  if timeout ~= nil and (math.type(timeout) ~= "integer" or timeout < 0 or timeout > 2 ^ 31 - 1) then
    errors.raise("bad_argument.timeout", { timeout = timeout })
  end
end

local function check_mode(options, path)
  require("parley.base.options").one_of(options.mode, MODES, "mode")
  if path == nil and (options.mode or "ro") ~= "ro" then
    errors.raise "read_only.bundled"
  end
end

-- A journal is of a file, and of one that may be written.
local function check_journal(options, path)
  if options.journal == nil then return end
  require("parley.base.options").one_of(options.journal, JOURNALS, "journal")
  local is_file = path and path ~= "" and path ~= ":memory:" and not require("parley.base.files").is_on_server(path)
  if not is_file or options.schema == false or options.mode == "ro" then errors.raise "bad_argument.journal" end
end

-- A checked copy of the options, whose policy is a record.
local function checked(options, path)
  if options == nil then return {} end
  require("parley.base.options").check(options, "parley.open", OPTIONS)
  check_kinds(options)
  check_mode(options, path)
  check_journal(options, path)
  local copy = records.copy_of(options)
  if options.policy ~= nil then copy.policy = require("parley.claims.policy").new(options.policy) end
  return copy
end

local function open_bundled(options)
  if options.schema == false then
    errors.raise "no_claims.bundled_schema"
  end
  return require("parley.bundled.bundled").open(options.bundled, options.policy, ABOVE.new_dataset)
end

-- Gives a dataset on, once the sources that its policy names are known to be there.
local function with_policy(options, ds, message, code)
  if ds and options.policy then require("parley.claims.views").check_names(ds, options.policy) end
  return ds, message, code
end

-- A word alone may be the name of a bundled dataset.
local function is_word(path) return path:find "^[%w_-]+$" ~= nil end

-- Nothing of a server is loaded for a path.
local function is_address(path) return require("parley.base.files").is_on_server(path) end

-- A path that is the name of a bundled dataset means that dataset: a file of that name is "./NAME".
local function named(path, options)
  if not is_word(path) or not require("parley.base.suggest").contains(bundled_names(), path) then
    return path, options
  end
  local copy = records.copy_of(options or {})
  if copy.bundled ~= nil then errors.raise "bad_argument.path_and_bundled" end
  copy.bundled = path
  return nil, copy
end

-- Why a file is not opened whose name says that it holds rows, and in which there is nothing: to make a dataset of
-- it, the mode has to say so. Nil where it is opened as any other.
local function why_rows(path, options)
  if options.mode == "rwc" or options.schema == false then return nil end
  if not require("parley.base.files").names_rows(path) then return nil end
  local file, _, code = io.open(path, "rb")
  if not file then return errors.word(code) == "missing_file" and "missing_file.rows" or nil end
  local head, _, unread = file:read(1)
  file:close()
  return not head and not unread and "empty.rows" or nil
end

-- Opens a file; a word alone makes none unless its mode says so, since it may be the misspelt name of a bundled
-- dataset.
local function open_file(path, options)
  if is_address(path) then return require("parley.storage.open_server").open(path, options, ABOVE) end
  if path:find "^%a[%w+.-]*://" then
    local shown = require("parley.base.server_address").without_password(path)
    errors.raise("bad_argument.open_address", { address = shown })
  end
  local files, key = require "parley.base.files", why_rows(path, options)
  if key then
    local hint = key == "missing_file.rows" and files.hint_of_missing(path) or nil
    return errors.fail(key, { hint = hint }, files.undone("open", path))
  end
  local storage = require "parley.storage.open_dataset"
  if options.mode or options.schema == false or not is_word(path) then
    local ds, message, code = storage.open(path, options, ABOVE)
    local hint = code == "missing_file" and files.hint_of_missing(path)
    if not hint then return ds, message, code end
    return errors.fail("missing_file.near", { hint = hint }, files.undone("open", path))
  end
  local ds, message, code = storage.open(path, records.copy_of({ mode = "rw" }, options), ABOVE)
  if code == "missing_file" then errors.raise("no_name.dataset", { name = path, known = bundled_names() }) end
  return ds, message, code
end

--- A dataset as parley.open gives it.
---@param path string|table|nil
---@param options table?
---@return parley.Dataset? ds, string? message, string? code
function opening.open(path, options)
  if type(path) == "table" and options == nil then path, options = nil, path end
  if path ~= nil and (type(path) ~= "string" or path == "" or path:find("\0", 1, true)) then
    errors.raise("bad_type.open_path", {
      got = path == "" and { key = "empty_one" } or type(path) == "string" and { key = "with_zero_byte" }
        or { key = "of_type", type = type(path) } })
  end
  if path ~= nil then path, options = named(path, options) end
  options = checked(options, path)
  if path == nil then return with_policy(options, open_bundled(options)) end
  if options.bundled ~= nil then
    errors.raise "bad_argument.path_and_bundled"
  end
  return with_policy(options, open_file(path, options))
end

-- What create() copies: the store of a dataset, which is complete; and what has to be closed afterwards.
local function source_of(from)
  if type(from) == "string" then
    local ds, message, code = opening.open(from, { mode = is_word(from) and nil or "ro" })
    if not ds then return nil, nil, message, code end
    local store, closing = source_of(ds)
    return store, closing or ds
  end
  if type(from) ~= "table" or not (from.store and from.schema) then
    errors.raise("bad_type.create_from", { got = from })
  end
  from:check_open()
  if from.parent then errors.raise "read_only.create_from_view" end
  if not from.schema.parley then errors.raise "no_claims.create_from" end
  if from.transaction then errors.raise "in_transaction.create_from" end
  if from.bundle then require("parley.bundled.whole").complete(from) end
  return from.store
end

--- A dataset on a server, as parley.create makes it.
---@param address string
---@param options parley.CreateOptions?
---@return parley.Dataset? ds, string? message, string? code
function opening.create(address, options)
  if type(address) ~= "string" or not is_address(address) then errors.raise "bad_argument.create_address" end
  if require("parley.core").limits().read_only then errors.raise "read_only.host_files" end
  options = options or {}
  require("parley.base.options").check(options, "parley.create", { "from", "roles", "timeout" })
  check_kinds(options)
  if options.roles ~= nil and type(options.roles) ~= "boolean" then
    errors.raise("bad_type.roles", { got = options.roles })
  end
  local store, closing, message, code
  if options.from ~= nil then
    store, closing, message, code = source_of(options.from)
    if not store then return nil, message, code end
  end
  local ds
  ds, message, code = require("parley.storage.create_on_server").create(address, options, store, ABOVE)
  if closing then closing:close() end
  return ds, message, code
end

-- A dataset that sync() was given, by its path or address or as it is; and what has to be closed afterwards.
local function side_of(given, side)
  local ds = given
  if type(given) == "string" then
    local opened, message, code = opening.open(given, { mode = "rw" })
    if not opened then return nil, nil, message, code end
    ds = opened
  elseif type(given) ~= "table" or not (given.store and given.schema) then
    errors.raise("bad_type.sync_side", { side = side, got = type(given) })
  end
  require "parley.writable"(ds)
  if ds.transaction then errors.raise "in_transaction.sync" end
  return ds, ds ~= given and ds or nil
end

-- Closes a dataset that sync() has opened at the end of a block.
local function closed_at_end(ds)
  return setmetatable({}, { __close = function() if ds then ds:close() end end })
end

--- A dataset of a dumped folder, as parley.load gives it.
---@param folder string
---@param path string?
---@return parley.Dataset? ds, string? message, string? code
function opening.load(folder, path)
  local load = require("parley.export.load").load
  if type(path) ~= "string" or not is_address(path) then return load(folder, path, opening.open) end
  local from, message, code = load(folder, nil, opening.open)
  if not from then return nil, message, code end
  local _ <close> = closed_at_end(from)
  return opening.create(path, { from = from })
end

--- Brings two datasets together, as parley.sync does.
---@param a string|parley.Dataset
---@param b string|parley.Dataset
---@param options parley.SyncOptions?
---@return table? report, string? message, string? code
function opening.sync(a, b, options)
  options = require("parley.base.options").check(options, "parley.sync", { "plan", "renumber" })
  require("parley.base.options").one_of(options.renumber, { "a", "b" }, "renumber")
  local one, own_one, message, code = side_of(a, "a")
  local _ <close> = closed_at_end(own_one)
  if not one then return nil, message, code end
  local other, own_other
  other, own_other, message, code = side_of(b, "b")
  local _ <close> = closed_at_end(own_other)
  if not other then return nil, message, code end
  if one.store == other.store or one.path and one.path == other.path then errors.raise "bad_argument.sync_same" end
  return require("parley.export.sync").run(one, other, options)
end

--- A dataset on a connection, as parley.attach gives it.
---@param store userdata
---@param options { schema: boolean?, policy: table? }?
---@return parley.Dataset? ds, string? message, string? code
function opening.attach(store, options)
  if type(store) ~= "userdata" then
    errors.raise("bad_type.attach_store", { got = type(store) })
  end
  options = checked(options, "")
  return with_policy(options, require("parley.storage.open_dataset").attach(store, options, ABOVE))
end

return opening
