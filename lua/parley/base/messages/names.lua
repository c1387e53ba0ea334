--- Sentences of failures: names of things, who is who, and what two datasets say of one thing.

return {
  ["bad_argument.candidates_least"] = "least of candidates() is a score from 0 to 1, not {got}",
  ["bad_argument.compare_on"] = "parley.compare() of rows needs the columns that say which are the same thing: "
    .. "{on = \"id\"}, or {on = {conflict = \"conflict_id\"}} where they are called otherwise",
  ["bad_argument.judge_itself"] = "judge() takes two things, and '{id}' is one",
  ["bad_argument.judge_table"] = "'{left}' and '{right}' are in several tables, {names}; say which is meant: "
    .. "ds:judge(left, right, verdict, reason, {table = \"people\"})",
  ["bad_argument.judge_tables"] = "'{left}' and '{right}' are in no table together: one is of {one}, the other of "
    .. "{other}",
  ["bad_argument.jsonld_iri"] = "to_jsonld{} names things under an IRI of yours that ends in / or #, "
    .. "{iri = \"https://example.org/talks/\"}, not under {got}",
  ["bad_type.candidates_table"] = "candidates() takes the name of a table, such as \"people\", not a {got}",
  ["bad_type.compare_kinds"] = "parley.compare() takes two datasets, or two Frames or queries, not one of each: "
    .. "give ds.talks where rows are meant",
  ["bad_type.compare_names"] = "{what} of parley.compare() is a name, a list of names, or {a = \"b\"} for a column "
    .. "that is called otherwise in b, not a {got}",
  ["bad_type.compare_side"] = "parley.compare() takes datasets, Frames or queries, and {side} is a {got}",
  ["bad_type.ftm_rows"] = "import_ftm() takes the rows of statements, such as parley.read(\"statements.csv\"), "
    .. "not a {got}",
  ["bad_type.jsonld"] = "import_jsonld() takes the path of a file, or JSON-LD as a text, not a {got}",
  ["bad_type.jsonld_into"] = "to_jsonld{into = …} takes the path of a file, not a {got}",
  ["bad_type.judge_ids"] = "judge() takes the ids of two things, not a {got}",
  ["bad_type.stands"] = "resolved{stands = …} takes an id or a list of ids, not a {got}",
  ["bad_type.verdict"] = "judge() takes \"same\", \"different\" or \"unsure\", not a {got}",
  ["bad_value.jsonld_about"] = "'{iri}' is a claim about nothing that can be claimed of: `about` names a table and an "
    .. "id, such as \"people:erdogan\"",
  ["in_transaction.jsonld"] = "to_jsonld() writes the dataset as it is kept; call it after atomic()",
  ["in_transaction.resolved"] = "resolved() copies the dataset as it is kept; call it after atomic()",
  ["malformed.jsonld"] = "that is no JSON",
  ["malformed.jsonld_context"] = "that JSON-LD has not the @context that to_jsonld() writes; compact it with that one, "
    .. "or take its rows in with import()",
  ["no_column.candidates_name"] = "the things of {table} have no names; candidates() holds names against each other",
  ["no_claims.judge"] = "the things of {name} are not judged; judge() is about things that rest on claims",
  ["no_column.compare"] = "no column '{name}' in {side}",
  ["no_column.ftm"] = "statements of FollowTheMoney have a column '{name}', and these rows have not",
  ["no_row.judged"] = "nothing is called '{value}'",
  ["read_only.jsonld_view"] = "a view shows a part, and to_jsonld() writes all claims; call it of the dataset that the "
    .. "view is of",
  ["read_only.resolved"] = "what resolved() gives can only be read; write to the dataset it was made from",
}
