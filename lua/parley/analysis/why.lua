--- Why a policy shows one claim and not another, in words.
-- What decided between them core.why_shown says, out of the choice by which tables are resolved; where that is how firm
-- they are, the weights say which criterion it was. Here words are made of it.

local claim_weights = require "parley.storage.statements.claim_weights"
local core = require "parley.core"
local suggest = require "parley.base.suggest"

local why = {}

-- Criteria ------------------------------------------------------------------------------------------------------

local function day_text(day) return day and core.day_text(day) or "an unknown day" end

local function news_day(claim)
  local stated, reported = claim.stated_end, claim.reported_end
  return stated and reported and math.min(stated, reported) or stated or reported
end

local CRITERIA = {}

function CRITERIA.source(_, a, b) return ("preferred source: %s over %s"):format(a.source, b.source) end

function CRITERIA.rank(_, a, _, who) return who and who(a.claim) or "preferred rank" end

function CRITERIA.certainty(_, a, b)
  return ("firmer certainty: %s over %s"):format(a.certainty or "none", b.certainty or "none")
end

function CRITERIA.report(p, a, b)
  local word = p.report == "earliest" and "earlier" or "later"
  return ("%s report: %s over %s"):format(word, day_text(a.reported_end), day_text(b.reported_end))
end

function CRITERIA.news(_, a, b)
  return ("later news of a state: %s over %s"):format(day_text(news_day(a)), day_text(news_day(b)))
end

-- Why a claim is not considered at all.
local function left_out(p, claim)
  if claim.rank == "deprecated" then return "the other reading is deprecated" end
  if claim.denied then return "a denial is never shown" end
  if suggest.contains(p.deny, claim.source) then return ("the policy leaves out %s"):format(claim.source) end
  return ("the policy leaves out what is weaker than %s"):format(p.certainty or "its floor")
end

-- Reasons -------------------------------------------------------------------------------------------------------

local CODINGS = { counts = "the other claim does not count", in_order = "the policy's order",
  preferred = "preferred rank", first = "it came first", beside = "it belongs to the number that is shown" }

local function name_of(claim) return claim.coder or "nobody named" end

local function coding_words(claim, read, coding, who)
  local decided = coding == "preferred" and who and who(read.claim)
  return ("of %s what was coded by %s is read, not by %s: %s"):format(claim.source, name_of(read), name_of(claim),
    decided or CODINGS[coding])
end

-- By the word of core.why_shown.
local REASONS = {
  is_shown = "both say the same",
  said_last = "the same voice said it last",
  is_rarer = "more independent sources give it",
  is_wider = "it says more, and the other claim agrees",
  is_wider_and_firmer = "it says more, and the weightier claim agrees",
  in_tie = "a tie: equally firm, and as many sources give either; its source sorts first",
  in_hull = "a tie: equally firm, and as many sources give either; shown is the hull of both",
  is_beside_another = "it belongs to the number that is shown",
  none_shown = "nothing is shown: it belongs to a number that is not shown",
}

-- The same where another reading than the one that is shown decided.
local BY_ANOTHER = {
  said_last = "the voice of the other reading said something else last",
  is_wider = "the other reading agrees with one that says more",
  is_wider_and_firmer = "the other reading agrees with one that says more",
}

local function words_of(p, unit, decided_by, winner, loser, who)
  if decided_by ~= "is_weaker" then return REASONS[decided_by] end
  local name = unit.over_time and "state_weight" or "weight"
  return CRITERIA[claim_weights.criterion(unit.over_time, winner[name], loser[name])](p, winner, loser, who)
end

local function place_of(claim, claims)
  for at, other in ipairs(claims) do
    if other == claim then return at end
  end
end

--- Why the policy shows what it shows, and not what a claim says.
---@param p parley.Policy
---@param unit table
---@param list table[]  as readings.of_all() gives it
---@param claim table  one of those of the list
---@param who fun(key: integer): string?  who decided, where that is to be told (parley.analysis.deciding)
---@return string
function why.words(p, unit, list, claim, who)
  local claims = list.claims
  local at = place_of(claim, claims)
  local decided_by, against, shown, coding = core.why_shown(claims, unit.asked, at)
  if decided_by == "does_not_count" then return (shown and "" or "nothing is shown: ") .. left_out(p, claim) end
  if decided_by == "not_read" then return coding_words(claim, claims[against], coding, who) end
  if not against or against == shown then
    return words_of(p, unit, decided_by, claims[against], claim, who)
  end
  return BY_ANOTHER[decided_by]
    or "it lies within the reading that won: " .. words_of(p, unit, decided_by, claims[against], claim, who)
end

--- Why a reading is passed over: the coder of another claim of its source is read.
---@param unit table
---@param list table[]  as readings.of_all() gives it
---@param reading table  one that is `passed_over`
---@param who fun(key: integer): string?
---@return string
function why.not_read(unit, list, reading, who)
  local _, _, _, coding = core.why_shown(list.claims, unit.asked, place_of(reading.claim, list.claims))
  return coding_words(reading.claim, reading.passed_over, coding, who)
end

return why
