-- The rock is built by the Makefile, since only make compiles modules and stores the bundled data for a small start.
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
  type = "make",
  build_target = "modules",
  install_target = "install-modules",
  variables = {
    BUILD = "build/rock",
    CC = "$(CC)",
    CFLAGS = "$(CFLAGS)",
    DEP_CFLAGS = "-I$(SQLITE_INCDIR) -I$(UTF8PROC_INCDIR) -I$(ZLIB_INCDIR)",
    DEP_LIBS = "-L$(SQLITE_LIBDIR) -L$(UTF8PROC_LIBDIR) -L$(ZLIB_LIBDIR) -lsqlite3 -lutf8proc -lz",
    LUA = "$(LUA)",
    LUA_CFLAGS = "-I$(LUA_INCDIR)",
    READLINE = "",          -- a rock of its own
  },
  install_variables = { SHARE = "$(LUADIR)", CLIB = "$(LIBDIR)" },
  install = { bin = { parley = "bin/parley" } },
  copy_directories = { "doc", "examples" },
}
test = { type = "busted" }
