--- What would mislead about claims themselves: when they were made, and where they are found.

local claims = {}

-- How many claims of each source state no day themselves.
local function undated_claims(ds, info, counts)
  for row in ds:table(info.name):claims():where("reported is nil"):by("source"):count():rows() do
    counts[row.source] = (counts[row.source] or 0) + row.count
  end
end

local function undated_text(count)
  if not count then return "no day of publication" end
  return ("no day of publication: its %s in no view as of a day"):format(count == 1 and "claim is"
    or ("%d claims are"):format(count))
end

--- Sources without a day of publication.
function claims.undated_sources(ds, add, infos)
  local counts = {}
  for _, info in ipairs(infos) do undated_claims(ds, info, counts) end
  for id in ds:table("sources"):where("published is nil"):sort("id"):each("id") do
    add("sources", id, "published", undated_text(counts[id]),
      ('ds:claim("sources", "%s", {published = …}, {source = "%s"})'):format(id, id))
  end
end

-- How many claims of each source do not say where in it they are found.
local function unplaced_claims(ds, info, counts)
  local q = ds:table(info.name):claims():where("locator is nil and rank <> 'deprecated'")
  for row in q:by("source"):count():rows() do counts[row.source] = (counts[row.source] or 0) + row.count end
end

--- Claims that nobody finds again in their source.
function claims.locators(ds, add, infos)
  local counts, order = {}, {}
  for _, info in ipairs(infos) do unplaced_claims(ds, info, counts) end
  for id in pairs(counts) do order[#order + 1] = id end
  table.sort(order)
  for _, id in ipairs(order) do
    add("sources", id, "locator", counts[id] == 1 and "a claim does not say where in it"
      or ("%d claims do not say where in it"):format(counts[id]),
      ("locator = \"p3\" with a claim; ds:amend(claim, {locator = …}, reason) with one that is made"))
  end
end

--- Days that cannot be.
function claims.days(ds, add, infos)
  local today = require("parley.storage.connection").now(ds.store):sub(1, 10)
  for _, info in ipairs(infos) do
    local q = ds:table(info.name):claims()
    for row in q:where(("reported > '%s'"):format(today)):sort("claim"):rows() do
      add(info.name, row.id, "reported", ("claim %d was reported on %s, which has not come"):format(row.claim,
        row.reported), ("correct the day of source '%s', or ds:amend(%d, {reported = …}, reason)"):format(row.source,
        row.claim))
    end
    for row in q:where("stated > reported"):where("rank <> 'deprecated'"):sort("claim"):rows() do
      add(info.name, row.id, "stated", ("claim %d was said on %s, after the report of %s"):format(row.claim, row.stated,
        row.reported), ("ds:amend(%d, {stated = …}, reason), or correct the day of source '%s'"):format(row.claim,
        row.source))
    end
  end
end

return claims
