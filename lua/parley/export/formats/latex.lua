--- LaTeX: a tabular for \usepackage{booktabs}. [ and * would be arguments of the \\ before them.

local readable = require "parley.export.readable"

local find, gsub, concat = string.find, string.gsub, table.concat

local LATEX = { ["\\"] = "\\textbackslash{}", ["{"] = "\\{", ["}"] = "\\}", ["$"] = "\\$", ["&"] = "\\&",
  ["#"] = "\\#", ["%"] = "\\%", ["_"] = "\\_", ["^"] = "\\textasciicircum{}", ["~"] = "\\textasciitilde{}",
  ["<"] = "\\textless{}", [">"] = "\\textgreater{}", ["|"] = "\\textbar{}", ['"'] = "\\textquotedbl{}",
  ["["] = "{[}", ["*"] = "{*}", ["\n"] = " " }

local cell = readable.cell(function(text)
  text = gsub(text, '[\\{}$&#%%_^~<>|"%[*\n]', LATEX)
  -- two hyphens would be set as a dash; of three, the first pass leaves a pair
  if find(text, "--", 1, true) then text = gsub(gsub(text, "%-%-", "-{}-"), "%-%-", "-{}-") end
  return text
end)

local function row(cells, shape)
  return concat(cells, " & ", 1, shape.n) .. " \\\\\n"
end

return {
  cell = cell,
  missing = "",
  header = function(shape)
    local letters = {}
    for i = 1, shape.n do letters[i] = shape.numeric[i] and "r" or "l" end
    return ("\\begin{tabular}{%s}\n\\toprule\n"):format(concat(letters))
      .. row(shape:cells_of_names(cell), shape) .. "\\midrule\n"
  end,
  row = row,
  footer = function() return "\\bottomrule\n\\end{tabular}\n" end,
}
