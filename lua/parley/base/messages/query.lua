--- Sentences of failures: query.

return {
  ["unknown_function.of_store"] = "{name}() cannot be asked of {store}, which has no such function; take the rows into "
    .. "a Frame, which has: q:frame()",
  ["bad_argument.adds_alternatives"] = "{text} would add readings of which one holds: {id} and {other}; total() counts "
    .. "them as one",
  ["bad_argument.adds_counts"] = "{text} would add a count so far and one that is within it: {id} and {other}; "
    .. "total() counts the last",
  ["bad_argument.adds_parts"] = "{text} would count parts beside their whole: {part} is part of {whole}; total() "
    .. "counts wholes once",
  ["bad_argument.adds_units"] = "{text} would add up what is not counted alike ({what}: {words}); total() keeps them "
    .. "apart, and so does by(\"{what}\")",
  ["bad_argument.as_of"] = "as_of() needs the tables of a Parley dataset, whose claims say when "
    .. "they were reported",
  ["bad_argument.as_rows"] = "as() turns events into other rows; this query is of {rows}",
  ["bad_argument.as_table"] = "as() takes the name of a table, such as as(\"demands\")",
  ["bad_argument.define_arguments"] = "define(): the number of arguments must be a whole number from 0 "
    .. "to 100, not {args}",
  ["bad_argument.define_query"] = "functions are defined for a dataset, ds:define(name, fn), or for a Frame, "
    .. "f:define(name, fn), which gives a query that knows it",
  ["bad_argument.get_of_frame"] = "get() is for the tables of a dataset; of a Frame, where{id = "
    .. "'{id}'}:one() gives the row",
  ["bad_argument.join_on"] = "state how the join meets: {on = \"column\"} or {on = {left_column = "
    .. "\"right_column\"}}",
  ["bad_argument.join_several"] = "join() expects one partner for a row, but {shown} stands on the right "
    .. "{count} times",
  ["bad_argument.join_near_several"] = "join() expects one partner for a row, but {near} are equally near to {date}",
  ["bad_argument.join_within_dates"] = "join{within = days} takes one pair of dates in on, and found {found}",
  ["bad_argument.letters"] = "{call} of {name} would go by letters: it is text, since {why}",
  ["bad_argument.letters_of_most"] = "{call} of {name} would go by letters: it is text, since {why}, where most are "
    .. "{kind}s; a file is read with types = {{name} = \"{kind}\"}, missing = {\"{value}\"}",
  ["bad_argument.letters_of_written"] = "{call} of {name} would go by letters: it is text, since {why}, which "
    .. "is not a number as it stands; decimal = and thousands = read such files, a function of define() other texts",
  ["bad_argument.letters_of_days"] = "{call} of {name} would go by letters: it is text, since {why}, which "
    .. "is not a date as it stands; dates = \"dmy\" or \"mdy\" reads days in digits, a function of define() others",
  ["bad_argument.letters_of_times"] = "{call} of {name} would go by letters: it is text, since {why}, which "
    .. "is not a time as it stands; a function of define() makes '15:00' of it, which goes by its letters",
  ["bad_argument.letters_of_texts"] = "{call} of {name} would go by letters, where '9' comes after '10': its numbers, "
    .. "such as '{value}', are texts; a file is read with types = {{name} = \"number\"}, a function of define() makes "
    .. "numbers of other texts",
  ["bad_argument.no_expressions"] = "{what}() needs at least one expression, as in {example}",
  ["bad_argument.order"] = "'{name}' is the {at} argument of {call}",
  ["bad_argument.other_after_by"] = "{verb}() after by(): say first what to make of the groups, with summarise(...) "
    .. "or count()",
  ["bad_argument.query_in_for"] = "a query is read with for row in q:rows() do, or q:each(...)",
  ["bad_argument.rows_after_by"] = "no rows yet after by(): say first what to make of the groups, with "
    .. "summarise(...) or count()",
  ["bad_argument.row_count"] = "{what} must be a whole number, 0 or more, not {shown}",
  ["bad_argument.reversed_bounds"] = "nothing lies between {low} and {high}: the first is beyond the second; write "
    .. "them the other way round",
  ["bad_argument.search_rows"] = "search() looks through the rows of a Parley table; here, "
    .. "contains(column, 'text') finds text",
  ["bad_argument.seed"] = "sample(n, seed) takes a whole number as its seed, such as sample(100, 1), not {got}",
  ["bad_argument.sort_direction"] = "sort() takes the direction with the key: sort(\"made {word}\")",
  ["bad_argument.ties_unsorted"] = "limit(n, {ties = true}) needs a sort() before it, whose order says what stands "
    .. "level",
  ["bad_argument.verb_after_by"] = "{verb}() after by(): say first what to make of the groups, with "
    .. "summarise(...) or count()",
  ["bad_argument.verb_arguments"] = "{name}() needs {arguments}, as in {example}",
  ["bad_argument.where_extra"] = "where{...} takes no further arguments",
  ["bad_argument.where_list_key"] = "where{{name} = ...} takes a list of values, but '{key}' is a key",
  ["bad_argument.where_list_nil"] = "the list in where{{name} = ...} has nil for item {at}; parley.null stands "
    .. "for missing",
  ["bad_argument.where_nothing"] = "where{} names no column: a key whose value is nil is not there; parley.null stands "
    .. "for missing",
  ["bad_argument.where_pairs"] = "where{...} takes column = value pairs; {value} stands without a column",
  ["bad_expression.aggregate_verb"] = "{name}() needs an expression, as in {name}(\"best\")",
  ["bad_expression.argument"] = "argument {i} of {what}() must be an expression (text), not a "
    .. "{got}",
  ["bad_expression.list"] = "{what} must be an expression or a list of them, not a {got}",
  ["bad_expression.pivot_columns"] = "pivot{} needs columns = an expression (text)",
  ["bad_expression.pivot_values"] = "values of pivot must be an aggregate such as count() or "
    .. "sum(best), not '{text}'",
  ["bad_expression.where"] = "where() takes a table of column = value or an expression (text), "
    .. "not a {got}",
  ["bad_type.define_function"] = "define() takes a function after the name, not a {got}",
  ["bad_argument.complete_span"] = "complete{{name} = ...} takes a list of values, or a span of years, months, days or "
    .. "whole numbers with its first and last, such as \"2022-01/2022-12\", not '{text}'",
  ["bad_argument.complete_numbers"] = "complete{{name} = ...}: the column holds whole numbers, so its values are a "
    .. "list of those, or a span such as \"1/12\", not '{text}'",
  ["bad_argument.diff_key"] = "diff() needs key = the column, or the list of columns, that tells rows apart, as in "
    .. "diff(other, {key = \"id\"}), not {got}",
  ["bad_argument.diff_several"] = "diff() wants one row for each key, but {shown} stands on the {which} more than once",
  ["no_column.diff_key"] = "no column '{name}' on the {which} of diff()",
  ["bad_type.complete"] = "complete{{name} = ...} takes a list of values or a span, not {got}",
  ["bad_type.complete_value"] = "complete{{name} = ...}: {shown} is no value of a column of type {type}",
  ["bad_type.define_name"] = "define() takes a name of letters, digits and '_' first, such as "
    .. "\"days_until\", not {got}",
  ["bad_type.join"] = "cannot join {left} with {right}",
  ["bad_type.join_on"] = "on of join() is a column name or a table of them, not a {got}",
  ["bad_type.join_suffix"] = "suffix of join() is a text, such as \"_y\", not a {got}",
  ["bad_type.other_side"] = "{verb}() takes a query or a Frame, not a {got}",
  ["bad_argument.within_day"] = "within() needs the day of a row, and {name} has none: within(\"…\", {on = \"date\"})",
  ["bad_argument.within_column"] = "within() is asked of a column that names parties, such as party, and "
    .. "not of {column}",
  ["bad_type.within_day"] = "on of within() is a date, such as \"made\" or \"talk.date\", and {on} is of type {type}",
  ["bad_type.within"] = "within() takes the id of a party, such as \"eu\", not a {got}",
  ["bad_type.within_on"] = "on of within() must be text, such as \"made\" or \"talk.date\", not a {got}",
  ["no_claims.within"] = "within() needs the tables of a Parley dataset; ask it before frame()",
  ["bad_type.split"] = "split() takes lists that are text, and {name} is of type {type}",
  ["bad_type.union"] = "the columns '{name}' ({type}) and '{other}' ({other_type}) cannot come into one; make them "
    .. "alike with with(), or leave one out with select()",
  ["bad_type.unpivot_name"] = "{field} of unpivot{} is the name of a column, not {got}",
  ["bad_type.where_item"] = "item {i} of where{{name} = ...} is a {got}; give text, numbers, booleans or "
    .. "parley.null",
  ["bad_type.where_value"] = "where{{name} = ...} takes a value, a list of values or parley.null, not a "
    .. "{got}",
  ["exists.database_function"] = "define(): expressions have no function '{name}', but SQLite beneath them has;"
    .. " choose another name",
  ["exists.function"] = "define(): there is a function '{name}' already; choose another name",
  ["no_claims.query"] = "{name} does not rest on claims: its rows stand for themselves",
  ["no_column.complete"] = "complete{} needs column = values, as in complete{month = \"2022-01/2022-12\"}",
  ["no_column.join_on_nothing"] = "on of join() names no column",
  ["no_column.unpivot"] = "unpivot{} needs columns = a list of names, as in {columns = {\"2019\", \"2020\"}, "
    .. "names = \"year\", values = \"n\"}",
  ["no_column.join_side"] = "no column '{name}' on the {which} of the join",
  ["no_name.rows"] = "a list of rows has no '{name}': all() ends a query; ask before it, as in "
    .. "ds.demands:{name}(...)",
  ["bad_type.each_function"] = "each() takes expressions and gives a loop, not a function: "
    .. "for id, party in q:each(\"id\", \"party\") do … end",
  ["no_name.query"] = "a query has no '{name}'",
  ["no_row.one"] = "one() expects exactly one row of {name}, but found {count}; use first() or "
    .. "all()",
  ["read_only.query"] = "a query cannot be changed: '{key}' was assigned; each verb returns "
    .. "a new query",
  ["too_large.complete"] = "complete{} would make more than {most} combinations; name fewer values",
  ["too_large.pivot"] = "pivot over '{text}' would make more than {most} columns; group or filter it first",
  ["too_late.as"] = "as() needs the column {name} of the events; call it before select() and summarise()",
  ["too_late.claims"] = "claims() needs the rows of a table that rests on claims; call it before summarise()",
  ["too_late.claims_id"] = "claims() needs the column id of the rows; keep it in select()",
  ["too_late.join_within"] = "join{within = days}: the columns of the other side are values; its frame() has them",
  ["too_late.join_within_several"] = "join{within = days}: {name} takes several; split(\"{name}\") first",
  ["too_late.join_several"] = "join(): {name} takes several, and the columns of the other side are values; "
    .. "split(\"{name}\") first",
  ["too_late.ties"] = "limit(n, {ties = true}) does not see the order of sort() behind {between}; put it before "
    .. "{between}, or sort() again",
  ["too_late.search"] = "search() belongs to the rows of a table; call it first",
  ["twin_columns.join"] = "both sides of the join have a column '{name}'; rename one with select(\"{name} as other\"), "
    .. "or give suffix =",
  ["twin_columns.unpivot"] = "unpivot{} names the column '{name}' twice",
  ["twin_columns.select"] = "two columns would be called '{name}'; name one with 'as', as in \"{name} as other\"",
  -- of expressions
  ["bad_argument.choice"] = "the {at} argument of {call}() is {words}",
  ["bad_argument.comparison"] = "{name}() takes a condition that compares dates, as in {name}(due < '2025-07')",
  ["bad_argument.count"] = "{name}() takes {wanted} {wanted:argument|arguments}, not {given}",
  ["bad_argument.defined"] = "{name}() was defined with {wanted} {wanted:argument|arguments}, not {given}",
  ["bad_argument.parameters"] = "the expression \"{text}\" has {used} {used:parameter|parameters} (?), but {given} "
    .. "{given:value was|values were} given",
  ["bad_argument.separator"] = "the {at} argument of {name}() is a text, as in {name}(x, ', ')",
  ["bad_argument.share"] = "the {at} argument of {name}() is a number from 0 to 1, as in {name}(best, 0.9)",
  ["bad_argument.whole"] = "the {at} argument of {name}() is a whole number, 1 or more, as in {name}(x, 3, …)",
  ["bad_value.literal_clock"] = "'{value}' is no time of day; write hours and minutes, as in '09:30'",
  ["bad_value.never_given"] = "{call}() never gives '{value}'; what it makes of that is '{made}'",
  ["bad_date.no_first_day"] = "'{text}' has no first day, so nothing is before it; overlaps(d, e) asks for shared days",
  ["bad_date.no_last_day"] = "'{text}' has no last day, so nothing is after it; overlaps(d, e) asks for shared days",
  ["bad_expression.after_as"] = "expected a column name after 'as'",
  ["bad_expression.after_dot"] = "expected a column name after '.'",
  ["bad_expression.after_is"] = "expected 'nil' or 'not nil' after 'is'",
  ["bad_expression.aggregate"] = "{name}() is an aggregate: it stands in summarise(), or in with(), after by()",
  ["bad_expression.chained"] = "comparisons cannot be chained; join two with 'and'",
  ["bad_expression.character"] = "unexpected character '{character}'",
  ["bad_expression.compare_nil"] = "a comparison with nil is never true; write 'is nil' or 'is not nil'",
  ["bad_expression.constant"] = "{text} is the same in every row; a column is written by its name, and a constant has "
    .. "one with 'as', as in \"{text} as name\"",
  ["bad_expression.constant_order"] = "{text} is the same in every row, and sorts nothing: sort(\"column desc\") and, "
    .. "of numbers, sort(\"-column\") go downwards",
  ["bad_expression.constant_text"] = "{call}() of '{value}' is asked of a text, which is the same in every row",
  ["bad_expression.count_star"] = "count() counts rows, without '*'",
  ["bad_expression.direction"] = "write 'desc' or 'asc'",
  ["bad_expression.empty"] = "{what} is an empty expression",
  ["bad_expression.expected"] = "expected '{wanted}' {where}",
  ["bad_expression.nested_aggregate"] = "{name}() stands inside {outer}(): aggregates do not nest",
  ["bad_expression.nil_in"] = "{what} with nil is never true; write 'is nil' or 'is not nil'",
  ["bad_expression.twin_bounds"] = "'{first}' and '{second}' are both the {part} of {name}: select() leaves one out, "
    .. "so that it is known which counts",
  ["bad_expression.number_or_column"] = "there is a column {name}: write it in double quotes, as \"{name}\"; the "
    .. "number is written ({name}), or with a '?'",
  ["bad_expression.number_letter"] = "a number cannot be followed by a letter",
  ["bad_expression.outside_aggregate"] = "column '{name}' stands outside an aggregate; give it to by(), or use "
    .. "first({name})",
  ["bad_expression.quoted"] = "'{value}' is a text, the same in every row, though there is such a column",
  ["bad_expression.rest"] = "unexpected '{found}' after a complete expression",
  ["bad_expression.unclosed"] = "the {quote} that opens here is never closed",
  ["bad_expression.value"] = "expected a value",
  ["bad_expression.value_after"] = "expected a value after '{before}'",
  ["bad_expression.window"] = "{name}() looks at other rows of a group: it stands in with(), after by(), as in "
    .. "by(\"party\"):with(\"{call}\"); by(\"true\") makes one group of all rows",
  ["bad_integer.literal"] = "the integer {digits} does not fit 64 bits",
  ["bad_type.amount"] = "{call}() of {name}, an interval, would be two numbers: {call}({name}.low) and "
    .. "{call}({name}.high)",
  ["bad_type.amount_side"] = "{what} cannot be {name}, an interval: {name}.low, {name}.best and {name}.high are "
    .. "numbers",
  ["bad_type.sort_amount"] = "sort() needs one number, and {name} is an interval: sort(\"{name}.low\"), or .best or "
    .. ".high",
  ["bad_type.sort_minus"] = "sort() by '-' needs a number, but {shown} is not: sort(\"{name} desc\") goes downwards",
  ["bad_type.sum_amount"] = "{name} is an interval, for which there is one column here: give the sum of its .low, "
    .. ".best or .high",
  ["bad_type.compare"] = "cannot compare {left} with {right}",
  ["bad_type.condition"] = "where() needs a condition, which is true or false, but {shown} is not",
  ["bad_type.date_arithmetic"] = "dates do not take '{operator}'; use start(d) - start(e) for days between, "
    .. "days(d) for a length",
  ["bad_type.expression"] = "{what} must be an expression (text), not a {got}",
  ["bad_type.letters_date"] = "{shown} is not a column of dates, so that '{operator}' would go by letters: "
    .. "surely(…) and possibly(…) read texts as dates; a file is read with types = {{name} = \"date\"}, and "
    .. "missing = {…} for what is none",
  ["bad_type.letters_number"] = "{shown} is not a column of numbers, so that '{operator}' would go by letters; a file "
    .. "is read with types = {{name} = \"number\"}, and missing = {…} for what is none",
  ["bad_type.letters_time"] = "'{operator}' of {shown} and '{value}' would go by letters; times as in '15:00' do so "
    .. "rightly, and a function of define() makes such",
  ["bad_type.parameter"] = "parameter {number} of the expression \"{text}\" is a {got}; give text, a number, a "
    .. "boolean or nil",
  ["bad_type.wanted"] = "{what} must be {wanted}, but {shown} is not",
  ["no_column.expression"] = "no column '{name}' in {where}",
  ["no_row.lookup"] = "nothing in {table} has the id '{id}'",
  ["too_large.depth"] = "nested more than {most} deep",
  ["too_large.nested"] = "nested too deep together with the columns it uses; compute a part first, with with()",
  ["too_large.operators"] = "more than {most} operators; a long list of alternatives is shorter with 'in (...)'",
  ["unknown_function"] = "no function '{name}'",
}
