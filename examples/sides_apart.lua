-- What the two sides report differently: disagreements in which each of them has a reading of its own.
--     lua5.4 examples/sides_apart.lua

local parley = require "parley"
local ds <close> = assert(parley.open "russia-ukraine-talks")

local function section(title) print(("== %s %s"):format(title, ("="):rep(96 - utf8.len(title)))) end

-- The side a voice speaks for: a party or what it belongs to, a person by what they spoke or came for.
local side_of = {}
for id, parent in ds.parties:each("id", "parent") do side_of[id] = parent or id end
for _, name in ipairs { "participants", "statements" } do
  local person = name == "participants" and "person" or "speaker"
  for who, party in ds:table(name):where(person .. " is not nil and party is not nil"):each(person, "party") do
    side_of[who] = side_of[party]
  end
end

local SIDES = { russia = true, ukraine = true }

-- The readings of each side: "6057 (p262 ukraine-hq)" belongs to the side of every voice in its brackets.
local function readings_by_side(text)
  local found = {}
  for reading, voices in (text .. "; "):gmatch "(.-) %(([^()]*)%); " do
    for voice in (voices .. ", "):gmatch "p%d+ (.-), " do
      local side = side_of[voice]
      if SIDES[side] then
        found[side] = found[side] or {}
        found[side][reading] = true
      end
    end
  end
  return found
end

local called

local function list(row, set)
  local names = {}
  for name in pairs(set) do names[#names + 1] = called(row, name) end
  table.sort(names)
  return table.concat(names, "\n" .. (" "):rep(13))
end

-- What is meant, by its name or its text, and which field of it.
local CALLED = { talks = "name", documents = "name", participants = "id" }
local function what_of(row)
  local words = ds:table(row.table):get(row.id)[CALLED[row.table] or "text"] or row.id
  local field = row.field == "best" and "number" or row.field:gsub("_best$", ""):gsub("_", " ")
  return words:gsub("%.$", "") .. ": " .. field
end

-- A reading that is a word of the codebook or an id, as it is called: "no agreement", "ombudsmen in Ankara".
function called(row, reading)
  local denied, value = reading:match "^(not )(.+)$"
  value = value or reading
  local words = ds:describe(row.table):where { column = row.field }:first()
  if words.vocabulary then
    value = ds.terms:where { vocabulary = words.vocabulary, code = value }:first().label:lower()
  elseif words.references then
    value = ds:table(words.references):get(value).name
  elseif words.type == "date" then
    value = value:gsub("^%.%./", "by ")
  end
  return (denied or "") .. value
end

local by_kind = {}
for row in ds:disagreements():rows() do
  local found = readings_by_side(row.readings)
  if found.russia and found.ukraine and list(row, found.russia) ~= list(row, found.ukraine) then
    by_kind[row.kind] = by_kind[row.kind] or {}
    table.insert(by_kind[row.kind], ("%s\n    Russia:  %s\n    Ukraine: %s"):format(what_of(row),
      list(row, found.russia), list(row, found.ukraine)))
  end
end

for kind in ds.terms:where { vocabulary = "disagreement_kind" }:each("code") do
  if by_kind[kind] then
    section(("Of kind '%s': %d"):format(kind, #by_kind[kind]))
    print(table.concat(by_kind[kind], "\n"))
  end
end
