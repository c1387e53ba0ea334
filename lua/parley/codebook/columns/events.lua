--- Columns of events: one coded event record, in bulk.

return {
  { "date", "date", "day of the event" },
  { "source_party", "text", "who acted, as coded" },
  { "target_party", "text", "on whom, as coded" },
  { "source_country", "text", "whose country acted, ISO 3166 alpha-3" },
  { "target_country", "text", "on whose country, ISO 3166 alpha-3" },
  { "code", "text", "event code in its scheme" },
  { "scheme", "text", "coding scheme and publisher" },
  { "act", "text", "what the code means here", { vocabulary = "act" } },
  { "quad", "integer", "quad class, 1 to 4", { least = 1, most = 4 } },
  { "goldstein", "number", "Goldstein score, -10 to 10" },
  { "mentions", "integer", "how often it was mentioned", { least = 0 } },
  { "place", "text", "where" },
  { "place_country", "text", "in what country, ISO 3166 alpha-3" },
  { "latitude", "number", "degrees north", { least = -90, most = 90 } },
  { "longitude", "number", "degrees east", { least = -180, most = 180 } },
  { "source", "text", "the dataset it comes from", { references = "sources" } },
  { "url", "text", "the report it was coded from" },
  { "text", "text", "description of the record" },
}
