--- GDELT 1.0 event records, as the raw daily export has them: those of 2.0 without the second level of districts.

local gdelt2 = require "parley.import.mappings.gdelt2"

local columns = {}
for _, name in ipairs(gdelt2.input.columns) do
  if not name:find "_ADM2Code$" then columns[#columns + 1] = name end
end

return {
  name = "gdelt1", title = "GDELT 1.0 events", about = gdelt2.about,
  input = { format = "tsv", quotes = false, header = false, columns = columns,
    optional = { "SOURCEURL" } },       -- files of days before April 2013 end with DATEADDED
  source = { id = "gdelt1", outlet = "The GDELT Project", title = "GDELT 1.0 Event Database",
    url = "https://www.gdeltproject.org/", licence = "as GDELT states it; check before passing it on" },
  mirrored = gdelt2.mirrored,
  rows = gdelt2.rows,
}
