--- The codebook: every table and column Parley knows, as data.
-- The SQL schema, column checks, "did you mean", printing, claims, disagreements and doc/codebook.md
-- are derived from it; a new column is one line in the file of its table, codebook/columns/TABLE.lua, which is read
-- when the table is first looked at. The words of the vocabularies live in parley.codebook.vocabularies.
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
--   happened    = true: the day of what happened, which no report of an earlier day can tell of as a fact
--   beside = the quantity that it says something of, and whose claim it is taken from
--   span        = true: a date that lasts from its one side to its other, each known as well as it is written; an end
--                 that is open ('..') has not come, one that is unknown is not recorded. Others lie somewhere within
--   clock       = true: a time of day, HH:MM or HH:MM:SS
--   least, most = the numbers it lies between, as far as there are such: what is counted is never below 0. A row of a
--                 file that lies outside is set aside, a claim refused
--   names       = "tables" or "things": a text that names one, of a table that another column names; no words to search
--   (of a table) of_work = true: of the work on the dataset, and not of what it tells
--   (of a table) bulk = true: read by the million, so that its words are indexed when they are first searched
--   claim_name  = its name among the claims, where a provenance column has taken its own

local codebook = {}

--- Version of the schema; a file's `user_version`.
codebook.version = 16

--- Marks a SQLite file as Parley's (`application_id`): "Prly".
codebook.application_id = 0x50726c79

local tables = {
  { name = "processes", meaning = "a peace process" },
  { name = "parties", meaning = "a state, government body, armed group, organisation, alliance or outlet" },
  { name = "people", meaning = "a person" },
  { name = "offices", meaning = "a person's post for a time" },
  { name = "memberships",
    meaning = "a party's part in a whole, such as an alliance or a joint delegation, for a time" },
  { name = "talks", meaning = "a round of talks, or a meeting that prepares one" },
  { name = "participants", meaning = "a party's or a person's part in a talk" },
  { name = "documents", meaning = "a memorandum, proposal or list" },
  { name = "provisions", meaning = "a section, option or clause of a document" },
  { name = "demands", meaning = "what a party asks of another",
    measures = { quantity = "measure", unit = { "measure_unit" } } },
  { name = "responses", meaning = "an answer to a demand or document; silence is an answer" },
  { name = "outcomes", meaning = "one thing agreed, promised or refused",
    adds = { quantity = "amount", unit = { "unit" }, basis = "basis", whole = "part_of",
      alternative = "alternative_group" },
    measures = { quantity = "measure", unit = { "measure_unit" }, whole = "part_of",
      alternative = "alternative_group" } },
  { name = "deliveries", meaning = "what was actually done about an outcome",
    adds = { quantity = "amount", unit = { "unit", "outcome.unit" }, basis = "basis", of = "outcome", day = "date",
      counting = "counting", happened = true },
    measures = { quantity = "measure", unit = { "measure_unit", "outcome.measure_unit" }, of = "outcome", day = "date",
      counting = "counting", happened = true } },
  { name = "statements", meaning = "what somebody said that is no demand" },
  { name = "sources", meaning = "an article, document or dataset" },
  { name = "coding", of_work = true, meaning = "that somebody is to code a source" },
  { name = "identities", of_work = true, meaning = "a judgement whether two things of a table are one" },
  { name = "events", claims = false, bulk = true, meaning = "one coded event record, in bulk" },
  { name = "terms", claims = false, meaning = "one word of a vocabulary" },
  { name = "crosswalk", claims = false, meaning = "the same idea in another coding scheme" },
  { name = "quarantine", claims = false, meaning = "a row of a file that an import has set aside" },
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
  { name = "decides", type = "integer", meaning = "the claim that it decides for" },
  { name = "entered_by", type = "text", meaning = "who decided, amended or assigned" },
  { name = "retracted_by", type = "text", meaning = "who took it back" },
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
  for i, entry in ipairs(require("parley.codebook.columns." .. t.name)) do
    local column = column_record(entry)
    columns[i + 1], by_name[column.name] = column, column
  end
  t.columns, t.by_name = columns, by_name
end

-- Most programs ask about a few tables: the columns are read when a table is first looked at.
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
