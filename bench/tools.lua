--- What programs that measure share.

local tools = {}

--- What a command prints, without the end of its last line.
function tools.capture(command)
  local pipe <close> = assert(io.popen(command))
  return (pipe:read "a":gsub("%s+$", ""))
end

--- The one in the middle, or the mean of the two that are.
function tools.median(list)
  local sorted = table.move(list, 1, #list, 1, {})
  table.sort(sorted)
  local middle = #sorted // 2
  return #sorted % 2 == 1 and sorted[middle + 1] or (sorted[middle] + sorted[middle + 1]) / 2
end

--- Whether a figure keeps to its goal, in a word; nil where it has none.
function tools.verdict(value, goal) return goal and (value <= goal and "met" or "**missed**") or nil end

--- Puts lines into a page, between the marks of the program that measured them.
function tools.write_page(path, program, lines)
  local file <close> = assert(io.open(path))
  local text = file:read "a"
  local _, from = assert(text:find(("<!-- measured by %s -->\n"):format(program), 1, true))
  local to = assert(text:find("<!-- end of what was measured -->\n", from, true))
  local page <close> = assert(io.open(path, "w"))
  assert(page:write(text:sub(1, from), "\n", table.concat(lines, "\n"), "\n\n", text:sub(to)))
end

return tools
