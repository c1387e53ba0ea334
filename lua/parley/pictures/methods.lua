--- What queries and Frames can do about pictures.

local methods = {}

--- A picture of the rows, which prints in a terminal; `:save("x.svg" | "x.html" | "x.png")` writes it. Raises, with
-- what would do, where a chart would show nothing sensible.
--- Errors: bad_argument, no_option, no_name, no_column, bad_expression.
--- See also: vega, by.
--- Example: ds.demands:plot{kind = "bar", x = "party"}
---@param given parley.PlotOptions
---@return parley.Picture
function methods:plot(given) return require("parley.pictures.plot").of(self, given) end

--- The same chart as a Vega-Lite 6 specification with its data inside: JSON, for pages and notebooks that draw such.
--- Errors: bad_argument, no_option, no_name, no_column, bad_expression.
--- See also: plot.
--- Example: ds.demands:vega{kind = "bar", x = "party"}:sub(1, 60)
---@param given parley.PlotOptions  as plot{} takes them
---@return string
function methods:vega(given) return require("parley.pictures.vega").of(self, given) end

return { ["parley.Query"] = methods, ["parley.Frame"] = methods }
