--- Humanitarian corridors in Ukraine, March to May 2022 (HC_geocoded.csv): a row is a route on a day.
-- A route is a demand of the side that proposed it; what the file tells of its end is an outcome of the same id, so
-- that the two join by id. `proposal` is "Agreed" where both sides had settled on the route: then nobody is the
-- party of the demand. The days are those on which a route should work; when it was proposed is not told.

local mapping_tools = require "parley.import.mapping_tools"

local PARTIES = { Ukraine = "ukraine", Russia = "russia" }
local OTHERS = { Ukraine = "russia", Russia = "ukraine" }
local ENDS = {
  ["successful"] = "done", ["disputed"] = "disputed", ["unsuccessful/disrupted"] = "missed",
  ["proposed route/outcome unknown"] = false,
}

local function is_agreed(row) return row.proposal == "Agreed" end

-- The side a table gives for `proposal`; none where the route was agreed.
local function side(sides)
  return function(row)
    if is_agreed(row) then return nil end
    local id = sides[row.proposal]
    if not id then
      return mapping_tools.refused("bad_value.choice", "proposal", row.proposal,
        { choices = "Ukraine, Russia or Agreed" })
    end
    return id
  end
end

-- What became of a route: its end where that is told, else that it was agreed.
local function ended(row)
  local status = ENDS[row.status_result]
  if status == nil then return mapping_tools.refused("bad_value.unknown", "status_result", row.status_result) end
  return status or (is_agreed(row) and "agreed" or nil)
end

local function links(row)
  return row.Link and "links: " .. row.Link:gsub("%s*;;;+%s*", "; ") or nil
end

local reported = { certainty = { value = "named_medium" }, locator = "HC_ID {HC_ID}", note = links }
local concluded = { certainty = { value = "inferred" }, locator = "HC_ID {HC_ID}" }
local given = { certainty = { value = "inferred" }, locator = { value = "file" } }

local function state(id, name, iso3)
  return { table = "parties", id = { value = id }, provenance = given,
    columns = { name = { value = name }, kind = { value = "state" }, iso3 = { value = iso3 } } }
end

return {
  name = "corridors", title = "Humanitarian corridors in Ukraine, 2022",
  about = "Routes for civilians, day by day: a demand each, and an outcome where its end is told or it was agreed.",
  source = { id = "corridors-2022", title = "Humanitarian corridors in Ukraine, March to May 2022",
    licence = "not stated with the file; ask its makers before passing it on" },
  rows = {
    state("ukraine", "Ukraine", "UKR"),
    state("russia", "Russia", "RUS"),
    { table = "processes", id = { value = "corridors-2022" }, provenance = given,
      columns = { name = { value = "Humanitarian corridors in Ukraine, 2022" },
        conflict = { value = "Russia – Ukraine" } } },
    { table = "talks", id = "corridors-{date}", provenance = concluded,
      columns = { process = { value = "corridors-2022" }, name = { template = "Corridors for {date}" },
        result = function(row) return is_agreed(row) and "partial" or nil end } },
    { table = "demands", id = "corridor-{HC_ID}", provenance = reported,
      columns = { party = side(PARTIES), addressee = side(OTHERS), topic = { value = "civilians" },
        text = { template = "open a corridor from {From} to {To}" }, talk = { template = "corridors-{date}" },
        made = { template = "../{date}" }, wanted = "date", scope = { template = "{From} – {To}" },
        status = function(row) return is_agreed(row) and "accepted" or "raised" end } },
    { table = "responses", id = "corridor-{HC_ID}", when = is_agreed, provenance = reported,
      columns = { demand = { template = "corridor-{HC_ID}" }, talk = { template = "corridors-{date}" },
        kind = { value = "accept" }, date = { template = "../{date}" } } },
    { table = "outcomes", id = "corridor-{HC_ID}", provenance = reported,
      when = function(row) return is_agreed(row) or ENDS[row.status_result] ~= false end,
      columns = { talk = { template = "corridors-{date}" }, topic = { value = "civilians" },
        kind = function(row) return is_agreed(row) and "agreement" or nil end,
        category = { value = "civilians" }, due = "date", status = ended,
        text = { template = "corridor from {From} to {To}: {status_extra}" } } },
  },
}
