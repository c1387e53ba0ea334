--- Which claim wins: what a policy considers, and the order in which two claims are held against each other.
-- The order is data. parley.storage.statements.claim_weights makes one integer of it, whose bits decide as the criteria
-- do; parley.analysis.why says in words which criterion decided. For a state (a column that changes over time) the day
-- stands before the certainty, since later news supersedes firmer news.
-- Of one source one coder is read, before anything is held against anything: csrc/value/readings.h.
-- A date or an amount that lies within the winner's, and is more exact, is shown instead of it whatever the order says:
-- parley.storage.statements.best_reading.

local ranking = {}

-- Firmest first; a spec holds this beside the vocabulary.
ranking.CERTAINTIES = { "on_record_quote", "on_record_paraphrase", "document_seen", "document_described",
  "named_medium", "narration", "anonymous", "inferred" }

--- Criteria, the first one deciding before the others: `source` the place in the policy's preferred list; `rank`
-- whether the claim is preferred; `certainty` how firm it is; `report` the day it was reported; `news` the day it was
-- stated, if that is before it was reported, else reported. Where all are equal, what more independent sources give.
ranking.FIELD_ORDER = { "source", "rank", "certainty", "report" }
ranking.STATE_ORDER = { "source", "rank", "news", "certainty" }

--- How many preferred sources, and how many coders, can be put in order.
ranking.MOST_PREFERRED = 63

--- What the stored tables are resolved under, and what is shown unless something else is asked for.
ranking.default = { name = "default", prefer = {}, deny = {}, coders = {}, report = "latest" }

--- Certainties a policy considers, firmest first.
---@param p parley.Policy
---@return string[]
function ranking.considered(p)
  local codes = {}
  for i, code in ipairs(ranking.CERTAINTIES) do
    codes[i] = code
    if code == p.certainty then break end
  end
  return codes
end

local FIRMNESS = {}
for i, code in ipairs(ranking.CERTAINTIES) do FIRMNESS[code] = #ranking.CERTAINTIES + 1 - i end

--- How firm a certainty is: the firmer, the greater; 0 for an unknown one.
---@param certainty string?
---@return integer
function ranking.firmness(certainty) return FIRMNESS[certainty or ""] or 0 end

--- Whether a policy shows what the stored tables show.
---@param p parley.Policy
---@return boolean
function ranking.is_default(p) return not p.blind and ranking.weighs_as_default(p) end

--- Whether a policy weighs claims as the stored tables do, whichever of them it sees.
---@param p parley.Policy
---@return boolean
function ranking.weighs_as_default(p)
  return #p.prefer == 0 and #p.deny == 0 and #p.coders == 0 and p.report == "latest" and not p.recorded
    and (p.certainty == nil or p.certainty == ranking.CERTAINTIES[#ranking.CERTAINTIES])
end

--- A text that two policies share exactly when they show the same.
---@param p parley.Policy
---@return string
function ranking.key(p)
  local lists = ("%q %q %q"):format(table.concat(p.prefer, "\n"), table.concat(p.deny, "\n"),
    table.concat(p.coders, "\n"))
  local blind = p.blind and ("blind %q"):format(p.blind) or ""
  return table.concat({ lists, p.certainty or "", p.report, p.recorded or "", blind }, " ")
end

return ranking
