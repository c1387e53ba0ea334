-- What changed between two talks: by default, what Ukraine asked for at rounds 2 and 3.
--     lua5.4 examples/what_changed.lua [talk talk [party]]

local parley = require "parley"
local ds <close> = assert(parley.open())

local first, second = arg[1] or "r2", arg[2] or "r3"
local party = arg[3] or not arg[1] and "ukraine" or nil
local changes = ds:compare(first, second, { party = party })

local HEADINGS = { dropped = "At " .. first .. ", but not at " .. second, added = "New at " .. second,
  changed = "Changed", softened = "Softened", hardened = "Hardened", kept = "Kept", unknown = "Cannot be said" }
local ORDER = { "dropped", "added", "changed", "softened", "hardened", "kept", "unknown" }

local function item(label, text)
  local lines = { "" }
  for word in text:gmatch "%S+" do
    local longer = lines[#lines] == "" and word or lines[#lines] .. " " .. word
    if utf8.len(longer) <= 76 then lines[#lines] = longer else lines[#lines + 1] = word end
  end
  print(("  %-20s %s"):format(label, table.concat(lines, "\n" .. (" "):rep(23))))
end

-- Where the demand stands on the party's own list.
local AGENDA = { added = "came onto the list, as number %d", dropped = "off the list, where it was number %d",
  up = "moved up the list, from %d to %d", down = "moved down the list, from %d to %d" }

local function show(row)
  local text = row.text or row.after or row.before
  item(row.topic or "", party and text or ("%s: %s"):format(row.party, text))
  if row.fields then item("", ("%s: %s → %s"):format(row.fields, row.from, row.to)) end
  if AGENDA[row.agenda] and row.fields ~= "priority" then
    item("", AGENDA[row.agenda]:format(row.place_before or row.place_after, row.place_after))
  end
  if row.one_sided then item("", "not judged, since stated once only: " .. row.one_sided) end
  if row.basis and row.basis ~= "revises" then item("", row.basis) end
end

for _, verdict in ipairs(ORDER) do
  local rows = changes:where { verdict = verdict }:frame()
  if #rows > 0 then
    local title = HEADINGS[verdict]
    print(("== %s %s"):format(title, ("="):rep(96 - #title)))
    for row in rows:rows() do show(row) end
  end
end
