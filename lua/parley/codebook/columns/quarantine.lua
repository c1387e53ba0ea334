--- Columns of quarantine: a row of a file that an import has set aside.

return {
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
}
