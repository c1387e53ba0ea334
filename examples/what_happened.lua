-- What happened when, and what was still ahead: by default, Istanbul from June 2025 on.
--     lua5.4 examples/what_happened.lua [from [to [party [topic]]]]

local parley = require "parley"
local ds <close> = assert(parley.open())

local from, to, party, topic = arg[1] or "2025-06-03", arg[2], arg[3], arg[4]
local tables = { "talks", "documents", "demands", "responses", "outcomes", "deliveries", "statements" }
local entries = ds:timeline { from = from, to = to, party = party, topic = topic, tables = tables }

-- Text broken into lines of at most 98 columns, the first after a label, the others below it.
local function item(label, text)
  local lines, width = { "" }, 98 - 20
  for word in text:gmatch "%S+" do
    local longer = lines[#lines] == "" and word or lines[#lines] .. " " .. word
    if utf8.len(longer) <= width then lines[#lines] = longer else lines[#lines + 1] = word end
  end
  print(("  %-17s %s"):format(label, table.concat(lines, "\n" .. (" "):rep(20))))
end

-- "ukraine: Talks are to be taken up again (procedure, accepted)"; a date that is no single day in brackets.
local function line(row)
  local about = {}
  if row.topic then about[#about + 1] = row.topic end
  if row.status then about[#about + 1] = row.status end
  local text = row.text or row.id
  if #about > 0 then text = ("%s (%s)"):format(text, table.concat(about, ", ")) end
  if row.date ~= row.day then text = ("%s [%s]"):format(text, row.date) end
  return (row.person or row.party) and ("%s: %s"):format(row.person or row.party, text) or text
end

local function show(title, list)
  print(("== %s %s"):format(title, ("="):rep(96 - #title)))
  local day
  for row in list:rows() do
    if row.day ~= day then
      day = row.day
      print(day)
    end
    item(row.what, line(row))
  end
end

show("What happened", entries:where { mark = "happened" })
print()
show("What was ahead", entries:where("mark is nil or mark != 'happened'"))
