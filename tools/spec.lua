-- Runs the specs with busted under the Lua that runs this file, whatever Lua the `busted` command is tied to.
-- The arguments are busted's own: lua5.4 tools/spec.lua spec/value/edtf_spec.lua

-- Specs ask functions for the names of their parameters and upvalues, which compiled modules lack: here modules come
-- from their sources, and in the programs that specs start, compiled.
local count = #package.searchers
pcall(require, "parley.core")
package.loaded["parley.core"] = nil          -- each file of specs loads it anew, and the searcher comes only once
if #package.searchers > count then table.remove(package.searchers, 2) end

require "busted.runner" { standalone = false }
