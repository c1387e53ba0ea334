--- What changed between two talks: the demands of the one beside those of the other.
-- Method. A demand is one of a talk when it was made for or at it, or stands in a paper of that talk; of several in
-- one thread at the same talk the last counts. Demands of the two talks are the same demand
--   * when one takes up the other through `revises`, over any number of steps, or both belong to one thread
--     ("revises");
--   * failing that, when party, addressee and topic are the same and only one demand at each talk has them ("topic");
--     what several ask together is what each of them asks.
-- A pair is
--   softened   when only the bounds of a quantity differ, and all that would have met the old demand meets the new
--              one: the new interval contains the old (a missing bound is no bound). "At least 30 days" is softer
--              than "at least 60", and "8 to 30" softer than "10 to 20";
--   hardened   when the old interval contains the new;
--   changed    when anything else that both state differs, who asks included: what two asked together, and one asks
--              alone. That includes intervals of which neither contains the
--              other: whether forty days are more to ask than thirty depends on what they are days of. A demand
--              that came onto the party's own list or off it (priority) is changed, too, if it is kept otherwise;
--   kept       otherwise. A field stated at one talk only is no change, since nobody said that it was gone; it is
--              listed in `one_sided`. A move within the list is no change either: places shift when others go.
-- A demand without a partner is dropped or added. That is a finding about what was asked for at the talks, not about
-- what a party gave up; `status` tells of withdrawals. Where the party has no demand at all at the other talk, or there
-- are several on the topic and nothing links them, the data cannot say: the verdict is `unknown`.

local claim_units = require "parley.analysis.claim_units"
local compared_text = require "parley.analysis.compared_text"
local errors = require "parley.base.errors"
local item_lists = require "parley.base.item_lists"
local options = require "parley.base.options"
local pairing = require "parley.analysis.pairing"
local readings = require "parley.analysis.readings"
local references = require "parley.claims.references"
local scope = require "parley.analysis.scope"

local compare = {}

local COLUMNS = { { "verdict", "text" }, { "party", "text", several = true }, { "topic", "text" },
  { "addressee", "text", several = true }, { "before", "text" }, { "after", "text" }, { "fields", "text" },
  { "from", "text" }, { "to", "text" }, { "agenda", "text" }, { "place_before", "integer" },
  { "place_after", "integer" }, { "one_sided", "text" }, { "basis", "text" }, { "status", "text" }, { "text", "text" } }

local VERDICTS = { "dropped", "added", "changed", "softened", "hardened", "kept", "unknown" }

-- Columns of the occasion, not of what is asked; `priority` is judged as the place on the party's list.
local OCCASION = { party = true, talk = true, made = true, document = true, provision = true, revises = true,
  requires = true, priority = true }

-- What demands are paired by where nothing links them.
local SUBJECT = { topic = true, addressee = true }

-- Kinds of columns that say what is asked; the others are wording, attribution, or how it fared.
local CONTENT = { value = true, scope = true, date = true }

-- Fields ------------------------------------------------------------------------------------------------------

local function units_of(info)
  local units = {}
  for _, unit in ipairs(claim_units.judged(info)) do
    if CONTENT[unit.kind] and not unit.over_time and not OCCASION[unit.field] then units[#units + 1] = unit end
  end
  return units
end

local function reading(unit, row, canonical)
  local values = {}
  for i, name in ipairs(unit.columns) do values[i] = row[name] end
  return readings.of(unit, values, 0, canonical)
end

local function contains(a, b) return a.first <= b.first and b.last <= a.last end

-- Which way a field went: "softened", "hardened" or "changed".
local function direction(unit, from, to)
  if not unit.quantity then return "changed" end
  local wider, narrower = contains(to, from), contains(from, to)
  if wider == narrower then return "changed" end
  return wider and "softened" or "hardened"
end

-- Verdicts on a pair --------------------------------------------------------------------------------------------

local NO_PLACE = "not on the list"

-- Whether nothing but the topic says that the two are one demand: other words, and no field alike that both state.
local function is_topic_alone(diff, old, new, case)
  return diff.basis == "topic" and not diff.alike and old.text ~= nil and new.text ~= nil
    and case.canonical(old.text) ~= case.canonical(new.text)
end

local function note(diff, name, from, to, how)
  local n = #diff.fields + 1
  diff.fields[n], diff.from[n], diff.to[n] = name, from, to
  diff.verdict = (diff.verdict == nil or diff.verdict == how) and how or "changed"
end

local function compare_field(diff, unit, from, to, case)
  local name = unit.quantity or unit.field
  if from and to and from.key ~= to.key then
    note(diff, name, from.text, to.text, direction(unit, from, to))
  elseif from and to then
    diff.alike = diff.alike or not SUBJECT[name]
  elseif (from == nil) ~= (to == nil) then
    diff.one_sided[#diff.one_sided + 1] = ("%s at %s"):format(name, (from and case.a or case.b).talk)
  end
end

-- How a demand's place moved on the party's own list, where there is one at both talks.
local function agenda_of(old, new, case)
  if not (case.a.lists[(old or new).side] and case.b.lists[(new or old).side]) then return nil end
  local from, to = old and old.priority, new and new.priority
  if not (from or to) then return nil end
  if not from or not to then return to and "added" or "dropped" end
  return from == to and "same" or to < from and "up" or "down"
end

-- Coming onto the list or off it changes a demand that is kept otherwise; moving within it does not.
local function compare_places(diff, old, new)
  if diff.agenda ~= "added" and diff.agenda ~= "dropped" then return end
  local from, to = old.priority, new.priority
  note(diff, "priority", from and ("%d"):format(from) or NO_PLACE, to and ("%d"):format(to) or NO_PLACE,
    diff.verdict or "changed")
end

local function empty_diff(basis) return { fields = {}, from = {}, to = {}, one_sided = {}, basis = basis } end

local function judge_pair(pair, case)
  local old, new, diff = pair.before.row, pair.after.row, empty_diff(pair.basis)
  for _, unit in ipairs(case.units) do
    compare_field(diff, unit, reading(unit, old, case.canonical), reading(unit, new, case.canonical), case)
  end
  if old.side ~= new.side then note(diff, "party", old.party, new.party, "changed") end
  diff.agenda = agenda_of(old, new, case)
  compare_places(diff, old, new)
  if not diff.verdict and is_topic_alone(diff, old, new, case) then
    diff.verdict, diff.basis = "unknown", "topic alone"
  end
  diff.verdict = diff.verdict or "kept"
  return diff
end

-- A demand without a partner.
local function judge_single(pair, case)
  local node, diff = pair.before or pair.after, empty_diff()
  local other = pair.before and case.b or case.a
  if not item_lists.meets(other.parties, node.row.side) then
    diff.verdict, diff.basis = "unknown", "no demand recorded at " .. other.talk
  elseif case.unclear[node] then
    diff.verdict, diff.basis = "unknown", "several on the topic"
  else
    diff.verdict = pair.before and "dropped" or "added"
    diff.agenda = agenda_of(pair.before and node.row, pair.after and node.row, case)
    if pair.after and node.parent then diff.basis = "taken up again" end
    if pair.before and node.taken_up then diff.basis = "taken up later" end
  end
  return diff
end

local function judge(pair, case)
  if pair.before and pair.after then return judge_pair(pair, case) end
  return judge_single(pair, case)
end

-- Rows ------------------------------------------------------------------------------------------------------------

local function joined(list) return #list > 0 and table.concat(list, "; ") or nil end

local function listed(pair, diff)
  local old, new = pair.before and pair.before.row, pair.after and pair.after.row
  local shown = new or old
  return { diff.verdict, shown.party, shown.topic, shown.addressee, old and old.id, new and new.id, joined(diff.fields),
    joined(diff.from), joined(diff.to), diff.agenda, old and old.priority, new and new.priority, joined(diff.one_sided),
    diff.basis, shown.status, shown.text }
end

local PARTY, TOPIC, BEFORE, AFTER, PLACE_BEFORE, PLACE_AFTER = 2, 3, 5, 6, 11, 12

local function sort_key(row, ranks)
  local place = row[PLACE_BEFORE] or row[PLACE_AFTER] or math.maxinteger
  return { row[PARTY], ranks[row[1]], place, row[TOPIC] or "", row[BEFORE] or row[AFTER], row[AFTER] or "" }
end

-- By party, verdict, place on the list, topic and id.
local function sort_rows(rows)
  local ranks, keys = {}, {}
  for i, verdict in ipairs(VERDICTS) do ranks[verdict] = i end
  for _, row in ipairs(rows) do keys[row] = sort_key(row, ranks) end
  table.sort(rows, function(a, b)
    local x, y = keys[a], keys[b]
    for i = 1, #x do
      if x[i] ~= y[i] then return x[i] < y[i] end
    end
    return false
  end)
end

local function is_of(node, parties) return node ~= nil and item_lists.meets(parties, node.row.party) end

local function check_talks(ds, first, second)
  for _, talk in ipairs { first or false, second or false } do
    if type(talk) ~= "string" then errors.raise "bad_argument.compare_two_talks" end
    references.id(ds, "talks", talk)
  end
  if first == second then errors.raise("bad_argument.compare_same_talk", { first = first }) end
end

--- What changed between two talks.
-- Columns: verdict (dropped, added, changed, softened, hardened, kept, unknown); party, topic, addressee; before and
-- after (ids of the demand at the first and the second talk); fields that changed, from, to (several joined by "; ");
-- agenda (added to, dropped from, up, down or the same on the party's own list), place_before, place_after;
-- one_sided (fields stated at one talk only); basis (what links the two, or why the data cannot say); status, text.
---@param ds parley.Dataset
---@param first string   a talk
---@param second string  another talk
---@param given { party: string|string[]|nil }?
---@return parley.Frame
function compare.of_dataset(ds, first, second, given)
  given = options.check(given, "compare()", { "party" })
  check_talks(ds, first, second)
  local parties, rows = scope.parties(ds, given.party), {}
  local pairs_found, a, b, unclear = pairing.of(ds, first, second)
  local case = { a = a, b = b, unclear = unclear, units = units_of(ds:table_info "demands"),
    canonical = compared_text.of(ds) }
  for _, pair in ipairs(pairs_found) do
    if not parties or is_of(pair.before, parties) or is_of(pair.after, parties) then
      rows[#rows + 1] = listed(pair, judge(pair, case))
    end
  end
  sort_rows(rows)
  return require("parley.frame.from_rows").lists(COLUMNS, rows)
end

return compare
