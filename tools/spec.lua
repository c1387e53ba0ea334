-- Runs the specs with busted under the Lua that runs this file, whatever Lua the `busted` command is tied to.
-- The arguments are busted's own: lua5.4 tools/spec.lua spec/value/edtf_spec.lua

package.path = "./?.lua;" .. package.path
require "tools.from_sources"          -- here; the programs that specs start run compiled modules

if _VERSION ~= "Lua 5.4" then dofile "spec/support/older_modules.lua"() end

-- Datasets that specs open are on a server: spec/support/on_postgres.lua.
if (os.getenv "PARLEY_STORE" or ""):find "^postgres" then require("spec.support.on_postgres").install() end

require "busted.runner" { standalone = false }
