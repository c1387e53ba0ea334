--- Sentences of failures: agreement of coders.

return {
  ["bad_argument.coder_pairs"] = "{option} is a list of pairs of ids of two coders, as in "
    .. "{{option} = {{\"d1\", \"d7\"}}}",
  ["bad_argument.coder_pairs_table"] = "pairs and apart name ids of one table: give it, as in {table = \"demands\"}",
  ["bad_argument.paired_and_apart"] = "'{left}' and '{right}' are paired and apart: leave out one of the two",
  ["bad_argument.two_coders"] = "compare_coders() takes the names of two coders, as in "
    .. "ds:compare_coders(\"anna\", \"ben\")",
  ["no_column.reliability_field"] = "no field '{name}' in what is compared",
  ["no_name.assigned"] = "nothing was assigned to '{name}' or coded by this coder",
  ["no_name.coder_here"] = "nothing here was coded by '{name}'",
  ["no_name.no_coders"] = "nothing here was coded by '{name}': no claim names its coder",
  ["no_row.coded"] = "{option}: no '{id}' there was coded by {coder}",
  ["bad_argument.bootstraps"] = "bootstraps must be a whole number from 0 to {most}, not {got}; 0 gives no intervals",
  ["bad_argument.ratings_shape"] = "reliability() needs the columns of a Frame: {unit = , coder = , value = } where "
    .. "a row is a rating, or {coders = {\"anna\", \"ben\"}} where a row is a unit and each "
    .. "coder has a column",
  ["bad_argument.rating_order"] = "order is a list of the values from the least on, as in {order = {\"low\", "
    .. "\"high\"}}, not a {got}",
  ["bad_argument.reliability_seed"] = "seed must be a whole number, not {got}",
  ["bad_type.ratings"] = "reliability() takes a Frame or a query of ratings, as in parley.reliability(f, {unit = "
    .. "\"text\", coder = \"who\", value = \"code\"}), not a {got}",
  ["bad_value.rated_twice"] = "{coder} has rated {unit} twice; leave one of the ratings out",
  ["bad_value.rating"] = "'{value}' of {field} cannot be compared at the level {level}; leave it out, or take another "
    .. "level",
  ["bad_value.rating_order"] = "'{value}' of {field} has no place among the values; list them from the least on, as in "
    .. "{order = {\"low\", \"high\"}}",
  ["bad_value.rating_row"] = "row {row} has no {column}; leave out rows without one",
  ["no_column.reliability"] = "{option} names no column '{name}' of the Frame",
}
