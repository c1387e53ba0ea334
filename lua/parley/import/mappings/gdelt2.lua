--- GDELT 2.0 event records, as the raw export has them: tab-separated, no quotes, no header.
-- Actors are coded with alpha-3 countries and places with FIPS, so RUS acts and RS is where; both become alpha-3 in
-- columns of their own. What a code means follows GDELT's own CAMEO table.

local event_codes = require "parley.codebook.event_codes"
local compact_date = require("parley.import.mapping_tools").compact_date

local COLUMNS = {
  "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
  "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1EthnicCode",
  "Actor1Religion1Code", "Actor1Religion2Code", "Actor1Type1Code", "Actor1Type2Code", "Actor1Type3Code",
  "Actor2Code", "Actor2Name", "Actor2CountryCode", "Actor2KnownGroupCode", "Actor2EthnicCode",
  "Actor2Religion1Code", "Actor2Religion2Code", "Actor2Type1Code", "Actor2Type2Code", "Actor2Type3Code",
  "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
  "NumMentions", "NumSources", "NumArticles", "AvgTone",
  "Actor1Geo_Type", "Actor1Geo_FullName", "Actor1Geo_CountryCode", "Actor1Geo_ADM1Code", "Actor1Geo_ADM2Code",
  "Actor1Geo_Lat", "Actor1Geo_Long", "Actor1Geo_FeatureID",
  "Actor2Geo_Type", "Actor2Geo_FullName", "Actor2Geo_CountryCode", "Actor2Geo_ADM1Code", "Actor2Geo_ADM2Code",
  "Actor2Geo_Lat", "Actor2Geo_Long", "Actor2Geo_FeatureID",
  "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_ADM1Code", "ActionGeo_ADM2Code",
  "ActionGeo_Lat", "ActionGeo_Long", "ActionGeo_FeatureID", "DATEADDED", "SOURCEURL",
}

-- The names of the actors; GDELT has no description of a record.
local function names(row)
  if not row.Actor1Name and not row.Actor2Name then return nil end
  return ("%s – %s"):format(row.Actor1Name or "?", row.Actor2Name or "?")
end

return {
  name = "gdelt2", title = "GDELT 2.0 events", about = "One event for each record, with its act by the cross-walk.",
  input = { format = "tsv", quotes = false, header = false, columns = COLUMNS },
  source = { id = "gdelt2", outlet = "The GDELT Project", title = "GDELT 2.0 Event Database",
    url = "https://www.gdeltproject.org/", licence = "as GDELT states it; check before passing it on" },
  mirrored = { same = { "SQLDATE", "EventCode", "ActionGeo_FullName", "SOURCEURL" },
    swap = { { "Actor1Code", "Actor2Code" } } },
  rows = {
    { table = "events", id = "gdelt-{GLOBALEVENTID}", columns = {
      date = function(row) return compact_date(row.SQLDATE) end,
      source_party = "Actor1Code", target_party = "Actor2Code",
      source_country = { column = "Actor1CountryCode", country = "cameo", on = "SQLDATE" },
      target_country = { column = "Actor2CountryCode", country = "cameo", on = "SQLDATE" },
      code = "EventCode", scheme = { value = "cameo-gdelt" },
      act = function(row) return event_codes.act("cameo-gdelt", row.EventCode) end,
      quad = "QuadClass", goldstein = "GoldsteinScale", mentions = "NumMentions",
      place = "ActionGeo_FullName",
      place_country = { column = "ActionGeo_CountryCode", country = "fips" },
      latitude = "ActionGeo_Lat", longitude = "ActionGeo_Long", url = "SOURCEURL", text = names,
    } },
  },
}
