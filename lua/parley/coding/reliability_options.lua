--- Options that all calls of reliability share: how often to draw, from what seed, and what order values have.

local errors = require "parley.base.errors"

local reliability_options = {}

local BOOTSTRAPS <const>, SEED <const>, MOST <const> = 1000, 1, 1000000

-- A text in quotes, so that "7" is told from 7.
local function shown(x) return type(x) == "string" and ("%q"):format(x) or tostring(x) end

--- How often units are drawn, and the seed.
---@param given { bootstraps: integer?, seed: integer? }
---@return { bootstraps: integer, seed: integer }
function reliability_options.drawing(given)
  local bootstraps, seed = given.bootstraps or BOOTSTRAPS, given.seed or SEED
  if math.type(bootstraps) ~= "integer" or bootstraps < 0 or bootstraps > MOST then
    errors.raise("bad_argument.bootstraps", { got = shown(bootstraps), most = MOST })
  end
  if math.type(seed) ~= "integer" then errors.raise("bad_argument.reliability_seed", { got = shown(seed) }) end
  return { bootstraps = bootstraps, seed = seed }
end

--- The place of each value, of a list of them from the least on.
---@param list any
---@return table<string, integer>?
function reliability_options.order(list)
  if list == nil then return nil end
  if type(list) ~= "table" then errors.raise("bad_argument.rating_order", { got = type(list) }) end
  local places = {}
  for i, value in ipairs(list) do places[tostring(value)] = i end
  return places
end

return reliability_options
