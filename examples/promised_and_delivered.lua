-- The dead and the prisoners since May 2025: what was promised, what came of it, and what came under no promise.
--     lua5.4 examples/promised_and_delivered.lua

local parley = require "parley"
local ds <close> = assert(parley.open "russia-ukraine-talks")

local function section(title) print(("== %s %s"):format(title, ("="):rep(96 - utf8.len(title)))) end

-- "6000", "1000 to 1200", "at least 40", "at most 3000"; a number without bounds is "about 200"
local function range(low, best, high)
  if not (low or high) then return "about " .. best end
  if low == high then return tostring(low) end
  if not high then return "at least " .. low end
  return low and ("%d to %d"):format(low, high) or "at most " .. high
end

local side = {}
for id, name in ds.parties:each("id", "name") do side[id] = name end

-- ", Russia to Ukraine" or ", each side"
local function way(row)
  if row.basis == "per_side" then return ", each side" end
  if not row.receiver then return "" end
  return ", " .. (row.giver and side[row.giver] .. " to " or "to ") .. side[row.receiver]
end

local function came(row)
  local low, best, high = row.delivered_low, row.delivered_best, row.delivered_high
  if low or best or high then return "came: " .. range(low, best, high) end
  return row.deliveries > 0 and "came: no number told" or "nothing on record that answers it"
end

-- The promises of a topic, wholes before their parts; what came of a whole is told by its parts.
local function promises(topic)
  local rows, parts = {}, {}
  for row in ds:ledger():where({ topic = topic })
    :where("coalesce(promised_low, promised_best, promised_high) is not nil"):rows() do
    row.made = (ds.outcomes:get(row.outcome).date or ds.talks:get(row.talk).date):sub(1, 10)
    row.place = #rows
    if row.made >= "2025-05" then rows[#rows + 1] = row end
    if row.part_of then parts[row.part_of] = true end
  end
  table.sort(rows, function(a, b)
    if a.made ~= b.made then return a.made < b.made end
    return a.place < b.place
  end)
  for _, row in ipairs(rows) do
    local number = range(row.promised_low, row.promised_best, row.promised_high)
    local what = number .. " " .. (row.unit or "people") .. way(row)
    local line = ("%-11s %-52s %s"):format(row.made, (row.part_of and "  of these " or "") .. what,
      parts[row.outcome] and "" or came(row))
    print((line:gsub("%s+$", "")))
  end
end

for _, topic in ipairs { "remains", "prisoners" } do
  section("Promised: " .. topic)
  promises(topic)
end

-- That no page tells of bodies for one side is not that none came.
section "Bodies handed over since June 2025, day by day (·: no page tells)"
local bodies = ds.deliveries:where "unit = 'bodies' and counting is nil and date >= '2025-06'"
for day in bodies:by("date"):summarise("sum(if(receiver = 'ukraine', best, nil)) as to_ukraine",
  "sum(if(receiver = 'russia', best, nil)) as to_russia", "count(outcome) as promised"):sort("date"):rows() do
  print(("%s  %5s to Ukraine  %3s to Russia   %s"):format(day.date, day.to_ukraine or "    ·", day.to_russia or "  ·",
    day.promised > 0 and "under the promise of 2 June" or "no page ties it to one promise"))
end

section "All of it, as the sides and others add it up"
for row in ds.deliveries:where("unit = 'bodies' and counting = 'cumulative'"):sort("stop(date)", "id"):rows() do
  local number = range(row.low, row.best, row.high)
  print(("%-20s %s to %s\n    %s"):format(row.date or "undated", number, side[row.receiver], row.text))
end

section "Where the numbers differ"
for row in ds.deliveries:where "unit in ('bodies', 'service members', 'prisoners of war', 'persons')"
  :disagreements():where "field = 'best'":rows() do
  print(ds.deliveries:get(row.id).text .. "\n    " .. row.readings)
end
