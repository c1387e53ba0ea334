--- PA-X Peace Agreements, versions 4 to 10: a row is an agreement.
-- Versions 4 to 9 have a column for each provision and ISO dates, version 10 describes agreements only and writes
-- dd/mm/yyyy; what the header has decides which provisions are looked for. Parties and third parties are prose in
-- PA-X: they are kept as remarks, since a list of names cannot be made of prose without guessing.

local event_codes = require "parley.codebook.event_codes"
local mapping_tools = require "parley.import.mapping_tools"

-- Provision columns of versions 4 to 9 with an idea in our cross-walk, and a label.
local PROVISIONS = {
  { "Ce", "ceasefire" }, { "TjPrire", "release of prisoners" }, { "TjAm", "amnesty" }, { "StBor", "borders" },
  { "SsrFf", "withdrawal of foreign forces" }, { "ImPK", "peacekeepers" },
}

-- What the codes say. 0 is said as well: that there is no such provision, which is a denial. A blank says nothing.
local DEPTHS = { [0] = false, "mentioned", "in some detail", "in full detail" }

-- PA-X's stages whose result has a word here. Implementation, renewal and other agreements have none.
local RESULTS = { Cea = "ceasefire", SubComp = "settlement", SubPar = "partial", Pre = "continues" }
local WITHOUT_RESULT = { Imp = true, Ren = true, Oth = true }

local function result(row)
  local stage = row.Stage
  if not stage or WITHOUT_RESULT[stage] then return nil end
  if not RESULTS[stage] then return mapping_tools.refused("bad_value.code_of", "Stage", stage, { codes = "PA-X's" }) end
  return RESULTS[stage]
end

-- "parties: …; third parties: …", as far as the row has them.
local function who(row)
  local parts = {}
  if row.Part then parts[1] = "parties: " .. row.Part end
  if row.ThrdPart then parts[#parts + 1] = "third parties: " .. row.ThrdPart end
  return parts[1] and table.concat(parts, "; ") or nil
end

local coded = { certainty = { value = "document_described" }, locator = "AgtId {AgtId}" }

local function provision(entry, depth)
  return { provision = entry[1], label = entry[2], polarity = depth and "affirmed" or "denied",
    wording = depth and ("%s, %s"):format(entry[2], depth) or nil,
    topic = event_codes.meaning("topic", "pax", entry[1]) }
end

-- What the fields make of provisions; "2.0" is 2, and what is none of PA-X's codes sets the row aside.
local function provisions_of(columns)
  return function(row)
    local found = {}
    for _, entry in ipairs(columns) do
      local given = row[entry[1]]
      local depth = DEPTHS[math.tointeger(tonumber(given))]
      if given and depth == nil then
        return mapping_tools.refused("bad_value.code_of", entry[1], given, { codes = "PA-X's codes 0 to 3" })
      end
      if given then found[#found + 1] = provision(entry, depth) end
    end
    return found
  end
end

local function rows(columns)
  local present = {}
  for _, entry in ipairs(PROVISIONS) do
    if columns[entry[1]] then present[#present + 1] = entry end
  end
  local list = {
    { table = "processes", id = "pax-process-{PP}", provenance = { certainty = coded.certainty },
      columns = { name = "PPName", conflict = "Con", pax = "PP" } },
    { table = "talks", id = "pax-{AgtId}",
      provenance = { certainty = coded.certainty, locator = coded.locator, note = who },
      columns = { process = { template = "pax-process-{PP}" }, name = "Agt", date = "Dat",
        status = { value = "held" }, result = result } },
    { table = "documents", id = "pax-{AgtId}",
      provenance = { certainty = coded.certainty, locator = coded.locator, note = "PDF_Hyperlink" },
      columns = { name = "Agt", kind = { value = "agreement" }, talk = { template = "pax-{AgtId}" },
        text = "description" } },
    { table = "outcomes", id = "pax-{AgtId}", provenance = coded,
      columns = { talk = { template = "pax-{AgtId}" }, kind = { value = "agreement" },
        status = { value = "agreed" } } },
  }
  if #present > 0 then
    list[#list + 1] = { table = "provisions", id = "pax-{AgtId}-{provision}", each = provisions_of(present),
      withdraws = true,          -- an agreement that is recoded has the provision, or has it not
      provenance = { certainty = coded.certainty, locator = coded.locator, polarity = "polarity" },
      columns = { document = { template = "pax-{AgtId}" }, kind = { value = "clause" }, label = "label",
        topic = "topic", text = "wording" } }
  end
  return list
end

return {
  name = "pax", title = "PA-X Peace Agreements, versions 4 to 10",
  about = "Agreements as documents, their signing as talks, and six sorts of provisions where the version codes them.",
  input = { dates = "dmy",      -- as version 10 writes them; versions 4 to 9 have ISO dates
    optional = { "PPName", "Stage", "Part", "ThrdPart", "description", "PDF_Hyperlink" } },
  source = { id = "pax", outlet = "University of Edinburgh, PeaceRep", title = "PA-X Peace Agreements Database",
    url = "https://www.peaceagreements.org/", licence = "its terms forbid redistribution" },
  rows = rows,
}
