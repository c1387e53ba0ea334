--- How a page of help is laid out: paragraphs, lists in columns and text as it stands, in lines of a width.
-- A page is a list of blocks: a string is a paragraph; { rows = {…} } a list, each row its cells, of which the last
-- is wrapped under itself; { lines = text } stands as it is. A `head` stands above rows or lines, which are indented.

local cells = require "parley.repl.cells"

local layout = {}

local INDENT, GAP = "  ", "  "
local LEAST = 20          -- columns that the last cell of a row gets, however narrow the terminal

local function add_paragraph(lines, text, width, indent)
  for _, line in ipairs(cells.wrap(text, math.max(width - #indent, LEAST))) do lines[#lines + 1] = indent .. line end
end

-- The widths of all columns but the last, each at most a third of the lines.
local function widths_of(rows, width)
  local widths = {}
  for _, row in ipairs(rows) do
    for i = 1, #row - 1 do
      widths[i] = math.min(math.max(widths[i] or 0, cells.widest { row[i] }), math.max(width // 3, LEAST))
    end
  end
  return widths
end

-- Puts a text behind what a line has, and under itself where it is longer.
local function hang(lines, text, at, width)
  for i, part in ipairs(cells.wrap(text, math.max(width - at, LEAST))) do
    if i > 1 then lines[#lines + 1] = (" "):rep(at) end
    lines[#lines] = lines[#lines] .. part
  end
end

-- A row: a cell that is wider than its column has what follows it on a line of its own.
local function add_row(lines, row, widths, width, indent)
  lines[#lines + 1] = indent
  local at = #indent
  for i = 1, #row - 1 do
    local is_wide = cells.widest { row[i] } > widths[i]
    if is_wide then
      hang(lines, row[i], at, width)
    else
      lines[#lines] = lines[#lines] .. cells.pad(row[i], widths[i]) .. GAP
    end
    at = at + widths[i] + #GAP
    if is_wide and row[i + 1] ~= "" then lines[#lines + 1] = (" "):rep(at) end
  end
  hang(lines, row[#row], at, width)
end

local function add_rows(lines, rows, width, indent)
  local widths, first = widths_of(rows, width), #lines + 1
  for _, row in ipairs(rows) do add_row(lines, row, widths, width, indent) end
  for i = first, #lines do lines[i] = lines[i]:gsub(" +$", "") end
end

local function add_block(lines, block, width)
  if type(block) == "string" then return add_paragraph(lines, block, width, "") end
  local indent = block.head and INDENT or ""
  if block.head then lines[#lines + 1] = block.head end
  if block.rows then return add_rows(lines, block.rows, width, indent) end
  for line in (block.lines .. "\n"):gmatch "(.-)\n" do lines[#lines + 1] = (indent .. line):gsub(" +$", "") end
end

--- The text of a page: its title, and blocks below each other, a blank line around those that are no paragraphs.
---@param page { title: string, [integer]: string|table }
---@param width integer
---@return string
function layout.text(page, width)
  local lines = {}
  add_paragraph(lines, page.title, width, "")
  for i, block in ipairs(page) do
    if type(block) == "table" or type(page[i - 1]) == "table" then lines[#lines + 1] = "" end
    add_block(lines, block, width)
  end
  return table.concat(lines, "\n")
end

return layout
