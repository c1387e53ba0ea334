--- Civil War Mediation: a row is a mediation in an episode of a civil war, or an episode without one.
-- An episode is a process, a mediation a talk between its sides with the third party as mediator. The file's dates
-- are month/day/year with two or four digits and many gaps: `3//1996`, `?`, `//2003`. What is missing in them stays
-- missing; what cannot be read sets the row aside. Sides of 80 characters were cut there by the file's makers: their
-- last name is left out.

local mapping_tools = require "parley.import.mapping_tools"

local CUT = 80                  -- characters after which the file's sides break off
local MOST = 40                 -- characters of a field in a key
local EARLIEST = 1900           -- the data are about wars after 1945
local FIRST_YEAR = 46           -- two-digit years from here on are of the 20th century

local function full_year(text)
  local year = math.tointeger(tonumber(text))
  if #text == 4 then return year end
  return year >= FIRST_YEAR and 1900 + year or 2000 + year
end

-- "6/5/03", "3//1996", "//2003", "?/?/2009", "2/??/04" and, marked as uncertain, "5/8/97??".
local function read_date(text, column, order)
  if not text or text:find "^[%s?.]*$" then return nil end
  if order == "iso" then return text end
  local month, day, year, doubt = text:match "^%s*([%d?]*)/([%d?]*)/(%d+)(%??%??)%s*$"
  if order == "dmy" then month, day = day, month end
  if not year or (#year ~= 2 and #year ~= 4) then
    return mapping_tools.refused("bad_date.form", column, text,
      { form = order == "dmy" and "day/month/year" or "month/day/year" })
  end
  if full_year(year) < EARLIEST then return mapping_tools.refused("bad_value.early", column, text) end
  return mapping_tools.split_date(tostring(full_year(year)), month, day) .. (doubt ~= "" and "?" or "")
end

local function date_of(column)
  return function(row, place) return read_date(row[column], column, place.dates(column)) end
end

-- The days of a mediation, as far as they are known.
local function mediated(row, place)
  local from, why = read_date(row["med.begins"], "med.begins", place.dates "med.begins")
  local to, why_not = read_date(row["med.ends"], "med.ends", place.dates "med.ends")
  if why or why_not then return nil, why or why_not end
  if from and to and mapping_tools.is_before(to, from) then
    return mapping_tools.refused("bad_date.before", "med.ends", row["med.ends"],
      { other = ("med.begins '%s'"):format(row["med.begins"]) })
  end
  if from == to then return from end
  return (from or "") .. "/" .. (to or "")
end

-- Where the file does not say whether there was a mediation, naming one says it.
local function is_mediated(row)
  local told = row["Med_yes.no"]
  if told then return told == "1" end
  return (row["med.begins"] or row["med.ends"] or row["name.of.third.party"]) ~= nil
end

-- What a row tells of a mediation that, by its own word, there was not.
local function contradiction(row)
  if row["Med_yes.no"] ~= "0" then return nil end
  local told = {}
  for _, column in ipairs { "med.begins", "med.ends", "name.of.third.party" } do told[#told + 1] = row[column] end
  return told[1] and "coded as without mediation, with: " .. table.concat(told, ", ") or nil
end

-- The words of these fields as a key: the file has no numbers. A long field counts by its beginning.
local function key_of(row, columns)
  local words = {}
  for i, column in ipairs(columns) do words[i] = mapping_tools.slug(row[column] or "none"):sub(1, MOST) end
  return table.concat(words, "-")
end

local EPISODE = { "country", "sideb", "territory", "episode.start.date" }
local MEDIATION = { "med.begins", "med.ends", "name.of.third.party" }

local function episode_key(row) return key_of(row, EPISODE) end
local function mediation_key(row) return ("cwm-%s/%s"):format(episode_key(row), key_of(row, MEDIATION)) end

local function process_id(row) return "cwm-" .. episode_key(row) end

local function sides(row)
  local found = {}
  for _, column in ipairs { "sidea", "sideb" } do
    local names = mapping_tools.list(row[column])
    if #(row[column] or "") >= CUT and #names > 1 then names[#names] = nil end
    for _, name in ipairs(names) do found[#found + 1] = { side = name, side_key = mapping_tools.slug(name) } end
  end
  return found
end

local function third_party(row)
  local name = row["name.of.third.party"]
  return name and { { third = name, third_key = mapping_tools.slug(name) } } or {}
end

local function conflict(row)
  local parts = { row.country, row.territory ~= row.country and row.territory or nil }
  return table.concat(parts, ": ")
end

local coded = { certainty = { value = "narration" } }

return {
  name = "cwm", title = "Civil War Mediation",
  about = "Episodes of civil war as processes, mediations as talks with their sides and mediators.",
  input = { dates = "mdy", missing = { ["Med_yes.no"] = { "NA" }, year_term = { "NA" }, Incompatibility = { "NA" } } },
  source = { id = "cwm", title = "Civil Wars Mediation dataset", author = "DeRouen, Bercovitch and Pospieszna",
    published = "2011", licence = "not stated with the file; ask its makers before passing it on",
    note = "the file mixes encodings: four names are wrong in any of them" },
  rows = {
    { table = "processes", id = process_id, provenance = { certainty = coded.certainty, note = contradiction },
      columns = { name = { template = "{sidea} – {sideb}" },
      conflict = conflict, start = date_of "episode.start.date" } },
    { table = "parties", id = "cwm-{side_key}", each = sides, provenance = coded, columns = { name = "side" } },
    { table = "parties", id = "cwm-third-{third_key}", each = third_party, when = is_mediated, provenance = coded,
      columns = { name = "third" } },
    { table = "talks", id = mediation_key, when = is_mediated, provenance = coded,
      columns = { process = process_id, name = { template = "Mediation in {country}" },
        date = mediated, status = { value = "held" } } },
    { table = "participants", each = sides, when = is_mediated, provenance = coded,
      id = function(row) return mediation_key(row) .. "/" .. row.side_key end,
      columns = { talk = mediation_key, party = { template = "cwm-{side_key}" }, role = { value = "delegation" } } },
    { table = "participants", each = third_party, when = is_mediated, provenance = coded,
      id = function(row) return mediation_key(row) .. "/third-" .. row.third_key end,
      columns = { talk = mediation_key, party = { template = "cwm-third-{third_key}" },
        role = { value = "mediator" } } },
  },
}
