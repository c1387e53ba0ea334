--- The mappings that come with Parley, by name; each is a file of its own in the folder of that name.

local mappings = {}

mappings.names = {
  "corridors", "cwm", "ethprio_ceasefires", "gdelt1", "gdelt2", "icews", "pax", "ucdp_pa",
}

--- The mapping of that name, which must be one of `names`.
---@param name string
---@return table
function mappings.load(name) return require("parley.import.mappings." .. name) end

return mappings
