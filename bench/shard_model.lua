--- How the cost of a grouped summary grows with nodes, from what bench/shards.lua has measured on up to four.
--
--   seconds = fixed + part × parts + crossing × groups × parts + row × rows / nodes
--
-- `fixed` and `part` come from nearly empty parts (least squares), `crossing` from the difference between many groups
-- and few over the same rows (the mean), `row` from what is left on one node.

-- The line through points { x, y }: where it begins, and how it rises.
local function line(points)
  local n, x, y, xx, xy = #points, 0, 0, 0, 0
  for _, point in ipairs(points) do
    x, y, xx, xy = x + point[1], y + point[2], xx + point[1] ^ 2, xy + point[1] * point[2]
  end
  local rise = (n * xy - x * y) / (n * xx - x * x)
  return (y - rise * x) / n, rise
end

-- As parley.storage.distributing divides a table: 8 parts, or the next number that the nodes divide.
local function parts_of(nodes)
  local parts = 8
  while parts % nodes ~= 0 do parts = parts + 1 end
  return parts
end

local function seconds(text) return text < 1 and ("%.0f ms"):format(text * 1000) or ("%.1f s"):format(text) end

return function(given)
  local say, seen, one = given.say, given.seen, given.seen[1]
  local fixed, part = line(given.fixed)
  fixed, part = math.max(fixed, 0), math.max(part, 0)
  local crossing = 0
  for _, at in ipairs(seen) do
    crossing = crossing + math.max((at.many - at.few) / ((given.many - 4) * at.parts), 0) / #seen
  end
  local row = math.max(one.few - fixed - part * one.parts, 0) / given.rows

  local function cost(nodes, rows, groups, at_once)
    local parts = parts_of(nodes)
    return fixed + part * parts + crossing * groups * parts + row * rows / (at_once or nodes)
  end

  say ""
  say("The model: *seconds = fixed + part × parts + crossing × groups × parts + row × rows / nodes*. From this run: fixed "
    .. "%.2f ms a query, %.2f ms a part, %.2f µs for a row of a group that crosses (made, sent, merged), %.3f µs for a row "
    .. "that a node reads.", fixed * 1e3, part * 1e3, crossing * 1e6, row * 1e6)
  say ""
  say "| nodes | seen, 200 groups | by the model, with the cores that there are |"
  say "|---|---|---|"
  for nodes, at in ipairs(seen) do
    say("| %d | %s | %s |", nodes, seconds(at.some), seconds(cost(nodes, given.rows, 200, math.min(nodes, given.cores))))
  end
  say ""
  say "Past what was measured, where each node is a machine of its own that is as quick as a core here:"
  say ""
  say "| nodes | parts | 100 M rows, 200 groups | 400 M rows, 200 groups | 400 M rows, 100,000 groups |"
  say "|---|---|---|---|---|"
  for _, nodes in ipairs { 1, 2, 4, 8, 16, 32, 64 } do
    say("| %d | %d | %s | %s | %s |", nodes, parts_of(nodes), seconds(cost(nodes, 1e8, 200)), seconds(cost(nodes, 4e8, 200)),
      seconds(cost(nodes, 4e8, 100000)))
  end
  say ""
  say("What one node carries: a row of this run takes %.0f bytes with its indexes, so that 100 M rows take %.0f GB; a core "
    .. "summarises %.1f M rows a second.", given.bytes, given.bytes * 1e8 / 1e9, 1 / row / 1e6)
end
