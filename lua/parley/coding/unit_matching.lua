--- Unit matching: which units of several coders are one, though each coder gave an id of his own.
-- Coders come one after the other, in the order of their names; each one's units are held against the groups that the
-- coders before him made, and what finds no partner is a group of its own. A group is known by its first unit.
--   given    pairs that a user states come first, and what he says is apart is never paired
--   id       one id in one source is one unit
--   content  else both stand in one source; score is the mean of what can be compared: the share of the judged fields
--            stated by both that are the same (half for what overlaps, such as a month and a day in it), twice over;
--            the share of their places (numbers in the locator) that are the same; and, by half, the share of the words
--            of their texts. Below LEAST nothing is paired; from the highest score on, each unit is paired once
--            (greedily, ties by id).
--   place   of a place where one unit and one group are left over, these are one, whatever they say: else agreement
--           would be told without the units about which coders agree least
-- Of units that are alike in place and in all that is judged, and of which each coder has one, the score is 1.
-- Candidates are groups that share a place; where none of them will do, those that share a field's value. A place or a
-- value that more than FEW groups have says too little to look at all of them: the work grows with the number of units.

local coded_units = require "parley.coding.coded_units"
local core = require "parley.core"
local differences = require "parley.coding.differences"
local public_call = require "parley.base.public_call"

local unit_matching = {}

local LEAST <const> = 0.5
local FEW <const> = 40
local FIELDS <const>, PLACES <const>, WORDS <const> = 2, 1, 0.5
local HALF = { precision = 0.5, overlap = 0.5 }
local MOST_PLACES <const> = 50          -- of a range such as "p3-p9"

-- ## What is compared

-- Numbers in a locator: "p3", "p. 3" and "§ 3" are one place, "p13-p15" three; a text without a number is one.
local function places_in(locator)
  local places = {}
  for first, last in locator:gsub("–", "-"):gmatch "(%d+)%s*%-%s*%a*%.?%s*(%d+)" do
    local from, to = math.tointeger(tonumber(first)), math.tointeger(tonumber(last))
    if from and to and to - from < MOST_PLACES then
      for n = from, to do places[tostring(n)] = true end
    end
  end
  for n in locator:gmatch "%d+" do places[n:match "^0*(%d+)$"] = true end
  if next(places) == nil then places[core.fold(locator)] = true end
  return places
end

local NO_PLACES = { set = {}, list = {} }

-- A function from a locator to its places, as a set and as a sorted list.
local function new_places()
  local known = {}
  return function(locator)
    if not locator then return NO_PLACES end
    local places = known[locator]
    if places then return places end
    places = { set = places_in(locator), list = {} }
    for place in pairs(places.set) do places.list[#places.list + 1] = place end
    table.sort(places.list)
    known[locator] = places
    return places
  end
end

-- Words of four letters and more.
local function words_in(text)
  local words = {}
  for word in core.fold(text):gmatch "[%w\128-\255]+" do
    if #word > 3 then words[word] = true end
  end
  return words
end

local function both_of(a, b)
  local all = {}
  for word in pairs(a) do all[word] = true end
  for word in pairs(b) do all[word] = true end
  return all
end

-- The words of the texts that nobody judges.
local function words_of(unit, case)
  local words
  for _, field in ipairs(case.wording) do
    local reading = coded_units.reading(unit, field.at, case)
    if reading then
      reading.words = reading.words or words_in(reading.text)
      words = words and both_of(words, reading.words) or reading.words
    end
  end
  return words
end

-- The share of what two sets have that both have; nil where one has nothing.
local function common(a, b)
  if not (a and b) or next(a) == nil or next(b) == nil then return nil end
  if a == b then return 1 end
  local both, all = 0, 0
  for item in pairs(a) do
    all = all + 1
    if b[item] then both = both + 1 end
  end
  for item in pairs(b) do
    if not a[item] then all = all + 1 end
  end
  return both / all
end

-- How much alike two units are in a field, where both say something of it.
local function alike_in(field, a, b, case)
  local x, y = coded_units.reading(a, field.at, case), coded_units.reading(b, field.at, case)
  if not (x and y) then return nil end
  local same, _, difference = differences.of(field, x, y)
  return same and 1 or HALF[difference] or 0
end

-- What is written alike needs no reading, unless it was denied or is of several columns.
local function content_of(a, b, case)
  local n, sum = 0, 0
  local as_written = a.denied == b.denied and not (a.denials or b.denials)
  for _, field in ipairs(case.judged) do
    local at = field.from + 1
    local alike
    if as_written and #field.names == 1 and a[at] == b[at] then
      alike = a[at] ~= nil and 1 or nil
    else
      alike = alike_in(field, a, b, case)
    end
    if alike then n, sum = n + 1, sum + alike end
  end
  return n > 0 and sum / n or nil
end

local function score_of(a, b, case)
  local sum, weights = 0, 0
  local fields = content_of(a, b, case)
  if fields then sum, weights = fields * FIELDS, FIELDS end
  local places = common(case.places(a.locator).set, case.places(b.locator).set)
  if places then sum, weights = sum + places * PLACES, weights + PLACES end
  local words = common(words_of(a, case), words_of(b, case))
  if words then sum, weights = sum + words * WORDS, weights + WORDS end
  return weights > 0 and sum / weights or 0
end

-- ## What proposes candidates

-- What a field holds, as it is written; ids of what was paired are one.
local function written(unit, field, case)
  local value = unit[field.from + 1]
  if #field.names > 1 then
    local all, any = {}, false
    for i = 1, #field.names do
      local x = unit[field.from + i]
      all[i], any = x == nil and "" or tostring(x), any or x ~= nil
    end
    return any and table.concat(all, "|") or nil
  end
  if value ~= nil and field.references and case.same.has(field.references) then
    return coded_units.reading(unit, field.at, case).key
  end
  return value
end

local buffer = {}

-- All that is judged, with source and place: units of which it is the same are one, if only one has it.
local function signature(unit, case)
  local parts, n = buffer, 3
  parts[1], parts[2], parts[3] = unit.source, "\0", unit.locator or ""
  if unit.denied then parts[3] = parts[3] .. "\0not" end
  for _, field in ipairs(case.judged) do
    local value = written(unit, field, case)
    if value ~= nil then
      parts[n + 1], parts[n + 2] = field.mark, value == true and "true" or value or "false"
      n = n + 2
    end
  end
  return table.concat(parts, "", 1, n)
end

-- In one order, since a unit joins the first place that it is left over at.
local function each_place(unit, case, fn)
  for _, place in ipairs(case.places(unit.locator).list) do fn(unit.source .. "\0" .. place) end
end

local function each_value(unit, case, fn)
  for _, field in ipairs(case.judged) do
    local reading = coded_units.reading(unit, field.at, case)
    if reading then fn(unit.source .. "\0" .. field.at .. "\0" .. reading.key) end
  end
end

-- The only one that has a key; false where several have.
local function put_only(index, key, one)
  if index[key] == nil then index[key] = one else index[key] = false end
end

local function put(index, key, group)
  local list = index[key]
  if list then list[#list + 1] = group else index[key] = { group } end
end

-- ## Groups

local Matcher = {}
Matcher.__index = Matcher

--- A new matching of the units of a table.
---@param case table fields, canonical (of texts), same (parley.SameThings), pairs and apart (lists of ids by an id)
---@return table matcher
function unit_matching.new(case)
  case.places, case.judged, case.wording, case.read = new_places(), {}, {}, {}
  for _, field in ipairs(case.fields) do
    local list = field.kind and case.judged or case.wording
    list[#list + 1], field.mark = field, ("\0%d\0"):format(field.at)
  end
  return setmetatable({ case = case, groups = {}, by_key = {}, by_id = {}, signatures = {}, at_places = {},
    of_values = false, is_corrected = next(case.pairs) ~= nil }, Matcher)
end

-- A unit joins a group; who joins later finds it by its own key as well.
function Matcher:join(group, unit, basis, score)
  group.units[unit.coder], group.basis[unit.coder], group.scores[unit.coder] = unit, basis, score
  self.by_key[unit.key] = self.by_key[unit.key] or group
  if self.is_corrected then put(self.by_id, unit.id, group) end
end

function Matcher:found(unit)
  local group = { head = unit, units = {}, basis = {}, scores = {} }
  self.groups[#self.groups + 1] = group
  self:join(group, unit)
  if self.is_last then return end
  put_only(self.signatures, signature(unit, self.case), group)
  each_place(unit, self.case, function(key) put(self.at_places, key, group) end)
  if self.of_values then each_value(unit, self.case, function(key) put(self.of_values, key, group) end) end
end

-- Groups by the values they have, made when the first unit finds none at its place.
function Matcher:by_values()
  if self.of_values then return self.of_values end
  self.of_values = {}
  for _, group in public_call.each(self.groups) do
    each_value(group.head, self.case, function(key) put(self.of_values, key, group) end)
  end
  return self.of_values
end

-- Whether a unit may join a group: nobody of its coder is there, and nobody has said that they are apart.
function Matcher:may_join(group, unit)
  if group.units[unit.coder] then return false end
  local apart = self.case.apart[unit.id]
  if not apart then return true end
  for _, other in pairs(group.units) do
    if apart[other.id] then return false end
  end
  return true
end

-- The group of a unit's partner in a pair that is stated: one of its own source, else the first.
function Matcher:given(unit)
  local first
  for _, other in ipairs(self.case.pairs[unit.id] or {}) do
    for _, group in ipairs(other ~= unit.id and self.by_id[other] or {}) do
      if not group.units[unit.coder] then
        if group.head.source == unit.source then return group end
        first = first or group
      end
    end
  end
  return first
end

-- Pairs that are stated.
function Matcher:join_given(list)
  if not self.is_corrected then return list end
  local rest = {}
  for _, unit in public_call.each(list) do
    local group = self:given(unit)
    if group then self:join(group, unit, "given") else rest[#rest + 1] = unit end
  end
  return rest
end

-- One id in one source.
function Matcher:join_known(list)
  local rest = {}
  for _, unit in public_call.each(list) do
    local group = self.by_key[unit.key]
    if group and self:may_join(group, unit) then
      self:join(group, unit, "id", 1.0)
    else
      rest[#rest + 1] = unit
    end
  end
  return rest
end

-- Units of which all that is judged is the same as of one group, and of no other unit.
function Matcher:join_alike(list)
  local by_signature, signatures, rest = {}, {}, {}
  for i, unit in public_call.each(list) do
    signatures[i] = signature(unit, self.case)
    put_only(by_signature, signatures[i], unit)
  end
  for i, unit in public_call.each(list) do
    local group = by_signature[signatures[i]] and self.signatures[signatures[i]]
    if group and self:may_join(group, unit) then
      self:join(group, unit, "content", 1.0)
    else
      rest[#rest + 1] = unit
    end
  end
  return rest
end

-- Proposes the groups that share something with a unit that few share, where the score is high enough.
function Matcher:propose(unit, index, each_key, proposals)
  local seen, before = {}, #proposals
  each_key(unit, self.case, function(key)
    local groups = index[key]
    if not groups or #groups > FEW then return end
    for _, group in ipairs(groups) do
      if not seen[group] and self:may_join(group, unit) then
        seen[group] = true
        local score = score_of(group.head, unit, self.case)
        if score >= LEAST then proposals[#proposals + 1] = { group = group, unit = unit, score = score } end
      end
    end
  end)
  return #proposals > before
end

local function better(a, b)
  if a.score ~= b.score then return a.score > b.score end
  if a.group.head.key ~= b.group.head.key then return a.group.head.key < b.group.head.key end
  return a.unit.key < b.unit.key
end

-- Those that share their group or their unit with another: what nobody else wants needs no order.
local function contested(proposals, joined, join)
  local of, rest = {}, {}
  for _, p in public_call.each(proposals) do
    of[p.group], of[p.unit] = (of[p.group] or 0) + 1, (of[p.unit] or 0) + 1
  end
  for _, p in public_call.each(proposals) do
    if of[p.group] == 1 and of[p.unit] == 1 then
      joined[p.unit] = true
      join(p)
    else
      rest[#rest + 1] = p
    end
  end
  return rest
end

function Matcher:join_similar(list)
  local proposals, joined = {}, {}
  for _, unit in public_call.each(list) do
    if not self:propose(unit, self.at_places, each_place, proposals) then
      self:propose(unit, self:by_values(), each_value, proposals)
    end
  end
  local function join(p) self:join(p.group, p.unit, "content", p.score) end
  proposals = contested(proposals, joined, join)
  public_call.sort(proposals, better)
  for _, p in public_call.each(proposals) do
    if not joined[p.unit] and self:may_join(p.group, p.unit) then
      joined[p.unit] = true
      join(p)
    end
  end
  return joined
end

-- The one of a list that is left over, or nil.
local function only(list, is_left)
  local found
  for _, one in ipairs(list or {}) do
    if is_left(one) then
      if found then return nil end
      found = one
    end
  end
  return found
end

-- Of a place where one unit and one group are left, these: that two say other things there must not hide that they do.
function Matcher:join_left(list, joined)
  local at_places, left = {}, {}
  for _, unit in public_call.each(list) do
    if not joined[unit] then
      left[#left + 1] = unit
      each_place(unit, self.case, function(key) put(at_places, key, unit) end)
    end
  end
  for _, unit in public_call.each(left) do
    each_place(unit, self.case, function(key)
      local group = not joined[unit] and #at_places[key] == 1
        and only(self.at_places[key], function(one) return self:may_join(one, unit) end)
      if group then
        joined[unit] = true
        self:join(group, unit, "place", score_of(group.head, unit, self.case))
      end
    end)
  end
end

--- Adds the units of a coder, in the order of their keys.
---@param list parley.CodedUnit[]
---@param is_last boolean whether nobody comes after
function Matcher:add(list, is_last)
  self.is_last = is_last
  local rest = self:join_known(self:join_given(list))
  if #self.groups > 0 then rest = self:join_alike(rest) end
  local joined = #self.groups > 0 and self:join_similar(rest) or {}
  self:join_left(rest, joined)
  for _, unit in public_call.each(rest) do
    if not joined[unit] then self:found(unit) end
  end
end

return unit_matching
