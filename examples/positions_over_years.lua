-- How each side's demands on neutrality, land and a ceasefire moved from 2022 to 2026.
--     lua5.4 examples/positions_over_years.lua

local parley = require "parley"
local ds <close> = assert(parley.open "russia-ukraine-talks")

local function section(title) print(("== %s %s"):format(title, ("="):rep(96 - utf8.len(title)))) end

-- Words under each other, after a head that stands before the first line alone.
local function item(head, text)
  local lines, indent = { "" }, (" "):rep(29)
  for word in text:gmatch "%S+" do
    local longer = lines[#lines] == "" and word or lines[#lines] .. " " .. word
    if utf8.len(longer) <= 70 then lines[#lines] = longer else lines[#lines + 1] = word end
  end
  print(("%-29s%s"):format(head, table.concat(lines, "\n" .. indent)))
end

local TOPICS = {
  { "Neutrality and alliances", { "neutrality", "alliances" } },
  { "Land", { "recognition", "territory", "withdrawal" } },
  { "A ceasefire", { "ceasefire" } },
}

for _, entry in ipairs(TOPICS) do
  section(entry[1])
  for _, party in ipairs { "russia", "ukraine" } do
    print(party)
    for row in ds.demands:where({ party = party, topic = entry[2] }):sort("stop(made)", "id"):rows() do
      item(("  %-16s%s"):format(((row.made or "undated"):gsub("^%.%./", "by ")), row.kind or ""),
        row.text .. (row.scope and (" [%s]"):format(row.scope) or ""))
    end
  end
end
