--- Explanations of Frames: how an answer was come to (an account, a Frame too), kept beside it for explain().

local explanations = {}

local kept = setmetatable({}, { __mode = "k" })      -- Frame -> its account

--- Keeps the account of a Frame.
---@param f parley.Frame
---@param account parley.Frame  a row for each thing that was looked at
---@return parley.Frame f
function explanations.keep(f, account)
  kept[f] = account
  return f
end

--- The account of a Frame, if it has one.
---@param f parley.Frame
---@return parley.Frame?
function explanations.of(f) return kept[f] end

return explanations
