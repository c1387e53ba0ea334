--- Sentences of failures: claims.

return {
  ["bad_argument.as_recorded_time_utc"] = "as_recorded() takes a time in UTC, such as '2026-11-22T18:00' or "
    .. "'2026-11-22', not '{time}'",
  ["bad_argument.claim_id"] = "the id of a claim is given before its values, and cannot be changed by them",
  ["bad_argument.claim_needs_value"] = "a claim needs a value: {column = value, …} of {name}",
  ["bad_argument.policy_cannot_both_prefer"] = "a policy cannot both prefer and deny source '{source}'",
  ["bad_argument.policy_name_must_text"] = "policy.name must be text",
  ["bad_argument.policy_prefer_lists_sources"] = "policy.prefer lists {count} sources; at most {MOST_PREFERRED} can "
    .. "be put in order",
  ["bad_argument.retract_key_claim_whole"] = "retract() takes the key of a claim, a whole number, not {key}",
  ["bad_argument.set_by_ds_retract"] = "'{key}' is set by ds:retract(claim, reason)",
  ["bad_boolean.type"] = "true or false is expected, not {got}",
  ["bad_bounds.order"] = "{table}.{column} ({low}) is greater than {table}.{upper} ({high})",
  ["bad_date.text"] = "{message}",
  ["bad_date.type"] = "a date is text, such as '2025-06-02', not a {got}",
  ["bad_encoding.text"] = "the text is no UTF-8 (byte {position}); convert it first",
  ["bad_integer.fraction"] = "{value} is no whole number",
  ["bad_integer.type"] = "a whole number is expected, not {got}",
  ["bad_number.no_value"] = "{value} is no value; leave the column out",
  ["bad_number.type"] = "a number is expected, not {got}",
  ["bad_term"] = "'{name}' is no {vocabulary}",
  ["bad_type.get_id_text"] = "get() takes an id (text), not a {got}",
  ["bad_type.must_table_column_value"] = "{what} must be a table of column = value pairs, not a {got}",
  ["bad_type.null"] = "parley.null stands for a missing value in queries; leave the column out, or, when a source "
    .. "says that there is none, claim that with a word such as 'none' or with {polarity = 'denied'}",
  ["bad_type.policy_lists_ids_sources"] = "policy.{option} lists ids of sources, not a {got}",
  ["bad_type.policy_must_list_source"] = "policy.{option} must be a list of source ids, such as {'s1', 's4'}, not a "
    .. "{got}",
  ["bad_type.table_name_must_text"] = "the table's name must be text, not a {got}",
  ["bad_type.text"] = "text is expected, not a {got}",
  ["bad_value.id_control"] = "an id cannot hold control characters",
  ["busy.write"] = "cannot write {place}: another program holds it locked; try again when it is done, or open it "
    .. "with a longer {timeout = ms}",
  ["cancelled.write"] = "cannot write {place}: the write was interrupted",
  ["exists.exists_already"] = "{singular} '{id}' exists already in {name}",
  ["exists.exists_already_ds_claim"] = "{singular} '{id}' exists already; ds:claim(\"{name}\", \"{id}\", {…}, {…}) "
    .. "says more about it",
  ["exists.retracted"] = "claim {key} was retracted already, at {at}{why}",
  ["full.write"] = "cannot write {place}: the disk is full, or the file has reached its greatest size",
  ["in_transaction.transaction_gone_sqlite_undid"] = "the transaction is gone: SQLite undid it when an earlier write "
    .. "failed; leave atomic() and start again",
  ["io.write"] = "cannot write {place}: the disk reports an error",
  ["limit.write"] = "cannot write {place}: {message}",
  ["locked.write"] = "cannot write {place}: it is being read by the same script; finish that loop first",
  ["no_claims.carries_claims_rows_stand"] = "{name} carries no claims: its rows stand for themselves",
  ["no_claims.needs_claims_file_opened"] = "{call} needs claims, and this file was opened as it is ({schema = false})",
  ["no_claims.rows_carry_claims_so"] = "rows of {name} carry no claims, so they take no provenance; a source is a "
    .. "column of the row",
  ["no_column.column"] = "no column '{name}' in {table}",
  ["no_id.empty"] = "an id cannot be empty",
  ["no_id.needed"] = "every row needs an id, a short readable text such as 'r2'",
  ["no_name.provenance_claim"] = "no '{name}' in the provenance of a claim",
  ["no_name.record"] = "a record of {table} has no '{name}'",
  ["no_row.claim_ds_table_claims"] = "no claim {key}; ds.<table>:claims() lists the claims with their keys",
  ["no_row.make_claim_about"] = "no {singular} '{id}' to make a claim about",
  ["no_row.option"] = "no {singular} '{value}'{near}",
  ["no_row.record"] = "no '{id}' {where} {name}{near}",
  ["no_row.reference"] = "{where}: {missing}",
  ["no_row.reference_late"] = "{name}.{column} of '{id}': {missing}",
  ["no_source.claim"] = "a claim needs its source: name one after the values, as in {source = 's1'}; ds.sources "
    .. "lists those there are",
  ["no_table.table"] = "no table '{name}'",
  ["permission.write"] = "cannot write {place}: it can only be read; check the rights of the file and of its folder",
  ["referred_to.claim"] = "{gone}: claim {claim} about {other} '{holder}' rests on it; retract that one first",
  ["referred_to.row"] = "{gone}: {other} '{holder}' refers to it ({name}.{column}); change or retract that first",
}
