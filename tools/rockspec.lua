-- Prints the rockspec for the files it is given, so that none is forgotten (`make rockspec` writes it):
--   lua5.4 tools/rockspec.lua $(find lua csrc -name "*.lua" -o -name "*.c") > rockspec/parley-scm-1.rockspec

local head = [=[
-- Written by tools/rockspec.lua; after adding or removing a file: make rockspec
rockspec_format = "3.0"
package = "parley"
version = "scm-1"
source = {
  url = "git+file://.",
}
description = {
  summary = "Peace talks, demands and outcomes as a queryable dataset, with the sources behind every value",
  detailed = [[
Parley keeps what sources claim about peace talks in SQLite, and shows it as plain tables: one row for each talk,
demand and outcome, each value the best-supported one. Analysts filter, group and print in Lua, see where sources
disagree and what was known on a given day. The talks of Istanbul in 2025 are bundled.]],
  license = "MIT",
  labels = { "sqlite", "dataset", "politics", "history" },
}
supported_platforms = { "unix" }
dependencies = { "lua >= 5.4, < 5.5", "argparse >= 0.7.1" }
external_dependencies = {
  SQLITE = { header = "sqlite3.h", library = "sqlite3" },
  UTF8PROC = { header = "utf8proc.h", library = "utf8proc" },
  ZLIB = { header = "zlib.h", library = "z" },
}
build = {
  type = "builtin",
  modules = {
]=]

local core = [=[
    ["parley.core"] = {
      sources = {
%s
      },
      incdirs = { "csrc", "$(SQLITE_INCDIR)", "$(UTF8PROC_INCDIR)", "$(ZLIB_INCDIR)" },
      libdirs = { "$(SQLITE_LIBDIR)", "$(UTF8PROC_LIBDIR)", "$(ZLIB_LIBDIR)" },
      libraries = { "sqlite3", "utf8proc", "z", "m", "pthread" },
    },
]=]

local tail = [=[
  },
  install = { bin = { parley = "bin/parley" } },
  copy_directories = { "doc", "examples" },
}
test = { type = "busted" }
]=]

local lua_files, c_files = {}, {}
for _, path in ipairs(arg) do
  table.insert(path:find "%.c$" and c_files or lua_files, path)
end
table.sort(lua_files)
table.sort(c_files)

local modules, sources = {}, {}
for _, path in ipairs(lua_files) do
  local name = path:gsub("^lua/", ""):gsub("%.lua$", ""):gsub("/", "."):gsub("%.init$", "")
  modules[#modules + 1] = ('    ["%s"] = "%s",\n'):format(name, path)
end
for _, path in ipairs(c_files) do sources[#sources + 1] = ('        "%s",'):format(path) end

io.write(head, table.concat(modules), (core:gsub("%%s", table.concat(sources, "\n"))), tail)
