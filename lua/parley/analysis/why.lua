--- Why a policy shows one claim and not another, in words.
-- Two claims that a policy considers are held against each other criterion by criterion, in the order of
-- parley.storage.claim_ranking; the first criterion in which they differ decides. A claim that is not considered
-- has lost before that. A spec holds the answers beside the weights themselves.

local core = require "parley.core"
local policy = require "parley.claims.policy"
local suggest = require "parley.base.suggest"

local why = {}

local FIRMNESS = {}
for i, code in ipairs(policy.CERTAINTIES) do FIRMNESS[code] = #policy.CERTAINTIES + 1 - i end

--- How firm a certainty is: the firmer, the greater; 0 for an unknown one.
---@return integer
function why.firmness(certainty) return FIRMNESS[certainty] or 0 end

local function preference(p, claim)
  for i, source in ipairs(p.prefer) do
    if source == claim.source then return #p.prefer + 1 - i end
  end
  return 0
end

local function day_text(day) return day and core.day_text(day) or "an unknown day" end

local function by_preference(p, a, b)
  if preference(p, a) == preference(p, b) then return nil end
  return ("preferred source: %s over %s"):format(a.source, b.source)
end

local function by_rank(_, a, b)
  if (a.rank == "preferred") == (b.rank == "preferred") then return nil end
  return "preferred rank"
end

local function by_certainty(_, a, b)
  if why.firmness(a.certainty) == why.firmness(b.certainty) then return nil end
  return ("firmer certainty: %s over %s"):format(a.certainty or "none", b.certainty or "none")
end

local function by_report(p, a, b)
  if a.reported_end == b.reported_end then return nil end
  local word = p.report == "earliest" and "earlier" or "later"
  return ("%s report: %s over %s"):format(word, day_text(a.reported_end), day_text(b.reported_end))
end

local function news_day(claim)
  local stated, reported = claim.stated_end, claim.reported_end
  return stated and reported and math.min(stated, reported) or stated or reported
end

local function by_news(_, a, b)
  if news_day(a) == news_day(b) then return nil end
  return ("later news of a state: %s over %s"):format(day_text(news_day(a)), day_text(news_day(b)))
end

local CRITERIA = { source = by_preference, rank = by_rank, certainty = by_certainty, report = by_report,
  news = by_news }

-- Why a claim is not considered at all.
local function left_out(p, claim)
  if claim.rank == "deprecated" then return "the other reading is deprecated" end
  if claim.denied then return "a denial is never shown" end
  if suggest.contains(p.deny, claim.source) then return ("the policy leaves out %s"):format(claim.source) end
  return ("the policy leaves out what is weaker than %s"):format(p.certainty or "its floor")
end

--- Why the policy shows `winner` and not `loser`.
---@param p parley.Policy
---@param winner table?  the claim that is shown; nil when none is
---@param loser table  a claim with another reading
---@param over_time boolean?  whether the field is a state
---@return string
function why.words(p, winner, loser, over_time)
  if not loser.weight then return (winner and "" or "nothing is shown: ") .. left_out(p, loser) end
  for _, criterion in ipairs(over_time and policy.STATE_ORDER or policy.FIELD_ORDER) do
    local words = CRITERIA[criterion](p, winner, loser)
    if words then return words end
  end
  return "the same voice said it last"
end

return why
