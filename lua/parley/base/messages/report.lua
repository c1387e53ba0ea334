--- Sentences of failures: report.

return {
  ["bad_argument.report_colour"] = "{name} of the theme of report{} is a colour such as \"#005a8c\", not '{value}'",
  ["bad_argument.report_extension"] = "report() writes HTML, to a path such as \"talks.html\", not '{path}'",
  ["bad_argument.report_path"] = "report() takes the path of a file, such as \"talks.html\"",
  ["bad_type.report_list"] = "{name} of report{} takes a list of texts, such as {\"r2\"}, not a {got}",
  ["bad_type.report_text"] = "{name} of report{} takes a text, not a {got}",
  ["misuse.report_redaction"] = "the page would still name a withheld source, with '{name}', so it is not written; "
    .. "say it otherwise, or select what is told with talks = {…} and tables = {…}",
  ["too_large.report"] = "{claims} claims or more are too many for one page (at most {most}); select some of the "
    .. "{talks} talks from {first} to {last}, as with talks = {\"{id}\"}, or some of that time, as with "
    .. "from = \"{middle}\"",
  ["too_large.report_claims"] = "{claims} claims or more are too many for one page (at most {most}); select some with "
    .. "talks = {…}, from and to",
}
