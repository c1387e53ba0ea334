-- Writes the lists of functions on doc/expressions.md anew from the table of functions; prints the page.
--   lua5.4 tools/functions_page.lua > build/expressions.md      (`make docs` does it)

package.path = "./?.lua;" .. package.path
local functions = require "parley.query.functions"

local page = {}

local PATH = "doc/expressions.md"

-- One row: how it is written, what it gives, an example.
local function row(entry)
  local example = ("`%s` → `%s`"):format(entry.example, entry.result)
  return ("| `%s` | %s | %s |"):format(entry.call, entry.says, example)
end

--- The list of the functions of a kind.
---@param kind string
---@return string
function page.list(kind)
  local rows = { "| function | gives | example |", "|---|---|---|" }
  for _, entry in ipairs(functions.all()) do
    if entry.kind == kind then rows[#rows + 1] = row(entry) end
  end
  return table.concat(rows, "\n")
end

--- A page with its lists written anew: what stands between `<!-- KIND functions -->` and the next empty line.
---@param text string
---@return string
function page.written(text)
  return (text:gsub("(<!%-%- (%l+) functions %-%->\n)|.-\n\n", function(head, kind)
    return head .. page.list(kind) .. "\n\n"
  end))
end

--- The page as it stands.
---@return string
function page.read()
  local file = assert(io.open(PATH, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

if not ... then io.write(page.written(page.read())) end

return page
