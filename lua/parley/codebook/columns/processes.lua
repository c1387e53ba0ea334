--- Columns of processes: a peace process.

local forms = require "parley.codebook.column_forms"

local judged = forms.judged

return {
  { "name", "text", "what the process is called", judged "label" },
  { "conflict", "text", "the conflict it is about", judged "label" },
  { "start", "date", "when the process began", judged "date" },
  { "pax", "text", "its number in PA-X", judged "value" },
  { "ucdp", "text", "its conflict's number at UCDP", judged "value" },
}
