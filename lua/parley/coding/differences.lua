--- Differences: in what way two coders say something else of one field.
-- What clashes is what ds:disagreements() calls a disagreement: a day in the month that the other names does not, nor
-- does our own wording, nor what only one has said.

local item_lists = require "parley.base.item_lists"

local differences = {}

local function within(a, b) return a.first >= b.first and a.last <= b.last end

local function of_periods(field, a, b)
  if field.type == "date" and (within(a, b) or within(b, a)) then return false, false, "precision" end
  if math.max(a.first, b.first) <= math.min(a.last, b.last) then return false, true, "overlap" end
  local kind = field.type == "date" and "other day" or "apart"
  return false, true, kind
end

local function share_an_item(a, b)
  local seen = {}
  for item in item_lists.each(a.key) do seen[item] = true end
  for item in item_lists.each(b.key) do
    if seen[item] then return true end
  end
  return false
end

local BY_TYPE = { boolean = "truth", integer = "number", number = "number" }

--- Whether two readings are the same, whether they exclude each other, and how they differ: "precision" (one day or
--- period lies in the other), "overlap" (of periods, amounts or lists), "other day", "apart" (amounts), "code" (words
--- of a vocabulary), "reference", "number", "truth", "text", "denied" (one denies it), "wording" (our own words),
--- "missing" (one says nothing of it).
---@param field table of parley.analysis.claim_units
---@param a table? a reading
---@param b table?
---@return boolean same, boolean clash, string? difference
function differences.of(field, a, b)
  if not (a and b) then return false, false, "missing" end
  if a.key == b.key then
    if a.denied ~= b.denied then return false, true, "denied" end
    return true, false, nil
  end
  if not field.kind then return false, false, "wording" end
  if a.denied or b.denied then return false, false, "denied" end
  if a.first and b.first then return of_periods(field, a, b) end
  if field.several and share_an_item(a, b) then return false, true, "overlap" end
  if field.vocabulary then return false, true, "code" end
  return false, true, field.references and "reference" or BY_TYPE[field.type] or "text"
end

return differences
