-- Which numbers rest on one origin: every page that gives them has them from the same speaker or the same report.
--     lua5.4 examples/numbers_of_one_origin.lua

local parley = require "parley"
local ds <close> = assert(parley.open "russia-ukraine-talks")

local function section(title) print(("== %s %s"):format(title, ("="):rep(96 - utf8.len(title)))) end

-- What each source rests on: pages that pass on one report are one voice.
local rests_on = {}
for id, on in ds.sources:each("id", "coalesce(copy_of, rests_on, id)") do rests_on[id] = on end

-- The origins of a number, and the pages that give it.
local function origins(name, id)
  local seen, voices, pages = {}, 0, {}
  for claim in ds:evidence(name, id, "best"):rows() do
    local voice = claim.said_by == "outlet" and rests_on[claim.source] or claim.said_by
    if not seen[voice] then seen[voice], voices = true, voices + 1 end
    pages[#pages + 1] = claim.source
  end
  return voices, pages
end

local alone, several = {}, {}
for _, name in ipairs { "outcomes", "deliveries" } do
  for row in ds:table(name):where("best is not nil"):sort("id"):rows() do
    local voices, pages = origins(name, row.id)
    local list = voices == 1 and alone or several
    list[#list + 1] = ("%-28s %9d %-18s %s"):format(row.id, row.best, row.unit or "", table.concat(pages, " "))
  end
end

section(("Numbers with several origins: %d"):format(#several))
print(table.concat(several, "\n"))
section(("Numbers with one origin: %d, of which above 500"):format(#alone))
for _, line in ipairs(alone) do
  if tonumber(line:match "^%S+%s+(%d+)") > 500 then print(line) end
end
