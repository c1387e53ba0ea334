--- Sentences of failures: bundled.

return {
  ["no_name.dataset"] = "no bundled dataset and no file '{name}'; mode = \"rwc\" makes a file of that name",
  ["no_name.bundled_dataset"] = "no bundled dataset '{name}'",
}
