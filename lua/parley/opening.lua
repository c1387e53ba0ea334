--- Opening: files, memory, and connections a host has lent.
-- A file is created, opened as it is, or brought up to date; what the world refuses comes back as nil, a
-- message with a way out, and SQLite's code. Schema work is one transaction: all of it or nothing.

local codebook = require "parley.codebook"
local core = require "parley.core"
local dataset = require "parley.dataset"
local schema = require "parley.schema"

local opening = {}

local SQLITE_MISMATCH = 20        -- a database, but not one this Parley can take

--- ## Failures of the world

local function failure(store, path, code, message)
  if store then store:close() end
  return nil, ("parley: cannot open '%s': %s"):format(path, message), code
end

local WORDS = {
  [5] = "another program holds it locked; try again when it is done, or wait longer with {timeout = ms}",
  [8] = "it can only be read; mode 'ro' opens it for reading",
  [10] = "the disk reports an error",
  [11] = "the file is damaged; restore it from a copy",
  [13] = "the disk is full",
  [26] = "the file is no SQLite database",
}

-- Calls `fn(...)`; what SQLite raises in it comes back as a failure.
local function try(store, path, fn, ...)
  local done, a, b, c = pcall(fn, store, ...)
  if done then return true, a, b, c end
  local code = store:errcode()
  return false, failure(store, path, code, WORDS[code & 0xff] or (tostring(a):gsub("^.-parley: ", "")))
end

--- ## What a file is

-- "parley" with its version, "empty", or "foreign". Reading the schema shows whether the file is damaged.
local function kind_of(store)
  local id, version = store:values "PRAGMA application_id", store:values "PRAGMA user_version"
  local tables = store:values "SELECT count(*) FROM sqlite_master"
  if id == codebook.application_id then return "parley", version end
  return id == 0 and tables == 0 and "empty" or "foreign", version
end

-- Runs `fn(store)` in a transaction, which it can share with one of a host's.
local function in_transaction(store, fn)
  local lent = store:in_transaction()
  store:exec(lent and "SAVEPOINT parley_open" or "BEGIN IMMEDIATE")
  local done, err = pcall(fn, store)
  if done then
    done, err = pcall(store.exec, store, lent and "RELEASE parley_open" or "COMMIT")
  end
  if done then return end
  local code = store:errcode()
  if store:in_transaction() then
    pcall(store.exec, store, lent and "ROLLBACK TO parley_open; RELEASE parley_open" or "ROLLBACK")
  end
  error({ code = code, message = tostring(err) }, 0)
end

-- Another process may have been faster, so the file is looked at again under the lock.
local function create_unless_there(store)
  if kind_of(store) == "empty" then schema.create(store) end
end

local function migrate_unless_done(store)
  local _, version = kind_of(store)
  if version < codebook.version then require("parley.migration").run(store, version) end
end

-- WAL lets others read while one writes; where the file system cannot do it, SQLite keeps its old way.
local function use_wal(store) pcall(store.exec, store, "PRAGMA journal_mode = WAL") end

local function create(store, mode)
  if mode ~= "memory" then use_wal(store) end
  in_transaction(store, create_unless_there)
end

local function migrate(store) in_transaction(store, migrate_unless_done) end

--- ## Refusals

local REFUSALS = {
  newer = "it was written by a newer Parley (schema %d, and this one knows %d); update Parley to open it",
  older = "it was written by an older Parley (schema %d, and this one knows %d); open it once with mode 'rw' to "
    .. "migrate it",
  foreign = "it is a SQLite file but no Parley dataset; open it with {schema = false}",
  empty = "it is empty; open it with mode 'rwc' to create the tables in it",
}

local function refuse(store, path, why, version)
  return failure(store, path, SQLITE_MISMATCH, (REFUSALS[why]:format(version, codebook.version)))
end

-- Whether the store can be used as a dataset, and what has to be done first: nothing, create, migrate; or why not.
local function plan(kind, version, mode)
  if kind == "foreign" then return nil, "foreign" end
  if kind == "empty" then
    if mode == "ro" then return nil, "empty" end
    return create
  end
  if version > codebook.version then return nil, "newer" end
  if version == codebook.version then return false end
  if mode == "ro" then return nil, "older" end
  return migrate
end

-- Errors of in_transaction come as tables, with the code of what failed first.
local function prepare(store, path, work, mode)
  local done, err = pcall(work, store, mode)
  if done then return true end
  local code = type(err) == "table" and err.code or store:errcode()
  local message = type(err) == "table" and err.message or tostring(err)
  return false, failure(store, path, code, WORDS[code & 0xff] or (message:gsub("^.-parley: ", "")))
end

local function results(...) return select(2, ...) end

--- ## Opening

local function check_policy_sources(ds, policy)
  if not policy or not ds.schema.parley then return ds end
  local references = require "parley.references"
  if #policy.prefer + #policy.deny > 0 then ds:ensure "sources" end
  for _, option in ipairs { "prefer", "deny" } do
    for _, source in ipairs(policy[option]) do references.need(ds, "sources", source, "policy." .. option) end
  end
  return ds
end

--- Gives a dataset whose policy has been held beside its sources.
opening.with_policy = check_policy_sources

local function as_it_is(store, fields)
  return dataset.new(store, require("parley.foreign").describe(store), fields)
end

-- A dataset on an open store, prepared as its kind asks.
local function adopt(store, path, fields, kind, version)
  local work, why = plan(kind, version, fields.mode)
  if why then return refuse(store, path, why, version) end
  if work then
    local ready = table.pack(prepare(store, path, work, fields.mode))
    if not ready[1] then return results(table.unpack(ready, 1, ready.n)) end
  end
  return check_policy_sources(dataset.new(store, schema.of_codebook(), fields), fields.policy)
end

local function open_store(path, mode, timeout)
  local store, message, code = core.open(path, { mode = mode, timeout_ms = timeout })
  if store then return store end
  if message:sub(1, 8) ~= "parley: " then message = "parley: " .. message end
  return nil, message, code
end

local function read_only_host() return core.limits ~= nil and core.limits().read_only end

--- Opens a file, or an empty dataset in memory (":memory:").
---@param path string
---@param options { mode: string?, schema: boolean?, timeout: integer?, policy: parley.Policy? }
---@return parley.Dataset? ds, string? message, integer? code
function opening.open(path, options)
  local mode = options.mode or "rwc"
  if read_only_host() and path ~= ":memory:" then mode = "ro" end
  local fields = { mode = mode, path = path ~= ":memory:" and path or nil, policy = options.policy }
  if path == ":memory:" then fields.mode = "memory" end
  local store, message, code = open_store(path, fields.mode, options.timeout)
  if not store then return nil, message, code end
  local inspect = options.schema == false and as_it_is or kind_of
  local looked = table.pack(try(store, path, inspect, fields))
  if not looked[1] or options.schema == false then return results(table.unpack(looked, 1, looked.n)) end
  return adopt(store, path, fields, looked[2], looked[3])
end

--- Makes a dataset on a store that a host has lent. An empty database gets the codebook's tables; one
--- with tables of its own is taken as it is, unless they are Parley's.
---@param store userdata
---@param options { schema: boolean?, policy: parley.Policy? }
---@return parley.Dataset? ds, string? message, integer? code
function opening.attach(store, options)
  local mode = (read_only_host() or store:readonly()) and "ro" or "rw"
  local fields, name = { mode = mode, policy = options.policy }, store:filename() or "the host's database"
  local looked = table.pack(try(store, name, kind_of))
  if not looked[1] then return results(table.unpack(looked, 1, looked.n)) end
  local kind = looked[2]
  if options.schema == false or kind == "foreign" or (kind == "empty" and mode == "ro") then
    return as_it_is(store, fields)
  end
  return adopt(store, name, fields, kind, looked[3])
end

return opening
