--- What queries and Frames can do about pictures.

---@class parley.PlotOptions
---@field kind "area"|"bar"|"heat"|"histogram"|"line"|"point"|"range"
---@field x string an expression
---@field y string?
---@field low string?
---@field high string?
---@field by string? series
---@field facet string? a panel for each
---@field value string? what the squares of a heat map show
---@field title string?
---@field log boolean|"x"|"y"|nil
---@field bins integer? of a histogram
---@field width integer? in pixels

local methods = {}

--- A picture of the rows, which prints in a terminal; `:save("x.svg" | "x.html" | "x.png")` writes it. kind: "bar",
-- "line", "area", "point", "histogram", "heat" or "range". x, y, low, high, by (series), facet (a panel each) and
-- value (of a heat map) are expressions, as in select(); a quantity as y brings its low and high along. Others:
-- title, log (true: y; "x"), bins, width in pixels. Raises with what would do where a chart would show nothing
-- sensible.
---@param given parley.PlotOptions
---@return parley.Picture
function methods:plot(given) return require("parley.pictures.plot").of(self, given) end

--- The same chart as a Vega-Lite 6 specification with its data inside: JSON, for pages and notebooks that draw such.
---@param given parley.PlotOptions  as plot{} takes them
---@return string
function methods:vega(given) return require("parley.pictures.vega").of(self, given) end

return { ["parley.Query"] = methods, ["parley.Frame"] = methods }
