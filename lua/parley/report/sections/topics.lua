--- Demands by topic, with what became of each: demands that take one another up stand together, the first one first.

local core = require "parley.core"
local tables = require "parley.report.tables"

local COLUMNS = { "party", "addressee", "text", "made", "revises", "status" }

local function day(thing)
  local first = thing.row.made and core.date(thing.row.made)
  return first or math.maxinteger
end

-- The demand that a line of revisions begins with.
local function root_of(by_id, thing)
  local seen = {}
  while not seen[thing] do
    seen[thing] = true
    thing = thing.row.revises and by_id[thing.row.revises] or thing
  end
  return thing
end

local function in_lines(by_id, list)
  local root = {}
  for _, thing in ipairs(list) do root[thing] = root_of(by_id, thing) end
  table.sort(list, function(a, b)
    local mine, others = root[a], root[b]
    if mine ~= others then
      if day(mine) ~= day(others) then return day(mine) < day(others) end
      return mine.id < others.id
    end
    if day(a) ~= day(b) then return day(a) < day(b) end
    return a.id < b.id
  end)
  return list
end

-- Topics by their labels, each with its demands.
local function by_topic(c)
  local lists, topics = {}, {}
  for _, thing in ipairs(c.by_name.demands.things) do
    local topic = thing.row.topic or ""
    if not lists[topic] then
      lists[topic], topics[#topics + 1] = {}, { topic, topic ~= "" and c.label("topic", topic) or "No topic" }
    end
    table.insert(lists[topic], thing)
  end
  table.sort(topics, function(a, b)
    if a[2] ~= b[2] then return a[2] < b[2] end
    return a[1] < b[1]
  end)
  return topics, lists
end

return {
  id = "topics", title = "Demands by topic",
  html = function(c, filters)
    local parts, topics, lists = {}, by_topic(c)
    for i, topic in ipairs(topics) do
      parts[i] = tables.of_things(c, filters, in_lines(c.by_name.demands.by_id, lists[topic[1]]),
        { name = "demands-" .. topic[1], caption = topic[2], columns = COLUMNS })
    end
    return table.concat(parts)
  end,
}
