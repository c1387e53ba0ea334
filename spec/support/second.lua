--- A second dataset: the Orvenn talks, an invented process, for specs that must not know Istanbul.
-- `second.open()` gives it as a writable dataset in memory, filled through add and claim. Nothing in it is real.
--
-- The story. The state of Tarvia and the Orvenn Shore Front fight over the shore of a lake; the Cantons, which govern
-- its north on their own, want a say. Kestria mediates and hosts three rounds (o1 in March, o2 in April, o3 in June
-- 2024), the League of Nine Ports guarantees, the Grey Sisters carry messages and watch, Maro presses from outside.
--
-- What each piece is for
--   sources      beacon and gazette have a day, radio only a month ("2024-04", so it counts from the 30th), report
--                an approximate month ("2024-08~"), letter none: what it says is never known as of any day
--   coding       all but the claims at the end were recorded on 2 September, those on 5 November 2024 (as_recorded)
--   names        accents, a dotted İ, letters without a plain twin (Ø, Ł, ß), Cyrillic aliases; one spelling per source
--   offices      Odrán moves from minister to premier: change, no clash. Two posts of Halvík overlap
--   talks        held, postponed (o4: a state over time), cancelled (o-tech), proposed (o-leaders, anonymous only);
--                two days, a range of days, a month; o1 has a deprecated year; o3's place is denied and affirmed
--   participants mediator, guarantor, observer, relay, host, pressure beside the sides; one who stays away
--   documents    provisions nested, with options A and B that exclude each other
--   demands      tv-ceasefire  1-2-3: at least 60 days, at least 30 (softened), at least 45 (hardened)
--                fr-detainees  1-2-3: kept at o2, narrower scope at o3 (changed)
--                fr-pullback   1-2-3: 10 to 20 days, 8 to 30 (softened), 40 (neither)
--                ca-truce      1-2: 2 to 7 days, then exactly 3 (hardened); not raised at o3
--                fr-water      1-2: changed addressee at o2, withdrawn; dropped at o3
--                tv-leaders    added at o3, first on the list; tv-ceasefire comes down from 1 to 2
--                ca-language   1 and 2, no `revises`: the same party, addressee and topic; o3 lacks it
--                tv-forces     o2-a, o2-b and o3, no `revises`: nobody can say which of two o3 takes up
--                tv-roads      1 taken up at o3 directly, over o2; goes from third on the list to none
--                fr-amnesty-1, -2 (superseded, and what replaced it), fr-flag (lapsed): of no talk
--                tv-monitors   of no talk, a whole month as its day, anonymous; lg-access by an outsider, undated
--                The Cantons ask for nothing recorded at o3: nothing can be said of what they dropped
--   responses    each of the eight kinds; a silence; two conditional ones; one that a side denies
--   outcomes     o1-detainees 400 = 120 + 280; o2-remains 900 against 300 + 450..500 (cannot be);
--                o2-water low only, o3-monitors all three bounds, o3-return "hundreds" and inferred only;
--                due as a day, as an interval, as a month, or not at all; a commitment, a pledge, a refusal
--   deliveries   in full and in time; in parts and short; late; at least so many; of something with no due day
--   statements   deadlines (a day, an open start), relayed over two hops, anonymous, undated
--   claims       deprecated, retracted, denied, preferred

local parley = require "parley"

local second = {}

local FIRST, LATER = "2024-09-02T09:00:00Z", "2024-11-05T09:00:00Z"

-- Provenance: who publishes it and how firmly, and whatever else is to be said.
local function by(source, certainty, more)
  local provenance = { source = source, certainty = certainty, recorded_at = FIRST, coder = "spec" }
  for key, value in pairs(more or {}) do provenance[key] = value end
  return provenance
end

local told = { chain = "outlet" }
local as_demand = { chain = "outlet", modality = "demand" }
local as_promise = { chain = "outlet", modality = "promise" }
local as_plan = { chain = "outlet", modality = "plan" }

-- Who is who --------------------------------------------------------------------------------------------

local function sources(say)
  say("sources", "beacon", { outlet = "Daily Beacon", title = "First round at the lake", author = "Nkẹ́mi Adé",
    published = "2024-03-11", language = "en", url = "https://beacon.example/first-round" })
  say("sources", "radio", { outlet = "Radio Sund", title = "Two days by the water", published = "2024-04",
    language = "da", note = "Broadcast; only the month is known." })
  say("sources", "gazette", { outlet = "Kestria Gazette", title = "What the third round brought",
    published = "2024-06-21", language = "en", url = "https://gazette.example/third-round" })
  say("sources", "report", { outlet = "League of Nine Ports", title = "Monitoring report", published = "2024-08~",
    language = "en", licence = "CC BY 4.0" })
  say("sources", "letter", { title = "[A letter without a date]", language = "en",
    note = "Passed on by the Grey Sisters; when, nobody says." })
end

local function parties(say)
  say("processes", "orvenn", { name = "Orvenn talks", conflict = "War over the shore of Lake Orvenn",
    start = "2024-02" }, by("beacon", "narration", told))
  say("parties", "tarvia", { name = "Tarvia", kind = "state", iso3 = "TRV", aliases = "Tárvia; Republic of Tarvia" },
    by("beacon", "narration", told))
  say("parties", "tarvia", { name = "Tárvia" }, by("radio", "narration", told))
  say("parties", "tarvia-delegation", { name = "Tarvian delegation", kind = "delegation", parent = "tarvia" },
    by("beacon", "narration", told))
  say("parties", "water-ministry", { name = "Ministry of Water", kind = "government_body", parent = "tarvia" },
    by("gazette", "narration", told))
  say("parties", "shore-front", { name = "Orvenn Shore Front", kind = "armed_group",
    aliases = "OSF; Front du Rivage; Фронт берега" }, by("beacon", "narration", told))
  say("parties", "cantons", { name = "Cantons of Høyfjell", kind = "de_facto_authority",
    aliases = "Hoyfjell; the Cantons" }, by("beacon", "narration", told))
  say("parties", "kestria", { name = "Kestria", kind = "state", iso3 = "KES" }, by("beacon", "narration", told))
  say("parties", "league", { name = "League of Nine Ports", kind = "organisation", aliases = "the League; LNP" },
    by("beacon", "narration", told))
  say("parties", "grey-sisters", { name = "Grey Sisters of Weißwasser", kind = "civil_society",
    aliases = "Grey Sisters" }, by("radio", "narration", told))
  say("parties", "maro", { name = "Maro", kind = "state", iso3 = "MRO" }, by("gazette", "narration", told))
  say("parties", "radio-sund", { name = "Radio Sund", kind = "outlet", parent = "tarvia" },
    by("radio", "narration", told))
end

local function people(say)
  say("people", "odran", { name = "Zoë Odrán", aliases = "Zoe Odran; Odran" }, by("beacon", "narration", told))
  say("people", "odran", { name = "Zoe Odran" }, by("radio", "narration", told))
  say("people", "halvik", { name = "Søren Halvík", aliases = "Soren Halvik; Halvik" },
    by("beacon", "narration", told))
  say("people", "tas", { name = "İşbel Taş", aliases = "Isbel Tas" }, by("radio", "narration", told))
  say("people", "wrzos", { name = "Łucja Wrzos", aliases = "Lucja Wrzos; Wrzos" }, by("beacon", "narration", told))
  say("offices", "odran-minister", { person = "odran", party = "water-ministry", title = "Minister of Water",
    held = "2023-05/2024-04-30" }, by("beacon", "narration", told))
  say("offices", "odran-premier", { person = "odran", party = "tarvia", title = "Premier", held = "2024-05-02/.." },
    by("gazette", "narration", told))
  say("offices", "halvik-commander", { person = "halvik", party = "shore-front", title = "Commander",
    held = "../2024-05" }, by("radio", "narration", told))
  say("offices", "halvik-speaker", { person = "halvik", party = "shore-front", title = "Speaker",
    held = "2024-04/.." }, by("gazette", "narration", told))
  say("offices", "wrzos-envoy", { person = "wrzos", party = "kestria", title = "Special envoy", held = "2024" },
    by("gazette", "narration", told))
end

-- Talks ---------------------------------------------------------------------------------------------------

local function rounds(say)
  say("talks", "o1", { process = "orvenn", name = "first round", kind = "round", round = 1, date = "2024-03-08",
    place = "Port Kestra", host = "kestria", format = "proximity", status = "held", result = "partial" },
    by("beacon", "narration", told))
  say("talks", "o1", { date = "2023-03-08" },
    by("radio", "narration", { chain = "outlet", rank = "deprecated", note = "A slip of the year." }))
  say("talks", "o2", { process = "orvenn", name = "second round", kind = "round", round = 2,
    date = "2024-04-12/2024-04-13", place = "Port Kestra", host = "kestria", format = "proximity", status = "held",
    result = "partial" }, by("radio", "narration", told))
  say("talks", "o2", { format = "direct" },
    by("gazette", "on_record_paraphrase", { said_by = "halvik", chain = "outlet; Halvík", stated = "2024-06-20" }))
  say("talks", "o3", { process = "orvenn", name = "third round", kind = "round", round = 3,
    date = "2024-06-18/2024-06-20", place = "Øster Mole", host = "kestria", format = "direct", status = "held",
    result = "ceasefire" }, by("gazette", "narration", told))
  say("talks", "o3", { place = "Øster Mole" }, by("letter", "anonymous",
    { chain = "letter; the Grey Sisters; unnamed", polarity = "denied" }))
end

local function other_talks(say)
  say("talks", "o4", { process = "orvenn", name = "fourth round", kind = "round", round = 4, date = "2024-09-10",
    host = "kestria", status = "scheduled" }, by("gazette", "on_record_paraphrase",
    { said_by = "wrzos", chain = "outlet; Wrzos", modality = "plan", stated = "2024-06-20" }))
  say("talks", "o4", { status = "postponed" }, by("report", "on_record_paraphrase",
    { said_by = "league", chain = "report", stated = "2024-08-20" }))
  say("talks", "o-tech", { process = "orvenn", name = "experts' meeting", kind = "technical", date = "2024-05",
    prepares = "o3", status = "cancelled" }, by("gazette", "narration", told))
  say("talks", "o-leaders", { process = "orvenn", name = "meeting of the heads", kind = "leaders", date = "2024-10",
    status = "proposed" }, by("gazette", "anonymous", { chain = "outlet; two officials, unnamed",
    modality = "plan" }))
end

local function participants(say)
  local rows = {
    { "o1-tarvia", "o1", "tarvia-delegation", nil, "delegation", "attended", "beacon" },
    { "o1-front", "o1", "shore-front", nil, "delegation", "attended", "beacon" },
    { "o1-cantons", "o1", "cantons", nil, "delegation", "attended", "beacon" },
    { "o1-wrzos", "o1", "kestria", "wrzos", "mediator", "attended", "beacon" },
    { "o2-odran", "o2", "tarvia", "odran", "head_of_delegation", "attended", "radio" },
    { "o2-halvik", "o2", "shore-front", "halvik", "head_of_delegation", "attended", "radio" },
    { "o2-cantons", "o2", "cantons", nil, "delegation", "attended", "radio" },
    { "o2-sisters", "o2", "grey-sisters", "tas", "relay", "attended", "radio" },
    { "o2-league", "o2", "league", nil, "observer", "invited", "radio" },
    { "o3-tarvia", "o3", "tarvia", "odran", "leader", "attended", "gazette" },
    { "o3-front", "o3", "shore-front", "halvik", "head_of_delegation", "attended", "gazette" },
    { "o3-cantons", "o3", "cantons", nil, "delegation", "absent", "gazette" },
    { "o3-kestria", "o3", "kestria", nil, "host", "attended", "gazette" },
    { "o3-league", "o3", "league", nil, "guarantor", "attended", "gazette" },
    { "o3-maro", "o3", "maro", nil, "pressure", nil, "gazette" },
  }
  for _, row in ipairs(rows) do
    say("participants", row[1], { talk = row[2], party = row[3], person = row[4], role = row[5], status = row[6] },
      by(row[7], "narration", told))
  end
end

-- Papers --------------------------------------------------------------------------------------------------

local function documents(say)
  say("documents", "front-paper", { name = "Nine points", kind = "proposal", author = "shore-front",
    recipient = "tarvia", talk = "o1", handed_over = "2024-03-08", release = "leaked" },
    by("beacon", "document_seen", { chain = "outlet; document" }))
  say("documents", "tarvia-paper", { name = "Road to a calm shore", kind = "memorandum", author = "tarvia",
    recipient = "shore-front", talk = "o3", handed_over = "2024-06-10/2024-06-17", release = "described" },
    by("gazette", "document_described", { chain = "outlet; document" }))
  say("documents", "detainee-list", { kind = "list", author = "shore-front", recipient = "tarvia", talk = "o2",
    items_low = 380 }, by("radio", "on_record_paraphrase", { said_by = "halvik", chain = "outlet; Halvík" }))
  local paper = by("gazette", "document_described", { chain = "outlet; document", modality = "demand" })
  say("provisions", "paper-shore", { document = "tarvia-paper", ordinal = 1, label = "The shore", kind = "section" },
    paper)
  say("provisions", "paper-shore-a", { document = "tarvia-paper", parent = "paper-shore", ordinal = 1,
    label = "Option A", kind = "option", exclusive_group = "shore", topic = "withdrawal",
    text = "Both pull back ten kilometres." }, paper)
  say("provisions", "paper-shore-b", { document = "tarvia-paper", parent = "paper-shore", ordinal = 2,
    label = "Option B", kind = "option", exclusive_group = "shore", topic = "force_limits",
    text = "Both stay, without heavy arms." }, paper)
  say("provisions", "paper-shore-b-boats", { document = "tarvia-paper", parent = "paper-shore-b", ordinal = 1,
    kind = "clause", topic = "force_limits", text = "No armed boats." }, paper)
  say("provisions", "paper-water", { document = "tarvia-paper", ordinal = 2, label = "Water", kind = "section",
    topic = "civilians" }, paper)
end

-- Demands -------------------------------------------------------------------------------------------------

local function demand_threads(say)
  local tv, fr = { party = "tarvia", addressee = "shore-front" }, { party = "shore-front", addressee = "tarvia" }
  local function raise(id, who, talk, values, source, certainty)
    values.party, values.talk = who.party, talk
    values.addressee = values.addressee or who.addressee
    say("demands", id, values, by(source, certainty or "narration", as_demand))
  end
  raise("tv-ceasefire-1", tv, "o1", { topic = "ceasefire", made = "2024-03-08", priority = 1, days_low = 60,
    status = "rejected", text = "The guns are to be silent for sixty days at the least." }, "beacon")
  raise("tv-ceasefire-2", tv, "o2", { topic = "ceasefire", made = "2024-04-12", priority = 1, days_low = 30,
    status = "countered", revises = "tv-ceasefire-1", text = "Thirty days of silence at the least." }, "radio")
  raise("tv-ceasefire-3", tv, "o3", { topic = "ceasefire", made = "2024-06-18", priority = 2, days_low = 45,
    status = "accepted_with_conditions", revises = "tv-ceasefire-2", document = "tarvia-paper",
    text = "Forty-five days of silence at the least." }, "gazette", "document_described")
  raise("fr-detainees-1", fr, "o1", { topic = "prisoners", made = "2024-03-08", priority = 1, status = "partly_met",
    scope = "all detainees", document = "front-paper", text = "All detainees go home." }, "beacon", "document_seen")
  raise("fr-detainees-2", fr, "o2", { topic = "prisoners", made = "2024-04-12/2024-04-13", priority = 1,
    status = "deferred", scope = "all detainees", revises = "fr-detainees-1", text = "Again: all go home." }, "radio")
  raise("fr-detainees-3", fr, "o3", { topic = "prisoners", made = "2024-06-19", priority = 1, status = "accepted",
    scope = "those on the list", revises = "fr-detainees-2", text = "The listed detainees go home." }, "gazette")
  raise("fr-pullback-1", fr, "o1", { topic = "withdrawal", made = "2024-03-08", days_low = 10, days_high = 20,
    status = "raised", text = "Tarvia is off the quays in ten to twenty days." }, "beacon")
  raise("fr-pullback-2", fr, "o2", { topic = "withdrawal", made = "2024-04-13", days_low = 8, days_high = 30,
    status = "repeated", revises = "fr-pullback-1", text = "Tarvia is off the quays within a month." }, "radio")
  raise("fr-pullback-3", fr, "o3", { topic = "withdrawal", made = "2024-06-18", days_best = 40, status = "unanswered",
    revises = "fr-pullback-2", text = "Tarvia is off the quays after forty days." }, "gazette")
end

local function demand_changes(say)
  local function raise(id, talk, values, source)
    values.talk = talk
    say("demands", id, values, by(source, "narration", as_demand))
  end
  raise("fr-water-1", "o1", { party = "shore-front", addressee = "tarvia", topic = "civilians", made = "2024-03-08",
    priority = 2, status = "raised", scope = "the lower town", text = "Water for the lower town." }, "beacon")
  raise("fr-water-2", "o2", { party = "shore-front", addressee = "kestria", topic = "civilians", made = "2024-04-13",
    priority = 2, status = "withdrawn", revises = "fr-water-1", text = "Kestria is to pay for the pumps." }, "radio")
  raise("ca-truce-1", "o1", { party = "cantons", topic = "ceasefire", made = "2024-03-08", days_low = 2, days_high = 7,
    status = "raised", text = "A few days of truce for the harvest." }, "beacon")
  raise("ca-truce-2", "o2", { party = "cantons", topic = "ceasefire", made = "2024-04-12", days_best = 3,
    status = "rejected", revises = "ca-truce-1", text = "Three days of truce." }, "radio")
  raise("ca-language-1", "o1", { party = "cantons", addressee = "tarvia", topic = "language", made = "2024-03-08",
    status = "raised", scope = "schools", text = "Høyfjell speech in schools." }, "beacon")
  raise("ca-language-2", "o2", { party = "cantons", addressee = "tarvia", topic = "language", made = "2024-04-12",
    status = "unanswered", scope = "schools", text = "Høyfjell speech in schools, once more." }, "radio")
  raise("tv-roads-1", "o1", { party = "tarvia", addressee = "shore-front", topic = "reconstruction",
    made = "2024-03-08", priority = 3, status = "raised", scope = "the coast road", wanted = "2024-05/2024-07",
    text = "The coast road is to be opened for repair." }, "beacon")
  raise("tv-roads-3", "o3", { party = "tarvia", addressee = "shore-front", topic = "reconstruction",
    made = "2024-06-18", status = "raised", scope = "the coast road", revises = "tv-roads-1",
    condition = "once the ceasefire holds", text = "The coast road is to be opened." }, "gazette")
  raise("tv-leaders-3", "o3", { party = "tarvia", addressee = "shore-front", topic = "leaders_meeting",
    made = "2024-06-20", priority = 1, status = "unanswered", wanted = "2024-10",
    text = "The heads of both are to meet." }, "gazette")
  raise("tv-forces-2a", "o2", { party = "tarvia", addressee = "shore-front", topic = "force_limits",
    made = "2024-04-12", status = "raised", scope = "armed boats", text = "No armed boats." }, "radio")
  raise("tv-forces-2b", "o2", { party = "tarvia", addressee = "shore-front", topic = "force_limits",
    made = "2024-04-12", status = "raised", scope = "mines", text = "No new mines." }, "radio")
  raise("tv-forces-3", "o3", { party = "tarvia", addressee = "shore-front", topic = "force_limits", made = "2024-06-18",
    status = "raised", provision = "paper-shore-b-boats", document = "tarvia-paper", text = "Fewer arms." }, "gazette")
end

local function demands_elsewhere(say)
  say("demands", "fr-amnesty-1", { party = "shore-front", addressee = "tarvia", topic = "justice",
    made = "2024-02-20?", status = "superseded", scope = "all fighters", text = "Amnesty for all fighters." },
    by("beacon", "named_medium", { chain = "outlet; Radio Sund", modality = "demand" }))
  say("demands", "fr-amnesty-2", { party = "shore-front", addressee = "tarvia", topic = "justice", made = "2024-05~",
    status = "raised", scope = "fighters without rank", text = "Amnesty for the rank and file." },
    by("gazette", "on_record_quote", { said_by = "halvik", chain = "outlet; Halvík", modality = "demand" }))
  say("demands", "fr-flag", { party = "shore-front", addressee = "tarvia", topic = "recognition",
    made = "../2024-03-01", wanted = "2024-03-20", status = "lapsed", text = "Its flag on the feast of the lake." },
    by("beacon", "narration", as_demand))
  say("demands", "tv-monitors", { party = "tarvia", addressee = "league", topic = "verification", made = "2024-05",
    status = "raised", text = "Monitors from the League." },
    by("gazette", "anonymous", { chain = "outlet; an adviser, unnamed", modality = "demand" }))
  say("demands", "lg-access", { party = "league", addressee = "shore-front", topic = "verification", status = "raised",
    text = "Free passage for monitors." }, by("letter", "inferred", { chain = "coder", modality = "demand" }))
end

-- Answers -------------------------------------------------------------------------------------------------

local function responses(say)
  local rows = {
    { "r-ceasefire-1", "tv-ceasefire-1", "o1", "shore-front", "reject", "2024-03-08", "beacon" },
    { "r-detainees-1", "fr-detainees-1", "o1", "tarvia", "partial", "2024-03-08", "beacon" },
    { "r-pullback-1", "fr-pullback-1", "o1", "tarvia", "acknowledge", "2024-03-08", "beacon" },
    { "r-ceasefire-2", "tv-ceasefire-2", "o2", "shore-front", "counter", "2024-04-13", "radio" },
    { "r-detainees-2", "fr-detainees-2", "o2", "tarvia", "defer", "2024-04-13", "radio" },
    { "r-truce-2", "ca-truce-2", "o2", "tarvia", "reject", "2024-04-13", "radio" },
    { "r-ceasefire-3", "tv-ceasefire-3", "o3", "shore-front", "conditional", "2024-06-20", "gazette",
      "if the boats are gone first" },
    { "r-detainees-3", "fr-detainees-3", "o3", "tarvia", "accept", "2024-06-20", "gazette" },
    { "r-leaders-3", "tv-leaders-3", "o3", "shore-front", "silence", "2024-06-21", "gazette" },
    { "r-monitors", "tv-monitors", nil, "league", "conditional", "2024-05-28", "gazette", "if both sides ask" },
  }
  for _, row in ipairs(rows) do
    local silent = row[5] == "silence" and { chain = "outlet", modality = "absence" } or told
    say("responses", row[1], { demand = row[2], talk = row[3], party = row[4], kind = row[5], date = row[6],
      condition = row[8] }, by(row[7], "narration", silent))
  end
  say("responses", "r-detainees-3", { kind = "accept" }, by("report", "on_record_quote",
    { said_by = "odran", chain = "report; Odrán", polarity = "denied", stated = "2024-08-10" }))
  say("responses", "r-front-paper", { document = "front-paper", talk = "o1", party = "tarvia", kind = "defer",
    text = "To be read first." }, by("beacon", "narration", as_promise))
end

-- What came of it -------------------------------------------------------------------------------------------

local function outcomes(say)
  say("outcomes", "o1-detainees", { talk = "o1", topic = "prisoners", kind = "exchange", nature = "reciprocal",
    category = "detainees", unit = "people", best = 400, basis = "total", due = "2024-03-31", status = "partly_done",
    text = "Four hundred detainees change hands." }, by("beacon", "narration", told))
  say("outcomes", "o1-wounded", { talk = "o1", topic = "prisoners", kind = "exchange", nature = "reciprocal",
    category = "wounded detainees", unit = "people", best = 120, basis = "total", due = "2024-03-31", status = "done",
    part_of = "o1-detainees" }, by("beacon", "narration", told))
  say("outcomes", "o1-others", { talk = "o1", topic = "prisoners", kind = "exchange", nature = "reciprocal",
    category = "other detainees", unit = "people", best = 280, basis = "total", due = "2024-03-31",
    status = "partly_done", part_of = "o1-detainees" }, by("beacon", "narration", told))
  say("outcomes", "o2-remains", { talk = "o2", topic = "remains", kind = "hand_over", nature = "unilateral",
    giver = "tarvia", receiver = "shore-front", unit = "bodies", best = 900, due = "2024-05-01/2024-05-15",
    status = "agreed", text = "Nine hundred of the dead go to the Front." }, by("radio", "on_record_quote",
    { said_by = "halvik", chain = "outlet; Halvík", modality = "promise", stated = "2024-04-13" }))
  say("outcomes", "o2-remains", { nature = "reciprocal", best = 1200 },
    by("gazette", "narration", as_promise))
  say("outcomes", "o2-remains-north", { talk = "o2", topic = "remains", kind = "hand_over", giver = "tarvia",
    receiver = "shore-front", unit = "bodies", best = 300, part_of = "o2-remains", status = "agreed" },
    by("radio", "narration", as_promise))
  say("outcomes", "o2-remains-south", { talk = "o2", topic = "remains", kind = "hand_over", giver = "tarvia",
    receiver = "shore-front", unit = "bodies", low = 450, high = 500, part_of = "o2-remains", status = "agreed" },
    by("radio", "narration", as_promise))
  say("outcomes", "o2-water", { talk = "o2", topic = "civilians", kind = "pledge", nature = "unilateral",
    giver = "kestria", receiver = "cantons", unit = "water carts", low = 40, due = "2024-05-20",
    status = "announced", text = "Forty water carts or more." }, by("radio", "on_record_paraphrase",
    { said_by = "wrzos", chain = "outlet; Wrzos", modality = "promise", stated = "2024-04-13" }))
  say("outcomes", "o2-continue", { talk = "o2", topic = "procedure", kind = "agreement_to_continue", due = "2024-06",
    status = "done", text = "To meet again in June." }, by("radio", "narration", told))
end

local function later_outcomes(say)
  say("outcomes", "o3-ceasefire", { talk = "o3", topic = "ceasefire", kind = "agreement", nature = "reciprocal",
    condition = "once the boats are gone", status = "agreed", text = "A ceasefire of forty-five days." },
    by("gazette", "narration", told))
  say("outcomes", "o3-monitors", { talk = "o3", topic = "verification", kind = "commitment", nature = "unilateral",
    giver = "league", receiver = "tarvia", unit = "monitors", low = 30, best = 50, high = 80, due = "2024-08",
    status = "agreed", text = "Monitors on both shores." }, by("gazette", "document_described",
    { chain = "outlet; document", modality = "promise" }))
  say("outcomes", "o3-return", { talk = "o3", topic = "civilians", kind = "pledge", giver = "shore-front",
    receiver = "cantons", unit = "families", low = 100, high = 999, status = "announced",
    text = "Families may go back." }, by("gazette", "inferred", { chain = "coder", modality = "promise" }))
  say("outcomes", "o3-guarantee", { talk = "o3", topic = "security_guarantees", kind = "pledge", giver = "league",
    receiver = "shore-front", due = "2024-07-31", status = "announced", text = "The League stands for both shores." },
    by("letter", "anonymous", { chain = "letter; the Grey Sisters; unnamed", modality = "promise" }))
  say("outcomes", "o3-territory", { talk = "o3", topic = "territory", kind = "no_agreement",
    text = "Nothing on who holds the quays." }, by("gazette", "narration", { chain = "outlet", modality = "absence" }))
end

local function deliveries(say)
  say("deliveries", "d-wounded", { outcome = "o1-wounded", date = "2024-03-20", best = 120 },
    by("radio", "narration", told))
  say("deliveries", "d-others-1", { outcome = "o1-others", date = "2024-03-28", best = 100 },
    by("radio", "narration", told))
  say("deliveries", "d-others-2", { outcome = "o1-others", date = "2024-04", low = 90, high = 110 },
    by("gazette", "named_medium", { chain = "outlet; Radio Sund" }))
  say("deliveries", "d-water", { outcome = "o2-water", date = "2024-06-02", low = 40,
    text = "The carts came, two weeks late." }, by("gazette", "narration", told))
  say("deliveries", "d-monitors", { outcome = "o3-monitors", date = "2024-08-12", best = 12 },
    by("report", "on_record_quote", { said_by = "league", chain = "report" }))
  say("deliveries", "d-return", { outcome = "o3-return", date = "2024-07/2024-08", low = 20 },
    by("report", "document_seen", { chain = "report" }))
end

-- Words -----------------------------------------------------------------------------------------------------

local function statements(say)
  say("statements", "maro-ultimatum", { party = "maro", date = "2024-06-25~", kind = "ultimatum", topic = "ceasefire",
    deadline = "2024-07-31", text = "No more fuel unless the guns are silent." },
    by("report", "on_record_paraphrase", { said_by = "maro", chain = "report; Maro", modality = "threat" }))
  say("statements", "odran-answer", { speaker = "odran", party = "tarvia", date = "2024-04-13", kind = "expectation",
    about = "o3", topic = "procedure", deadline = "../2024-05-31", channel = "television",
    text = "An answer before June." }, by("radio", "on_record_quote",
    { said_by = "odran", chain = "outlet; Odrán on television", modality = "expectation", stated = "2024-04-13" }))
  say("statements", "front-relayed", { party = "shore-front", date = "2024-05", kind = "offer", topic = "ceasefire",
    text = "It would stop if the boats did." }, by("gazette", "on_record_paraphrase",
    { said_by = "grey-sisters", chain = "outlet; the Grey Sisters; Halvík" }))
  say("statements", "league-hope", { party = "league", date = "2024-08", kind = "expectation", about = "o4",
    topic = "procedure", text = "The fourth round will come." }, by("report", "named_medium", as_plan))
  say("statements", "cantons-warning", { party = "cantons", kind = "threat", topic = "civilians",
    text = "Without water they will leave the table." }, by("letter", "anonymous",
    { chain = "letter; the Grey Sisters; unnamed", modality = "threat" }))
  say("statements", "halvik-hopeful", { speaker = "halvik", party = "shore-front", date = "2024-06-20",
    kind = "opinion", about = "o3", label = "ein großer Tag", text = "A great day for the shore." },
    by("gazette", "on_record_quote", { said_by = "halvik", chain = "outlet; Halvík", stated = "2024-06-20" }))
end

local function events(ds)
  ds:add("events", { id = "e1", date = "2024-03-08", source_party = "TRV", target_party = "OSF", act = "talk",
    code = "046", scheme = "CAMEO", source = "beacon", text = "Engage in negotiation" })
  ds:add("events", { id = "e2", date = "2024-06-20", source_party = "TRV", target_party = "OSF", act = "agreement",
    code = "057", scheme = "CAMEO", source = "gazette", text = "Sign formal agreement" })
end

-- A misreading that is taken back, a number the coder prefers, and second thoughts of November.
local function corrections(ds, say)
  local misread = say("outcomes", "o1-others", { best = 820 }, by("radio", "narration", told))
  ds:retract(misread, "misread: 280")
  say("outcomes", "o1-detainees", { best = 410 }, by("radio", "on_record_quote",
    { said_by = "tas", chain = "outlet; Taş" }))
  say("outcomes", "o1-detainees", { best = 400 }, by("gazette", "named_medium",
    { chain = "outlet; Daily Beacon", rank = "preferred", recorded_at = LATER, note = "The list has four hundred." }))
  say("talks", "o4", { date = "2024-11" }, by("report", "anonymous",
    { chain = "report; a diplomat, unnamed", modality = "plan", recorded_at = LATER, stated = "2024-08-20" }))
end

-- `say` adds a thing with the first claim about it, and states more with the next ones.
local function sayer(ds)
  local known = {}
  return function(name, id, values, provenance)
    local key = name .. "/" .. id
    if known[key] then return ds:claim(name, id, values, provenance) end
    known[key] = true
    local row = { id = id }
    for column, value in pairs(values) do row[column] = value end
    return ds:add(name, row, provenance or { recorded_at = FIRST, coder = "spec" })
  end
end

local PARTS = { sources, parties, people, rounds, other_talks, participants, documents, demand_threads, demand_changes,
  demands_elsewhere, responses, outcomes, later_outcomes, deliveries, statements }

--- Opens the dataset anew.
---@param options table? as for parley.open
---@return parley.Dataset
function second.open(options)
  local ds = assert(parley.open(":memory:", options))
  ds:atomic(function()
    local say = sayer(ds)
    for _, part in ipairs(PARTS) do part(say) end
    events(ds)
    corrections(ds, say)
  end)
  return ds
end

return second
