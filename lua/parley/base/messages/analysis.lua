--- Sentences of failures: analysis.

return {
  ["bad_argument.cite_foreign_rows"] = "cite() takes rows of this dataset, and these are of another one",
  ["bad_argument.cite_frame"] = "{how}; this Frame has none: cite the query its rows come from",
  ["bad_argument.cite_rows"] = "{how}",
  ["bad_argument.cite_without_ids"] = "cite() needs rows with their id; keep it, as in select(\"id\", …)",
  ["bad_argument.compare_same_talk"] = "compare() needs two different talks, not '{first}' twice",
  ["bad_argument.compare_two_talks"] = "compare() takes two talks, as in ds:compare(\"r2\", \"r3\")",
  ["bad_argument.empty_list"] = "{what} is an empty list; leave it out to ask for all",
  ["bad_argument.evidence_id"] = "evidence() needs the id of a row of {name}",
  ["bad_argument.changes_from"] = "changes{} needs the day to start from, as in changes{from = '2025-06-01'}",
  ["bad_argument.overdue_day"] = "overdue() needs the day to judge by, as in overdue('2025-07-21')",
  ["bad_argument.resting_on_nothing"] = "resting_on{} names no certainty; the firmest is "
    .. "on_record_quote",
  ["bad_argument.search_limit"] = "limit of search() must be a whole number, 1 or more, not {limit}",
  ["bad_argument.talk_and_period"] = "brief{} is about a talk or about what lies between from and to, not both",
  ["bad_argument.total_quantity"] = "total() needs the name of a quantity of {table}: {all}",
  ["bad_argument.total_rows"] = "total() takes the rows of a table, each with its id: ask it before select(), "
    .. "join() or summarise(), as in ds.outcomes:where{…}:total()",
  ["bad_date.brief_period"] = "brief{}: from '{from}' is later than to '{to}'",
  ["bad_date.changes_period"] = "changes{}: from '{from}', which ends on {first}, is later than to '{to}', which ends "
    .. "on {last}",
  ["bad_date.changes_view"] = "changes{}: this view ends on {view}, and '{date}' on a later day; "
    .. "ask the dataset that it is a view of",
  ["bad_date.network_period"] = "network{}: from '{from}' is later than to '{to}'",
  ["bad_date.timeline_period"] = "timeline{}: from '{from}' is later than to '{to}'",
  ["bad_type.cite_rows"] = "{how}, not a {got}",
  ["bad_type.evidence_arguments"] = "evidence() takes a table and an id, as in evidence('outcomes', "
    .. "'r2-bodies'), not a {got}",
  ["bad_type.total_by"] = "total{by = ...} takes an expression or a list of them, as in "
    .. "total{by = \"talk\"}, not a {got}",
  ["bad_type.total_quantity"] = "total() takes the name of a quantity, as in total(\"amount\"), not a {got}",
  ["bad_type.resting_on_certainties"] = "resting_on{} takes a list of certainties, as in "
    .. "resting_on{'anonymous', 'inferred'}, not a {got}",
  ["no_column.quantity"] = "no quantity '{name}' in {table}",
  ["no_claims.brief"] = "brief{} needs Parley's tables, and this file was opened as it is "
    .. "({schema = false})",
  ["no_claims.cite"] = "cite() needs claims, and this file was opened as it is ({schema = false})",
  ["no_claims.disagreements"] = "disagreements() needs the rows of a table that rests on claims, "
    .. "not {name}",
  ["no_claims.network"] = "network{} needs Parley's tables, and this file was opened as it is "
    .. "({schema = false})",
  ["no_claims.search"] = "ds:search() needs Parley's tables, and this file was opened as it is "
    .. "({schema = false})",
  ["no_column.field"] = "no field '{name}' in {table}",
  ["no_option.concessions"] = "concessions() takes no options; choose among its rows: "
    .. "ds:concessions():where{kind = 'silence'}",
  ["no_option.resting_on"] = "resting_on{} takes certainties only, and no option '{key}'",
  ["no_row.without_source"] = "rows of {name} have no source to cite",
  ["no_table.cite"] = "cite(): no table '{name}'",
  ["no_table.with_dates"] = "no table of this dataset has columns of dates, so there is no timeline",
  ["overflow.sum"] = "the sum of {a} and {b} does not fit 64 bits",
}
