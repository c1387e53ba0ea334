--- Small choices at random, from the seeded generator of Lua.

local chance = {}

local random = math.random

--- True in a share `p` of all calls.
function chance.of(p) return random() < p end

--- One of a list.
function chance.pick(list) return list[random(#list)] end

--- One of the entries { weight, value }.
function chance.weighted(entries)
  local total = 0
  for _, entry in ipairs(entries) do total = total + entry[1] end
  local at = random() * total
  for _, entry in ipairs(entries) do
    at = at - entry[1]
    if at < 0 then return entry[2] end
  end
  return entries[#entries][2]
end

--- Between `least` and `most` different items of a list, in any order.
function chance.some(list, least, most)
  local rest, taken = table.move(list, 1, #list, 1, {}), {}
  for i = 1, math.min(#rest, random(least, math.max(least, most))) do
    taken[i] = table.remove(rest, random(#rest))
  end
  return taken
end

return chance
