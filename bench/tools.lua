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

return tools
