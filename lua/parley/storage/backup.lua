--- Backups: copies that are looked through before they get their name, so that what is kept for a bad day is sound.

local codebook = require "parley.codebook.tables"
local copy_to_file = require "parley.storage.copy_to_file"
local core = require "parley.core"
local dialect = require "parley.query.sql.dialect"
local errors = require "parley.base.errors"
local files = require "parley.base.files"

local backup = {}

-- Whether a database is sound, as SQLite judges it: its pages, and its references.
local function is_sound(path)
  local store <close> = core.open(path, { mode = "ro" })
  local ask = store and dialect.of(store).ask
  return store and store:values(ask.pages) == "ok" and not store:values(ask.broken_references)
end

local function checked(given)
  local options = require("parley.base.options").check(given, "backup", { "overwrite" })
  local overwrite = options.overwrite
  if overwrite ~= nil and type(overwrite) ~= "boolean" then
    errors.raise("bad_type.boolean_option", { name = "overwrite", got = type(overwrite) })
  end
  return options
end

-- Makes the copy under a name of its own and looks it through; gives the name.
local function sound_copy(store, path)
  local done, name, code = files.make_beside(path, function(unused) return copy_to_file.run(store, unused) end)
  if not done then return nil, name, code end
  local looked, sound = pcall(is_sound, name)
  if looked and sound then return name end
  os.remove(name)
  if not looked then error(sound, 0) end
  return errors.fail("corrupt.backup", nil, files.undone("save", path))
end

-- Where the application of a SQLite file stands.
local APPLICATION_FROM, APPLICATION_TO = 69, 72

-- Whether a file is a dataset: another one is no earlier backup, and not replaced.
local function is_dataset(path)
  local file <close> = io.open(path, "rb")
  local head = file and file:read(APPLICATION_TO) or ""
  return head:sub(APPLICATION_FROM) == string.pack(">I4", codebook.application_id)
end

-- Why a backup cannot have this name, or nil.
local function in_the_way(store, path, overwrite)
  local kind = core.path_kind(path)
  if kind == "folder" then return "is_folder.path" end
  if not kind then return nil end
  if not overwrite then return "exists.backup" end
  if core.same_file(path, store:filename() or "") then return "misuse.backup_onto_itself" end
  return (kind ~= "file" or not is_dataset(path)) and "exists.no_backup" or nil
end

--- Copies the dataset of a store into a file, which replaces an older one only if that is asked for.
---@param store parley.Store
---@param path string
---@param given parley.BackupOptions?
---@return true? done, parley.Error? err, string? code
function backup.run(store, path, given)
  local options = checked(given)
  local key = in_the_way(store, path, options.overwrite)
  if key then return errors.fail(key, nil, files.undone("save", path)) end
  local name, err, code = sound_copy(store, path)
  if not name then return nil, err, code end
  return files.take_place(name, path)
end

return backup
