--- Promised against delivered: for each promise with a number, what was promised and what came of it, from the least
-- to the most; units apart, each on a scale of its own. What a side disputes is hatched; a bar that fades has no
-- stated end. Below the promises of a unit of which something came on several days: all that was promised and delivered
-- by each day, as the ledger counts it on that day.

local ledger_days = require "parley.pictures.ledger_days"
local notes = require "parley.base.notes"
local strips = require "parley.pictures.strips"
local values = require "parley.pictures.values"

local ledger = { options = { "as_of" } }

local PROMISED, DELIVERED, DISPUTED = 6, 1, 2

-- One bar of a promise.
local function bar(row, what, name, ink)
  local low, best, high = row[what .. "_low"], row[what .. "_best"], row[what .. "_high"]
  local amount = values.amount(low, best, high)
  local text = amount and what .. " " .. amount or "nothing reported"
  return { name = name, low = low, best = best or low or high, high = high, open_low = not low and high ~= nil,
    open_high = not high and low ~= nil, ink = ink, bar = amount ~= nil, shape = "circle", hollow = true,
    text = text, hatched = row.state == "disputed" and what == "delivered", title = row.outcome .. ": " .. text }
end

-- The promises of one unit, the one after the other.
local function strip_of(list, row)
  local unit = row.unit or ledger_days.NO_UNIT
  if not list[unit] then
    list[unit] = { heading = unit, kind = "number", rows = {} }
    list[#list + 1] = list[unit]
  end
  local rows = list[unit].rows
  rows[#rows + 1] = bar(row, "promised", row.outcome, PROMISED)
  rows[#rows + 1] = bar(row, "delivered", row.state or "", row.state == "disputed" and DISPUTED or DELIVERED)
end

-- What the marks mean, of those that are there.
local function legend_of(list)
  local there = {}
  for _, strip in ipairs(list) do
    for _, row in ipairs(strip.rows) do
      there.disputed = there.disputed or row.hatched
      there.silent = there.silent or not row.bar
      there.span = there.span or row.bar and row.low ~= row.high
    end
  end
  local legend = { { ink = PROMISED, surface = true, name = "promised" },
    { ink = DELIVERED, surface = true, name = "delivered" } }
  if there.disputed then
    legend[#legend + 1] = { ink = DISPUTED, surface = true, pattern = true, name = "delivered, disputed" }
  end
  if there.silent then
    legend[#legend + 1] = { ink = DELIVERED, shape = "circle", hollow = true, name = "nothing reported" }
  end
  if there.span then legend[#legend + 1] = { ink = "text", span = true, name = "from the least to the most" } end
  return legend
end

--- What is to be drawn.
function ledger.of(ds, given)
  local f, list, left_out, count = ds:ledger(given), {}, 0, 0
  for i = 1, #f do
    local row = f[i]
    if row.promised_low or row.promised_best or row.promised_high then
      count = count + 1
      strip_of(list, row)
    else
      left_out = left_out + 1
    end
  end
  ledger_days.add(list, given.as_of and ds:as_of(given.as_of) or ds, PROMISED, DELIVERED)
  local said = notes.of(f)
  if left_out > 0 then said[#said + 1] = notes.new("left_out.number", left_out) end
  return { strips = list, notes = said, frame = f, title = "promised and delivered", width = 900, empty = count == 0,
    draw = strips.draw, legend = legend_of(list),
    description = ("%d promises with a number, and what was delivered of them, in %d units."):format(count, #list) }
end

return ledger
