--- Columns of terms: one word of a vocabulary.

return {
  { "vocabulary", "text", "the vocabulary" },
  { "code", "text", "the word as stored" },
  { "label", "text", "the word as printed" },
  { "definition", "text", "what it means" },
  { "parent", "text", "the wider term", { references = "terms" } },
  { "aliases", "text", "other spellings, separated by '; '" },
}
