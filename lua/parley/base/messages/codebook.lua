--- Sentences of failures: codebook.

return {
  ["bad_type.country_year"] = "a year is a whole number, such as 1995, not {got}",
  ["no_name.country_system"] = "no country system '{system}'; there are {systems}",
}
