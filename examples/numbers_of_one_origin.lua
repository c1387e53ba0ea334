-- Which numbers rest on one origin: every page that gives them has them from the same speaker or the same report.
--     lua5.4 examples/numbers_of_one_origin.lua

local parley = require "parley"
local ds <close> = assert(parley.open "russia-ukraine-talks")

local function section(title) print(("== %s %s"):format(title, ("="):rep(96 - utf8.len(title)))) end

-- What each source rests on: pages that pass on one report are one voice.
local rests_on = {}
for id, on in ds.sources:each("id", "coalesce(copy_of, rests_on, id)") do rests_on[id] = on end

-- The origins of the number that is shown, and the pages that give it.
local function origins(name, id)
  local seen, voices, pages = {}, 0, {}
  local evidence = ds:evidence(name, id, "best")
  local shown = evidence:where("shown"):first()
  for claim in evidence:where({ says = shown.says }):rows() do
    local report, speaker = rests_on[claim.source], claim.said_by ~= "outlet" and claim.said_by
    if not seen[report] and not seen[speaker] then voices = voices + 1 end
    seen[report], seen[speaker or report] = true, true
    pages[#pages + 1] = claim.source
  end
  return voices, pages
end

-- "1000 persons  2025-05-16: Swap of prisoners", shortened, and the pages.
local function line(row, pages)
  local what = (row.date and row.date .. ": " or "") .. (row.text or row.id):gsub("%.$", "")
  if utf8.len(what) > 52 then what = what:sub(1, utf8.offset(what, 52) - 1):gsub("%s+%S*$", "") .. " …" end
  what = what .. (" "):rep(54 - utf8.len(what))
  return ("%9d %-17s %s %s"):format(row.best, row.unit or "", what, table.concat(pages, " "))
end

local NAMES = { outcomes = "promised", deliveries = "delivered" }
for _, name in ipairs { "outcomes", "deliveries" } do
  local alone, several = {}, {}
  for row in ds:table(name):where("best is not nil"):sort("best desc", "id"):rows() do
    local voices, pages = origins(name, row.id)
    local list = voices == 1 and alone or several
    list[#list + 1] = line(row, pages)
    if voices == 1 and row.best > 500 then alone.large = #alone end
  end
  section(("Numbers %s, with several origins: %d"):format(NAMES[name], #several))
  print(table.concat(several, "\n"))
  section(("Numbers %s, with one origin: %d, of which above 500"):format(NAMES[name], #alone))
  print(table.concat(alone, "\n", 1, alone.large))
end
