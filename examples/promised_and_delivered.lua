-- The dead and the prisoners since May 2025: what was promised, what came of it, and what came under no promise.
--     lua5.4 examples/promised_and_delivered.lua

local parley = require "parley"
local ds <close> = assert(parley.open "russia-ukraine-talks")

local function section(title) print(("== %s %s"):format(title, ("="):rep(96 - utf8.len(title)))) end

-- "6000", "1000 to 1200", "at least 40"
local function range(low, high)
  if low == high then return tostring(low) end
  if not high then return "at least " .. low end
  return low and ("%d to %d"):format(low, high) or "at most " .. high
end

local function promise(row, basis)
  local each = row.giver and (", %s to %s"):format(row.giver, row.receiver) or ""
  if basis == "per_side" then each = ", each side" end
  return range(row.promised_low, row.promised_high) .. " " .. (row.unit or "people") .. each
end

local ledger = ds:ledger()
for _, topic in ipairs { "remains", "prisoners" } do
  section("Promised: " .. topic)
  for row in ledger:where({ topic = topic }):where("promised_low is not nil or promised_high is not nil"):rows() do
    local outcome = ds.outcomes:get(row.outcome)
    if (outcome.date or outcome.due or row.outcome):find "202[56]" or outcome.talk:find "istanbul%-r" then
      local came = (row.delivered_low or row.delivered_high) and range(row.delivered_low, row.delivered_high)
      local each = outcome.basis == "per_side" and ", each side" or ""
      print(("%-20s %-44s %s"):format(row.outcome, promise(row, outcome.basis), came and "came: " .. came .. each or
        row.deliveries > 0 and "came: no number told" or "nothing on record"))
    end
  end
end

section "Bodies handed over, day by day"
print(ds.deliveries:where "unit = 'bodies' and counting is nil and date >= '2025-06'"
  :pivot({ rows = "date", columns = "receiver", values = "sum(best)" }):sort("date"):show("all"))

section "All of it, as the sides and others add it up"
for row in ds.deliveries:where("unit = 'bodies' and counting = 'cumulative'"):sort("date", "id"):rows() do
  print(("%-24s %-24s to %-8s %s"):format(row.id, row.date or "undated", row.receiver, range(row.low, row.high)))
end

section "Where the numbers differ"
for row in ds.deliveries:where "unit in ('bodies', 'service members', 'prisoners of war', 'persons')"
  :disagreements():where "field = 'best'":rows() do
  print(("%-24s %s"):format(row.id, row.readings))
end
