--- What has changed between two datasets, as one page of HTML in the style of a report: numbers, renames, values,
--- claims and rows. It runs no script, and needs no network.

local sha256 = require "parley.report.sha256"
local style = require "parley.report.style"
local writing = require "parley.report.writing"

local diff_page = {}

-- Captions, the field of the diff, and the columns shown.
local PARTS = {
  { "renamed", "Renamed", { "table", "from", "to" } },
  { "values", "Values", { "table", "id", "field", "from", "to", "because" } },
  { "claims", "Claims", { "what", "table", "id", "says", "source", "coder", "reason", "content" } },
  { "rows", "Rows without claims", { "what", "table", "id", "field", "from", "to" } },
}

local function cell(write, value)
  if value == nil then return "<td></td>" end
  return "<td>" .. write:words(tostring(value)) .. "</td>"
end

local function section(write, d, part)
  local field, title, columns = table.unpack(part)
  local rows = d[field]
  if #rows == 0 then return "" end
  local parts = { ('<section id="%s">\n<h2>%s</h2>\n<table>\n<thead><tr>'):format(field, title) }
  for _, name in ipairs(columns) do parts[#parts + 1] = ('<th scope="col">%s</th>'):format(name) end
  parts[#parts + 1] = "</tr></thead>\n<tbody>\n"
  for row in rows:rows() do
    parts[#parts + 1] = "<tr>"
    for _, name in ipairs(columns) do parts[#parts + 1] = cell(write, row[name]) end
    parts[#parts + 1] = "</tr>\n"
  end
  parts[#parts + 1] = "</tbody>\n</table>\n</section>\n"
  return table.concat(parts)
end

--- The page.
---@param d parley.Diff
---@param title string?
---@param numbers string  the line of numbers
---@return string
function diff_page.html(d, title, numbers)
  local write, css = writing.new(), style.text()
  title = title or "What has changed"
  local parts = {}
  for i, part in ipairs(PARTS) do parts[i] = section(write, d, part) end
  return table.concat { '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src ', sha256.source(css),
    "; base-uri 'none'; form-action 'none'\">\n",
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>', write:text(title),
    "</title>\n<style>", css, "</style>\n</head>\n<body>\n<header>\n<h1>", write:words(title), '</h1>\n<p class="by">',
    write:words(numbers), "</p>\n</header>\n<main>\n", table.concat(parts),
    "</main>\n<footer>Made with Parley. This page needs no network.</footer>\n</body>\n</html>\n" }
end

return diff_page
