--- What a query can be asked that an analysis answers.

local Query = {}

--- The fields on which the claims behind the rows differ: table, id, field, kind, shown, readings and claims.
---@return parley.Frame
function Query:disagreements() return require("parley.analysis.disagreements").of_query(self) end

return { ["parley.Query"] = Query }
