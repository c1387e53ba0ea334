-- Writes Lua files as C arrays, so that a host program carries them inside:
--   lua5.4 tools/embed.lua build/embedded.c lua/parley/init.lua lua/parley/query/query.lua ...
-- Arrays of numbers, since a string literal of a whole file is longer than C11 promises to take.

local output, files = arg[1], { table.unpack(arg, 2) }

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

local function bytes_of(text)
  local lines = {}
  for at = 1, #text, 32 do
    lines[#lines + 1] = "  " .. table.concat({ text:byte(at, at + 31) }, ",") .. ","
  end
  return table.concat(lines, "\n")
end

-- lua/parley/query/expr.lua -> "parley.query.expr" and "query/expr.lua"; lua/parley/init.lua -> "parley" and
-- "init.lua".
local function names_of(path)
  local below = assert(path:match "^lua/parley/(.+)$", path .. " is not below lua/parley/")
  local module = ("parley." .. below:gsub("%.lua$", ""):gsub("/", ".")):gsub("%.init$", "")
  return module, below
end

local out = { "/* Written by tools/embed.lua from the files below lua/. */", '#include "lua/embedded.h"', "" }
local entries = {}
for number, path in ipairs(files) do
  local text = read(path)
  local module, below = names_of(path)
  -- The closing zero keeps the array of an empty file legal C; it is not counted.
  out[#out + 1] = ("static const unsigned char file_%d[] = {\n%s\n  0};\n"):format(number, bytes_of(text))
  entries[number] = ('  {"%s", "%s", file_%d, %d},'):format(module, below, number, #text)
end
out[#out + 1] = "const parley_embedded_file parley_embedded_files[] = {"
out[#out + 1] = table.concat(entries, "\n")
out[#out + 1] = "  {NULL, NULL, NULL, 0},\n};\n"

local file = assert(io.open(output, "wb"))
file:write(table.concat(out, "\n"))
assert(file:close())
