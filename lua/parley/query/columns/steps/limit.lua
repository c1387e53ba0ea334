--- limit on columns.

local ties = require "parley.query.ties"

local limit = {}

-- How many rows to keep: as many as are wanted, and those level with the last of them.
local function with_ties(relation, link)
  local keys = {}
  for i, item in ipairs(link.step.order) do keys[i] = relation:compute(item) end
  for i, key in ipairs(keys) do key.name = "#" .. i end
  local f = relation:with_columns(keys):source().frame()
  return link.step.n + ties.count(f, link.step)
end

function limit.emit(relation, link)
  local step = link.step
  local n = step.ties and with_ties(relation, link) or step.n
  return relation:worked_out_if(relation.limit):changed { limit = n, offset = step.offset }
end

return limit
