--- LaTeX: a tabular for \usepackage{booktabs}, which needs no other package.

local latex = require "parley.base.latex"
local readable = require "parley.export.readable"

local concat = table.concat

local cell = readable.cell(latex.cell, latex.MINDED)

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
