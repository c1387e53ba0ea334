--- Sentences of failures: analysis.

return {
  ["bad_argument.brief_about_talk_about"] = "brief{} is about a talk or about what lies between from and to, not both",
  ["bad_argument.cite"] = "{HOW}",
  ["bad_argument.cite_frame"] = "{HOW}; this Frame has none: cite the query its rows come from",
  ["bad_argument.cite_needs_rows_their"] = "cite() needs rows with their id; keep it, as in select(\"id\", …)",
  ["bad_argument.cite_rows_dataset_these"] = "cite() takes rows of this dataset, and these are of another one",
  ["bad_argument.compare_twice"] = "compare() needs two different talks, not '{first}' twice",
  ["bad_argument.compare_two_talks_ds"] = "compare() takes two talks, as in ds:compare(\"r2\", \"r3\")",
  ["bad_argument.empty_list_leave_out"] = "{what} is an empty list; leave it out to ask for all",
  ["bad_argument.evidence_needs_id_row"] = "evidence() needs the id of a row of {name}",
  ["bad_argument.limit_search_must_whole"] = "limit of search() must be a whole number, 1 or more, not {limit}",
  ["bad_argument.overdue_needs_day_judge"] = "overdue() needs the day to judge by, as in overdue('2025-07-21')",
  ["bad_argument.resting_on_names_certainty_firmest"] = "resting_on{} names no certainty; the firmest is "
    .. "on_record_quote",
  ["bad_date.brief_from_later_than"] = "brief{}: from '{from}' is later than to '{to}'",
  ["bad_date.network_from_later_than"] = "network{}: from '{from}' is later than to '{to}'",
  ["bad_date.timeline_from_later_than"] = "timeline{}: from '{from}' is later than to '{to}'",
  ["bad_type.cite"] = "{HOW}, not a {got}",
  ["bad_type.evidence_table_id_evidence"] = "evidence() takes a table and an id, as in evidence('outcomes', "
    .. "'r2-bodies'), not a {got}",
  ["bad_type.resting_on_list_certainties_resting_on"] = "resting_on{} takes a list of certainties, as in "
    .. "resting_on{'anonymous', 'inferred'}, not a {got}",
  ["no_claims.brief_needs_parley_tables"] = "brief{} needs Parley's tables, and this file was opened as it is "
    .. "({schema = false})",
  ["no_claims.cite_needs_claims_file"] = "cite() needs claims, and this file was opened as it is ({schema = false})",
  ["no_claims.disagreements_needs_rows_table"] = "disagreements() needs the rows of a table that rests on claims, "
    .. "not {name}",
  ["no_claims.ds_search_needs_parley"] = "ds:search() needs Parley's tables, and this file was opened as it is "
    .. "({schema = false})",
  ["no_claims.network_needs_parley_tables"] = "network{} needs Parley's tables, and this file was opened as it is "
    .. "({schema = false})",
  ["no_column.field"] = "no field '{name}' in {table}",
  ["no_option.concessions_options_choose_among"] = "concessions() takes no options; choose among its rows: "
    .. "ds:concessions():where{kind = 'silence'}",
  ["no_option.resting_on_certainties_only_option"] = "resting_on{} takes certainties only, and no option '{key}'",
  ["no_row.rows_source_cite"] = "rows of {name} have no source to cite",
  ["no_table.cite_table"] = "cite(): no table '{name}'",
  ["no_table.table_dataset_columns_dates"] = "no table of this dataset has columns of dates, so there is no timeline",
  ["overflow.sum_does_fit_bits"] = "the sum of {a} and {b} does not fit 64 bits",
}
