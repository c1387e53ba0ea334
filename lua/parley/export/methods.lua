--- What queries and Frames can do about formats: `save`, and `to_csv` and its like.

local options = require "parley.base.options"

local methods = {}

--- Writes the rows to a file; the extension says in what format.
--- Errors: bad_argument, no_option, missing_folder, permission, full.
--- See also: to_csv, read.
--- Example: ds.talks:select("id", "place"):save("talks.csv")
---@param path string
---@param given parley.CsvOptions|parley.ArrowOptions|parley.SheetOptions|nil  by the format
---@param ... nil  nothing more
---@return true? ok, string? message, string? code
function methods:save(path, given, ...)
  options.none({ key = "takes_path_and_options" }, ...)
  return require("parley.export.export").save(self, path, given)
end

for _, format in ipairs(require("parley.export.formats").names) do
  --- The rows as text in this format.
  --- Errors: no_option, bad_argument.
  --- See also: save.
  --- Example: ds:network{talk = "r2"}:select("source", "target", "role"):limit(2):to_csv()
  ---@param given parley.CsvOptions|parley.ArrowOptions|parley.SheetOptions|nil  a path is for save()
  ---@param ... nil  nothing more
  ---@return string
  methods["to_" .. format] = function(f, given, ...)
    local what = "to_" .. format .. "()"
    if type(given) ~= "table" then options.none({ key = "gives_text", call = what }, given) end
    options.none({ key = "takes_options", call = what }, ...)
    return require("parley.export.export").to_string(f, format, given)
  end
end

return { ["parley.Query"] = methods, ["parley.Frame"] = methods }
