--- The verbs: which there are, and where each says how its arguments become a step and what it binds.
-- A verb is a file in every room: query/steps/VERB.lua here, sql/steps/VERB.lua and columns/steps/VERB.lua in the
-- engines; they are found by name, and loaded when the verb is first used. One that is a chain of others has a file
-- here alone: its bind() binds theirs.
-- A file here has apply(q, ...), which checks and parses what it is given: a step, and what else changes in the query;
-- bind(before, step), which gives the bound link; finish(link, found) where the link waits for the rows; after_by =
-- true where the verb may follow by(); notes(link, rows_of), what it tells of its rows, counted when somebody asks;
-- renewed(link, day), where data that have changed bind it anew. What others have to know of a verb it writes into its
-- step (parley.query.bound): nothing but this list knows verbs by their names.

local bound = require "parley.query.bound"

local verbs = {}

--- Their names, as methods of queries and Frames; and those that only tables of a dataset have.
verbs.names = {
  "where", "select", "with", "by", "summarise", "sort", "limit", "distinct", "pivot", "join",
  "union", "unpivot", "split", "sample", "complete",
}
verbs.of_tables = { "as", "search", "as_of", "claims" }

--- The file of a verb.
---@param name string
---@return table
function verbs.of(name) return require("parley.query.steps." .. name) end

local function bind(before, step)
  if before.open then return bound.waiting(before, step) end
  local link = verbs.of(step.verb).bind(before, step)
  if bound.is_doubtful(link.step) then link.doubts, link.doubtful = true, true end
  return link
end

-- A step as it was before it was bound, on the rows of another query as they are known by then.
local function unbound(step)
  return bound.copy_of(step, { right = step.right and bound.looked(step.right),
    keys = step.keys and table.move(step.keys, 1, #step.keys, 1, {}) })
end

--- The link that a step makes on top of another; one that waits where that does.
---@param before table
---@param step table  as apply() gives it
---@return table
function verbs.bind(before, step)
  local link = bind(before, step)
  if not (before.asks or step.right and step.right.asks) then return link end
  return bound.copy_of(link, { asks = true, again = function()
    return verbs.bind(bound.looked(before), unbound(step))
  end })
end

return verbs
