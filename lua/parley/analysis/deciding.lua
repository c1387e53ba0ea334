--- Who decided, in words: of a claim that is an adjudication, by whom, on which day, and why.

local claim_lookup = require "parley.storage.statements.claim_lookup"

local deciding = {}

local NAMES, TYPES = { "decides", "entered_by", "recorded_at", "note" }, { "integer", "text", "text", "text" }

--- Tells of the claims of a table, by their keys: "decided by eve on 2025-12-01: the register"; nil of one that is no
--- decision. As of a day a decision counts as the claim does that it is for; as it was recorded, from when it was made.
---@param ds parley.Dataset
---@param info table
---@return fun(key: integer): string?
function deciding.of(ds, info)
  return function(key)
    local row = claim_lookup.row(ds.store, info, key, NAMES, TYPES)
    if not (row and row.decides) then return nil end
    return ("decided by %s on %s%s"):format(row.entered_by or "nobody named", row.recorded_at:sub(1, 10),
      row.note and ": " .. row.note or "")
  end
end

return deciding
