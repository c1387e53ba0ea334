-- Has modules of Parley come from their sources in this program: compiled ones lack the names of parameters and
-- upvalues, which specs and written pages ask functions for. To be required before any of Parley's modules.

local count = #package.searchers
pcall(require, "parley.core")
package.loaded["parley.core"] = nil          -- a file of specs loads it anew, and the searcher comes only once
if #package.searchers > count then table.remove(package.searchers, 2) end
