-- Who met what: the answers of each side to the other's demands, their conditions, and what followed.
--     lua5.4 examples/who_met_what.lua [party]

local parley = require "parley"
local ds <close> = assert(parley.open())

local answers = ds:concessions()
local WIDTH = 98

local function section(title) print(("== %s %s"):format(title, ("="):rep(96 - #title))) end

local function item(label, text)
  local lines, indent = { "" }, 22
  for word in text:gmatch "%S+" do
    local longer = lines[#lines] == "" and word or lines[#lines] .. " " .. word
    if utf8.len(longer) <= WIDTH - indent then lines[#lines] = longer else lines[#lines + 1] = word end
  end
  print(("  %-19s %s"):format(label, table.concat(lines, "\n" .. (" "):rep(indent))))
end

-- Kinds of answers, from a yes to nothing on record.
local ORDER = { "accept", "conditional", "partial", "counter", "defer", "acknowledge", "reject", "silence",
  "no_record" }
local WORDS = { accept = "Met", conditional = "Met on a condition", partial = "Met in part",
  counter = "Answered with something else", defer = "Put off", acknowledge = "Received", reject = "Refused",
  silence = "Silence, says a source", no_record = "No answer on record" }

-- "Russia's answer, 2025-06-02, to the whole paper"
local function circumstances(row)
  local who = row.answered_by and ds.parties:get(row.answered_by).name
  local parts = { who, row.answered, row.answer_to == "document" and "to the paper as a whole" or nil }
  local list = {}
  for i = 1, 3 do
    if parts[i] then list[#list + 1] = parts[i] end
  end
  return table.concat(list, ", ")
end

local function show(row)
  item(row.topic, row.text or row.demand)
  if row.answer then item("", circumstances(row)) end
  if row.condition then item("", "on condition: " .. row.condition) end
  if row.answer_text then item("", "in short: " .. row.answer_text) end
  if row.answer_to == "demand" and row.followed then item("", "what followed: " .. row.followed) end
  if row.delivered then item("", "delivered: " .. row.delivered) end
end

for _, party in ipairs(arg[1] and { arg[1] } or { "ukraine", "russia" }) do
  section(ds.parties:get(party).name .. " asked")
  for _, kind in ipairs(ORDER) do
    local rows = answers:where { party = party, kind = kind }
    local direct = rows:where("answer_to = 'demand' or answer_to is nil")
    if rows:count() > 0 then print(WORDS[kind] .. ":") end
    for row in direct:rows() do show(row) end
    local rest = rows:where { answer_to = "document" }
    if rest:count() > 0 then
      local about = rest:distinct("topic"):sort("topic"):list("topic"):gsub(";", ",")
      item("with the paper", about)
      item("", circumstances(rest:first()))
    end
  end
end
