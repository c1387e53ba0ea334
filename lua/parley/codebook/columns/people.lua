--- Columns of people: a person.

local forms = require "parley.codebook.column_forms"

local judged = forms.judged

return {
  { "name", "text", "name as usually written in English", judged "label" },
  { "aliases", "text", "other spellings, separated by '; '" },
}
