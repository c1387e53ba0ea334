--- What a query can be asked that an analysis answers.

local Query = {}

--- The fields on which the claims behind the rows differ: table, id, field, kind, shown, readings and claims.
---@param options { among: "sources"|"coders"|nil }?
---@return parley.Frame
function Query:disagreements(options) return require("parley.analysis.disagreements").of_query(self, options) end

--- What the amounts of the rows come to: wholes once and not beside their parts, `per_side` doubled, units and bases
--- apart. A row for each unit and basis, and each value of `by`: amount (in words), low, best, high, counted, left_out;
--- its explain() gives a row for each row of the query, with `counted` and `why`.
---@param quantity string|table|nil  such as "amount"; that of the table if absent, when the options may come first
---@param options { by: string|string[]|nil }?  expressions
---@return parley.Frame
function Query:total(quantity, options) return require("parley.analysis.total").of_query(self, quantity, options) end

return { ["parley.Query"] = Query }
