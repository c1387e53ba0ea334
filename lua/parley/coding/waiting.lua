--- What waits for a decision: fields of which claims cannot all hold, hardest first.
-- Among sources it is a row for each field, among coders one for each source that they read differently. Where a claim
-- is preferred, somebody has decided; a claim that is deprecated has been judged. Hardest first: the more voices
-- (coders of the source; sources, of which those that rest on one another are one) stand `apart`; then the more of them
-- say something else than what most say (`against`); then the firmer the weakest of them; then the further numbers and
-- dates lie apart (`difference`: in days, or in what is counted); then by table, id and field.

local claim_rows = require "parley.analysis.claim_rows"
local disagreements = require "parley.analysis.disagreements"
local ranking = require "parley.storage.claim_ranking"
local readings = require "parley.analysis.readings"
local shown_reading = require "parley.analysis.shown_reading"

local waiting = {}

waiting.COLUMNS = { { "table", "text" }, { "id", "text" }, { "field", "text" }, { "kind", "text" }, { "among", "text" },
  { "source", "text" }, { "apart", "integer" }, { "against", "integer" }, { "difference", "number" },
  { "shown", "text" }, { "readings", "text" }, { "claims", "text" } }

-- ## How hard

local function key_of(reading) return reading.claim.denied and reading.key .. "!" or reading.key end

-- Who stands apart: each voice once, by what it says last; how many there are, and how many say what most do.
local function votes(list, voice_of)
  local says, voices, most = {}, 0, 0
  for _, reading in ipairs(list) do
    local who = voice_of(reading.claim)
    if not says[who] then voices = voices + 1 end
    says[who] = key_of(reading)
  end
  local count = {}
  for _, key in pairs(says) do
    count[key] = (count[key] or 0) + 1
    most = math.max(most, count[key])
  end
  return voices, voices - most
end

local function weakest(list)
  local firmness = math.huge
  for _, reading in ipairs(list) do
    firmness = math.min(firmness, ranking.firmness(reading.claim.certainty))
  end
  return firmness
end

-- How far numbers or dates lie apart: from where the first ends to where the last begins.
local function difference(unit, list)
  if unit.type ~= "quantity" and unit.type ~= "date" then return nil end
  local first, last = math.mininteger, math.maxinteger
  for _, reading in ipairs(list) do
    first, last = math.max(first, reading.first), math.min(last, reading.last)
  end
  local gap = first + 0.0 - last
  return gap > 0 and gap < 1e15 and gap or nil
end

-- The first claim of each thing that is said, in the order of the readings.
local function claims_of(list)
  local keys, seen = {}, {}
  for _, reading in ipairs(list) do
    local key = key_of(reading)
    if not seen[key] then seen[key], keys[#keys + 1] = true, tostring(reading.claim.claim) end
  end
  return table.concat(keys, "; ")
end

-- ## Rows

local function coder_of(claim) return claim.coder or "" end

local function voice_of(claim)
  local text = readings.voice(claim)
  return claim.coder and text .. ", coded by " .. claim.coder or text
end

-- A row, behind which stands what it is sorted by alone.
local function row_of(info, id, unit, list, all, among)
  local apart, against = votes(list, among == "coders" and coder_of or readings.origin)
  local shown = shown_reading.of(unit, all)
  return { info.name, id, unit.field, unit.kind, among, among == "coders" and list[1].claim.source or nil, apart,
    against, difference(unit, list), shown and shown.text, readings.list(list, nil, voice_of), claims_of(list),
    weakest = weakest(list) }
end

-- Without those that were judged; nil where the rest does not clash.
local function open(unit, list)
  local left = {}
  for _, reading in ipairs(list) do
    if reading.claim.rank ~= "deprecated" then left[#left + 1] = reading end
  end
  if #left == #list then return list end
  return #left > 1 and disagreements.do_clash(unit, left) and left or nil
end

local function is_decided(list)
  for _, reading in ipairs(list) do
    if reading.claim.rank == "preferred" then return true end
  end
  return false
end

local function make(info, id, unit, list)
  if info.name == "coding" or is_decided(list) then return {} end
  local rows = {}
  local function add(clashing, among)
    local left = #clashing > 0 and open(unit, clashing)
    if left then rows[#rows + 1] = row_of(info, id, unit, left, list, among) end
  end
  local sources, coders = disagreements.clashing(unit, list)
  add(sources, "sources")
  for _, of_source in ipairs(coders) do add(of_source, "coders") end
  return rows
end

local ORDER = { 7, 8, "weakest", 9 }          -- the greater, the harder

local function harder(a, b)
  for _, at in ipairs(ORDER) do
    local mine, others = a[at] or 0, b[at] or 0
    if mine ~= others then return mine > others end
  end
  return a.place < b.place
end

--- What waits in some tables, hardest first, as rows of waiting.COLUMNS.
---@param ds parley.Dataset
---@param name string?  one table
---@return any[][]
function waiting.rows(ds, name)
  local infos = {}
  for _, info in ipairs((claim_rows.tables(ds))) do
    if not name or info.name == name then infos[#infos + 1] = info end
  end
  local rows = disagreements.made(ds, infos, make)
  for i, row in ipairs(rows) do row.place = i end
  table.sort(rows, harder)
  return rows
end

return waiting
