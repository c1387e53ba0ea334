--- Columns of crosswalk: the same idea in another coding scheme.

return {
  { "vocabulary", "text", "the vocabulary" },
  { "code", "text", "the word as stored" },
  { "scheme", "text", "the other scheme and its publisher" },
  { "scheme_version", "text", "its version" },
  { "scheme_code", "text", "its code" },
  { "scheme_label", "text", "its label" },
}
