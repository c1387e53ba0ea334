--- Opening: files, memory, and connections a host has lent.
-- A file is created, opened as it is, or brought up to date; what the world refuses comes back as nil, a
-- message with a way out, and a code word. Schema work is one transaction: all of it or nothing.
--
-- Inside, a refusal is an error object; `attempt` turns it into results.

local codebook = require "parley.codebook.tables"
local connection = require "parley.storage.connection"
local core = require "parley.core"
local errors = require "parley.base.errors"
local dialect = require "parley.query.sql.dialect"
local own_columns = require "parley.storage.own_columns"
local savepoints = require "parley.storage.savepoints"
local schema = require "parley.storage.schema"

---@class parley.Above
---@field new_dataset fun(store: userdata, schema: parley.Schema, fields: table): parley.Dataset

local opening = {}

--- ## Failures of the world

local function refuse(key, version) error(errors.new(key, { found = version, newest = codebook.version }), 0) end

-- What the store says in SQLite's words, said with a way out: by key.
local WORDED = { busy = "busy", locked = "locked", permission = "permission.open", io = "io", corrupt = "corrupt",
  full = "full", not_a_database = "not_a_database" }

-- The error object of whatever was raised while working on the store.
local function failure(err)
  err = errors.caught(err)
  local is_bare = err.key == err.code          -- else it has been said what is the matter
  return is_bare and WORDED[err.code] and errors.new(WORDED[err.code], { cause = err }) or err
end

local function cannot(path, err)
  return errors.results(failure(err), { key = "cannot", what = "open", path = path })
end

-- Calls `fn(store, ...)`, which gives a dataset; if it fails, the store is closed.
local function attempt(store, path, fn, ...)
  local done, ds = pcall(fn, store, ...)
  if done then return ds end
  store:close()
  return cannot(path, ds)
end

-- What the core words by its code alone, in SQLite's words: the rest names what is in the way.
local BY_CODE = { busy = true, locked = true, full = true, not_a_database = true }

--- ## Schema work

-- Loaded where tables are made, or looked at for what they are.
local function file_schema() return require "parley.storage.file_schema" end

local function has_tables_of_today(store)
  for _, info in ipairs(schema.tables(own_columns.schema(store))) do
    local same = file_schema().is_as_today(store, info)
      and (not info.claims or file_schema().is_as_today(store, info, true))
    if not same then return false end
  end
  return true
end

-- The version of a dataset that lost its marks on the way through SQL text (the shell's .dump leaves them out), told
-- by its tables; nil when it is none.
local function version_without_marks(store)
  for _, name in ipairs { "claim_keys", "sources_claims", "search_text" } do
    if not connection.has_table(store, name) then return nil end
  end
  return has_tables_of_today(store) and codebook.version or 1
end

-- "parley" with its version and whether it has lost its marks, "empty", or "foreign". Reading the schema shows whether
-- the file is damaged.
local function kind_of(store)
  local ask, id, version = dialect.of(store).ask, 0, 0
  if not ask.marked or store:values(ask.marked) then
    id, version = store:values(ask.application), store:values(ask.version)
  end
  local tables = store:values(ask.objects)
  if id == codebook.application_id then return "parley", version end
  if id ~= 0 then return "foreign", version end
  if tables == 0 then return "empty", version end
  local told = version == 0 and version_without_marks(store)
  if told then return "parley", told, true end
  return "foreign", version
end

-- Runs `fn(store)` in a transaction, which it can share with one of a host's. Undoing it must not hide why.
local function in_transaction(store, fn, ...)
  local point = savepoints.begin_writing(store, "parley_open")
  local done, err = pcall(fn, store, ...)
  if done then
    done, err = pcall(point.keep, point)
  end
  if done then return end
  local failed = failure(err)
  point:undo()
  error(failed, 0)
end

-- Another process may have been faster, so the file is looked at again under the lock.
local function create_unless_there(store)
  if kind_of(store) == "empty" then file_schema().create(store) end
end

local function migrate_unless_done(store)
  local _, version = kind_of(store)
  if version < codebook.version then require("parley.storage.migration").run(store, version) end
end

-- What the build has made of `create`, a new dataset (csrc/lua/images.c).
local NEW = "new"

local function create(store)
  if store:become_image(NEW) then return end
  in_transaction(store, create_unless_there)
end

-- A file that is copied while somebody has it open is whole with a rollback journal, and not with WAL, which keeps
-- what was committed last in a second file. WAL is for who asks for it: others can read then while one writes.
local function set_journal(store, wanted)
  local to = dialect.of(store).journals[wanted]
  local done, mode = pcall(store.values, store, to.set)
  if done and mode == to.mode then return end
  error(errors.new(done and "io.journal" or "busy.journal", { journal = wanted }), 0)
end

-- Until then a new file was given WAL, which nobody had asked for.
local ROLLBACK_SINCE = 16

-- Tables may be made anew, which would break the references to them for a moment.
local function migrate(store, fields, version)
  savepoints.trust_references(store)
  local done, err = pcall(in_transaction, store, migrate_unless_done)
  savepoints.hold_references(store)
  if not done then error(err, 0) end
  if fields.path and not fields.journal and version < ROLLBACK_SINCE then pcall(set_journal, store, "rollback") end
end

local function mark(store) in_transaction(store, file_schema().mark) end

-- What has to be done before a database of this kind can be used, or nil; a refusal if nothing helps.
-- What lies on a server is not made by the way: the schema may be the wrong one.
local function work_for(store, kind, version, mode, unmarked)
  local rights, on_server = dialect.of(store).rights, store.server ~= nil
  if kind == "foreign" then refuse(on_server and "not_a_dataset.server" or "not_a_dataset") end
  if kind == "empty" then return (mode == "ro" or on_server and mode == "rw") and refuse "empty" or create end
  if version > codebook.version then refuse("newer", version) end
  if version == codebook.version then return unmarked and mode ~= "ro" and mark or nil end
  if rights then error(require("parley.storage.server_rights").older(store, version), 0) end
  return mode == "ro" and refuse("older", version) or migrate
end

--- ## Datasets

local function as_it_is(store, fields, above)
  return above.new_dataset(store, require("parley.storage.external_schema").describe(store), fields)
end

local function of_parley(store, fields, above, kind, version, unmarked)
  if fields.mode == "rw" or fields.mode == "rwc" then store:exec(dialect.of(store).write_through) end
  local work = work_for(store, kind, version, fields.mode, unmarked)
  if work then work(store, fields, version) end
  if fields.journal then set_journal(store, fields.journal) end
  return above.new_dataset(store, own_columns.schema(store), fields)
end

local function of_file(store, fields, above)
  return of_parley(store, fields, above, kind_of(store))
end

-- A host's own tables are nothing to refuse, and nothing to add to.
local function of_host(store, fields, above)
  local kind, version, unmarked = kind_of(store)
  if kind == "foreign" or (kind == "empty" and fields.mode == "ro") then return as_it_is(store, fields, above) end
  return of_parley(store, fields, above, kind, version, unmarked)
end

local function read_only_host() return core.limits().read_only end

--- Opens a file, or an empty dataset in memory (":memory:"). A file is created when missing, unless it is to be
--- taken as it is.
---@param path string
---@param options { mode: string?, schema: boolean?, timeout: integer?, policy: parley.Policy? }
---@param above parley.Above  what opening needs of the rooms above
---@return parley.Dataset? ds, string? message, string? code
function opening.open(path, options, above)
  local in_memory = path == ":memory:"
  local usual = options.schema == false and "ro" or "rwc"
  local mode = in_memory and "memory" or read_only_host() and "ro" or options.mode or usual
  if mode == "rwc" and options.schema ~= false then core.place_image(path, NEW) end
  local store, err, code = core.open(path, { mode = mode, timeout_ms = options.timeout })
  if not store and BY_CODE[code] then return cannot(path, err) end
  if not store then return nil, err, code end
  local fields = { mode = mode, path = not in_memory and path or nil,
    policy = options.policy, journal = options.journal }
  return attempt(store, path, options.schema == false and as_it_is or of_file, fields, above)
end

--- What an open store holds: "parley", "empty" or "foreign".
---@param store userdata
---@return string
function opening.kind_of(store) return (kind_of(store)) end

--- Makes a dataset on a store that is open; a refusal is raised.
---@param store userdata
---@param wanted_as_it_is boolean  whatever tables there are, as queries
---@param fields table
---@param above parley.Above  what opening needs of the rooms above
---@return parley.Dataset
function opening.on_store(store, wanted_as_it_is, fields, above)
  return (wanted_as_it_is and as_it_is or of_file)(store, fields, above)
end

--- Makes a dataset on a store that a host has lent. An empty database gets the codebook's tables; one
--- with tables of its own is taken as it is, unless they are Parley's.
---@param store userdata
---@param options { schema: boolean?, policy: parley.Policy? }
---@param above parley.Above
---@return parley.Dataset? ds, string? message, string? code
function opening.attach(store, options, above)
  local mode = (read_only_host() or store:readonly()) and "ro" or "rw"
  local fields, name = { mode = mode, policy = options.policy }, store:filename() or "the host's database"
  return attempt(store, name, options.schema == false and as_it_is or of_host, fields, above)
end

return opening
