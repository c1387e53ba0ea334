--- Sentences of failures: claims.

return {
  ["bad_argument.amend_fields"] = "amend() takes what is to be otherwise, such as {best = 600}, {stated = '2025-06'}",
  ["bad_argument.amend_id"] = "amend() cannot change what a claim is about; ds:rename(table, from, to) renames a "
    .. "thing, and what was said of another is retracted and claimed there",
  ["bad_argument.as_recorded_time"] = "as_recorded() takes a time in UTC, such as '2026-11-22T18:00' or "
    .. "'2026-11-22', not '{time}'",
  ["bad_argument.column_both"] = "a column holds ids of a table or words of a vocabulary, not both",
  ["bad_argument.column_bounds"] = "least and most are whole numbers, the smaller one first; most needs least",
  ["bad_argument.column_fit"] = "a column of type {type} takes no option {option}",
  ["bad_argument.column_keyword"] = "'{name}' means something else in conditions; choose another name",
  ["bad_argument.column_name"] = "a column is named by up to 63 small letters, digits and '_', a letter first, such as "
    .. "'weather', not by '{name}'",
  ["bad_argument.column_quantity"] = "a quantity is added by its own name, {quantity = true}: ds:add_column(\"talks\", "
    .. "\"cost\", {type = \"number\", quantity = true}) makes cost_best, cost_low and cost_high",
  ["bad_argument.column_several"] = "only references to parties and people take several",
  ["bad_argument.column_type"] = "no column can have the type '{name}'",
  ["bad_argument.claim_changes_id"] = "the id of a claim is given before its values, and cannot be changed by them",
  ["bad_argument.empty_claim"] = "a claim needs a value: {column = value, …} of {name}",
  ["bad_argument.import_field"] = "'{key}' is set by ds:import()",
  ["bad_argument.policy_name"] = "policy.name must be text",
  ["bad_argument.preferred_and_denied"] = "a policy cannot both prefer and deny source '{source}'",
  ["bad_argument.claim_key"] = "{call}() takes the key of a claim, a whole number, not {key}",
  ["bad_argument.reason"] = "{call}() needs a reason, a text: it stays with the claim",
  ["bad_argument.decides_field"] = "'{key}' is set by ds:adjudicate()",
  ["bad_argument.restates_field"] = "'{key}' is set by ds:amend(), ds:prefer() and ds:rename()",
  ["bad_argument.retraction_field"] = "'{key}' is set by ds:retract(claim, reason)",
  ["bad_argument.too_many_preferred"] = "policy.{option} lists {count} {items}; at most {most} can "
    .. "be put in order",
  ["bad_boolean.type"] = "true or false is expected, not {got}",
  ["bad_bounds.order"] = "{table}.{column} ({low}) is greater than {table}.{upper} ({high})",
  ["bad_date.stated_late"] = "nobody can have said on {stated} what was reported on {reported}; correct `stated`, or "
    .. "give the day of the report as `reported`, or the rank 'deprecated' to what the source misprints",
  ["bad_date.type"] = "a date is text, such as '2025-06-02', not a {got}",
  ["bad_encoding.text"] = "the text is no UTF-8 (byte {position}); convert it first",
  ["bad_integer.measure"] = "{value} is no whole number, as a count is; what is measured is stated as measure_best, "
    .. "with measure_unit, and a count between two numbers as low and high",
  ["bad_integer.fraction"] = "{value} is no whole number",
  ["bad_integer.type"] = "a whole number is expected, not {got}",
  ["bad_number.no_value"] = "{value} is no value; leave the column out",
  ["bad_number.type"] = "a number is expected, not {got}",
  ["bad_term"] = "'{name}' is no {vocabulary}",
  ["bad_type.get_id"] = "get() takes an id (text), not a {got}",
  ["bad_type.null"] = "parley.null stands for a missing value in queries; leave the column out, or, when a source "
    .. "says that there is none, claim that with a word such as 'none' or with {polarity = 'denied'}",
  ["bad_type.policy_item"] = "policy.{option} lists {items}, not a {got}",
  ["bad_type.policy_list"] = "policy.{option} must be a list of {items}, not a {got}",
  ["bad_type.table_name"] = "the table's name must be text, not a {got}",
  ["bad_type.text"] = "text is expected, not a {got}",
  ["bad_type.values"] = "{what} must be a table of column = value pairs, not a {got}",
  ["bad_value.clock"] = "'{value}' is no time of day; write hours and minutes, as in 09:30",
  ["bad_value.planned"] = "{table}.{column} tells what happened, and a claim of modality {modality} fills {planned}: "
    .. "give one of {value} and {other}",
  ["bad_value.circle"] = "memberships.whole of '{id}': '{whole}' would belong to itself, by way of {way}",
  ["bad_type.list_empty"] = "a list without items says nothing; leave it out, or write one id",
  ["bad_type.list_hole"] = "item {at} of the list is nil",
  ["bad_type.list_key"] = "a list of ids is expected, as in {\"colombia\", \"farc\"}, not a table with the key '{key}'",
  ["bad_value.list"] = "'{value}' is not a list of ids: '; ' stands between two of them, as in 'colombia; farc'",
  ["bad_value.id_list"] = "the id '{id}' looks like a list: '; ' stands between two ids where several are named",
  ["bad_value.id_control"] = "an id cannot hold control characters",
  ["out_of_range.code"] = "{value} is not between {least} and {most}; leave out what is missing, or state its code to "
    .. "ds:import(): missing = {\"{value}\"}",
  ["out_of_range.least_code"] = "{value} is not {least} or more; leave out what is missing, or state its code to "
    .. "ds:import(): missing = {\"{value}\"}",
  ["bad_argument.with_provenance"] = "with_provenance() takes who says so, such as {source = 's1', coder = 'anna'}",
  ["exists.column"] = "{table} has a column '{name}' already",
  ["exists.column_kept"] = "the name '{name}' is taken in {table}: it stands for something else there",
  ["exists.quantity"] = "{table} has a quantity '{name}' already",
  ["exists.preferred"] = "claim {key} is preferred already and says something of '{name}' too; ds:retract({key}) "
    .. "undoes that decision",
  ["exists.preferred_already"] = "claim {key} is preferred already",
  ["exists.rename"] = "rename(): {singular} '{id}' exists already; two things cannot have one id",
  ["exists.rename_undone"] = "taking claim {key} back would call {singular} '{name}' '{id}' again, and there is "
    .. "another '{id}' by now; ds:rename(\"{table}\", \"{id}\", …) gives that one another id first",
  ["exists.retracted"] = "claim {key} was retracted already, at {at}{why}",
  ["exists.row"] = "{singular} '{id}' exists already in {name}",
  ["exists.row_to_claim"] = "{singular} '{id}' exists already; ds:claim(\"{name}\", \"{id}\", {…}, {…}) "
    .. "says more about it",
  ["in_transaction.undone"] = "the transaction is gone: SQLite undid it when an earlier write "
    .. "failed; leave atomic() and start again",
  ["in_transaction.add_column"] = "add_column() changes the whole file; call it outside of atomic()",
  ["no_claims.file"] = "{call} needs claims, and this file was opened as it is ({schema = false})",
  ["no_claims.provenance"] = "rows of {name} carry no claims, so they take no provenance; a source is a "
    .. "column of the row",
  ["no_claims.table"] = "{name} carries no claims: its rows stand for themselves",
  ["no_column.column"] = "no column '{name}' in {table}",
  ["no_id.empty"] = "an id cannot be empty",
  ["no_id.needed"] = "every row needs an id, a short readable text such as 'r2'",
  ["no_name.quantity"] = "{table} has no quantity '{name}'",
  ["no_name.vocabulary"] = "no vocabulary '{name}'; one of your own has words once ds:add(\"terms\", {vocabulary = "
    .. "\"{name}\", code = …}) adds them",
  ["no_name.coder"] = "policy.coders: no claim was coded by '{name}'",
  ["no_name.provenance"] = "no '{name}' in the provenance of a claim",
  ["misuse.record_assigned"] = "a record cannot be changed: '{name}' of '{id}' in {table} is what the claims say;"
    .. " ds:claim('{table}', '{id}', …) adds one, and a table of your own takes what you work out",
  ["no_name.record"] = "a record of {table} has no '{name}'",
  ["no_row.claim"] = "no claim {key}; ds.<table>:claims() lists the claims with their keys",
  ["no_row.option"] = "no {singular} '{value}'",
  ["no_row.record"] = "no '{id}' in {name}",
  ["no_row.record_among"] = "no '{id}' among these rows of {name}",
  ["no_row.reference"] = "{where}: no {singular} '{value}'",
  ["no_row.reference_late"] = "{name}.{column} of '{id}': no {singular} '{value}'",
  ["no_row.to_claim"] = "no {singular} '{id}' to make a claim about",
  ["no_source.claim"] = "a claim needs its source: name one after the values, as in {source = 's1'}; ds.sources "
    .. "lists those there are",
  ["no_table.table"] = "no table '{name}'",
  ["read_only.table_of_parley"] = "{name} is filled by Parley itself and takes no columns of one's own",
  ["referred_to.claim"] = "cannot retract the last claim about {singular} '{id}': claim "
    .. "{claim} about {other} '{holder}' rests on it; retract that one first",
  ["referred_to.row"] = "cannot retract the last claim about {singular} '{id}': {other} "
    .. "'{holder}' refers to it ({name}.{column}); change or retract that first",
}
