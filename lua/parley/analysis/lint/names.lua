--- What would mislead about names: two things that are called the same.

local core = require "parley.core"
local item_lists = require "parley.base.item_lists"

local names = {}

local function called(name) return (core.fold(name):gsub("%s+", " "):match "^ ?(.-) ?$") end

-- What a thing is called: its name and its aliases, each once.
local function names_of(name, aliases)
  local list = {}
  for _, one in ipairs(item_lists.written((name or "") .. ";" .. (aliases or ""))) do
    local key = called(one)
    if key ~= "" and not list[key] then list[#list + 1], list[key] = key, true end
  end
  return list
end

local NAMED = { "parties", "people", "processes" }

--- Things that share a name.
function names.shared(ds, add)
  for _, name in ipairs(NAMED) do
    local first = {}
    local columns = { "id", "name", ds:table_info(name).by_name.aliases and "aliases" }
    for id, own, aliases in ds:table(name):sort("id"):each(table.unpack(columns)) do
      local told = {}
      for _, key in ipairs(names_of(own, aliases)) do
        local other = first[key]
        first[key] = other or id
        if other and not told[other] then
          told[other] = true
          add(name, id, "name", ("'%s' is called the same"):format(other), ("if they are one, claim of '%s' what is "
            .. "known of '%s', have all refer to it, and retract the other"):format(other, id))
        end
      end
    end
  end
end

return names
