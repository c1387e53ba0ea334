--- The vocabularies: every word a coded column may hold, with what it means, as data.
-- A term is one row { code, label, definition, aliases, parent }. The definition is one sentence that
-- tells the term from its neighbours; aliases are what other people call it, separated by '; '; parent
-- is the wider term. The order of the terms is part of the meaning where a vocabulary is a scale:
-- `certainty` runs from the firmest to the weakest.
-- `spelling` is no column's vocabulary: it lists the spellings of one word, so that claims which differ
-- in spelling alone are not taken for a disagreement.

local vocabularies = {}

-- Roles of outsiders; a participant can have them too, hence one list for both vocabularies.
local third_party_roles = {
  { "host", "Host",
    "Gives the ground the sides meet on, whether or not it takes part in what is said." },
  { "mediator", "Mediator",
    "Sits between the sides with their consent and brings in proposals of its own.",
    "broker; facilitator; mediation" },
  { "good_offices", "Good offices",
    "Brings the sides together or keeps a line open to them, without proposals of its own.",
    "go-between; channel" },
  { "guarantor", "Guarantor",
    "Takes on a duty of its own to see that what is agreed will be kept.",
    "guarantor state; guaranteeing power" },
  { "observer", "Observer",
    "Watches the talks or what comes of them, with no say and no duty." },
  { "sponsor", "Sponsor",
    "Stands publicly behind a proposal, a demand or the process, or pays for it, without sitting between the sides.",
    "backer; supporter; co-sponsor" },
  { "pressure", "Pressure",
    "Pushes a side from outside, by threats, penalties or rewards, to talk or to yield.",
    "coercion; leverage" },
  { "communication", "Communication and facilitation",
    "Carries messages and clears up what is meant, and leaves procedure and substance to the sides.",
    "communication-facilitation" },
  { "procedural", "Procedural",
    "Decides how the sides meet: place, agenda, order and what is told to the public.", "procedural mediation" },
  { "directive", "Directive",
    "Shapes what is agreed, with rewards and threats of its own.", "directive mediation; manipulation" },
  { "relay", "Relay",
    "Passes on the words of a side or of a leader, and adds nothing to them.",
    "messenger; intermediary" },
}

local function with_third_parties(rows)
  for _, row in ipairs(third_party_roles) do rows[#rows + 1] = row end
  return rows
end

-- In the order they are printed: { name, what the words tell apart, terms }.
local source = {
  { "talk_kind", "what sort of talk it is", {
    { "round", "Round",
      "A numbered or named meeting of the sides' delegations, in which the matter itself is negotiated.",
      "negotiating round; round of talks" },
    { "preparatory", "Preparatory",
      "A meeting, of one side alone or of several, whose aim is to get a later talk ready.",
      "pre-talk; talks about talks; preparation" },
    { "technical", "Technical",
      "A meeting of experts on how to carry out something, such as an exchange or a monitoring mission.",
      "working group; expert level" },
    { "leaders", "Leaders' meeting",
      "A meeting of heads of state or government of the sides, with or without others.",
      "summit; leaders' summit" },
    { "consultation", "Consultation",
      "An exchange of views between a side and others, or among others, in which the sides do not bargain.",
      "visit; phone call; bilateral meeting" },
    { "exchange_of_documents", "Exchange of documents",
      "Papers pass from one side to the other without a meeting.",
      "exchange of letters; written exchange" },
  } },
  { "talk_format", "how the sides meet", {
    { "direct", "Direct", "The delegations sit in one room and speak to each other.",
      "face to face; in person; direct talks" },
    { "proximity", "Proximity", "The delegations are in one place but apart, and somebody walks between them.",
      "indirect; proximity talks" },
    { "shuttle", "Shuttle", "The delegations stay where they are, and somebody travels between them.",
      "shuttle diplomacy" },
    { "remote", "Remote", "The sides speak by telephone, by video or in writing.",
      "online; video; telephone; by phone" },
  } },
  { "directness", "whether the warring sides face each other in a talk", {
    { "direct", "Direct", "The warring sides face each other and speak, alone or with others in the room." },
    { "proximity", "Proximity", "They are in one place and speak through others." },
    { "contested", "Contested", "Sources differ on whether they met, or one side denies it." },
    { "none", "Separate", "One of them is not there: the talk is between a side and others.",
      "no meeting; one side only" },
  } },
  { "talk_status", "how far a talk has come", {
    { "proposed", "Proposed", "Somebody has suggested it, and no other side has answered yet.", "suggested" },
    { "invited", "Invited", "A host or a side has asked the others to come.", "invitation" },
    { "supported", "Supported", "Another side is in favour, but neither day nor place is settled.", "welcomed" },
    { "scheduled", "Scheduled", "Day and place are settled, and the sides say that they will come.",
      "confirmed; planned; set" },
    { "held", "Held", "It has taken place.", "took place; concluded; ended" },
    { "postponed", "Postponed", "It was scheduled, and has been moved to a later day, known or not.",
      "delayed; put off" },
    { "cancelled", "Cancelled", "It was scheduled, and has been called off.", "canceled; called off" },
    { "declined", "Declined", "It was proposed, and a side has said that it will not come.", "refused; turned down" },
    { "lapsed", "Lapsed", "It was proposed, and its time has passed without an answer or a date.", "expired" },
  } },
  { "talk_result", "what came of a talk", {
    { "none", "None", "It ended, as the source says, with nothing agreed.",
      "no result; stalemate; deadlock; failure" },
    { "continues", "Continues", "Nothing was agreed except to go on talking." },
    { "partial", "Partial", "Something was agreed, but neither a ceasefire nor a settlement.",
      "partial agreement; some progress" },
    { "ceasefire", "Ceasefire", "The fighting is to stop, wholly or in part, while the conflict itself stays open.",
      "truce; cease-fire" },
    { "settlement", "Settlement", "The conflict itself, or a main part of it, is settled.",
      "peace agreement; peace deal" },
    { "unknown", "Unknown", "The source says that it is not known what came of it." },
  } },
  { "topic", "what a demand, provision, outcome or statement is about",
    function() return require "parley.codebook.topics" end },
  { "demand_status", "what has become of a demand", {
    { "raised", "Raised", "It was made for the first time, as far as the sources show.", "made; put forward" },
    { "repeated", "Repeated", "It was made again without change while still open.", "reiterated; reaffirmed" },
    { "accepted", "Accepted", "The addressee agreed to all of it.", "agreed; granted" },
    { "accepted_with_conditions", "Accepted with conditions",
      "The addressee agreed to it on a condition that is still open.",
      "conditional acceptance", "accepted" },
    { "partly_met", "Partly met", "Some of it was agreed or done, and the rest stays open.",
      "partially met; partly accepted" },
    { "rejected", "Rejected", "The addressee said no, and offered nothing in its place.",
      "refused; turned down; dismissed" },
    { "countered", "Countered", "The addressee offered something else in its place.", "counterproposal made" },
    { "deferred", "Deferred", "The addressee put its answer off to a later time or another level.", "postponed" },
    { "unanswered", "Unanswered", "The addressee has given no answer that anybody reports.", "no answer; ignored" },
    { "superseded", "Superseded", "The party replaced it with a later demand of its own.", "replaced" },
    { "withdrawn", "Withdrawn", "The party took it back.", "dropped" },
    { "lapsed", "Lapsed", "Its time passed, or its object disappeared, with no decision.", "expired" },
  } },
  { "demand_kind", "whether a position is asked, offered or held", {
    { "demand", "Demand", "A side asks another to do, give or accept something.", "condition; request" },
    { "offer", "Offer", "A side holds out what it would give or do itself.", "concession" },
    { "proposal", "Proposal", "A side lays out steps for both, or for others, to agree to.", "plan; initiative" },
    { "stance", "Stance", "A side says what it will or will not accept, and asks nothing for the moment.",
      "position; red line" },
  } },
  { "response_kind", "what sort of answer it is", {
    { "accept", "Accept", "Yes to all that was asked.", "acceptance; agree" },
    { "conditional", "Conditional", "Yes, if something else comes true first.", "conditional acceptance; yes, but" },
    { "partial", "Partial", "Yes to a part, and no or nothing to the rest.", "partial acceptance" },
    { "reject", "Reject", "No, with nothing offered in its place.", "rejection; refusal; refuse; dismiss" },
    { "counter", "Counter", "Something else is offered in its place.", "counterproposal; counter-offer" },
    { "defer", "Defer", "An answer is promised for later or left to others.", "postpone; study" },
    { "acknowledge", "Acknowledge", "Receipt is confirmed, without yes or no.", "receipt; noted" },
    { "silence", "Silence", "A source says that no answer has come.", "no comment; no answer; no response" },
  } },
  { "outcome_kind", "what sort of outcome it is", {
    { "agreement", "Agreement", "The sides settled on it together.", "deal; accord" },
    { "commitment", "Commitment", "A side bound itself towards the other to do something.", "undertaking; obligation" },
    { "pledge", "Pledge", "A side announced that it will do something, without binding itself to the other.",
      "promise; announcement; gesture" },
    { "exchange", "Exchange", "Each side gives people or things of the same sort to the other.", "swap; trade",
      "agreement" },
    { "hand_over", "Hand-over", "People, remains or things pass one way, from a giver to a receiver.",
      "handover; transfer; repatriation" },
    { "agreement_to_continue", "Agreement to continue", "The sides agreed to go on talking, and how.",
      "follow-up agreed", "agreement" },
    { "no_agreement", "No agreement", "A source says that on this matter nothing was agreed.",
      "no deal; failure; disagreement" },
  } },
  { "outcome_nature", "whether both sides give", {
    { "reciprocal", "Reciprocal", "Each side gives because the other does.", "mutual; two-way" },
    { "unilateral", "Unilateral", "One side gives and asks nothing in return.", "one-sided; goodwill gesture" },
    { "parallel", "Parallel", "Both sides give the like, but neither makes it depend on the other.", "side by side" },
    { "unclear", "Unclear", "The source leaves open whether the other side gives too.", "ambiguous" },
  } },
  { "agreement_stage", "to what stage of a peace process an agreement belongs", {
    { "pre_negotiation", "Pre-negotiation", "It settles how, where and about what the sides will talk.",
      "talks about talks" },
    { "ceasefire", "Ceasefire", "It stops the fighting, or part of it." },
    { "framework_partial", "Framework, partial", "It settles some of the substance and leaves the rest to others.",
      "substantive, partial" },
    { "framework_comprehensive", "Framework, comprehensive", "It sets out to settle the whole of the substance.",
      "substantive, comprehensive" },
    { "implementation", "Implementation", "It says how something agreed before is to be carried out." },
    { "renewal", "Renewal", "It confirms or prolongs something agreed before.", "extension" },
    { "other", "Other", "It belongs to none of these stages." },
  } },
  { "agreement_type", "how much of a conflict an agreement settles", {
    { "full", "Full", "It settles what the sides fight over.", "full peace agreement" },
    { "partial", "Partial", "It settles a part of what the sides fight over.", "partial peace agreement" },
    { "peace_process", "Peace process", "It sets up a process that is to settle it.", "peace process agreement" },
  } },
  { "ceasefire_kind", "what sort of ceasefire is agreed", {
    { "truce", "Truce", "A halt for a stated time, after which fighting may go on." },
    { "humanitarian_pause", "Humanitarian pause", "A halt in a place or for hours, for the sake of people in need.",
      "regime of silence; humanitarian corridor" },
    { "cessation_of_hostilities", "Cessation of hostilities", "A halt without a stated end and without verified terms.",
      "suspension of arms" },
    { "permanent", "Permanent", "A halt that is to last, with terms that both have signed.", "definitive ceasefire" },
  } },
  { "outcome_status", "how far an outcome has come", {
    { "announced", "Announced", "One side has made it public, and the other has not confirmed it.", "declared" },
    { "agreed", "Agreed", "The sides concerned confirm it, and nothing is done yet.", "confirmed" },
    { "due", "Due", "Its day or window has come, and nothing is known to be done.", "expected" },
    { "started", "Started", "Carrying it out has begun, with nothing finished yet.", "under way; begun" },
    { "partly_done", "Partly done", "Some of it is finished, and more is to follow.", "partly implemented" },
    { "done", "Done", "All of it is finished.", "implemented; completed; fulfilled" },
    { "missed", "Missed", "Its time passed without its being done.", "overdue; not implemented; broken" },
    { "disputed", "Disputed", "The sides differ on whether it was done.", "contested" },
  } },
  { "statement_kind", "what sort of statement it is", {
    { "fact", "Fact", "Tells that something is or was so.", "report; account" },
    { "plan", "Plan", "Tells what the speaker's own side is going to do.", "intention" },
    { "expectation", "Expectation", "Tells what the speaker thinks or hopes will come.", "hope; forecast" },
    { "threat", "Threat", "Announces harm if somebody does or fails to do something, with no day set.", "warning" },
    { "ultimatum", "Ultimatum", "Announces harm unless something is done by a set day.", "deadline threat",
      "threat" },
    { "support", "Support", "Backs another's demand, proposal or role.", "endorsement; backing" },
    { "offer", "Offer", "Holds out something to the other side, to host, to give or to meet.", "invitation" },
    { "opinion", "Opinion", "Judges a person, a side or an event.", "characterisation; criticism; assessment" },
    { "absence", "Absence", "Tells that something has not happened, been said or been found.", "nothing reported" },
  } },
  { "third_party_role", "what an outsider does for the talks", third_party_roles },
  { "certainty", "how firmly the source stands on a claim, firmest first", {
    { "on_record_quote", "On record, quoted", "A named speaker's own words stand in quotation marks.",
      "direct quote; quoted" },
    { "on_record_paraphrase", "On record, paraphrased", "A named speaker is given in the source's own words.",
      "reported speech; paraphrase" },
    { "document_seen", "Document seen", "The source had the document itself before its eyes and tells what it says.",
      "text obtained" },
    { "document_described", "Document described",
      "The source tells what a document says, without saying that it had it before its eyes.",
      "document outlined" },
    { "named_medium", "Named medium", "Another outlet, which the source names, is its authority.",
      "other media; news agency" },
    { "narration", "Narration", "The source says so itself and names nobody for it.", "own voice; narrated" },
    { "anonymous", "Anonymous", "People whom the source does not name say so.",
      "unnamed officials; unnamed sources" },
    { "inferred", "Inferred", "No source says so; the coder concluded it from what they say.",
      "coder's reading; deduced" },
  } },
  { "modality", "in what sense a claim is meant", {
    { "fact", "Fact", "As something that is or has happened.", "actual" },
    { "plan", "Plan", "As something arranged for later by those who can do it.", "scheduled; intended" },
    { "demand", "Demand", "As something a party asks of another.", "position; request" },
    { "promise", "Promise", "As something a party has said it will give or do.", "commitment; pledge" },
    { "expectation", "Expectation", "As something somebody thinks will come, without having it in hand.", "forecast" },
    { "threat", "Threat", "As harm held out in case something is done or left undone.", "warning" },
    { "opinion", "Opinion", "As a judgement that others may not share.", "assessment; characterisation" },
    { "absence", "Absence", "As something that, by the source's own word, is not there.", "negative finding" },
    { "denial", "Denial", "As something that somebody says is not so, against what others say.",
      "refutation; contradiction" },
  } },
  { "polarity", "whether a claim affirms or denies its values", {
    { "affirmed", "Affirmed", "The claim says that its values hold.", "positive" },
    { "denied", "Denied", "The claim says that its values do not hold.", "negative; denial" },
  } },
  { "rank", "how a claim stands beside other claims about the same thing", {
    { "preferred", "Preferred", "The coder has chosen it before the others, for a reason given in the note." },
    { "normal", "Normal", "It counts on its own merits.", "default" },
    { "deprecated", "Deprecated", "It is known to be wrong, and is kept so that the error can be seen.",
      "known error" },
  } },
  { "coding_state", "how far the coding of a source has come", {
    { "assigned", "Assigned", "Somebody is to code the source, and nothing says that it was begun." },
    { "started", "Started", "The coder has claimed something from the source, or says that it was begun.", "begun" },
    { "done", "Done", "The coder says that the source is coded.", "finished; complete" },
  } },
  { "disagreement_kind", "in what respect claims about one thing differ", {
    { "value", "Value", "They give different numbers, persons, places or topics.", "amount" },
    { "scope", "Scope", "They differ on whom, where, how far or on what condition it holds.", "extent; coverage" },
    { "date", "Date", "They give days that cannot be the same.", "timing" },
    { "reciprocity", "Reciprocity", "They differ on whether one side gives or both do." },
    { "attribution", "Attribution", "They differ on who said it, announced it or made it public.", "source" },
    { "label", "Label", "They use different words, with different overtones, for the same thing.",
      "wording; framing; name" },
    { "outcome", "Outcome", "They differ on what came of it or how far it has come.", "result; status" },
  } },
  { "party_kind", "what sort of party it is", {
    { "state", "State", "A country with a government that other states deal with.", "country; nation" },
    { "government_body", "Government body", "A ministry, office, army or other organ of a state.",
      "ministry; agency; armed forces" },
    { "delegation", "Delegation", "The people a party sends to talks, where they act as one.", "negotiating team" },
    { "de_facto_authority", "De facto authority",
      "A body that governs an area and that few or no states recognise.", "unrecognised state; breakaway region" },
    { "armed_group", "Armed group", "An organised fighting force that is no state's army.",
      "rebels; insurgents; militia; non-state armed actor" },
    { "political_movement", "Political movement", "A political party or movement without an army of its own.",
      "political party; opposition" },
    { "organisation", "Organisation", "A standing body of states or a formal agency of one, with offices of its own.",
      "organization; international organisation; IGO" },
    { "alliance", "Alliance", "States bound by treaty to defend each other or to act together.", "military alliance" },
    { "coalition", "Coalition", "States or leaders spoken of as one, with no treaty between them.",
      "allies; partners; group of states" },
    { "civil_society", "Civil society", "Churches, charities, unions and groups of citizens outside the state.",
      "NGO; church; civic group" },
    { "outlet", "Outlet", "A newspaper, agency, station or site that publishes.", "media; news agency; publisher" },
    { "group", "Group of people", "Unnamed people spoken of together, such as officials or experts.",
      "unnamed officials; officials" },
  } },
  { "participant_role", "in what role somebody takes part in a talk", with_third_parties {
    { "delegation", "Delegation", "A side that negotiates, through the people it sends.", "negotiating side" },
    { "head_of_delegation", "Head of delegation", "The person who leads a side's team at the table.",
      "chief negotiator; delegation leader" },
    { "member", "Member", "A person in a side's team who does not lead it.", "negotiator; delegate" },
    { "leader", "Leader", "A head of state or government who takes part in person.",
      "head of state; head of government; president" },
    { "envoy", "Envoy", "A person sent to act for a leader, at the table or between tables.",
      "special representative" },
    { "spokesperson", "Spokesperson", "A person who speaks to the public for a side.", "spokesman; spokeswoman" },
    { "expert", "Expert", "A person who advises a side on one subject.", "adviser; advisor" },
  } },
  { "participant_status", "whether a participant came", {
    { "proposed", "Proposed", "Somebody has named them as a possible participant.", "suggested; possible" },
    { "invited", "Invited", "They have been asked to come, and their answer is open." },
    { "expected", "Expected", "Somebody else says that they will come.", "announced by others" },
    { "confirmed", "Confirmed", "Their own side says that they will come.", "accepted" },
    { "departed", "Departed", "They are on their way.", "left; under way" },
    { "attended", "Attended", "They were there.", "present; took part" },
    { "absent", "Absent", "They were not there, as a source points out.", "stayed away; missing" },
    { "declined", "Declined", "They said beforehand that they would not come.", "refused" },
  } },
  { "document_kind", "what sort of document it is", {
    { "memorandum", "Memorandum", "A side's paper on steps and principles, written for the other side.", "memo" },
    { "framework", "Framework", "An outline of how a settlement is to be reached, to be filled in later.",
      "framework proposal" },
    { "proposal", "Proposal", "A paper that asks the other side to agree to something definite.", "offer; plan" },
    { "roadmap", "Roadmap", "A list of steps in order of time, with or without dates.", "road map; timetable" },
    { "draft", "Draft", "The wording of an agreement that is not agreed yet.", "draft treaty; draft agreement" },
    { "agreement", "Agreement", "A text that the sides have accepted.", "treaty; accord" },
    { "protocol", "Protocol", "A text on how an agreement is carried out, or a record of what was agreed.",
      "minutes; annexed protocol" },
    { "communique", "Communiqué", "A statement for the public, by one side or by several together.",
      "joint statement; press release; statement" },
    { "list", "List", "Names or items, such as people to be returned.", "name list; register" },
    { "letter", "Letter", "A message from one person or body to another.", "note; message" },
    { "map", "Map", "A drawing of lines and areas.", "line map" },
  } },
  { "provision_kind", "what sort of provision it is", {
    { "section", "Section", "A headed part of a document that holds other provisions.", "chapter; part" },
    { "option", "Option", "One of several ways a document leaves to choose from.", "alternative; variant" },
    { "stage", "Stage", "A step that comes before or after other steps of the same document.", "phase; step" },
    { "principle", "Principle", "A rule that the rest of the document is to follow.", "basic principle" },
    { "clause", "Clause", "A single rule, demand or promise.", "article; point; item" },
    { "annex", "Annex", "A part attached to a document, such as a list or a map.", "appendix" },
  } },
  { "release", "how far the public can read a document", {
    { "published", "Published", "Its owner has made the text public.", "public; official" },
    { "leaked", "Leaked", "The text is public, but not by its owner's will.", "leak" },
    { "seen_by_media", "Seen by media", "An outlet has read the text, and the public has not.", "obtained" },
    { "described", "Described", "Outlets tell what it says, and nobody says that they read it.", "outlined" },
    { "not_released", "Not released", "A source says that its owner has not made it public.",
      "unpublished; not published; confidential" },
  } },
  { "source_origin", "where the news of a source comes from", {
    { "own_reporting", "Own reporting", "Its own people heard, saw or asked.", "own correspondent" },
    { "agency", "Agency", "It gives what an agency or another outlet has reported.", "wire; relay" },
    { "official_text", "Official text", "A government, a side or an organisation publishes it itself.",
      "press release; readout" },
    { "copy", "Copy", "It repeats another page word for word, or nearly.", "reprint; syndication" },
    { "machine", "Machine", "A program wrote, gathered or translated it.", "machine translation; bot" },
  } },
  { "basis", "what a number counts", {
    { "per_side", "Per side", "What each side gives.", "each; from each side" },
    { "total", "Total", "What all sides give together.", "in total; altogether; overall" },
  } },
  { "counting", "what a count of something done counts", {
    { "each", "Each", "What this one brought." },
    { "cumulative", "Cumulative", "All that has come so far, this one with it.", "so far; to date; running total" },
  } },
  { "verdict", "whether two things are one", {
    { "same", "Same", "The two are one thing, which was entered twice.", "identical; duplicate; match" },
    { "different", "Different", "The two are not one, however alike they look.", "distinct; no match" },
    { "unsure", "Unsure", "Somebody looked, and could not tell.", "undecided; maybe" },
  } },
  { "act", "what a coded event means for talks", {
    { "talk", "Talk", "The sides, or a side and an outsider, meet, speak or are going to.", "meeting; negotiation" },
    { "demand", "Demand", "One asks another for something, from an appeal to an ultimatum.", "appeal; request" },
    { "rejection", "Rejection", "One turns down what another asks or proposes, or breaks talks off.", "refusal" },
    { "agreement", "Agreement", "One signs, accepts or declares itself willing.", "accord; intent" },
    { "outcome", "Outcome", "One gives what was asked: frees, lifts, lets through or stops firing.", "concession" },
    { "breach", "Breach", "One breaks what was agreed.", "violation" },
    { "other", "Other", "Anything else, such as comment, aid or fighting." },
  } },
}

-- "a; b" -> { "a", "b" }
local function split(aliases)
  local list = {}
  for alias in aliases:gmatch "[^;]+" do list[#list + 1] = alias:match "^%s*(.-)%s*$" end
  return list
end

local function vocabulary_record(meaning, rows)
  local record = { meaning = meaning, codes = {}, terms = {} }
  for i, row in ipairs(rows) do
    record.codes[i] = row[1]
    record.terms[row[1]] = {
      code = row[1], label = row[2], definition = row[3], aliases = row[4] and split(row[4]) or {}, parent = row[5],
    }
  end
  return record
end

source[#source + 1] = { "spelling", "which spellings are one word",
  function() return require("parley.codebook.spellings").rows() end }

vocabularies.names = {}       -- in the order they are printed
local entries = {}            -- name -> entry of `source`
for i, entry in ipairs(source) do
  vocabularies.names[i], entries[entry[1]] = entry[1], entry
end

-- Loading this file is part of the start of many a script, so a vocabulary is built when first asked for.
local function build(by_name, name)
  local entry = entries[name]
  if not entry then return nil end
  local rows = entry[3]
  if type(rows) == "function" then rows = rows() end
  local record = vocabulary_record(entry[2], rows)
  rawset(by_name, name, record)
  return record
end

--- name -> { meaning, codes = in order, terms = code -> term }; walk it by `names`, not with pairs.
--- A term is { code, label, definition, aliases = a list, parent = code of the wider term or nil }.
vocabularies.by_name = setmetatable({}, { __index = build })

--- Whether the vocabulary `name` has the word `code`, exactly as stored.
---@param name string
---@param code any
---@return boolean
function vocabularies.has(name, code)
  local vocabulary = vocabularies.by_name[name]
  return vocabulary ~= nil and vocabulary.terms[code] ~= nil
end

--- The words of a vocabulary, in its order; nil when there is no such vocabulary.
---@param name string
---@return string[]?
function vocabularies.codes(name)
  local vocabulary = vocabularies.by_name[name]
  return vocabulary and vocabulary.codes
end

-- word in lower case -> code, over codes, labels and aliases of one vocabulary; built when first asked for
local function word_index(vocabulary)
  local index = {}
  for _, code in ipairs(vocabulary.codes) do
    local term = vocabulary.terms[code]
    index[code:lower()], index[term.label:lower()] = code, code
    for _, alias in ipairs(term.aliases) do index[alias:lower()] = code end
  end
  return index
end

--- The code that `word` stands for, as a code, a label or an alias; capitals do not matter.
--- `find("topic", "POWs")` is "prisoners", `find("spelling", "Kiev")` is "kyiv".
---@param name string
---@param word string
---@return string?
function vocabularies.find(name, word)
  local vocabulary = vocabularies.by_name[name]
  if not vocabulary then return nil end
  vocabulary.index = vocabulary.index or word_index(vocabulary)
  return vocabulary.index[word:lower()]
end

--- One row for each term, as table `terms` holds it: vocabularies and words in their order.
---@return table[]
function vocabularies.rows()
  local rows = {}
  for _, name in ipairs(vocabularies.names) do
    local vocabulary = vocabularies.by_name[name]
    for _, code in ipairs(vocabulary.codes) do
      local term = vocabulary.terms[code]
      rows[#rows + 1] = {
        id = name .. "/" .. code, vocabulary = name, code = code, label = term.label,
        definition = term.definition, parent = term.parent and name .. "/" .. term.parent,
        aliases = term.aliases[1] and table.concat(term.aliases, "; "),
      }
    end
  end
  return rows
end

return vocabularies
