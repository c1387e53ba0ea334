--- Sentences of failures: codebook.

return {
  ["bad_type.country_year"] = "a year is a whole number, such as 1995, not {got}",
  ["bad_type.country_system"] = "parley.countries.iso3 takes the system of a code first, as in "
    .. "iso3(\"fips\", \"RS\"), not a {got}",
  ["no_name.country_system"] = "no country system '{name}'",
}
