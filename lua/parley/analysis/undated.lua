--- What an analysis as of a day cannot take in: claims whose source has no day. Said once, under what it gives.

local claim_rows = require "parley.analysis.claim_rows"
local notes = require "parley.base.notes"
local report_days = require "parley.storage.statements.report_days"

local undated = {}

-- How many claims in force have no day, over all tables, and how many sources that are.
local function counts(ds)
  ds:ensure "sources"
  local sources, claims = report_days.undated_sources(ds.store), 0
  for _, info in ipairs(sources > 0 and claim_rows.tables(ds) or {}) do
    ds:ensure(info.name)
    claims = claims + report_days.undated(ds.store, info)
  end
  return claims, sources
end

--- Has a Frame tell how many claims are in no view as of a day; they are counted when its notes are first asked for.
---@param ds parley.Dataset
---@param f parley.Frame
---@return parley.Frame f
function undated.tell(ds, f)
  return notes.add(f, function()
    if not ds:is_open() then return {} end
    local claims, sources = counts(ds)
    if claims == 0 then return {} end
    return { notes.new("left_out.undated", nil, { name = { key = "all_tables" }, claims = claims,
      of = { key = sources == 1 and "undated_source" or "undated_sources", count = sources } }) }
  end)
end

return undated
