--- Sentences of failures: bundled.

return {
  ["no_name.bundled_dataset"] = "no bundled dataset '{name}'",
}
