--- Columns of parties: a state, government body, armed group, organisation, alliance or outlet.

local forms = require "parley.codebook.column_forms"

local ref, word, judged, counted = forms.ref, forms.word, forms.judged, forms.counted

return {
  { "name", "text", "usual English name", judged "label" },
  { "kind", "text", "what sort of party", word "party_kind" },
  { "parent", "text", "the party it belongs to", ref "parties" },
  { "iso3", "text", "ISO 3166 alpha-3 code of a state", judged "value" },
  { "cow", "integer", "number of a state in the Correlates of War", counted() },
  { "gwno", "integer", "number of a state after Gleditsch and Ward", counted() },
  { "fips", "text", "FIPS 10-4 code of a state", judged "value" },
  { "aliases", "text", "other names and spellings, separated by '; '" },
}
