--- Coders: of one source one coder is read, and what the others read there is held against that.
-- Which one is rule B0 of csrc/sqlite/readings.h: the first in the policy's order, else the one whose claim is
-- preferred, else the one who coded it first, beside whom claims that name no coder count. Here claims that the policy
-- does not consider take part too, after those it does.

local claim_weights = require "parley.storage.statements.claim_weights"
local readings = require "parley.analysis.readings"

local coders = {}

-- The place of a claim's coder in the policy's order, which its voice has.
local function order_of(claim) return claim_weights.coder_place(claim_weights.coder_in(claim.who)) or math.huge end

-- Whether the coder of one claim is read, and not that of another claim of the same source.
local function is_before(a, b)
  if (a.weight == nil) ~= (b.weight == nil) then return a.weight ~= nil end
  if order_of(a) ~= order_of(b) then return order_of(a) < order_of(b) end
  if (a.rank == "preferred") ~= (b.rank == "preferred") then return a.rank == "preferred" end
  return a.place < b.place
end

-- Whether a source was read by several coders.
local function has_several(list)
  if not list.several_coders then return false end
  local coder_of = {}
  for i = 1, #list do
    local claim = list[i].claim
    local coder, known = claim.coder or "", coder_of[claim.source]
    if known and known ~= coder then return true end
    coder_of[claim.source] = coder
  end
  return false
end

-- For each source the claim whose coder is read.
local function read_claims(list)
  local read = {}
  for _, reading in ipairs(list) do
    local claim = reading.claim
    local best = read[claim.source]
    if not best or is_before(claim, best) then read[claim.source] = claim end
  end
  return read
end

-- Whether a claim counts beside the one of its source that says whose coding is read.
local function is_read_beside(claim, read)
  if claim.coder == read.coder then return true end
  local decided = order_of(read) < math.huge or read.rank == "preferred"
  return not decided and claim.coder == nil
end

--- Notes with each reading the claim whose coder is read instead, as `passed_over`; nil where its own is.
---@param list table[]  as readings.of_all() gives them
---@return table<string, table>? read  for each source the claim whose coder is read; nil where all are read
function coders.mark(list)
  local read = has_several(list) and read_claims(list) or nil
  for _, reading in ipairs(read and list or {}) do
    local best = read[reading.claim.source]
    reading.passed_over = not is_read_beside(reading.claim, best) and best or nil
  end
  return read
end

--- The readings of a list that are read.
---@param list table[]
---@return table[]
function coders.read(list)
  if not list.several_coders or not coders.mark(list) then return list end
  local found = { amounts = list.amounts }
  for _, reading in ipairs(list) do
    if not reading.passed_over then found[#found + 1] = reading end
  end
  return found
end

--- Whether two claims are of one source, as one coder reads it.
---@param a table
---@param b table
---@return boolean
function coders.share_source(a, b) return a.source == b.source and a.coder == b.coder end

local function name_of(claim) return claim.coder or "nobody named" end

--- Why a reading is passed over, in words.
---@param reading table
---@return string
function coders.why(reading)
  local claim, read = reading.claim, reading.passed_over
  local names = ("of %s what was coded by %s is read, not by %s: "):format(claim.source, name_of(read), name_of(claim))
  if not claim.weight and read.weight then return names .. "the other claim does not count" end
  if order_of(read) < order_of(claim) then return names .. "the policy's order" end
  if read.rank == "preferred" and claim.rank ~= "preferred" then return names .. "preferred rank" end
  return names .. "it came first"
end

--- Who coded a reading, beside what it is of.
---@param claim table
---@return string "s1 medinsky, coded by anna"
function coders.voice(claim)
  local text = readings.voice(claim)
  return claim.coder and text .. ", coded by " .. claim.coder or text
end

-- Clashes -----------------------------------------------------------------------------------------------------

-- What each voice says in the end; of a state, all that it says.
local function last_words(unit, list)
  if unit.over_time then return list end
  local last, found = {}, {}
  for _, reading in ipairs(list) do
    local before = last[reading.claim.who]
    if not before or reading.claim.place > before.claim.place then last[reading.claim.who] = reading end
  end
  for _, reading in ipairs(list) do
    if last[reading.claim.who] == reading then found[#found + 1] = reading end
  end
  return found
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
    if reading.passed_over or claim.coder == read[claim.source].coder then
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
  local found, read = {}, coders.mark(list)
  for _, of in ipairs(read and by_source(last_words(unit, list), read) or {}) do
    if #of.lists > 1 and coders_clash(unit, of.lists, clash) then found[#found + 1] = of.all end
  end
  return found
end

return coders
