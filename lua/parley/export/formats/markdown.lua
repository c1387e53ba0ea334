--- Markdown: GitHub's tables, in which text keeps its meaning: no emphasis, links, code or HTML of its own.

local readable = require "parley.export.readable"

local find, gsub, concat = string.find, string.gsub, table.concat

local MARKDOWN = { ["\\"] = "\\\\", ["|"] = "\\|", ["`"] = "\\`", ["*"] = "\\*", ["["] = "\\[", ["<"] = "&lt;",
  ["\n"] = "<br>" }

local cell = readable.cell(function(text)
  text = gsub(text, "&(#?%w+;)", "&amp;%1")
  text = gsub(text, "[\\|`*%[<\n]", MARKDOWN)
  -- inside a word an underscore is only itself; a single tilde strikes nothing out
  if find(text, "%f[%w_]_") or find(text, "_%f[^%w_]") then text = gsub(text, "_", "\\_") end
  if find(text, "~.*~") then text = gsub(text, "~", "\\~") end
  return text
end)

local function row(cells, shape)
  return "| " .. concat(cells, " | ", 1, shape.n) .. " |\n"
end

return {
  cell = cell,
  missing = "",
  header = function(shape)
    local rules = {}
    for i = 1, shape.n do rules[i] = shape.numeric[i] and "---:" or "---" end
    return row(shape:cells_of_names(cell), shape) .. row(rules, shape)
  end,
  row = row,
  footer = function() return "" end,
}
