--- ICEWS coded events: tab-separated, no quotes, with a header.
-- An Event ID tells events apart only together with the day.
-- The codes are CAMEO's in the sense of its original manual, not GDELT's, and are text: 040 is not 40. ICEWS writes a
-- symmetric event twice, once from each side; {mirrors = "fold"} leaves the second out.

local event_codes = require "parley.codebook.event_codes"

local MISSING = ("null"):upper()        -- in capitals, ICEWS's word for what is not there

-- "City, Province, Country", as far as they are known.
local function place(row)
  local parts = {}
  for _, name in ipairs { "City", "Province", "Country" } do
    parts[#parts + 1] = row[name]
  end
  return parts[1] and table.concat(parts, ", ") or nil
end

local function country(column) return { column = column, country = "name", on = "Event Date" } end

return {
  name = "icews", title = "ICEWS coded events", about = "One event for each record, with its act by the cross-walk.",
  input = { format = "tsv", quotes = false, missing = { "NA", MISSING } },
  source = { id = "icews", title = "ICEWS Coded Event Data", url = "https://doi.org/10.7910/DVN/28075",
    licence = "as its publisher states it; check before passing it on" },
  mirrored = { same = { "Event Date", "CAMEO Code", "Story ID", "Sentence Number" },
    swap = { { "Source Name", "Target Name" } } },
  rows = {
    { table = "events", id = "icews-{Event ID}-{Event Date}", columns = {
      date = "Event Date", source_party = "Source Name", target_party = "Target Name",
      source_country = country "Source Country", target_country = country "Target Country",
      code = "CAMEO Code", scheme = { value = "cameo-icews" },
      act = function(row) return event_codes.act("cameo-icews", row["CAMEO Code"]) end,
      goldstein = "Intensity", place = place, place_country = country "Country",
      latitude = "Latitude", longitude = "Longitude",
      text = { template = "{Event Text} ({Publisher}, story {Story ID})" },
    } },
  },
}
