--- What queries and Frames can do about formats: `save`, and `to_csv` and its like.

local options = require "parley.base.options"

local methods = {}

--- Writes the rows to a file; the extension says in what format.
---@param path string
---@param ... nil  nothing more
---@return true? ok, string? message, string? code
function methods:save(path, ...)
  options.none("save() takes a path, whose extension says the format", ...)
  return require("parley.export.export").save(self, path)
end

for _, format in ipairs(require("parley.export.formats").names) do
  --- The rows as text in this format.
  ---@param ... nil  nothing more; a path is for save()
  ---@return string
  methods["to_" .. format] = function(f, ...)
    options.none("to_" .. format .. "() gives the text itself; save(path) writes a file", ...)
    return require("parley.export.export").to_string(f, format)
  end
end

return { ["parley.Query"] = methods, ["parley.Frame"] = methods }
