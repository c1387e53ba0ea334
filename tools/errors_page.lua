-- Writes the list of code words on doc/errors.md anew from the code words themselves; prints the page.
--   lua5.4 tools/errors_page.lua > build/errors.md      (`make docs` does it)

package.path = "./?.lua;" .. package.path
local codes = require "parley.base.codes"

local page = {}

local PATH = "doc/errors.md"

--- The list of code words, in Markdown.
---@return string
function page.list()
  local rows = { "| code | meaning | way out |", "|---|---|---|" }
  for _, entry in ipairs(codes.list) do
    rows[#rows + 1] = ("| `%s` | %s | %s |"):format(entry.code, entry.meaning, entry.remedy)
  end
  return table.concat(rows, "\n")
end

--- A page with its list written anew: what stands between `<!-- code words -->` and the next empty line.
---@param text string
---@return string
function page.written(text)
  local list = page.list()
  return (text:gsub("(<!%-%- code words %-%->\n)|.-\n\n", function(head) return head .. list .. "\n\n" end))
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
