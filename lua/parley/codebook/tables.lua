--- The codebook: every table and column Parley knows, as data.
-- The SQL schema, column checks, "did you mean", printing, claims, disagreements and doc/codebook.md
-- are derived from it; a new column is one line here. The words of the vocabularies live in
-- parley.codebook.vocabularies.
--
-- A column is { name, type, meaning, options }. Types: text, integer, number, boolean, date (EDTF text,
-- stored with the days <name>_start and <name>_end). Options:
--   references  = table whose id the column holds
--   several     = true: a reference that takes several, "colombia; farc" (parley.base.item_lists); no foreign key
--   vocabulary  = vocabulary whose codes the column holds
--   kind        = kind of a disagreement about it; a column without one is wording and never clashes
--   over_time   = true: a state. A later report supersedes an earlier one, whatever its certainty, and
--                 differing claims clash only when they can be about the same day
--   quantity, bound = the columns of one interval (bound "best", "low" or "high") are judged as one
--   planned     = the column that takes it from a claim that tells of what is ahead (codebook.ahead): what was planned
--                 never fills a column that tells what happened
--   beside = the quantity that it says something of, and whose claim it is taken from
--   span        = true: a date that lasts from its one side to its other, each known as well as it is written; an end
--                 that is open ('..') has not come, one that is unknown is not recorded. Others lie somewhere within
--   clock       = true: a time of day, HH:MM or HH:MM:SS
--   least, most = the numbers it lies between, as far as there are such: what is counted is never below 0. A row of a
--                 file that lies outside is set aside, a claim refused
--   (of a table) bulk = true: read by the million, so that its words are indexed when they are first searched
--   claim_name  = its name among the claims, where a provenance column has taken its own

local codebook = {}

--- Version of the schema; a file's `user_version`.
codebook.version = 14

--- Marks a SQLite file as Parley's (`application_id`): "Prly".
codebook.application_id = 0x50726c79

local function ref(table, kind) return { references = table, kind = kind or "value" } end
local function refs(table, kind) return { references = table, kind = kind or "value", several = true } end
local function word(vocabulary, kind) return { vocabulary = vocabulary, kind = kind or "value" } end
local function state(vocabulary) return { vocabulary = vocabulary, kind = "outcome", over_time = true } end
local function judged(kind) return { kind = kind } end
local function span() return { kind = "date", span = true } end
local function counted() return { kind = "value", least = 0 } end
local function bound(quantity, which, kind)
  return { quantity = quantity, bound = which, kind = kind or "value", least = 0 }
end
-- What is measured, and need not be whole; counts are, and stay, integers.
local function measures(columns, before)
  local of = { { "measure_low", "number", "at least so much, where it need not be whole", bound("measure", "low") },
    { "measure_best", "number", "best estimate", bound("measure", "best") },
    { "measure_high", "number", "at most so much", bound("measure", "high") },
    { "measure_unit", "text", "what it is measured in, such as percent or square kilometres",
      { beside = "measure", kind = "value" } } }
  local at
  for i, column in ipairs(columns) do at = column[1] == before and i or at end
  table.move(columns, at, #columns, at + #of)
  table.move(of, 1, #of, at, columns)
  return columns
end
local function beside(quantity, kind, vocabulary)
  return { beside = quantity, kind = kind, vocabulary = vocabulary }
end

local tables = {
  { name = "processes", meaning = "a peace process", columns = {
    { "name", "text", "what the process is called", judged "label" },
    { "conflict", "text", "the conflict it is about", judged "label" },
    { "start", "date", "when the process began", judged "date" },
    { "pax", "text", "its number in PA-X", judged "value" },
    { "ucdp", "text", "its conflict's number at UCDP", judged "value" },
  } },
  { name = "parties", meaning = "a state, government body, armed group, organisation, alliance or outlet", columns = {
    { "name", "text", "usual English name", judged "label" },
    { "kind", "text", "what sort of party", word "party_kind" },
    { "parent", "text", "the party it belongs to", ref "parties" },
    { "iso3", "text", "ISO 3166 alpha-3 code of a state", judged "value" },
    { "cow", "integer", "number of a state in the Correlates of War", counted() },
    { "gwno", "integer", "number of a state after Gleditsch and Ward", counted() },
    { "fips", "text", "FIPS 10-4 code of a state", judged "value" },
    { "aliases", "text", "other names and spellings, separated by '; '" },
  } },
  { name = "people", meaning = "a person", columns = {
    { "name", "text", "name as usually written in English", judged "label" },
    { "aliases", "text", "other spellings, separated by '; '" },
  } },
  { name = "offices", meaning = "a person's post for a time", columns = {
    { "person", "text", "who holds it", ref "people" },
    { "party", "text", "whose post it is", ref "parties" },
    { "title", "text", "title of the post", judged "label" },
    { "held", "date", "from when to when it was held, as far as the sources show", span() },
  } },
  { name = "memberships", meaning = "a party's part in a whole, such as an alliance or a joint delegation, for a time",
    columns = {
    { "party", "text", "who belongs to it", ref "parties" },
    { "whole", "text", "the alliance, coalition or delegation", ref "parties" },
    { "held", "date", "from when to when, as far as the sources show", span() },
  } },
  { name = "talks", meaning = "a round of talks, or a meeting that prepares one", columns = {
    { "process", "text", "the peace process it belongs to", ref "processes" },
    { "name", "text", "how sources call it", judged "label" },
    { "kind", "text", "what sort of talk", word("talk_kind", "label") },
    { "round", "integer", "number of the round in its process", counted() },
    { "date", "date", "day or days of the meeting", { kind = "date", planned = "planned_date" } },
    { "planned_date", "date", "day or days it was to be held on, as announced before", judged "date" },
    { "time", "text", "clock time of the start, HH:MM or HH:MM:SS",
      { kind = "date", clock = true, planned = "planned_time" } },
    { "planned_time", "text", "clock time it was to start at, as announced before", { kind = "date", clock = true } },
    { "zone", "text", "offset of these times from UTC, +HH:MM", judged "date" },
    { "minutes_best", "integer", "how long it lasted, in minutes", bound("length", "best") },
    { "minutes_low", "integer", "at least so many", bound("length", "low") },
    { "minutes_high", "integer", "at most so many", bound("length", "high") },
    { "place", "text", "town", judged "value" },
    { "venue", "text", "building", { kind = "value", planned = "planned_venue" } },
    { "planned_venue", "text", "building it was to be held in, as announced before", judged "value" },
    { "host", "text", "party on whose ground it is held", ref "parties" },
    { "initiated_by", "text", "the side on whose asking it is held", ref("parties", "attribution") },
    { "format", "text", "how the sides meet", word("talk_format", "scope") },
    { "directness", "text", "whether the warring sides face each other", word("directness", "scope") },
    { "status", "text", "how far the talk itself has come", state "talk_status" },
    { "purpose", "text", "what it is meant to bring", judged "scope" },
    { "result", "text", "what came of it", word("talk_result", "outcome") },
    { "assessment", "text", "how somebody judged it, in a few words", judged "outcome" },
    { "prospect", "text", "how near somebody sees it, while it is not held", judged "value" },
    { "gap_years_best", "integer", "years without direct contact before it", bound("gap_years", "best") },
    { "gap_years_low", "integer", "at least so many", bound("gap_years", "low") },
    { "gap_years_high", "integer", "at most so many", bound("gap_years", "high") },
    { "prepares", "text", "the talk it prepares", ref "talks" },
    { "part_of", "text", "the talk it is part of: a day, a room or a group of it", ref "talks" },
  } },
  { name = "participants", meaning = "a party's or a person's part in a talk", columns = {
    { "talk", "text", "the talk", ref "talks" },
    { "party", "text", "the party taking part", ref "parties" },
    { "person", "text", "the person taking part", ref "people" },
    { "role", "text", "in what role", word "participant_role" },
    { "status", "text", "whether they came", state "participant_status" },
    { "announced_by", "text", "who made it known", judged "attribution" },
  } },
  { name = "documents", meaning = "a memorandum, proposal or list", columns = {
    { "name", "text", "what it is called", judged "label" },
    { "kind", "text", "what sort of document", word("document_kind", "label") },
    { "author", "text", "whose document it is", refs "parties" },
    { "recipient", "text", "whom it is meant for", refs "parties" },
    { "talk", "text", "the talk it belongs to", ref "talks" },
    { "handed_over", "date", "when the recipient got it", judged "date" },
    { "release", "text", "whether the public can read it", word("release", "attribution") },
    { "announced_by", "text", "who made it known", judged "attribution" },
    { "items_best", "integer", "entries of a list", bound("items", "best") },
    { "items_low", "integer", "at least so many", bound("items", "low") },
    { "items_high", "integer", "at most so many", bound("items", "high") },
    { "contents", "text", "what a source finds in it, separated by '; '", judged "value" },
    { "text", "text", "what it says, in our words" },
  } },
  { name = "provisions", meaning = "a section, option or clause of a document", columns = {
    { "document", "text", "the document", ref "documents" },
    { "parent", "text", "the provision it is part of", ref "provisions" },
    { "ordinal", "integer", "its place among its siblings", counted() },
    { "label", "text", "its heading", judged "label" },
    { "kind", "text", "what sort of provision", word("provision_kind", "label") },
    { "exclusive_group", "text", "provisions of one group are alternatives", judged "scope" },
    { "topic", "text", "what it is about", word "topic" },
    { "text", "text", "what it says, in our words" },
  } },
  { name = "demands", meaning = "what a party asks of another",
    measures = { quantity = "measure", unit = { "measure_unit" } }, columns = measures({
    { "party", "text", "who asks", refs "parties" },
    { "addressee", "text", "who is asked", refs "parties" },
    { "topic", "text", "what it is about", word "topic" },
    { "kind", "text", "whether it is asked, offered or held", word("demand_kind", "label") },
    { "label", "text", "the word a source has for its object", judged "label" },
    { "text", "text", "what is asked, in our words" },
    { "made", "date", "when it was made", judged "date" },
    { "talk", "text", "the talk it was made for or at", ref "talks" },
    { "document", "text", "the document it stands in", ref "documents" },
    { "provision", "text", "the provision it stands in", ref "provisions" },
    { "priority", "integer", "its place in the party's own list", counted() },
    { "status", "text", "what has become of it", state "demand_status" },
    { "days_best", "integer", "days it is to last", bound("days", "best") },
    { "days_low", "integer", "at least so many", bound("days", "low") },
    { "days_high", "integer", "at most so many", bound("days", "high") },
    { "extendable", "boolean", "whether that time can be extended", judged "scope" },
    { "wanted", "date", "when the thing asked for should happen", judged "date" },
    { "scope", "text", "whom, where or how much it covers", judged "scope" },
    { "purpose", "text", "what it is to serve", judged "scope" },
    { "condition", "text", "what it depends on, or is a condition for", judged "scope" },
    { "announced_by", "text", "who made it known", judged "attribution" },
    { "alternative_group", "text", "of the demands of one group, one is to be met", judged "scope" },
    { "requires", "text", "the demand that has to be met before", ref "demands" },
    { "revises", "text", "the earlier demand it takes up", ref "demands" },
  }, "extendable") },
  { name = "responses", meaning = "an answer to a demand or document; silence is an answer", columns = {
    { "demand", "text", "the demand answered", ref "demands" },
    { "document", "text", "the document answered", ref "documents" },
    { "talk", "text", "the talk at which", ref "talks" },
    { "party", "text", "who answers", refs "parties" },
    { "kind", "text", "what sort of answer", word("response_kind", "outcome") },
    { "date", "date", "when it was given, or seen to be missing", judged "date" },
    { "condition", "text", "on what condition", judged "scope" },
    { "announced_by", "text", "who made it known", judged "attribution" },
    { "text", "text", "what it says, in our words" },
  } },
  { name = "outcomes", meaning = "one thing agreed, promised or refused",
    adds = { quantity = "amount", unit = { "unit" }, basis = "basis", whole = "part_of",
      alternative = "alternative_group" },
    measures = { quantity = "measure", unit = { "measure_unit" }, whole = "part_of",
      alternative = "alternative_group" },
    columns = measures({
    { "talk", "text", "the talk it came from", ref "talks" },
    { "document", "text", "the document it is written in", ref "documents" },
    { "topic", "text", "what it is about", word "topic" },
    { "kind", "text", "what sort of outcome", word("outcome_kind", "outcome") },
    { "date", "date", "when it was agreed, promised or refused", judged "date" },
    { "nature", "text", "whether both sides give", word("outcome_nature", "reciprocity") },
    { "giver", "text", "who gives", refs "parties" },
    { "receiver", "text", "who receives", refs "parties" },
    { "category", "text", "whom or what it covers", beside("amount", "scope") },
    { "unit", "text", "what is counted", beside("amount", "value") },
    { "low", "integer", "at least so many", bound("amount", "low") },
    { "best", "integer", "best estimate", bound("amount", "best") },
    { "high", "integer", "at most so many", bound("amount", "high") },
    { "basis", "text", "what the number counts", beside("amount", "scope", "basis") },
    { "age_min", "integer", "youngest age covered, in years", bound("age", "low") },
    { "age_max", "integer", "oldest age covered, in years", bound("age", "high") },
    { "all_for_all", "boolean", "everyone of the category, not a number", judged "scope" },
    { "due", "date", "when it is to be done", judged "date" },
    { "in_force", "date", "from when to when it held", span() },
    { "purpose", "text", "what it is to serve", judged "scope" },
    { "stage", "text", "to what stage of a process it belongs", word("agreement_stage", "label") },
    { "agreement_type", "text", "how much of the conflict it settles", word("agreement_type", "label") },
    { "ceasefire_kind", "text", "what sort of ceasefire", word("ceasefire_kind", "label") },
    { "condition", "text", "on what condition", judged "scope" },
    { "status", "text", "how far it has come", state "outcome_status" },
    { "announced_by", "text", "who made it known", judged "attribution" },
    { "part_of", "text", "the outcome it is part of", ref "outcomes" },
    { "alternative_group", "text", "of the outcomes of one group, one holds", judged "scope" },
    { "text", "text", "what it is, in our words" },
  }, "age_min") },
  { name = "deliveries", meaning = "what was actually done about an outcome",
    adds = { quantity = "amount", unit = { "unit", "outcome.unit" }, basis = "basis", of = "outcome", day = "date",
      counting = "counting", happened = true },
    measures = { quantity = "measure", unit = { "measure_unit", "outcome.measure_unit" }, of = "outcome", day = "date",
      counting = "counting", happened = true },
    columns = measures({
    { "outcome", "text", "the outcome", ref "outcomes" },
    { "giver", "text", "who gave", refs "parties" },
    { "receiver", "text", "who received", refs "parties" },
    { "date", "date", "when it was done", judged "date" },
    { "low", "integer", "at least so many", bound("amount", "low") },
    { "best", "integer", "best estimate", bound("amount", "best") },
    { "high", "integer", "at most so many", bound("amount", "high") },
    { "unit", "text", "what is counted, where it is not the outcome's unit", beside("amount", "value") },
    { "category", "text", "whom or what it covers", beside("amount", "scope") },
    { "basis", "text", "what the number counts", beside("amount", "scope", "basis") },
    { "counting", "text", "whether it counts this delivery, or all of them so far",
      beside("amount", "scope", "counting") },
    { "cause", "text", "why it was done, or failed, and through whom", judged "attribution" },
    { "text", "text", "what was done, in our words" },
  }, "cause") },
  { name = "statements", meaning = "what somebody said that is no demand", columns = {
    { "speaker", "text", "who said it", refs("people", "attribution") },
    { "party", "text", "for whom", refs("parties", "attribution") },
    { "date", "date", "when it was said", judged "date" },
    { "channel", "text", "by what channel", judged "attribution" },
    { "venue", "text", "where it was said", judged "value" },
    { "kind", "text", "what sort of statement", word("statement_kind", "label") },
    { "about", "text", "the talk it is about", ref "talks" },
    { "topic", "text", "what it is about", word "topic" },
    { "deadline", "date", "the day it sets", judged "date" },
    { "label", "text", "the telling word or short phrase", judged "label" },
    { "text", "text", "what was said, in our words" },
  } },
  { name = "sources", meaning = "an article, document or dataset", columns = {
    { "outlet", "text", "who published it", judged "value" },
    { "title", "text", "its title, as printed", judged "label" },
    { "label", "text", "what it is called here, where it prints no title" },
    { "author", "text", "who wrote it", judged "value" },
    { "published", "date", "when it was published", judged "date" },
    { "language", "text", "ISO 639 code of its language", judged "value" },
    { "licence", "text", "on what terms it may be used", judged "value" },
    { "url", "text", "where it can be found", judged "value" },
    { "origin", "text", "where its news comes from", word "source_origin" },
    { "agency", "text", "the agency or outlet it has its news from", judged "value" },
    { "rests_on", "text", "the source it rests on", ref "sources" },
    { "copy_of", "text", "the source it is a copy of", ref "sources" },
    { "note", "text", "what a user should know about it", { claim_name = "source_note" } },
  } },
  { name = "events", claims = false, bulk = true, meaning = "one coded event record, in bulk", columns = {
    { "date", "date", "day of the event" },
    { "source_party", "text", "who acted, as coded" },
    { "target_party", "text", "on whom, as coded" },
    { "source_country", "text", "whose country acted, ISO 3166 alpha-3" },
    { "target_country", "text", "on whose country, ISO 3166 alpha-3" },
    { "code", "text", "event code in its scheme" },
    { "scheme", "text", "coding scheme and publisher" },
    { "act", "text", "what the code means here", { vocabulary = "act" } },
    { "quad", "integer", "quad class, 1 to 4", { least = 1, most = 4 } },
    { "goldstein", "number", "Goldstein score, -10 to 10" },
    { "mentions", "integer", "how often it was mentioned", { least = 0 } },
    { "place", "text", "where" },
    { "place_country", "text", "in what country, ISO 3166 alpha-3" },
    { "latitude", "number", "degrees north", { least = -90, most = 90 } },
    { "longitude", "number", "degrees east", { least = -180, most = 180 } },
    { "source", "text", "the dataset it comes from", { references = "sources" } },
    { "url", "text", "the report it was coded from" },
    { "text", "text", "description of the record" },
  } },
  { name = "terms", claims = false, meaning = "one word of a vocabulary", columns = {
    { "vocabulary", "text", "the vocabulary" },
    { "code", "text", "the word as stored" },
    { "label", "text", "the word as printed" },
    { "definition", "text", "what it means" },
    { "parent", "text", "the wider term", { references = "terms" } },
    { "aliases", "text", "other spellings, separated by '; '" },
  } },
  { name = "crosswalk", claims = false, meaning = "the same idea in another coding scheme", columns = {
    { "vocabulary", "text", "the vocabulary" },
    { "code", "text", "the word as stored" },
    { "scheme", "text", "the other scheme and its publisher" },
    { "scheme_version", "text", "its version" },
    { "scheme_code", "text", "its code" },
    { "scheme_label", "text", "its label" },
  } },
  { name = "quarantine", claims = false, meaning = "a row of a file that an import has set aside", columns = {
    { "table", "text", "the table it was meant for" },
    { "file", "text", "the file, as it was named" },
    { "line", "integer", "the line it begins at" },
    { "column", "text", "where the fault is" },
    { "value", "text", "what stands there" },
    { "code", "text", "what is wrong, as a code word of doc/errors.md" },
    { "fault", "text", "the same more closely, alike for like faults" },
    { "arguments", "text", "what the reason and the suggestion speak of, as JSON" },
    { "reason", "text", "why it cannot be taken" },
    { "suggestion", "text", "what may help" },
    { "row", "integer", "the number of the record" },
    { "entry", "integer", "the place among the claims that is kept for what it says" },
    { "raw", "text", "the row as it stands in the file" },
    { "import", "text", "how it was read, as JSON: what ds:requeue() needs" },
  } },
}

--- Provenance columns of every claim, after its key `claim` and the thing's `id`.
codebook.provenance = {
  { name = "source", type = "text", meaning = "the source that makes the claim", references = "sources" },
  { name = "locator", type = "text", meaning = "where in the source, such as a paragraph" },
  { name = "said_by", type = "text", meaning = "who says so: a person, a party, or text" },
  { name = "chain", type = "text", meaning = "the hops from source to speaker, nearest first, separated by '; '" },
  { name = "certainty", type = "text", meaning = "how firmly the source stands on it", vocabulary = "certainty" },
  { name = "modality", type = "text", meaning = "fact, plan, demand, …", vocabulary = "modality" },
  { name = "polarity", type = "text", meaning = "whether the claim affirms or denies its values",
    vocabulary = "polarity" },
  { name = "stated", type = "date", meaning = "when the speaker said it" },
  { name = "reported", type = "date", meaning = "when the source reported it; unless stated, when it was published" },
  { name = "recorded_at", type = "text", meaning = "when this file took it in, UTC" },
  { name = "retracted_at", type = "text", meaning = "when it was taken back, UTC" },
  { name = "retraction", type = "text", meaning = "why it was taken back" },
  { name = "rank", type = "text", meaning = "preferred, normal, or deprecated (kept, never shown)",
    vocabulary = "rank" },
  { name = "coder", type = "text", meaning = "who coded it" },
  { name = "note", type = "text", meaning = "a remark of the coder's" },
  { name = "import", type = "integer", meaning = "the import that brought it in: a later one has a greater number" },
  { name = "entry", type = "integer", meaning = "its place among the claims, where that is not its key: the place of a "
    .. "row of a file that had to wait" },
  { name = "restates", type = "integer", meaning = "the claim whose place it takes: amended, preferred, or renamed" },
}

local function column_record(entry)
  local column = { name = entry[1], type = entry[2], meaning = entry[3] }
  for key, value in pairs(entry[4] or {}) do column[key] = value end
  column.claim_name = column.claim_name or column.name
  return column
end

-- Column records of a table, its id first, in order and by name.
local function complete(t)
  local columns = { { name = "id", type = "text", meaning = "stable, readable key", claim_name = "id" } }
  local by_name = { id = columns[1] }
  for i, entry in ipairs(t.entries) do
    local column = column_record(entry)
    columns[i + 1], by_name[column.name] = column, column
  end
  t.columns, t.by_name = columns, by_name
end

-- Most programs ask about a few tables: the records are made when a table is first looked at.
local lazily = { __index = function(t, key)
  if key ~= "columns" and key ~= "by_name" then return nil end
  complete(t)
  return t[key]
end }

--- Words of `modality` of claims about what is ahead.
codebook.ahead = { plan = true, expectation = true, promise = true, demand = true, threat = true }

--- Tables that columns refer to which take several: "; " stands between two of their ids.
codebook.in_lists = { parties = true, people = true }

codebook.tables = tables      -- in the order they are printed
codebook.by_name = {}
for _, t in ipairs(tables) do
  t.entries, t.columns = t.columns, nil
  t.claims = t.claims ~= false
  codebook.by_name[t.name] = setmetatable(t, lazily)
end

--- Names of the tables, in order.
---@return string[]
function codebook.table_names()
  local names = {}
  for i, t in ipairs(tables) do names[i] = t.name end
  return names
end

return codebook
