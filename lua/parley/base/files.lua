--- Files and folders by their names: whether one is there, a free name beside it, and why something could not be done.

local errors = require "parley.base.errors"
local plain = require "parley.base.plain_text"

local files = {}

--- Whether there is a file or folder of this name, be it one that must not be read.
---@param path string
---@return boolean
function files.exists(path)
  local file, _, code = io.open(path, "rb")
  if file then file:close() end
  return file ~= nil or errors.word(code) == "permission"
end

-- Endings of files of rows, packed ones among them.
local ROWS = { csv = true, tsv = true, tab = true, txt = true, json = true, jsonl = true, ndjson = true, gz = true,
  xlsx = true, xlsm = true }

--- Whether the name of a file says that it holds rows.
---@param path string
---@return boolean
function files.names_rows(path) return ROWS[(path:match "%.(%w+)$" or ""):lower()] ~= nil end

--- Whether a path is the address of a PostgreSQL server, in one of libpq's two forms.
---@param path string
---@return boolean
function files.is_on_server(path)
  if path:find "^%s*%l+%s*=" then return require("parley.base.server_address").is_list(path) end
  return path:find "^postgres%l*://" ~= nil
end

--- The hint for the path of a file that is not there: a folder of it that is not there either, or a file whose name is
--- near; nil where there is neither.
---@param path string
---@return parley.Hint?
function files.hint_of_missing(path)
  local folder, name = path:match "^(.*/)([^/]*)$"
  local core, suggest = require "parley.core", require "parley.base.suggest"
  local names = core.list_folder(folder or ".")
  if not names and not folder then return nil end
  if not names then return { key = "no_folder", folder = plain.visible((folder:gsub("(.)/+$", "%1"))) } end
  table.sort(names)
  local near = suggest.nearest(name or path, names)
  return near and suggest.meant((folder or "") .. near)
end

local MOST = 100

--- Makes something beside the target under a name nobody uses, which can take the target's name later: a rename within
--- one folder is atomic.
---@generic T
---@param path string
---@param make fun(name: string): T?, string?, integer|string|nil  what makes it
---@return T? made, string name_or_message, string? code
function files.make_beside(path, make)
  for n = 1, MOST do
    local name = ("%s.%d.part"):format(path, n)
    if not files.exists(name) then
      local made, message, code = make(name)
      if not made then return nil, message, code end
      return made, name
    end
  end
  return errors.fail "exists.unfinished"
end

--- Gives a file that is whole the name it is for; it is removed where that cannot be done.
---@param name string
---@param path string
---@return true? ok, string? message, string? code
function files.take_place(name, path)
  local ok, message, code = os.rename(name, path)
  if ok then return true end
  os.remove(name)
  return files.cannot("save", path, message, code)
end

--- Writes a text into a file of this name.
---@param name string
---@param text string
---@return true? ok, string? message, integer? code
function files.write(name, text)
  local file, message, code = io.open(name, "wb")
  if not file then return nil, message, code end
  local ok
  ok, message, code = file:write(text)
  local closed, words, number = file:close()
  if not ok then return nil, message, code end
  return closed, words, number
end

--- Where a file of this name is written: where a link leads, so that the link stays; and whether it is written in its
--- place, as a device or a pipe is: a file that took its name would put an end to it.
---@param path string
---@return string target, boolean in_place
function files.target(path)
  local kind, real = require("parley.core").path_kind(path)
  return kind and real or path, kind == "other"
end

--- Writes a text beside its name, which it takes at the end: one who is stopped leaves the old file.
---@param path string
---@param text string
---@return true? ok, parley.Error? err, string? code
function files.replace(path, text)
  local in_place
  path, in_place = files.target(path)
  local made, name, code
  if in_place then
    made, name, code = files.write(path, text)
    if made then return true end
    return files.cannot("save", path, name, code)
  end
  made, name, code = files.make_beside(path, function(unused) return files.write(unused, text) end)
  if not made then return files.cannot("save", path, name, code) end
  return files.take_place(name, path)
end

--- What could not be done with a file, to stand in front of why: "cannot save 'x.csv'".
---@param what string  "save"
---@param path string
---@return parley.Phrase
function files.undone(what, path) return { key = "cannot", what = what, path = plain.visible(path) } end

--- Results for what could not be done with a file: nil, an error object, its code word. What Lua's libraries say
--- begins with the name of the file they were at, which may be an unfinished one: the words of the number they give do
--- not.
---@param what string  "save"
---@param path string
---@param message string|parley.Error
---@param code integer|string|nil
---@return nil, parley.Error err, string code
function files.cannot(what, path, message, code)
  local place, folder = files.undone(what, path), path:match "^(.+)/[^/]*$"
  if folder and not files.exists(folder) then
    return errors.fail("missing_folder", { folder = plain.visible(folder) }, place)
  end
  return errors.results(errors.of_system(message, code), place)
end

return files
