-- Writes the list of code words on doc/errors.md anew from the code words themselves; prints the page.
--   lua5.4 tools/errors_page.lua > build/errors.md      (`make docs` does it)

package.path = "./?.lua;" .. package.path
local codes = require "parley.base.codes"
local generated_page = require "tools.generated_page"

-- The list of code words, in Markdown.
local function list()
  local rows = { "| code | meaning | way out |", "|---|---|---|" }
  for _, entry in ipairs(codes.list) do
    rows[#rows + 1] = ("| `%s` | %s | %s |"):format(entry.code, entry.meaning, entry.remedy)
  end
  return table.concat(rows, "\n")
end

local page = generated_page.new("doc/errors.md", "<!%-%- code words %-%->", list)

if not ... then io.write(page.written(page.read())) end

return page
