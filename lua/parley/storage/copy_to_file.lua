--- A dataset in a new file: all of it as it is at one moment, whatever others write meanwhile. The file has its name
-- once it is whole.

local copying = require "parley.storage.copying"
local core = require "parley.core"
local errors = require "parley.base.errors"
local file_schema = require "parley.storage.file_schema"
local files = require "parley.base.files"
local savepoints = require "parley.storage.savepoints"

local copy_to_file = {}

local function fill(from, to)
  local point = savepoints.begin_writing(to, "parley_copy")
  file_schema.create(to)
  savepoints.reading(from, function() copying.all(from, to) end)
  point:keep()
end

local function close(name, store)
  store:close()
  for _, suffix in ipairs { "-wal", "-shm", "-journal" } do os.remove(name .. suffix) end
end

-- A dataset of a server, row by row.
local function copy_of_server(from, path)
  local store, name, code = files.make_beside(path, function(unused) return core.open(unused, { mode = "rwc" }) end)
  if not store then return files.cannot("save", path, name, code) end
  local done, err = pcall(fill, from, store)
  close(name, store)
  if not done then
    os.remove(name)
    return errors.results(errors.caught(err), files.undone("save", path))
  end
  return files.take_place(name, path)
end

--- Copies the dataset of a store into a new file.
---@param from parley.Store
---@param path string
---@return true? done, parley.Error? err, string? code
function copy_to_file.run(from, path)
  if not from.copy_in then return from:backup(path) end
  if files.exists(path) then return errors.fail("exists.file", nil, files.undone("save", path)) end
  return copy_of_server(from, path)
end

return copy_to_file
