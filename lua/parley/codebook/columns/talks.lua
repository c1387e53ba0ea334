--- Columns of talks: a round of talks, or a meeting that prepares one.

local forms = require "parley.codebook.column_forms"

local ref, word, state, judged, counted, bound =
  forms.ref, forms.word, forms.state, forms.judged, forms.counted, forms.bound

return {
  { "process", "text", "the peace process it belongs to", ref "processes" },
  { "name", "text", "how sources call it", judged "label" },
  { "kind", "text", "what sort of talk", word("talk_kind", "label") },
  { "round", "integer", "number of the round in its process", counted() },
  { "date", "date", "day or days of the meeting", { kind = "date", happened = true, planned = "planned_date" } },
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
}
