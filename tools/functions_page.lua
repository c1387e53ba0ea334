-- Writes the lists of functions on doc/expressions.md anew from the table of functions; prints the page.
--   lua5.4 tools/functions_page.lua > build/expressions.md      (`make docs` does it)

package.path = "./?.lua;" .. package.path
local functions = require "parley.query.functions"
local generated_page = require "tools.generated_page"

-- One row: how it is written, what it gives, an example.
local function row(entry)
  local example = ("`%s` → `%s`"):format(entry.example, entry.result)
  return ("| `%s` | %s | %s |"):format(entry.call, entry.says, example)
end

-- The list of the functions of a kind.
local function list(kind)
  local rows = { "| function | gives | example |", "|---|---|---|" }
  for _, entry in ipairs(functions.all()) do
    if entry.kind == kind then rows[#rows + 1] = row(entry) end
  end
  return table.concat(rows, "\n")
end

local page = generated_page.new("doc/expressions.md", "<!%-%- (%l+) functions %-%->", list)

if not ... then io.write(page.written(page.read())) end

return page
