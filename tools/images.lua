-- Makes every table of the bundled datasets once, as the database it becomes, into one file, which csrc/lua/images.c
-- reads and describes:
--   lua5.4 tools/images.lua build/parley/bundled.images
-- With LUA_PATH and LUA_CPATH so that Parley is found. Tables are made from the data, by the modules that do so where
-- there are no images; all of these modules, and the data, are what an image is made from.

local output = arg[1]
os.remove(output)          -- what is there must not be taken

local core = require "parley.core"
local bundled = require "parley.bundled.bundled"
local codebook = require "parley.codebook.tables"
local data_files = require "parley.bundled.data_files"
local datasets = require "parley.bundled.datasets"

local MAGIC = "\27parley images 2"
local HEADER, GROUP, SOURCE, ENTRY = "=c16 I8 I4 I4 I4 I4", "=I4I4", "=i8 c8 I4 I4", "=c8 c8 I4 I4"
local FOLDER = assert(package.searchpath("parley", package.path)):match "^(.*)init%.lua$"

local function read(path)
  local file <close> = assert(io.open(path, "rb"))
  return (file:read "a")
end

-- The bytes of a dataset that has one table of the codebook and the claims about it, and the number of its rows.
local function image_of(entry, table_name)
  local ds = assert(bundled.open(entry.name, nil, function(store, _, fields)
    return { store = store, bundle = fields.bundle }
  end))
  bundled.ensure(ds, table_name)
  local rows = ds.store:frame(('SELECT count(*) AS n FROM "%s"'):format(table_name)):first().n
  local path = output .. ".db"
  os.remove(path)
  assert(ds.store:backup(path))
  ds.store:close()
  local bytes = read(path)
  os.remove(path)
  return bytes, rows, ds.bundle
end

-- Files below the folder of the modules, as a list.
local function files_of(entry, bundle)
  local files = { entry.file }
  for _, part in ipairs(data_files.of(bundle).header.parts or {}) do
    files[#files + 1] = ("%s/%s.lua"):format(entry.file:match "^(.*)%.lua$", part)
  end
  return files
end

local function loaded_files()
  local files = {}
  for name in pairs(package.loaded) do
    local path = name:find "^parley%." and name ~= "parley.core" and package.searchpath(name, package.path)
    if path then files[#files + 1] = path:sub(#FOLDER + 1) end
  end
  table.sort(files)
  return files
end

local groups, images = { false }, {}
for number, entry in ipairs(datasets) do
  local bundle
  for _, info in ipairs(codebook.tables) do
    local bytes, rows
    bytes, rows, bundle = image_of(entry, info.name)
    images[#images + 1] = { name = entry.name .. "/" .. info.name, bytes = bytes, rows = rows, group = number }
  end
  groups[number + 1] = files_of(entry, bundle)
end
groups[1] = loaded_files()

-- What a new file has; beside the modules that all images need, it was made by some more.
local function image_of_new()
  local path, copy = output .. ".new", output .. ".db"
  for _, suffix in ipairs { "", "-wal", "-shm" } do os.remove(path .. suffix) end
  local ds = assert(require("parley").open(path, { mode = "rwc" }))
  assert(ds.store:backup(copy))
  ds:close()
  local bytes = read(copy)
  os.remove(path)
  os.remove(copy)
  return bytes
end

local known, more = {}, {}
for _, path in ipairs(groups[1]) do known[path] = true end
images[#images + 1] = { name = "new", bytes = image_of_new(), rows = 0, group = #groups }
for _, path in ipairs(loaded_files()) do
  if not known[path] then more[#more + 1] = path end
end
groups[#groups + 1] = more

local source_count = 0
for _, files in ipairs(groups) do source_count = source_count + #files end

local parts = {}
local at = HEADER:packsize() + #groups * GROUP:packsize() + source_count * SOURCE:packsize()
  + #images * ENTRY:packsize()

-- Adds a part; gives its place and length.
local function add(text)
  parts[#parts + 1] = text
  at = at + #text
  return ("=I4I4"):pack(at - #text, #text)
end

local heads, sources, entries, first = {}, {}, {}, 0
for _, files in ipairs(groups) do
  heads[#heads + 1] = GROUP:pack(first, #files)
  first = first + #files
  for _, path in ipairs(files) do
    local text = read(FOLDER .. path)
    sources[#sources + 1] = SOURCE:pack(core.source_mark(text), add(path), #text, 0)
  end
end
for i, image in ipairs(images) do
  entries[i] = ENTRY:pack(add(image.name), add(image.bytes), image.group, image.rows)
end
local header = HEADER:pack(MAGIC, at, #groups, source_count, #images, core.sqlite_version())

-- Under another name first: a program may be reading the file that is there.
local file = assert(io.open(output .. ".part", "wb"))
file:write(header, table.concat(heads), table.concat(sources), table.concat(entries), table.concat(parts))
assert(file:close())
assert(os.rename(output .. ".part", output))
