--- How far a report is: the share of the time that its sections take, as they took it of a dataset of 1,500 claims.

local public_call = require "parley.base.public_call"

local progress = {}

local CONTENT = 6
local WEIGHTS = { overview = 1, timeline = 2, talks = 19, topics = 1, ledger = 47, disagreements = 3, sources = 3,
  records = 17, method = 1 }

---@class parley.ReportProgress
---@field done number  the weight of what is over
---@field weight number  of the section at work
local Progress = {}
Progress.__index = Progress

--- The progress of a report whose content has been read.
---@return parley.ReportProgress
function progress.new() return setmetatable({ done = CONTENT, weight = 0 }, Progress) end

--- A section begins.
---@param name string
function Progress:begin(name)
  self.done, self.weight = self.done + self.weight, WEIGHTS[name]
  self:tell(0, 1)
end

--- Some of the section's parts are done. Ends the call where it is cancelled.
---@param count integer
---@param of integer
function Progress:tell(count, of)
  public_call.tell(nil, nil, nil, (self.done + self.weight * count / math.max(of, 1)) / 100)
end

return progress
