--- What happened when: the dated rows of all tables in one order.
-- Method. Every date column of the codebook gives an entry for each row that has a date there. A row without a day
-- of its own that belongs to a talk is placed on the talk's date (field "talk.date"): so outcomes stand beside the
-- round that brought them. Order: by first day, then last day, then table (in the codebook's order), then id. A date
-- whose start is open or unknown is placed by its last day, the only one there is; one without an end comes after
-- those with the same first day. Nothing is rounded: `date` is what was written, `day` the day an entry is placed by,
-- `exact` whether one single day is meant without doubt.
--
-- `mark` tells what happened from what was only ahead when it was said: a day that is wanted, promised, due or set
-- as a deadline never reads as an event, whatever became of it (`status` says that).

local core = require "parley.core"
local dates = require "parley.base.dates"
local errors = require "parley.base.errors"
local item_lists = require "parley.base.item_lists"
local notes = require "parley.base.notes"
local options = require "parley.base.options"
local public_call = require "parley.base.public_call"
local references = require "parley.claims.references"
local scope = require "parley.analysis.scope"

local timeline = {}

local COLUMNS = { { "date", "date" }, { "what", "text" }, { "table", "text" }, { "id", "text" },
  { "party", "text", several = true }, { "person", "text", several = true }, { "topic", "text" },
  { "status", "text" }, { "mark", "text" }, { "text", "text" },
  { "field", "text" }, { "day", "date" }, { "exact", "boolean" } }

-- Date columns that look ahead, with their mark. All others are days of something done or said.
local AHEAD = { due = "due", wanted = "wanted", deadline = "deadline" }

-- What a talk's status makes of its date.
local TALK_MARKS = { held = "happened", scheduled = "planned", postponed = "planned", proposed = "proposed",
  invited = "proposed", supported = "proposed", cancelled = "off", declined = "off", lapsed = "off" }

-- Kinds of outcomes by which one side alone binds itself: their due day is a promise.
local PROMISES = { pledge = true, commitment = true }

-- Columns that stand in for each other, the best first.
local TEXTS, STATES = { "text", "name", "title", "label" }, { "status", "kind", "act" }

-- Statuses of participants who were not there.
local AWAY = { absent = true, declined = true }

-- Columns that name a party by a code of a scheme.
local CODED_PARTIES = { "source_party", "target_party" }

-- Columns of parties to whom or at whose place something is done.
local RECEIVING = { addressee = true, recipient = true, receiver = true, host = true, target_party = true }

-- Tables a reference to which does not make a row be about the thing referred to.
local NO_THINGS = { talks = true, parties = true, people = true, sources = true, processes = true }

-- What is asked of a table -----------------------------------------------------------------------------------

local function date_columns(info)
  local list = {}
  for _, column in ipairs(info.columns) do
    if column.type == "date" then list[#list + 1] = column.name end
  end
  return list
end

local function references_to(info, target)
  local list = {}
  for _, column in ipairs(info.columns) do
    if column.references == target and column.name ~= "announced_by" then list[#list + 1] = column.name end
  end
  return list
end

local function present(info, names)
  local list = {}
  for _, name in ipairs(names) do
    if info.by_name[name] then list[#list + 1] = name end
  end
  return list
end

-- The things a row is about, "demand" of an answer or "outcome" of a delivery: { path, info } each.
local function things_about(ds, info)
  local list = {}
  for _, column in ipairs(info.columns) do
    local target = column.references
    if target and target ~= info.name and not NO_THINGS[target] then
      list[#list + 1] = { path = column.name, info = ds:table_info(target) }
    end
  end
  return list
end

-- Where the parties a row concerns can be found: in its own columns, then in the thing it is about.
local function party_paths(ds, info)
  local paths = references_to(info, "parties")
  for _, thing in ipairs(things_about(ds, info)) do
    for _, name in ipairs(references_to(thing.info, "parties")) do paths[#paths + 1] = thing.path .. "." .. name end
  end
  return table.move(present(info, CODED_PARTIES), 1, 2, #paths + 1, paths)
end

-- Where a column is found: in the table itself, else in the thing a row is about.
local function paths_to(ds, info, column)
  if info.by_name[column] then return { column } end
  local paths = {}
  for _, thing in ipairs(things_about(ds, info)) do
    if thing.info.by_name[column] then paths[#paths + 1] = thing.path .. "." .. column end
  end
  return paths
end

-- Adds "the first of these that has a value, as name", when there are any.
local function add_either(list, paths, name)
  if #paths == 0 then return end
  local value = #paths == 1 and paths[1] or ("coalesce(%s)"):format(table.concat(paths, ", "))
  list[#list + 1] = value .. " as " .. name
end

-- Where the party that acts, asks, gives or speaks is found; of a table without parties, in the thing a row is about.
-- What a row of a whole does not say of itself, such as who gave, its whole may say.
local function acting_paths(ds, info)
  local own, others = {}, {}
  for _, path in ipairs(party_paths(ds, info)) do
    local list = path:find(".", 1, true) and others or own
    if not RECEIVING[path:match "[^.]+$"] then list[#list + 1] = path end
  end
  if #own == 0 then return others end
  if info.adds and info.adds.of then table.move(others, 1, #others, #own + 1, own) end
  return own
end

-- What a filter by party asks for: "party_1", …, and the talk a row comes from.
local function add_filtered(ds, plan, items, parties)
  for i, path in ipairs(parties) do
    items[#items + 1], plan.parties = ("%s as party_%d"):format(path, i), i
  end
  add_either(items, paths_to(ds, plan.info, "talk"), "entry_talk")
end

-- What is read of a table: its dates, and what an entry shows.
local function plan_of(ds, info, filtered)
  local plan = { info = info, dates = date_columns(info), plans = {}, parties = 0 }
  for _, column in ipairs(info.columns) do
    if column.planned then plan.plans[column.planned] = column.name end
  end
  local parties = party_paths(ds, info)
  local items = table.move(plan.dates, 1, #plan.dates, 2, { "id" })
  add_either(items, present(info, STATES), "entry_state")
  add_either(items, present(info, TEXTS), "entry_text")
  add_either(items, present(info, { "kind" }), "entry_kind")
  if info.name == "deliveries" then add_either(items, present(info, { "high", "best" }), "entry_most") end
  add_either(items, paths_to(ds, info, "topic"), "entry_topic")
  add_either(items, acting_paths(ds, info), "entry_party")
  add_either(items, references_to(info, "people"), "entry_person")
  if info.by_name.talk then
    table.move({ "talk.date as talk_date", "talk.planned_date as talk_planned", "talk.status as talk_state" }, 1, 3,
      #items + 1, items)
  end
  if filtered then add_filtered(ds, plan, items, parties) end
  plan.items = items
  return plan
end

-- What an entry is called ---------------------------------------------------------------------------------------

-- Where "<thing> <column>" would not read well.
local WORDS = { ["processes.start"] = "process begins", ["statements.date"] = "statement", ["events.date"] = "event",
  ["demands.talk.date"] = "demand made", ["documents.talk.date"] = "document" }

local TALK_WORDS = { happened = "talk held", planned = "talk planned", proposed = "talk proposed",
  off = "talk called off" }

local function delivery_word(row) return row.entry_most == 0 and "nothing delivered" or "delivered" end

local function answer_word(row) return row.entry_kind == "silence" and "no answer" or "answer" end

local function outcome_word(row)
  local kind = row.entry_kind
  if kind == nil then return "outcome" end
  if kind == "no_agreement" then return "nothing agreed" end
  if PROMISES[kind] then return "promised" end
  return row.entry_state == "announced" and "announced" or "agreed"
end

-- Words that depend on the row.
local WORDS_OF_ROW = { ["deliveries.date"] = delivery_word, ["responses.date"] = answer_word,
  ["responses.talk.date"] = answer_word, ["outcomes.date"] = outcome_word, ["outcomes.talk.date"] = outcome_word }

local function word_of(name, field, row)
  local key = name .. "." .. field:gsub("planned_date$", "date")
  if WORDS_OF_ROW[key] then return WORDS_OF_ROW[key](row) end
  return WORDS[key] or ("%s %s"):format(references.singular(name), (field:gsub("_", " ")))
end

-- What an entry is called, and its mark.
local function named(name, field, row)
  if AHEAD[field] then
    return field, field == "due" and PROMISES[row.entry_kind] and "promised" or AHEAD[field]
  elseif name == "talks" then
    local mark = TALK_MARKS[row.entry_state]
    if field == "planned_date" and (mark == "happened" or mark == nil) then mark = "planned" end
    if row.entry_state == "postponed" then return "talk postponed", mark end
    return TALK_WORDS[mark] or "talk", mark
  end
  local mark = "happened"
  if field == "talk.date" then mark = TALK_MARKS[row.talk_state] end
  if field == "talk.planned_date" then mark = "planned" end
  return word_of(name, field, row), mark
end

-- Entries -----------------------------------------------------------------------------------------------------

-- First and last day are packed into one integer, and entries of the same days kept in one list: tens of thousands
-- of entries are put in order by sorting plain numbers. 31 bits hold every day that can be written; NEVER lies beyond.
local ZERO, NEVER = 1 << 30, (1 << 30) - 1

local function add_at(entries, first, last, entry)
  local key = ((first or last) + ZERO) << 31 | (last or NEVER) + ZERO
  local list = entries[key]
  if not list then
    list = {}
    entries[key], entries.keys[#entries.keys + 1] = list, key
  end
  list[#list + 1] = entry
end

-- By days; within the same days in the order in which they were added: table, id, column.
local function in_order(entries)
  table.sort(entries.keys)
  local rows = {}
  for _, key in public_call.each(entries.keys) do
    local list = entries[key]
    table.move(list, 1, #list, #rows + 1, rows)
  end
  return rows
end

local function in_span(span, first, last)
  return (first or math.mininteger) <= span.to and (last or math.maxinteger) >= span.from
end

-- Whether a date may also lie outside of the span. What lasts is in it with a part of itself, which is no doubt.
local function may_be_outside(plan, field, span, first, last)
  local column = plan.info.by_name[field]
  if column and column.span then return false end
  return (first or math.mininteger) < span.from or (last or math.maxinteger) > span.to
end

local function add_entry(entries, plan, field, date, row, span)
  local first, last, flags = core.date(date)
  if not in_span(span, first, last) then return end
  if may_be_outside(plan, field, span, first, last) then entries.undecided = entries.undecided + 1 end
  local name = plan.info.name
  local what, mark = named(name, field, row)
  add_at(entries, first, last, { date, what, name, row.id, row.entry_party, row.entry_person, row.entry_topic,
    row.entry_state, mark, row.entry_text, field, core.day_text(first or last), first == last and flags == 0 })
end

-- Whether a plan says nothing that what happened does not say as well.
local function is_borne_out(plan, field, row)
  local happened = row[plan.plans[field]]
  if not happened then return false end
  local first, last = core.date(happened)
  return in_span({ from = first or math.mininteger, to = last or math.maxinteger }, core.date(row[field]))
end

-- What has no day of its own is placed by that of its talk: by the one planned for where it was held without a day.
local function add_row(entries, plan, row, span)
  local talk, talk_date = "talk.date", row.talk_date
  if not talk_date and row.talk_state == "held" then talk, talk_date = "talk.planned_date", row.talk_planned end
  local placed = talk_date == nil
  for _, field in ipairs(plan.dates) do
    local date = row[field]
    if date and not (plan.plans[field] and is_borne_out(plan, field, row)) then
      add_entry(entries, plan, field, date, row, span)
      placed = placed or not (AHEAD[field] or plan.info.by_name[field].span)
    end
  end
  if not placed then add_entry(entries, plan, talk, talk_date, row, span) end
end

-- Filters -------------------------------------------------------------------------------------------------------

-- Talks in which one of the parties has a part, and those at which it sat as a side.
local function talks_of(ds, parties)
  local vocabularies, talks, sides = require "parley.codebook.vocabularies", {}, {}
  for talk, party, role, status in ds:table("participants"):select("talk", "party", "role", "status"):each() do
    if parties[party] then
      talks[talk] = true
      if not vocabularies.has("third_party_role", role) and not AWAY[status] then sides[talk] = true end
    end
  end
  return talks, sides
end

-- A row that names no party, such as an exchange, concerns the sides of the talk it comes from.
local function concerns(plan, row, filter)
  if plan.info.name == "talks" and filter.talks[row.id] then return true end
  local named_one = false
  for i = 1, plan.parties do
    local party = row["party_" .. i]
    if item_lists.meets(filter.parties, party) then return true end
    named_one = named_one or party ~= nil
  end
  return not named_one and filter.sides[row.entry_talk] ~= nil
end

local function wanted(plan, row, filter)
  if filter.kinds and not filter.kinds[row.entry_kind] then return false end
  if filter.topics and not filter.topics[row.entry_topic] then return false end
  return not filter.parties or concerns(plan, row, filter)
end

-- Coded events have the state's code in place of an id.
local function add_codes(ds, parties)
  local codes = {}
  for id, iso3 in ds:table("parties"):select("id", "iso3"):each() do
    if parties[id] and iso3 then codes[#codes + 1] = iso3 end
  end
  for _, code in ipairs(codes) do parties[code] = true end
end

-- The wanted kinds, as a set: words of the vocabularies that `kind` has in the tables with dates.
local function kinds_of(ds, given, infos)
  local wanted_kinds = scope.list(given.kind, "kind")
  if not wanted_kinds then return nil end
  local known, seen, set = {}, {}, {}
  for _, info in ipairs(infos) do
    local column = info.by_name.kind
    for _, code in ipairs(column and column.vocabulary and ds:term_codes(column.vocabulary) or {}) do
      if not seen[code] then seen[code], known[#known + 1] = true, code end
    end
  end
  for _, code in ipairs(wanted_kinds) do set[options.one_of(code, known, "kind")] = true end
  return set
end

local function filter_of(ds, given, infos)
  local filter = { kinds = kinds_of(ds, given, infos),
    topics = scope.topics(ds, given.topic), parties = scope.parties(ds, given.party) }
  if filter.parties then
    filter.talks, filter.sides = talks_of(ds, filter.parties)
    add_codes(ds, filter.parties)
  end
  return filter
end

-- Options ---------------------------------------------------------------------------------------------------------

-- First and last day asked for.
local function span_of(given)
  local span = { from = math.mininteger, to = math.maxinteger }
  if given.from ~= nil then span.from = dates.days(given.from, options.of("timeline{}", "from")) or span.from end
  if given.to ~= nil then span.to = select(2, dates.days(given.to, options.of("timeline{}", "to"))) or span.to end
  if span.from > span.to then
    errors.raise("bad_date.timeline_period", { from = given.from, to = given.to })
  end
  return span
end

-- The tables that hold dates of what the dataset tells, in the codebook's order, and their names.
local function dated_tables(ds)
  local infos, names = {}, {}
  for _, name in ipairs(ds:tables()) do
    local info = ds:table_info(name)
    if #date_columns(info) > 0 and not info.of_work then infos[#infos + 1], names[#names + 1] = info, name end
  end
  return infos, names
end

local function tables_of(ds, given)
  local infos, names = dated_tables(ds)
  if #names == 0 then errors.raise "no_table.with_dates" end
  local asked = scope.list(given.tables, options.of("timeline{}", "tables"))
  if not asked then return infos end
  local set, list = {}, {}
  for _, name in ipairs(asked) do set[options.one_of(name, names, { key = "dates_table" })] = true end
  for i, info in ipairs(infos) do
    if set[names[i]] then list[#list + 1] = info end
  end
  return list
end

--- What happened when.
-- Columns: date (as written), what, table, id; party (who acts, asks, gives or speaks), person, topic; status (of a row
-- without one, its kind); mark (happened, planned, proposed, off, wanted, promised, due, deadline); text; field (the
-- date's column); day (the day it is placed by), exact (whether one single day is meant without doubt).
-- `from` and `to` keep what may lie between the first day of the one and the last of the other, and a note says of how
-- many rows that is not sure; `tables` is a name
-- or a list; `party` keeps what concerns a party or its bodies, `topic` what is about a topic, `kind` what is of a kind
-- among rows that have one (one or a list each).
---@param ds parley.Dataset
---@param given { from: string?, to: string?, tables: any, party: any, topic: any, kind: any }?
---@return parley.Frame
function timeline.of_dataset(ds, given)
  given = options.check(given, "timeline{}", { "from", "to", "tables", "party", "topic", "kind" })
  local span, tables = span_of(given), tables_of(ds, given)
  local filter = filter_of(ds, given, tables)
  local entries = { keys = {}, undecided = 0 }
  for _, info in ipairs(tables) do
    local plan = plan_of(ds, info, filter.parties)
    for row in ds:table(info.name):select(table.unpack(plan.items)):sort("id"):rows() do
      if wanted(plan, row, filter) then add_row(entries, plan, row, span) end
    end
  end
  local f = require("parley.frame.from_rows").lists(COLUMNS, in_order(entries))
  if entries.undecided == 0 then return f end
  return notes.add(f, notes.new("undecided.window", entries.undecided))
end

return timeline
