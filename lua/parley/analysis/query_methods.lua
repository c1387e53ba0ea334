--- What a query can be asked that an analysis answers.

local Query = {}

--- The fields on which the claims behind the rows differ: table, id, field, kind, shown, readings and claims.
--- Errors: no_option, no_claims, bad_argument.
--- See also: evidence.
--- Example: ds.talks:disagreements():select("id", "field", "readings"):limit(2)
---@param options parley.DisagreementOptions?
---@return parley.DisagreementsFrame
function Query:disagreements(options) return require("parley.analysis.disagreements").of_query(self, options) end

--- What the amounts of the rows come to: wholes once and not beside their parts, `per_side` doubled, units and bases
--- apart. A row for each unit and basis, and each value of `by`: amount (in words), low, best, high, counted, left_out;
--- its explain() gives a row for each row of the query, with `counted` and `why`.
--- Errors: no_option, no_column, bad_expression.
--- See also: sum.
--- Example: ds.outcomes:where{talk = "r2"}:total():select("amount", "unit"):limit(2)
---@param quantity string|parley.TotalOptions|nil  such as "amount", or the options alone
---@param options parley.TotalOptions?
---@return parley.TotalFrame
function Query:total(quantity, options) return require("parley.analysis.total").of_query(self, quantity, options) end

return { ["parley.Query"] = Query }
