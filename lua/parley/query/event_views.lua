--- Events as talks, demands, responses or outcomes: what Query:as(table) shows.
-- `act` decides which events count as what; the cross-walk of the event's own scheme gives the words. A view has the
-- columns of its table that an event can fill, and the code it rests on, so that every reading can be checked.
-- Here it is said which columns those are; parley.query.steps.as looks up their words.

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

return event_views
