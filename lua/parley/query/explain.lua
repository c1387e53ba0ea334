--- How a query will run, in words: the engine, the steps of the query, what the engine makes of them.

local bound = require "parley.query.bound"

local explain = {}

-- The steps of a query, in their order.
local function steps_of(q)
  local names = {}
  for _, link in ipairs(bound.chain(q.bound)) do names[#names + 1] = link.step and bound.shown(link) end
  return table.concat(names, ", ")
end

--- The steps of a query after the first line of what its engine says.
---@param q parley.Query
---@param told string
---@return string
function explain.text(q, told)
  local first, others = told:match "^([^\n]*)(.*)$"
  local steps = steps_of(q)
  return first .. (steps == "" and "" or "\nsteps: " .. steps) .. others
end

return explain
