--- Sentences of failures: codebook.

return {
  ["no_name.country_system"] = "no country system '{system}'; there are {systems}",
}
