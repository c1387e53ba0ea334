--- Changes: what the tables said on one day and on another, and the claims that made the difference.
-- Method. A claim is known on a day when it was surely reported by then; a day is the end of what is given (2025-06 is
-- 30 June). What a field showed on either day is found as the tables find it, under the dataset's policy. Claims that
-- came between the two days, and only they, make a thing new or a field another, or come and lose to what is shown. A
-- reading that agrees with what is shown (a number or a day within it, or around it) has not lost, and a state that
-- was another before is no loser either. Wording (`text`) is not compared. Claims that may have been reported between
-- the days or not, and those without a day, are left out, and notes say how many.

local claim_rows = require "parley.analysis.claim_rows"
local claim_units = require "parley.analysis.claim_units"
local compared_text = require "parley.analysis.compared_text"
local core = require "parley.core"
local dates = require "parley.base.dates"
local deciding = require "parley.analysis.deciding"
local errors = require "parley.base.errors"
local notes = require "parley.base.notes"
local options = require "parley.base.options"
local readings = require "parley.analysis.readings"
local scope = require "parley.analysis.scope"
local shown_reading = require "parley.analysis.shown_reading"
local suggest = require "parley.base.suggest"
local why = require "parley.analysis.why"

local changes = {}

local COLUMNS = { { "table", "text" }, { "id", "text" }, { "change", "text" }, { "field", "text" },
  { "before", "text" }, { "after", "text" }, { "by", "text" }, { "claims", "text" }, { "reported", "date" },
  { "why", "text" } }

-- What is asked for ---------------------------------------------------------------------------------------------

local function span_of(ds, given)
  local view = ds:view().as_of
  if given.from == nil then errors.raise "bad_argument.changes_from" end
  local from = dates.last_day(given.from, options.of("changes{}", "from"))
  local to = given.to ~= nil and dates.last_day(given.to, options.of("changes{}", "to")) or nil
  if to and from > to then
    errors.raise("bad_date.changes_period", { from = given.from, to = given.to, first = core.day_text(from),
      last = core.day_text(to) })
  end
  local beyond = view and (from > view and given.from or to and to > view and given.to)
  if beyond then errors.raise("bad_date.changes_view", { date = beyond, view = core.day_text(view) }) end
  return { from = from, to = to or view }
end

local function tables_of(ds, given)
  local infos, names = claim_rows.tables(ds)
  local asked = scope.list(given.tables, options.of("changes{}", "tables"))
  if not asked then return infos end
  local set, list = {}, {}
  for _, name in ipairs(asked) do set[options.one_of(name, names, { key = "claims_table" })] = true end
  for i, info in ipairs(infos) do
    if set[names[i]] then list[#list + 1] = info end
  end
  return list
end

-- Claims and days -----------------------------------------------------------------------------------------------

-- Whether a claim was known on a day: surely (true), surely not (false), or neither (nil).
local function known(claim, day)
  if not day then return true end
  if not claim.reported_end then return nil end
  if claim.reported_end <= day then return true end
  if claim.reported_start and claim.reported_start > day then return false end
  return nil
end

-- The claims known on the first day and on the second, those that came between, as a set; counts those in doubt.
local function sort_claims(claims, span, doubt)
  local before, after, between = {}, {}, {}
  for _, claim in ipairs(claims) do
    local first, second = known(claim, span.from), known(claim, span.to)
    if first then before[#before + 1] = claim end
    if second then after[#after + 1] = claim end
    if second and first == false then between[claim] = true end
    if not claim.reported_end then
      doubt.undated = doubt.undated + 1
      if second then between[claim] = true end
    elseif first == nil or second == nil then
      doubt.wide = doubt.wide + 1
      -- It is known at the end, and nobody can say since when.
      if second then between[claim] = true end
    end
  end
  return before, after, between
end

local function is_shown(claims)
  for _, claim in ipairs(claims) do
    if claim.weight then return true end
  end
  return false
end

-- Rows ------------------------------------------------------------------------------------------------------------

-- Who made some claims, their keys, and the first day on which one of them was reported.
local function trail(claims)
  local voices, keys, seen, first = {}, {}, {}, nil
  for _, claim in ipairs(claims) do
    local voice = readings.voice(claim)
    if not seen[voice] then seen[voice], voices[#voices + 1] = true, voice end
    keys[#keys + 1] = ("%d"):format(claim.claim)
    if claim.reported_end and (not first or claim.reported_end < first) then first = claim.reported_end end
  end
  return table.concat(voices, ", "), table.concat(keys, "; "), first and core.day_text(first) or nil
end

local function add(rows, thing, change, unit, before, after, claims, reason)
  local by, keys, reported = trail(claims)
  rows[#rows + 1] = { thing.name, thing.id, change, unit and unit.field, before, after, by, keys, reported, reason }
end

local NAMES = { "name", "title", "label", "text", "topic", "kind", "person", "party" }

-- What a thing is called: the first of its names that is shown; a part in a talk, or a membership, is that of somebody.
local function label_of(thing, claims, canonical)
  for _, name in ipairs(NAMES) do
    local unit = thing.by_field[name]
    local shown = unit and shown_reading.of(unit, readings.of_all(unit, claims, canonical))
    if shown then return shown.text end
  end
end

local function chosen(list, keep)
  local found = {}
  for _, item in ipairs(list) do
    if keep(item) then found[#found + 1] = item end
  end
  return found
end

-- Whether two readings can both be right.
local function agree(unit, a, b)
  if a.key == b.key then return true end
  if a.claim.denied or b.claim.denied or unit.type ~= "quantity" and unit.type ~= "date" then return false end
  return a.first <= b.last and b.first <= a.last
end

-- Whether a reading is the policy's business: it could be shown, or denies what is.
local function is_considered(policy, unit, reading)
  if readings.weight(unit, reading.claim) then return true end
  return reading.claim.denied and not suggest.contains(policy.deny, reading.claim.source)
end

-- Why what was shown before is not any more; of a hull, what is not shown of it.
local function why_changed(thing, policy, unit, old, new, after)
  local claim = old.claim
  for _, reading in ipairs(old.hull and old.tied or {}) do
    if not shown_reading.has(new, reading) then claim = reading.claim end
  end
  return why.words(policy, unit, after, claim, thing.who)
end

local function add_losers(rows, thing, unit, shown, list, between, policy)
  if unit.over_time or not shown then return end
  local groups, order = {}, {}
  for _, reading in ipairs(list) do
    local key = (reading.claim.denied and "!" or "") .. reading.key
    if between[reading.claim] and is_considered(policy, unit, reading) and not agree(unit, reading, shown) then
      if not groups[key] then groups[key], order[#order + 1] = {}, key end
      table.insert(groups[key], reading)
    end
  end
  for _, key in ipairs(order) do
    local lost, claims = groups[key][1], {}
    for i, reading in ipairs(groups[key]) do claims[i] = reading.claim end
    add(rows, thing, "lost", unit, (lost.claim.denied and "not " or "") .. lost.text, shown.text, claims,
      why.words(policy, unit, list, lost.claim, thing.who))
  end
end

-- The claims that made a field what it is: of those that came between, the ones that say so; what goes with a number
-- is lost by those that changed the number.
local function makers(unit, shown, list, between)
  local claims = {}
  for _, reading in ipairs(shown and list or unit.amount and readings.of_all(unit.amount, list.claims) or list) do
    local says_so = reading.claim.weight and (not shown or reading.key == shown.key)
    if between[reading.claim] and says_so then claims[#claims + 1] = reading.claim end
  end
  if #claims == 0 and shown then claims[1] = shown.claim end
  return claims
end

-- What changed of one field.
local function add_field(rows, thing, unit, lists, context)
  local before = readings.of_all(unit, lists.before, context.canonical)
  local after = readings.of_all(unit, lists.after, context.canonical)
  local old, new = shown_reading.of(unit, before), shown_reading.of(unit, after)
  if (old and old.key) ~= (new and new.key) then
    add(rows, thing, "changed", unit, old and old.text, new and new.text, makers(unit, new, after, lists.between),
      old and new and why_changed(thing, context.policy, unit, old, new, after) or nil)
  end
  add_losers(rows, thing, unit, new, after, lists.between, context.policy)
end

local function add_thing(rows, thing, lists, context)
  local was, is = is_shown(lists.before), is_shown(lists.after)
  if not was and not is then return end
  if is and not was then
    add(rows, thing, "new", nil, nil, label_of(thing, lists.after, context.canonical),
      chosen(lists.after, function(claim) return lists.between[claim] and claim.weight end))
  elseif was and not is then
    add(rows, thing, "gone", nil, label_of(thing, lists.before, context.canonical), nil, {})
    return
  end
  for _, unit in ipairs(thing.units) do
    if was then
      add_field(rows, thing, unit, lists, context)
    else
      local after = readings.of_all(unit, lists.after, context.canonical)
      add_losers(rows, thing, unit, shown_reading.of(unit, after), after, lists.between, context.policy)
    end
  end
end

local function add_table(rows, ds, info, span, context)
  local all, by_field = claim_units.of_table(info), {}
  for _, unit in ipairs(all) do by_field[unit.field] = unit end
  local units, names, who = claim_units.judged(info), claim_units.names(all), deciding.of(ds, info)
  for i, unit in ipairs(units) do units[i] = by_field[unit.field] end
  claim_rows.each_thing(ds, info, names, {}, function(id, claims)
    local before, after, between = sort_claims(claims, span, context.doubt)
    if next(between) == nil then return end
    add_thing(rows, { name = info.name, id = id, units = units, by_field = by_field, who = who },
      { before = before, after = after, between = between }, context)
  end)
end

-- Calls -----------------------------------------------------------------------------------------------------------

--- What the tables said on one day and on another.
-- Columns: table, id; change (new, changed, lost, gone); field; before, after (of a thing: what it is called; of a
-- reading that lost: it, and what is shown instead); by (sources and speakers), claims (their keys), reported (the
-- first day); why the one is shown and not the other.
-- `from` and `to` are days, a longer date its last one; without `to`, all that the dataset shows. `tables`: a name or
-- a list.
---@param ds parley.Dataset
---@param given { from: string, to: string?, tables: any }
---@return parley.Frame
function changes.of_dataset(ds, given)
  given = options.check(given, "changes{}", { "from", "to", "tables" })
  local rows, span, infos = {}, span_of(ds, given), tables_of(ds, given)
  local context = { policy = claim_rows.policy(ds), canonical = compared_text.of(ds),
    doubt = { wide = 0, undated = 0 } }
  for _, info in ipairs(infos) do add_table(rows, ds, info, span, context) end
  local f = require("parley.frame.from_rows").lists(COLUMNS, rows)
  local function note(key, count)
    if count > 0 then notes.add(f, notes.new(key, count)) end
  end
  note("undecided.changes", context.doubt.wide)
  note("left_out.changes", context.doubt.undated)
  return f
end

return changes
