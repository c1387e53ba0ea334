-- What is due: what was promised, what came of it, what is late on a day, and of what nothing was reported since.
--     lua5.4 examples/what_is_due.lua [day]

local parley = require "parley"
local ds <close> = assert(parley.open())

local day = arg[1] or "2025-07-21"
local ledger, late = ds:ledger { as_of = day }, ds:overdue(day)

local function section(title) print(("== %s %s"):format(title, ("="):rep(96 - #title))) end

-- "6000", "1000-1200", "at least 40"; nothing without a number.
local function amount(low, high)
  if not (low or high) then return nil end
  if low == high then return ("%d"):format(low) end
  if not high then return ("at least %d"):format(low) end
  return low and ("%d-%d"):format(low, high) or ("at most %d"):format(high)
end

local function promise(row)
  local number = amount(row.promised_low, row.promised_high)
  local what = number and ("%s %s"):format(number, row.unit or "") or (row.text or row.category or row.kind)
  local sides = row.giver and (" (%s to %s)"):format(row.giver, row.receiver or "all") or ""
  return what .. sides
end

local function shorten(text, width)
  if utf8.len(text) <= width then return text end
  return text:sub(1, utf8.offset(text, width) - 1) .. "…"
end

local function due(row, words)
  print(("  %-22s %s"):format(row.outcome, promise(row)))
  print(("  %-22s was due %s; %s"):format("", row.due, words))
  print(("  %-22s delivered on record: %s; outstanding: %s"):format("",
    amount(row.delivered_low, row.delivered_high) or "nothing",
    amount(row.outstanding_low, row.outstanding_high) or "cannot be said"))
  for line in (ds:cite { table = "outcomes", id = row.outcome, field = "due" }):gmatch "[^\n]+" do
    print(("  %-22s %s"):format("", shorten(line, 74)))
  end
end

section("Late on " .. day)
for row in late:rows() do
  due(row, ("late by %d to %d days"):format(row.days_late_low, row.days_late_high or 0))
end
if #late == 0 then print "  nothing" end

section "Its day has passed, and nothing has been reported since"
for row in ledger:where { state = "nothing reported" }:rows() do
  due(row, "last report: " .. row.last_report)
end

section "Promised with no day set"
for row in ledger:where { state = "no due date" }:rows() do
  local part = row.part_of and "  " or ""
  print(("  %-22s %s"):format(part .. row.outcome, shorten(promise(row), 74)))
end

section "Promised in numbers, each counted once"
print(ledger:where("counted and promised_low is not nil")
  :select("outcome", "unit", "basis", "promised_low", "promised_high", "outstanding_low"))
