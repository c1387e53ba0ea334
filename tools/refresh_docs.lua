-- Writes the answers of all examples in README.md and doc/*.md anew (see spec/support/pages.lua).
-- Run from the checkout with the build in place; read the difference before committing it.

package.path = "./?.lua;" .. package.path
local pages = require "spec.support.pages"

-- Replaces the block that starts at `line` (its fence) by other text.
local function replace(lines, line, count, text)
  local new = {}
  for answer in (text .. "\n"):gmatch("(.-)\n") do new[#new + 1] = answer end
  local rest = table.move(lines, line + count + 1, #lines, 1, {})
  for i = #lines, line + 1, -1 do lines[i] = nil end
  table.move(new, 1, #new, #lines + 1, lines)
  table.move(rest, 1, #rest, #lines + 1, lines)
  return #new - count
end

for _, page in ipairs(#arg > 0 and arg or pages.list()) do
  local lines, shift = {}, 0
  for line in (pages.read(page):gsub("\n$", "") .. "\n"):gmatch("(.-)\n") do lines[#lines + 1] = line end
  pages.each_example(page, function(_, shown, run)
    local answer = pages.trimmed(run())
    if shown then shift = shift + replace(lines, shown.line + shift, #shown.lines, answer) end
  end)
  local file = assert(io.open(page, "wb"))
  file:write(table.concat(lines, "\n"), "\n")
  file:close()
end
