--- Columns of coding: that somebody is to code a source.

return {
  { "source", "text", "the source to be coded", { references = "sources", claim_name = "coded_source" } },
  { "coder", "text", "who is to code it", { claim_name = "assigned_to" } },
  { "due", "date", "by when" },
  { "state", "text", "how far it has come", { vocabulary = "coding_state", over_time = true } },
  { "note", "text", "what the coder should know", { claim_name = "coding_note" } },
}
