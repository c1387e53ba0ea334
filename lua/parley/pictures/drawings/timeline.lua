--- What happened when: talks above, then a lane for each party, in marks by what it was. What was only planned, due or
-- wanted is hollow; what was called off is a cross.

local core = require "parley.core"
local lanes = require "parley.pictures.lanes"
local notes = require "parley.base.notes"
local party_names = require "parley.pictures.party_names"

local timeline = {}

--- What ds:timeline{} takes.
timeline.options = { "from", "to", "party", "topic", "tables" }

local MOST_PARTIES = 14
-- So many things are told of a mark that stands for several.
local MOST_TITLES = 12

-- The ink and shape of each table, so that a talk looks the same in every picture.
local TABLES = { "talks", "demands", "responses", "outcomes", "deliveries", "statements", "documents" }
local NAMES = { talks = "talk", demands = "demand", responses = "answer", outcomes = "outcome", deliveries = "delivery",
  statements = "statement", documents = "document" }
local INKS = {}
for i, name in ipairs(TABLES) do INKS[name] = i end
local OTHER = 8

local function words(row, named)
  local parts = { row.date, ": ", row.what }
  if row.party then parts[#parts + 1] = " (" .. named(row.party) .. ")" end
  if row.text then parts[#parts + 1] = ": " .. row.text end
  return table.concat(parts)
end

local function item_of(row, named)
  local first, last = core.date(row.date)
  return { first = first or last, last = last or first, opens = not first, ends = not last, title = words(row, named),
    ink = INKS[row.table] or OTHER, hollow = row.mark ~= "happened" and row.mark ~= "off",
    shape = row.mark == "off" and "cross" or nil, label = row.table == "talks" and row.text or nil }
end

-- Things of one kind and one day in a lane are one mark with their number: ten demands handed over at once.
local function add_item(lane, row, named)
  local item = item_of(row, named)
  local key = not item.label and ("%d %d %d %s %s"):format(item.first, item.last, item.ink, item.hollow, item.shape)
  local twin = key and lane.twins[key]
  if not twin then
    lane.items[#lane.items + 1] = item
    if key then lane.twins[key] = item end
    return
  end
  twin.count = (twin.count or 1) + 1
  twin.label = tostring(twin.count)
  if twin.count <= MOST_TITLES then twin.title = twin.title .. "\n" .. item.title end
end

-- Which lane a row belongs to: that of its party; talks have one of their own.
local function lane_of(row, named)
  return row.table == "talks" and "talks" or row.party and named(row.party) or "(no party)"
end

-- Lanes with their items: talks first, then parties by how much there is of them.
local function grouped(f, named)
  local by_name, list = {}, {}
  for i = 1, #f do
    local row = f[i]
    local name = lane_of(row, named)
    local lane = by_name[name]
    if not lane then
      lane = { name = name, items = {}, twins = {}, at = name == "talks" and math.huge or 0 }
      by_name[name], list[#list + 1] = lane, lane
    end
    add_item(lane, row, named)
  end
  table.sort(list, function(a, b)
    local more_a, more_b = math.max(a.at, #a.items), math.max(b.at, #b.items)
    if more_a ~= more_b then return more_a > more_b end
    return a.name < b.name
  end)
  return list
end

-- Parties beyond what a page holds share a lane.
local function folded(list)
  if #list <= MOST_PARTIES + 1 then return list, 0 end
  local rest = { name = ("%d others"):format(#list - MOST_PARTIES), items = {} }
  for i = MOST_PARTIES + 1, #list do
    for _, item in ipairs(list[i].items) do rest.items[#rest.items + 1] = item end
    list[i] = nil
  end
  table.sort(rest.items, function(a, b)
    if a.first ~= b.first then return a.first < b.first end
    return a.title < b.title
  end)
  list[#list + 1] = rest
  return list
end

local function legend_of(list)
  local used, ahead, off = {}, false, false
  for _, lane in ipairs(list) do
    for _, item in ipairs(lane.items) do
      used[item.ink] = true
      ahead, off = ahead or item.hollow, off or item.shape == "cross"
    end
  end
  local legend = {}
  for i, name in ipairs(TABLES) do if used[i] then legend[#legend + 1] = { ink = i, name = NAMES[name] } end end
  if used[OTHER] then legend[#legend + 1] = { ink = OTHER, name = "other" } end
  if ahead then
    legend[#legend + 1] = { ink = "muted", shape = "circle", hollow = true, name = "hollow: planned, due or wanted" }
  end
  if off then legend[#legend + 1] = { ink = "muted", shape = "cross", name = "called off, or never came" } end
  return legend
end

-- The first and the last day of all.
local function days_of(list)
  local first, last = math.maxinteger, math.mininteger
  for _, lane in ipairs(list) do
    for _, item in ipairs(lane.items) do first, last = math.min(first, item.first), math.max(last, item.last) end
  end
  return core.day_text(first), core.day_text(last)
end

--- What is to be drawn.
---@param ds parley.Dataset
---@param given table
---@return table made
function timeline.of(ds, given)
  local f = ds:timeline(given)
  if #f == 0 then return { empty = true } end
  local list = folded(grouped(f, party_names.of(ds)))
  local first, last = days_of(list)
  return { lanes = list, legend = legend_of(list), notes = notes.of(f), frame = f, title = "timeline", width = 960,
    description = ("Timeline of %d %s in %d %s, from %s to %s."):format(#f, #f == 1 and "entry" or "entries", #list,
      #list == 1 and "lane" or "lanes", first, last),
    draw = lanes.draw }
end

return timeline
