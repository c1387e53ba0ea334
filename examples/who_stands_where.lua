-- Who stands where: the positions of the parties on each topic that more than one of them speaks to.
--     lua5.4 examples/who_stands_where.lua [topic [as of]]

local parley = require "parley"
local ds <close> = assert(parley.open())

local positions = ds:positions { topic = arg[1], as_of = arg[2] }

local function names(id) return ds.parties:get(id).name end

local function wrapped(text, indent)
  local lines = { "" }
  for word in text:gmatch "%S+" do
    local longer = lines[#lines] == "" and word or lines[#lines] .. " " .. word
    if utf8.len(longer) <= 98 - indent then lines[#lines] = longer else lines[#lines + 1] = word end
  end
  return table.concat(lines, "\n" .. (" "):rep(indent))
end

-- "made twice since 2025-06-01, now rejected"
local function history(row)
  local often = row.times == 1 and "made once" or ("made %d times"):format(row.times)
  local since = row.first_made and (row.times == 1 and ", " or ", first ") .. row.first_made or ""
  return ("%s%s; %s%s"):format(often, since, (row.status or "status unknown"):gsub("_", " "),
    row.stands and "" or ", no longer upheld")
end

local shared = positions:by("topic"):summarise("count_distinct(party) as parties", "count() as demands")
for topic, parties in shared:each("topic", "parties") do
  if parties > 1 or arg[1] then
    print(("== %s %s"):format(topic, ("="):rep(96 - #topic)))
    for row in positions:where { topic = topic }:rows() do
      print(("%-24s %s"):format(names(row.party), wrapped(row.text or row.demand, 25)))
      print((" "):rep(25) .. history(row))
    end
  end
end
