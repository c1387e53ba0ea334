-- Where the sources differ: every clash with its readings, which one is shown and why, and the sources in full.
--     lua5.4 examples/where_sources_differ.lua [kind]

local parley = require "parley"
local ds <close> = assert(parley.open())

local kind = arg[1] or "value"
local clashes = ds:disagreements { kind = kind }

local function section(title) print(("== %s %s"):format(title, ("="):rep(96 - #title))) end

local function item(indent, text)
  local lines = { "" }
  for word in text:gmatch "%S+" do
    local longer = lines[#lines] == "" and word or lines[#lines] .. " " .. word
    if utf8.len(longer) <= 98 - indent then lines[#lines] = longer else lines[#lines + 1] = word end
  end
  print((" "):rep(indent) .. table.concat(lines, "\n" .. (" "):rep(indent + 2)))
end

section "How many, and of what kind"
print(ds:disagreements():pivot { rows = "table", columns = "kind" })

section("Those of kind '" .. kind .. "'")
for row in clashes:rows() do
  local whole = row.among == "whole and parts" and ", the whole and its parts" or ""
  item(0, ("%s %s, %s%s: %s"):format(row.table, row.id, row.field, whole, row.shown or "nothing is shown"))
  for reading in (row.readings .. "; "):gmatch "(.-%)); " do item(4, reading) end
  item(2, "why: " .. row.why .. (row.overlap and "; one value could satisfy all" or ""))
end

section "Sources"
for line in ds:cite(clashes):gmatch "[^\n]+" do item(0, line) end
