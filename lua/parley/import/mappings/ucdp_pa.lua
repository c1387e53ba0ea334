--- UCDP Peace Agreements (version 22.1): a row is an agreement.
-- An agreement is a document, and its signing a talk at which the actors took part; each provision the file codes
-- with 1 is a row of its own. The topics are those of the cross-walk. Processes go by UCDP's number and have no name.

local event_codes = require "parley.codebook.event_codes"
local mapping_tools = require "parley.import.mapping_tools"

-- Coded columns and our words for what they say the agreement provides.
local PROVISIONS = {
  { "cease", "ceasefire" }, { "intarmy", "rebels join the army" }, { "ddr", "disarmament and demobilisation" },
  { "withd", "withdrawal of foreign forces" }, { "pp", "rebels may become a political party" },
  { "intgov", "rebels join the government" }, { "intciv", "rebels join the civil service" },
  { "elections", "elections or electoral reform" }, { "interim", "interim government" },
  { "natalks", "national talks" }, { "shagov", "sharing of power in the government" }, { "aut", "autonomy" },
  { "fed", "federal state" }, { "ind", "independence" }, { "ref", "referendum on the future of a region" },
  { "shaloc", "sharing of power in a local government" }, { "regdev", "regional development" },
  { "cul", "cultural freedoms" }, { "demarcation", "demarcation of a border" }, { "locgov", "local governance" },
  { "amn", "amnesty" }, { "pris", "release of prisoners" }, { "recon", "national reconciliation" },
  { "return", "return of refugees" }, { "reaffirm", "earlier agreements reaffirmed" },
  { "outlin", "outline of further talks" }, { "pko", "peacekeeping operation" },
  { "gender", "provisions on women or gender" }, { "co_impl", "commission to oversee the agreement" },
}

local function provisions(row)
  local found = {}
  for _, entry in ipairs(PROVISIONS) do
    local column = entry[1]
    if row[entry[1]] == "1" then
      found[#found + 1] = { provision = column, label = entry[2],
        topic = event_codes.meaning("topic", "ucdp-pa", column) }
    end
  end
  return found
end

-- Actors by number, with their names where there is one for each. A name that itself has a comma leaves a list that
-- does not pair up: then these actors come without names.
local function actors(row)
  local numbers, names, found = mapping_tools.list(row.actor_id), mapping_tools.list(row.actor_name), {}
  for i, number in ipairs(numbers) do
    local name = #names == #numbers and names[i] or nil
    found[i] = { actor = number, actor_label = name,
      actor_kind = name and name:find "^Government of" and "state" or nil }
  end
  return found
end

-- What came of the signing. A full agreement settles; a partial or process agreement may stop the fighting.
local function result(row)
  if row.pa_type == "1" then return "settlement" end
  if row.pa_type ~= "2" and row.pa_type ~= "3" then
    return mapping_tools.refused("bad_value.choice", "pa_type", row.pa_type, { choices = "1, 2 or 3" })
  end
  if row.cease == "1" then return "ceasefire" end
  return row.pa_type == "2" and "partial" or "continues"
end

local function ending(row)
  if row.ended ~= "True" then return nil end
  return row.duration and "ended " .. row.duration or "ended"
end

local function third_parties(row) return row.pa_3rd and "third parties: " .. row.pa_3rd or nil end

local coded = { certainty = { value = "document_described" }, locator = "paid {paid}" }

return {
  name = "ucdp_pa", title = "UCDP Peace Agreements",
  about = "Agreements as documents, their provisions, their signing as talks, and who took part.",
  source = { id = "ucdp-pa", outlet = "Uppsala Conflict Data Program", title = "UCDP Peace Agreement Dataset 22.1",
    published = "2022", url = "https://ucdp.uu.se/downloads/",
    licence = "as UCDP states it; check before passing it on" },
  rows = {
    { table = "parties", id = "ucdp-actor-{actor}", each = actors, provenance = { certainty = coded.certainty },
      columns = { name = "actor_label", kind = "actor_kind" } },
    { table = "processes", id = "ucdp-process-{procID}", provenance = { certainty = coded.certainty },
      columns = { conflict = "conflict_name", ucdp = "conflict_id" } },
    { table = "talks", id = "ucdp-pa-{paid}",
      provenance = { certainty = coded.certainty, locator = coded.locator, note = third_parties },
      columns = { process = { template = "ucdp-process-{procID}" }, name = "pa_name", date = "pa_date",
        status = { value = "held" }, result = result } },
    { table = "participants", id = "ucdp-pa-{paid}-{actor}", each = actors, provenance = coded,
      columns = { talk = { template = "ucdp-pa-{paid}" }, party = { template = "ucdp-actor-{actor}" },
        role = { value = "delegation" } } },
    { table = "documents", id = "ucdp-pa-{paid}",
      provenance = { certainty = coded.certainty, locator = coded.locator, note = "linktofulltextagreement" },
      columns = { name = "pa_name", kind = { value = "agreement" }, talk = { template = "ucdp-pa-{paid}" },
        release = function(row) return row.txt == "1" and "published" or nil end, text = "pa_comment" } },
    { table = "provisions", id = "ucdp-pa-{paid}-{provision}", each = provisions, provenance = coded,
      columns = { document = { template = "ucdp-pa-{paid}" }, kind = { value = "clause" }, label = "label",
        topic = "topic" } },
    { table = "outcomes", id = "ucdp-pa-{paid}", provenance = coded,
      columns = { talk = { template = "ucdp-pa-{paid}" }, kind = { value = "agreement" },
        nature = { value = "reciprocal" }, status = { value = "agreed" }, text = ending } },
  },
}
