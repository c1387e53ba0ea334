--- Removes a file, or a folder with all that it holds, with nothing but Parley: hosts and benchmarks have no more.

local core = require "parley.core"

local function remove(path)
  for _, inner in ipairs(core.is_folder(path) and core.list_folder(path) or {}) do remove(path .. "/" .. inner) end
  os.remove(path)
end

return remove
