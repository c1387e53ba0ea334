--- Folders written whole or not at all.
-- Files go into a folder beside the target that takes the target's name when all of them are there. A folder that
-- exists is only touched when that is asked for, and only the files that are written, or were by an earlier run: they
-- are exchanged one by one, each of them whole at every moment.

local core = require "parley.core"
local errors = require "parley.base.errors"
local files = require "parley.base.files"

local folders = {}

--- Removes a folder that holds nothing but files.
---@param path string
function folders.remove(path)
  for _, name in ipairs(core.list_folder(path) or {}) do os.remove(path .. "/" .. name) end
  os.remove(path)
end

-- The names in the target; nil and why not when it may not be written to. A folder that is not there has none.
local function names_in(path, overwrite)
  if not files.exists(path) then return {} end
  local names, message, code = core.list_folder(path)
  if not names then return nil, message, code end
  if #names > 0 and not overwrite then return errors.fail "not_empty" end
  return names
end

-- Exchanges the files of an existing folder for those in `part`; the last one goes last.
local function exchange(part, path, written, obsolete)
  for _, name in ipairs(written) do
    local moved, message, code = os.rename(part .. "/" .. name, path .. "/" .. name)
    if not moved then return nil, message, code end
  end
  for _, name in ipairs(obsolete) do os.remove(path .. "/" .. name) end
  return os.remove(part)
end

local function put_in_place(part, path, names, written, obsolete)
  if #names > 0 then return exchange(part, path, written, obsolete) end
  return os.rename(part, path)
end

--- A writer of files in the unfinished folder: `put(name, fn)` makes a file and calls `fn(write)`, where
--- `write(text)` adds to it. A failure of the world ends `fn` and everything around it.
local function new_put(part, written)
  return function(name, fn)
    local file, message, code = io.open(part .. "/" .. name, "wb")
    local function fail() error(errors.of_system(message, code), 0) end
    if not file then fail() end
    local _ <close> = setmetatable({}, { __close = function() if io.type(file) == "file" then file:close() end end })
    fn(function(text)
      local done
      done, message, code = file:write(text)
      if not done then fail() end
    end, file)
    local closed
    closed, message, code = file:close()
    if not closed then fail() end
    written[#written + 1] = name
  end
end

--- Writes a folder: `fn(put)` makes its files. Gives true, or nil, message and code; what `fn` raises passes through.
---@param path string
---@param given { what: string, overwrite: boolean?, obsolete: fun(names: string[], written: string[]): string[] }
---@param fn fun(put: fun(name: string, write: function))
---@return true? done, string? message, string? code
function folders.write(path, given, fn)
  path = path:gsub("(.)/+$", "%1")
  local names, why, number = names_in(path, given.overwrite)
  if not names then return files.cannot(given.what, path, why, number) end
  local made, part, code = files.make_beside(path, core.make_folder)
  if not made then return files.cannot(given.what, path, part, code) end
  local written, message = {}
  local done, err = pcall(fn, new_put(part, written))
  if done then
    local obsolete = given.obsolete and given.obsolete(names, written) or {}
    done, message, code = put_in_place(part, path, names, written, obsolete)
    if done then return true end
    err = errors.of_system(message, code)
  end
  folders.remove(part)
  if not errors.is(err) or err.where then error(err, 0) end
  return files.cannot(given.what, path, err.message, err.code)
end

--- Raises unless `path` can name a folder.
---@param path any
---@param call string for messages: "dump()"
function folders.check(path, call)
  if type(path) ~= "string" or path == "" or path:find("\0", 1, true) then
    errors.raise("bad_argument.folder_name", { call = call })
  end
end

return folders
