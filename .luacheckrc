-- Settings of luacheck; `make check-lint` runs it.
std = "lua54"
max_line_length = 120
max_cyclomatic_complexity = 20
include_files = { "**/*.lua", "**/*.rockspec", ".luacheckrc", ".busted" }
exclude_files = { "build" }

files["spec"] = { std = "+busted", max_line_length = 140 }
files["bench"] = { max_line_length = 140 }
-- Datasets are loaded with these two functions and nothing else.
local DATA = { std = { read_globals = { "dataset", "claim" } } }
files["lua/parley/bundled/istanbul-2025.lua"], files["lua/parley/bundled/russia-ukraine-talks*"] = DATA, DATA
files["rockspec"] = { std = "+rockspec" }
-- A tool writes it.
files["lua/parley/repl/reference.lua"] = { max_line_length = false }
-- Type definitions declare names and use none.
files["lua/parley/meta"] = { ignore = { "" } }
