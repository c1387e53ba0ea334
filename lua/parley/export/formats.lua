--- The formats of exports by name and by extension; each is a file of its own in the folder of that name.

local formats = { names = {}, extensions = {}, by_name = {}, by_extension = {} }

local LIST = {
  { "csv", ".csv" }, { "tsv", ".tsv" }, { "json", ".json" },
  { "jsonl", ".jsonl" }, { "markdown", ".md" }, { "latex", ".tex" },
  { "html", ".html" }, { "graphml", ".graphml" }, { "dot", ".dot" },
  { "arrow", ".arrow" }, { "arrows", ".arrows" }, { "xlsx", ".xlsx" },
}

for i, entry in ipairs(LIST) do
  local name, extension = entry[1], entry[2]
  formats.names[i], formats.extensions[i] = name, extension
  formats.by_name[name], formats.by_extension[extension] = extension, name
end
formats.by_extension[".ndjson"] = "jsonl"          -- another name of it
table.sort(formats.names)
table.sort(formats.extensions)

--- The format of that name, which must be one of `names`.
---@param name string
---@return parley.Format
function formats.load(name) return require("parley.export.formats." .. name) end

return formats
