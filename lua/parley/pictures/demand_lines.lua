--- Demands as lines in time: from when they were first made, through each time they were made again, to where they
-- ended; the line of one that stands fades to the right. The last mark tells what has become of it by its shape. The
-- drawings of demands and of positions share it.

local core = require "parley.core"
local date_words = require "parley.base.date_words"
local demand_threads = require "parley.analysis.demand_threads"
local item_lists = require "parley.base.item_lists"
local party_names = require "parley.pictures.party_names"
local public_call = require "parley.base.public_call"
local scope = require "parley.analysis.scope"

local demand_lines = {}

-- What has become of a demand, in shapes: statuses that mean much the same share one.
local FATES = {
  { shape = "circle", hollow = true, name = "made, open",
    statuses = { "raised", "repeated", "unanswered", "deferred" } },
  { shape = "square", name = "accepted", statuses = { "accepted" } },
  { shape = "triangle", name = "accepted in part or on conditions",
    statuses = { "accepted_with_conditions", "partly_met" } },
  { shape = "diamond", name = "countered", statuses = { "countered" } },
  { shape = "cross", name = "rejected", statuses = { "rejected" } },
  { shape = "down", name = "given up, replaced or lapsed", statuses = { "superseded", "withdrawn", "lapsed" } },
}
local BY_STATUS = {}
for _, fate in ipairs(FATES) do
  for _, status in ipairs(fate.statuses) do BY_STATUS[status] = fate end
end

local NO_PARTY = "(no party)"

-- In the cells of a terminal.
local LONGEST_NAME = 26

local GONE = { withdrawn = true, superseded = true, lapsed = true }

local COLUMNS = { "id", "party", "addressee", "topic", "text", "made", "talk", "status", "revises" }

-- The days of each talk, for demands that have no day but a talk.
local function days_of_talks(ds)
  local days = {}
  for id, date in ds.talks:select("id", "date"):each() do days[id] = date end
  return days
end

-- The demands with a day of their own or of their talk.
local function read(ds, given)
  local q = ds.demands
  if given.as_of then q = q:as_of(given.as_of) end
  local f, talks = q:select(table.unpack(COLUMNS)):sort("id"):frame(), days_of_talks(ds)
  local rows = {}
  for i in public_call.upto(#f) do
    local row = {}
    for _, name in ipairs(COLUMNS) do row[name] = f[i][name] end
    row.date = row.made or talks[row.talk]
    rows[i] = row
  end
  return rows, f
end

local function days_of(row)
  if not row.date then return nil end
  local first, last = core.date(row.date)
  return first or last, last or first
end

local function words(row)
  return ("%s, %s: %s (%s)"):format(row.date and date_words.short(row.date) or "no date", row.party or "nobody named",
    row.text or row.id, row.status or "no status")
end

local function mark_of(node, ink)
  local first, last = days_of(node.row)
  if not first then return nil end
  local fate = not node.taken_up and BY_STATUS[node.row.status] or FATES[1]
  return { day = (first + last + 1) / 2, first = first, last = last, shape = fate.shape, hollow = fate.hollow,
    ink = ink, title = words(node.row) }
end

-- The line from the root to a node, as marks; nil where none of them has a day.
local function marks_of(node, ink)
  local marks = {}
  while node do
    table.insert(marks, 1, mark_of(node, ink))
    node = node.parent
  end
  table.sort(marks, function(a, b) return a.day < b.day end)
  return marks
end

local function lane_of(node, ink, today)
  local marks = marks_of(node, ink)
  if #marks == 0 then return nil end
  local gone = GONE[node.row.status]
  local first, last = marks[1].first, marks[#marks].last
  return { name = node.row.text or node.row.id, day = first, ink = ink, heading_of = node.row, items = { {
    first = first, last = gone and last or math.max(last, today), ends = not gone, ink = ink, marks = marks,
    title = words(node.row) } } }
end

local function wanted(row, parties, topics)
  return (not parties or item_lists.meets(parties, row.party)) and (not topics or topics[row.topic] ~= nil)
end

-- Each party has one ink, in the order of their names.
local function inks_of(rows)
  local names, inks = {}, {}
  for _, row in public_call.each(rows) do
    local name = row.party or NO_PARTY
    if not inks[name] then inks[name], names[#names + 1] = 0, name end
  end
  table.sort(names)
  for i, name in ipairs(names) do inks[name] = math.min(i, 21) end
  return inks, names
end

-- The end of the lines that have none: the day that is asked about, or the last one anything is known of.
local function last_day(ds, given, rows)
  local asked = given.as_of and select(2, core.date(given.as_of))
  if asked then return asked end
  local day
  for _, date in pairs(days_of_talks(ds)) do
    local first, last = core.date(date)
    if first and last then day = math.max(day or last, last) end
  end
  for _, row in public_call.each(rows) do
    local _, last = days_of(row)
    if last then day = math.max(day or last, last) end
  end
  return day
end

local function legend_of(list, inks, names, named)
  local parties, fates, legend = {}, {}, {}
  for _, lane in public_call.each(list) do
    parties[lane.ink] = true
    for _, mark in ipairs(lane.items[1].marks) do fates[mark.shape] = true end
  end
  for _, name in ipairs(names) do
    if parties[inks[name]] then
      legend[#legend + 1] = { ink = inks[name], shape = "square", name = name == NO_PARTY and name or named(name) }
    end
  end
  for _, fate in ipairs(FATES) do
    if fates[fate.shape] then
      legend[#legend + 1] = { ink = "muted", shape = fate.shape, hollow = fate.hollow, name = fate.name }
    end
  end
  return legend
end

-- Lanes in the order of a field of their rows, then of their days.
local function ordered_by(field)
  return function(a, b)
    local value, other = a.heading_of[field] or "", b.heading_of[field] or ""
    if value ~= other then return value < other end
    if a.day ~= b.day then return a.day < b.day end
    return a.heading_of.id < b.heading_of.id
  end
end

--- The lanes of demands whose row passes, sorted by a field of it, with their legend; how many have no day.
---@param ds parley.Dataset
---@param given { topic: any, party: any, as_of: string? }
---@param field string
---@return parley.Lane[] lanes, table[] legend, parley.Frame frame, integer undated
function demand_lines.of(ds, given, field)
  local parties, topics = scope.parties(ds, given.party), scope.topics(ds, given.topic)
  local all, f = read(ds, given)
  local rows = {}
  for _, row in public_call.each(all) do if wanted(row, parties, topics) then rows[#rows + 1] = row end end
  local inks, names = inks_of(rows)
  local list, undated, today = {}, 0, last_day(ds, given, rows)
  for _, node in public_call.each(demand_threads.of(rows)) do
    if not node.taken_up then
      local lane = lane_of(node, inks[node.row.party or NO_PARTY], today)
      list[#list + 1] = lane
      undated = undated + (lane and 0 or 1)
    end
  end
  public_call.sort(list, ordered_by(field))
  return list, legend_of(list, inks, names, party_names.of(ds)), f, undated
end

-- A name that leaves room for what its party asks.
local function short(name)
  if core.width(name) <= LONGEST_NAME then return name end
  return core.truncate(name, LONGEST_NAME - 1):gsub("%s+$", "") .. "…"
end

--- Puts the names of parties before what they ask: a colour alone tells nobody's demands from another's.
---@param ds parley.Dataset
---@param list parley.Lane[]
function demand_lines.name_parties(ds, list)
  local named = party_names.of(ds)
  for _, lane in public_call.each(list) do
    local party = lane.heading_of.party
    if party then lane.name = short(named(party)) .. ": " .. lane.name end
  end
end

--- Puts a heading in front of the lanes that share a value.
---@param list parley.Lane[]
---@param heading fun(row: table): string
---@return parley.Lane[]
function demand_lines.under_headings(list, heading)
  local headed, last = {}, nil
  for _, lane in public_call.each(list) do
    local name = heading(lane.heading_of)
    if name ~= last then headed[#headed + 1] = { name = name, heading = true, items = {} } end
    headed[#headed + 1], last = lane, name
  end
  return headed
end

return demand_lines
