--- Datasets of specs on a PostgreSQL server instead of in memory or in files: PARLEY_STORE=postgres before
-- tools/spec.lua. What a spec opens as ":memory:", or as a file that is not there yet, is a schema of the server; one
-- that was closed is emptied and given to the next. The dataset that comes with Parley is copied to the server once.
-- Frames asked in SQL, files of others and files of older versions stay where they are.

local core = require "parley.core"
local dialect = require "parley.query.sql.dialect.postgres"
local server = require "spec.support.server"

local on_postgres = {}

local MARK <const> = ("spec_%d_"):format(os.time() * 1000 + math.random(0, 999))

local pool, by_path, count = {}, {}, 0          -- { name, of = { store } }; path -> one of them
local admin

local function connect()
  admin = admin or assert(core.open_postgres(require "parley.postgres", server.address(), {}))
  return admin
end

-- What a dataset is when it is new: its words are kept beside it.
local SAVED = { terms = true, crosswalk = true }

local function columns_of(store, schema, name)
  local list = {}
  for column in store:each([[SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = (quote_ident($1) || '.' ||
    quote_ident($2))::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum]],
    { n = 2, schema, name }) do list[#list + 1] = column end
  return table.concat(list, ", ")
end

local function tables_of(store, schema)
  local list = {}
  for name in store:each([[SELECT relname::text FROM pg_class WHERE relkind = 'r'
    AND relnamespace = quote_ident($1)::regnamespace]], { n = 1, schema }) do list[#list + 1] = name end
  return list
end

-- Keeps what fills a new dataset, and which tables it has.
local function save(one)
  local store, at = connect(), dialect.quote(one.name)
  one.tables, one.columns = {}, {}
  for _, name in ipairs(tables_of(store, one.name)) do
    one.tables[name] = true
    if SAVED[name] then
      one.columns[name] = columns_of(store, one.name, name)
      store:exec(("CREATE TABLE %s.saved_%s AS SELECT %s FROM %s.%s"):format(at, name, one.columns[name], at, name))
    end
  end
  one.columns.search_text = columns_of(store, one.name, "search_text")
  store:exec(("CREATE TABLE %s.saved_search_text AS SELECT %s FROM %s.search_text"):format(at, one.columns.search_text,
    at))
end

-- Whether a closed dataset could be made what it was: one that got columns of its own stays as it is.
local function emptied(one)
  local store, at = connect(), dialect.quote(one.name)
  local lines = { "BEGIN" }
  for _, name in ipairs(tables_of(store, one.name)) do
    if not (one.tables[name] or name:find "^saved_" or name == "quarantine_mended") then return false end
    if not (name:find "^saved_" or name == "parley_meta" or name == "parley_search_totals") then
      lines[#lines + 1] = ("DELETE FROM %s.%s"):format(at, dialect.quote(name))
    end
  end
  for name, columns in pairs(one.columns) do
    lines[#lines + 1] = ("INSERT INTO %s.%s(%s) SELECT %s FROM %s.saved_%s"):format(at, name, columns, columns, at, name)
  end
  lines[#lines + 1] = "COMMIT"
  if not pcall(store.exec, store, table.concat(lines, "; ")) then
    pcall(store.exec, store, "ROLLBACK")
    return false
  end
  return true
end

local function address(name)
  local found = server.address()
  return found .. (found:find("?", 1, true) and "&" or "?") .. "schema=" .. name
end

local function open(one, options, above)
  local ds, message, code = require("parley.storage.open_server").open(address(one.name), options, above)
  one.of = setmetatable({ store = ds and ds.store }, { __mode = "v" })
  return ds, message, code
end

local function options_with(options, mode)
  local copy = {}
  for key, value in pairs(options) do copy[key] = value end
  copy.mode = mode
  return copy
end

-- A new dataset, in a schema that was used before where there is one.
local function new(options, above)
  if #pool > 0 then collectgarbage() collectgarbage() end          -- closes what nobody holds
  for i = #pool, 1, -1 do
    local one = pool[i]
    if not (one.of.store and one.of.store:is_open()) then
      if emptied(one) then return open(one, options_with(options, "rw"), above), one end
      table.remove(pool, i)
    end
  end
  count = count + 1
  local one = { name = MARK .. count }
  local ds = assert(open(one, { mode = "rwc" }, above))
  save(one)
  ds:close()
  pool[#pool + 1] = one
  return open(one, options_with(options, "rw"), above), one
end

local function is_there(path)
  local file <close> = io.open(path, "rb")
  return file ~= nil
end

-- The datasets that come with Parley: each is copied once, and read from its schema.
local copies = {}

local function copy_of(name, original)
  if not copies[name] then
    copies[name] = MARK .. "of_" .. name:gsub("%W", "_")
    local parley = require "parley"
    assert(parley.create(address(copies[name]), { from = original })):close()
  end
  return address(copies[name])
end

local function install_bundled()
  local bundled = require "parley.bundled.bundled"
  local in_memory = bundled.open
  function bundled.open(name, policy, new_dataset)
    local original, message, code = in_memory(name, nil, new_dataset)
    if not original then return nil, message, code end
    return require("parley.storage.open_server").open(copy_of(original.bundle.name, original),
      { mode = "ro", policy = policy }, { new_dataset = new_dataset })
  end
end

--- Has parley.open open datasets on the server from now on; PARLEY_STORE=postgres-all: also those that come with Parley.
function on_postgres.install()
  if os.getenv "PARLEY_STORE" == "postgres-all" then install_bundled() end
  local storage = require "parley.storage.open_dataset"
  local in_files = storage.open
  function storage.open(path, options, above)
    if options.schema == false then return in_files(path, options, above) end
    if path == ":memory:" then return (new(options, above)) end
    if by_path[path] then return open(by_path[path], options, above) end
    if is_there(path) or options.mode == "ro" or options.mode == "rw" then return in_files(path, options, above) end
    local ds, one = new(options, above)
    by_path[path] = one
    for i, other in ipairs(pool) do
      if other == one then table.remove(pool, i) break end          -- it stays what the path names
    end
    return ds
  end
end

return on_postgres
