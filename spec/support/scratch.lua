--- Things to write into: a folder of one's own, removed afterwards, and small datasets.

local lfs = require "lfs"
local parley = require "parley"

local scratch = {}

local function remove(path)
  if lfs.symlinkattributes(path, "mode") == "directory" then
    for name in lfs.dir(path) do
      if name ~= "." and name ~= ".." then remove(path .. "/" .. name) end
    end
    assert(lfs.rmdir(path))
  else
    assert(os.remove(path))
  end
end

--- A new folder: a function that gives paths in it, and one that removes it with all it holds.
---@return fun(name: string): string path, fun() remove
function scratch.folder()
  local folder = os.tmpname()
  os.remove(folder)
  assert(lfs.mkdir(folder))
  return function(name) return folder .. "/" .. name end, function() remove(folder) end
end

--- Calls a function while files of a name cannot be written, as on a disk that is full.
---@param name string part of their name
---@param fn function
---@return any ... what it gives
function scratch.on_full_disk(name, fn, ...)
  local open = io.open
  io.open = function(path, mode)   -- luacheck: ignore 122
    if mode == "wb" and path:find(name, 1, true) then return nil, path .. ": No space left on device", 28 end
    return open(path, mode)
  end
  local results = table.pack(pcall(fn, ...))
  io.open = open   -- luacheck: ignore 122
  if not results[1] then error(results[2], 0) end
  return table.unpack(results, 2, results.n)
end

--- Writes a file as it is.
function scratch.write(path, text)
  local file = assert(io.open(path, "wb"))
  assert(file:write(text))
  assert(file:close())
end

--- Writes a file and gives its path.
function scratch.file(path, text)
  scratch.write(path, text)
  return path
end

--- What is in a file; nil when it is not there.
function scratch.read(path)
  local file <close> = io.open(path, "rb")
  return file and file:read "a"
end

--- The names of what is in a folder, sorted; with `ending`, of what ends so, without it.
function scratch.listing(folder, ending)
  local names = {}
  ending = ending or ""
  for name in lfs.dir(folder) do
    local is_one = name ~= "." and name ~= ".." and (ending == "" or name:sub(-#ending) == ending)
    if is_one then names[#names + 1] = name:sub(1, #name - #ending) end
  end
  table.sort(names)
  return names
end

--- What an import says it did: added, updated, unchanged, quarantined.
function scratch.counts(report) return { report.added, report.updated, report.unchanged, report.quarantined } end

--- Sources, parties and a talk: enough to claim something about.
function scratch.fill(ds)
  ds:add("sources", { id = "s1", title = "First", published = "2025-06-01" })
  ds:add("sources", { id = "s2", title = "Second", published = "2025-06-03" })
  ds:add("sources", { id = "s3", title = "Third", published = "2025-07-21" })
  for _, party in ipairs { { "ukraine", "Ukraine" }, { "russia", "Russia" }, { "turkiye", "Türkiye", "Turkey; Turkiye" } } do
    ds:add("parties", { id = party[1], name = party[2], aliases = party[3], kind = "state" }, { source = "s1" })
  end
  ds:add("talks", { id = "r2", kind = "round", date = "2025-06-02", status = "scheduled" }, { source = "s1" })
  return ds
end

--- A small dataset in memory.
function scratch.dataset(options) return scratch.fill(parley.open(":memory:", options)) end

--- An empty dataset with these sources.
function scratch.with_sources(...)
  local ds = parley.open ":memory:"
  for _, id in ipairs { ... } do
    ds:add("sources", { id = id, outlet = id, published = "2020-01-01" }, { source = id })
  end
  return ds
end

--- The rows of a query, each the values of these columns in one text.
function scratch.texts(q, ...)
  local list = {}
  for row in q:select(...):rows() do
    local cells = {}
    for i, name in ipairs { ... } do cells[i] = tostring(row[name]) end
    list[#list + 1] = table.concat(cells, " ")
  end
  return list
end

--- The values of one column of a query or Frame, missing ones as parley.null.
function scratch.column(q, name)
  local values = {}
  for value in q:each(name) do values[#values + 1] = value end
  return values
end

--- The message of the error that `fn` raises, with "parley: " but without the position in front.
function scratch.refusal(fn, ...)
  local done, err = pcall(fn, ...)
  assert(not done, "no error was raised")
  return (tostring(err):gsub("^[^:]*:%d+: ", ""))
end

--- The message of the error that `fn` raises, without the position and "parley: " in front.
function scratch.message_of(fn, ...)
  local done, err = pcall(fn, ...)
  assert(not done, "no error was raised")
  return (tostring(err):gsub("^.-parley: ", ""))
end

--- What a method of a dataset says when it is closed, and in a file that was opened without Parley's tables.
---@param method string
---@return string closed, string foreign
function scratch.without_tables(method, ...)
  local path, remove_all = scratch.folder()
  local ds = parley.open(path "a.db")
  ds:close()
  local closed = scratch.message_of(ds[method], ds, ...)
  local foreign <close> = parley.open(path "a.db", { schema = false })
  local message = scratch.message_of(foreign[method], foreign, ...)
  remove_all()
  return closed, message
end

--- Runs a Lua script in another process with this build; gives what it printed.
function scratch.script(path, text)
  scratch.write(path, text)
  return ("LUA_PATH='%s' LUA_CPATH='%s' %s '%s'"):format(package.path, package.cpath, scratch.lua(), path)
end

--- The Lua that runs the specs.
function scratch.lua()
  local at = -1
  while arg and arg[at - 1] do at = at - 1 end
  local name = arg and arg[at] or "lua5.4"
  return name:find "lua" and name or "lua5.4"
end

return scratch
