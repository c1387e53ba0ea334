--- Coders: what several read in one source, held against each other.
-- Of one source one coder is read, by rule B0 of csrc/value/readings.h; what the others read there is `passed_over`
-- (parley.analysis.shown_reading), also where the policy does not consider it.

local readings = require "parley.analysis.readings"
local shown_reading = require "parley.analysis.shown_reading"

local coders = {}

--- Who coded a reading, beside what it is of.
---@param claim table
---@return string "s1 medinsky, coded by anna"
function coders.voice(claim)
  local text = readings.voice(claim)
  return claim.coder and text .. ", coded by " .. claim.coder or text
end

-- What each voice says in the end; of a state, all that it says. What a voice says comes in the order in which it does.
local function last_words(unit, list)
  if unit.over_time then return list end
  local last, found = {}, {}
  for _, reading in ipairs(list) do last[reading.claim.who] = reading end
  for _, reading in ipairs(list) do
    if last[reading.claim.who] == reading then found[#found + 1] = reading end
  end
  return found
end

-- For each source that several coders have read, the coder who is read.
local function coders_read(list)
  local read = {}
  for _, reading in ipairs(list) do
    local by = reading.passed_over
    if by then read[by.source] = by.coder or "" end
  end
  return read
end

-- The readings of each source, `all` and in lists by coder, in the order in which they come. What counts beside a coder
-- is no coding of its own.
local function by_source(list, read)
  local sources, order = {}, {}
  local function list_of(claim)
    local of, coder = sources[claim.source], claim.coder or ""
    if not of then
      of = { all = {}, lists = {}, by_coder = {} }
      sources[claim.source], order[#order + 1] = of, of
    end
    if not of.by_coder[coder] then
      of.by_coder[coder] = {}
      of.lists[#of.lists + 1] = of.by_coder[coder]
    end
    return of.by_coder[coder], of.all
  end
  for _, reading in ipairs(list) do
    local claim = reading.claim
    if reading.passed_over or (claim.coder or "") == read[claim.source] then
      local mine, all = list_of(claim)
      mine[#mine + 1], all[#all + 1] = reading, reading
    end
  end
  return order
end

-- Whether a coder says something against others, none of whom says the same.
local function is_contested(unit, mine, others, clash)
  for _, reading in ipairs(mine) do
    local against, agreed = false, false
    for _, other in ipairs(others) do
      local differ = clash({ reading, other }, unit)
      local same = unit.type == "date" or reading.key == other.key and reading.claim.denied == other.claim.denied
      against, agreed = against or differ, agreed or not differ and same
    end
    if against and not agreed then return true end
  end
  return false
end

local function coders_clash(unit, lists, clash)
  for i, mine in ipairs(lists) do
    for j = i + 1, #lists do
      local others = lists[j]
      if is_contested(unit, mine, others, clash) and is_contested(unit, others, mine, clash) then return true end
    end
  end
  return false
end

--- The readings of each source that its coders read differently: each has said something that the other has not.
---@param unit table
---@param list table[]
---@param clash fun(list: table[], unit: table): boolean  whether readings exclude each other
---@return table[][]
function coders.clashes(unit, list, clash)
  local found = {}
  if shown_reading.read(unit, list) == list then return found end
  for _, of in ipairs(by_source(last_words(unit, list), coders_read(list))) do
    if #of.lists > 1 and coders_clash(unit, of.lists, clash) then found[#found + 1] = of.all end
  end
  return found
end

return coders
