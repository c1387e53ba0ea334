--- Events as talks, demands, responses or outcomes: what Query:as(table) shows.
-- `act` decides which events count as what; the cross-walk of the event's own scheme gives the words. A view has the
-- columns of its table that an event can fill, and the code it rests on, so that every reading can be checked.
-- Here it is said which columns those are; parley.query.sql.as writes them as SQL.

local crosswalk = require "parley.codebook.crosswalks"
local event_codes = require "parley.codebook.event_codes"

local event_views = {}

local function event(name, from) return { name = name, from = from or name } end
local function word(name, vocabulary, other) return { name = name, vocabulary = vocabulary, other = other } end

-- Every view ends with the countries of the two sides and what it rests on.
local function view(acts, columns)
  columns[#columns + 1] = event("party_country", "source_country")
  columns[#columns + 1] = event("addressee_country", "target_country")
  for _, name in ipairs { "text", "code", "scheme", "source", "url" } do columns[#columns + 1] = event(name) end
  return { acts = acts, columns = columns }
end

-- A column is taken from the event (`from`) or looked up in the cross-walk (`vocabulary`); `other` is the word by act
-- where the cross-walk has none.
event_views.shapes = {
  talks = view({ "talk" }, { event "id", word("kind", "talk_kind"), event "date", event "place",
    word("format", "talk_format"), word("status", "talk_status", { talk = "held" }),
    event("party", "source_party"), event("addressee", "target_party") }),
  demands = view({ "demand" }, { event "id", event("party", "source_party"), event("addressee", "target_party"),
    word("topic", "topic"), event("made", "date") }),
  responses = view({ "rejection" }, { event "id", event("party", "source_party"),
    event("addressee", "target_party"), word("kind", "response_kind", { rejection = "reject" }), word("topic", "topic"),
    event "date" }),
  outcomes = view({ "agreement", "outcome", "breach" }, { event "id", word("topic", "topic"),
    word("kind", "outcome_kind"), event("giver", "source_party"), event("receiver", "target_party"), event "date",
    { name = "status", by_act = { agreement = "agreed", outcome = "done", breach = "missed" },
      vocabulary_of = "outcome_status" } }),
}

--- The tables events can be seen as, in order.
event_views.names = { "talks", "demands", "responses", "outcomes" }

-- 'text' as SQL; the words and codes of the cross-walk hold no quotes.
local function literal(text) return "'" .. text .. "'" end

-- WHEN branches of the codes of one length, and the lengths, longest first.
local function branches_by_length(rows)
  local lengths, branches = {}, {}
  for _, row in ipairs(rows) do
    local n = #row[1]
    if not branches[n] then
      branches[n], lengths[#lengths + 1] = {}, n
    end
    table.insert(branches[n], ("WHEN %s THEN %s"):format(literal(row[1]), literal(row[2])))
  end
  return lengths, branches
end

-- A code that begins with the code of a row: the longest such row.
local function prefix_sql(rows, code)
  local lengths, branches = branches_by_length(rows)
  local parts = {}
  for i, n in ipairs(lengths) do
    parts[i] = ("CASE substr(%s, 1, %d) %s END"):format(code, n, table.concat(branches[n], " "))
  end
  return #parts == 1 and parts[1] or ("coalesce(%s)"):format(table.concat(parts, ", "))
end

-- A code EVENT:mode:context, where an empty part of a row may be anything.
local function parts_sql(rows, code)
  local branches = {}
  for i, row in ipairs(rows) do
    local pattern = {}
    for part in (row[1] .. ":"):gmatch "([^:]*):" do pattern[#pattern + 1] = part == "" and "*" or part end
    branches[i] = ("WHEN %s || '::' GLOB %s THEN %s"):format(code, literal(table.concat(pattern, ":") .. ":*"),
      literal(row[2]))
  end
  return ("CASE %s END"):format(table.concat(branches, " "))
end

--- SQL that gives our word for an event's code, NULL where the cross-walk has none.
---@param vocabulary string
---@param scheme string SQL of the scheme
---@param code string SQL of the code
---@return string
function event_views.word_sql(vocabulary, scheme, code)
  local branches = {}
  for _, known in ipairs(crosswalk.schemes) do
    local rows = event_codes.rows(vocabulary, known.name)
    if #rows > 0 and (known.name:find "^cameo" or known.name == "plover") then
      local sql = known.name == "plover" and parts_sql(rows, code) or prefix_sql(rows, code)
      branches[#branches + 1] = ("WHEN %s THEN %s"):format(literal(known.name), sql)
    end
  end
  return ("CASE %s %s END"):format(scheme, table.concat(branches, " "))
end

--- SQL that gives a word by what the event is.
---@param words table<string, string> act = word
---@param act string SQL of the act
---@return string
function event_views.by_act_sql(words, act)
  local branches = {}
  for _, name in ipairs { "talk", "rejection", "agreement", "outcome", "breach" } do
    if words[name] then branches[#branches + 1] = ("WHEN %s THEN %s"):format(literal(name), literal(words[name])) end
  end
  return ("CASE %s %s END"):format(act, table.concat(branches, " "))
end

return event_views
