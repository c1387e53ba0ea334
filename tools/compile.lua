-- Compiles Parley's modules into one file for the Lua that runs this, which csrc/lua/compiled.c reads and describes:
--   lua5.4 tools/compile.lua build/parley/compiled.luac lua/parley/init.lua ...
-- With LUA_PATH and LUA_CPATH so that Parley is found. Names of local variables are left out, lines stay: names take as
-- long to read as the code, and only the message of a fault of our own would have them.

local core = require "parley.core"
local thin = dofile((arg[0]:match "^(.*)compile%.lua$" or "") .. "thin_dump.lua")

-- Dumps of other Luas are of another form: the file is empty then, and every module comes from its source.
local output, files = arg[1], _VERSION == "Lua 5.4" and { table.unpack(arg, 2) } or {}

local MAGIC = "\27parley chunks 1"
local HEADER, ENTRY = "=c16 I8 I4 I4 c8 c8 c8", "=i8 c8 I4 I4 c8 c8"       -- c8: the place and the length of a part

-- Every statement and operator of the language, so that two Luas that compile differently differ here.
local PROBE = [[
local a <const>, b <close>, c = 1, nil, { 1, 2.5, x = "y", [true] = {}, ... }
local function f(n, ...) if n <= 0 then return ... end return f(n - 1, n, ...) end
function c.m(self, v) self.x, v = v, self.x; c[v], c[3], c[300] = self, v, nil return (self:m(v)) end
for i = 10, 1, -3 do c[i] = i // 3 + i % 4 * 2 ^ i - i / 7 end
for k, v in pairs(c) do if k == "x" and v ~= 2 or not v then goto continue end g = k .. v .. #k ::continue:: end
while a < 5 do if a > 7 then break end c = function() return a, c, b end end
repeat local d = a & 3 | 4 ~ 5 << 2 >> 1; d = ~d - -d until d >= 70000 or d == nil or d == 1.5
return f(3, a == 1, 1 < a, a .. "b", select("#", ...))]]

local function read(path)
  local file <close> = assert(io.open(path, "rb"))
  return (file:read "a")
end

-- lua/parley/query/sql/dialect/init.lua -> "parley.query.sql.dialect", "query/sql/dialect/init.lua"
local function names_of(path)
  local below = assert(path:match "^lua/parley/(.+)$", path .. " is not below lua/parley/")
  return ("parley." .. below:gsub("%.lua$", ""):gsub("/", ".")):gsub("%.init$", ""), below
end

-- What a dump has before and after the name of its source. Lua writes a length before the name, one byte for this.
local SOURCE = "@where the source is found"

local function cut(dump)
  local at = assert(dump:find(string.char(#SOURCE + 1 + 128) .. SOURCE, 1, true), "no name of a source in a dump")
  return dump:sub(1, at - 1), dump:sub(at + 1 + #SOURCE)
end

local entries, prefix = {}, ""
for _, path in ipairs(files) do
  local text = read(path)
  local name, below = names_of(path)
  local head, chunk = cut(thin(string.dump(assert(load(text, SOURCE, "t")))))
  assert(prefix == "" or prefix == head, "dumps begin differently")
  prefix = head
  assert(load(head .. string.char(129 + #"=x") .. "=x" .. chunk, "x", "b"))
  if name ~= "parley" then entries[#entries + 1] = { name = name, path = below, text = text, chunk = chunk } end
end
table.sort(entries, function(a, b) return a.name < b.name end)

-- What a short question loads stands together, and what the program loads for one: so that few pages of the file are
-- read, each of which brings its neighbours into memory.
local early = {}

local function note(tier)
  for name in pairs(package.loaded) do early[name] = early[name] or tier end
end

for row in require("parley").open().demands:by("topic"):count():rows() do assert(row.count) end
note(1)
if pcall(require, "argparse") then          -- what it prints, make throws away
  local run = require("parley.repl.command").run
  assert(run(require "parley", { "tables" }) == 0 and package.loaded["parley.repl.print"])
end
note(2)

local parts, at = {}, HEADER:packsize() + #entries * ENTRY:packsize()

-- Adds a part; gives its place and length.
local function add(text)
  parts[#parts + 1] = text
  at = at + #text
  return at - #text, #text
end

local places = {}

local function place(key) places[key] = string.pack("=I4I4", add(key)) end

place(prefix)
place(PROBE)
local PROBE_DUMP = string.dump(assert(load(PROBE, "=probe", "t")), true)
place(PROBE_DUMP)
for _, e in ipairs(entries) do
  place(e.name)
  place(e.path)
end
for tier = 1, 3 do
  for _, e in ipairs(entries) do
    if (early[e.name] or 3) == tier then place(e.chunk) end
  end
end

local list = {}
for i, e in ipairs(entries) do
  list[i] = ENTRY:pack(core.source_mark(e.text), places[e.path], #e.text, 0, places[e.name], places[e.chunk])
end
local header = HEADER:pack(MAGIC, at, #entries, 0, places[prefix], places[PROBE], places[PROBE_DUMP])

-- Under another name first: a program may be reading the file that is there.
local file = assert(io.open(output .. ".part", "wb"))
file:write(header, table.concat(list), table.concat(parts))
assert(file:close())
assert(os.rename(output .. ".part", output))
