--- Sentences of notes. A key is the kind of note, or one with the variant of its words; {count} is a number, and
-- {count:row|rows} the word that goes with it.

return {
  ["guessed.week_year"] = "{count} {count:row|rows} of {column} {count:is|are} in a week of another year: "
    .. "week_year({column}) goes with week({column}), and iso_week({column}) has both",
  ["guessed.start"] = "{what} is that of the day on which it began",
  ["guessed.about"] = "{count} {count:row|rows} {count:has|have} a number that is only about right; it counts as it "
    .. "stands",
  ["left_out.statements"] = "{count} {count:claim|claims} of tables that FollowTheMoney has no schema for "
    .. "{count:is|are} left out",
  ["left_out.changes"] = "{count} {count:claim|claims} {count:has|have} no day of report, and are known on no day",
  ["left_out.column"] = "the column {columns} is not in the rows {where}, and missing there",
  ["left_out.columns"] = "the columns {columns} are not in the rows {where}, and missing there",
  ["left_out.diff"] = "{columns} {number:is|are} on one side only, and not compared",
  ["left_out.sheet_errors"] = "{count} {count:cell holds|cells hold} the error {word} and {count:is|are} missing; the "
    .. "first is {cell}",
  ["left_out.sheet_formulas"] = "{count} {count:formula has|formulas have} no stored value and {count:is|are} "
    .. "missing, the first in {cell}; open and save the workbook in a program that computes them",
  ["left_out.hidden_rows"] = "{count} hidden {count:row is|rows are} left out, the first of them row {row}",
  ["guessed.hidden_rows"] = "{count} {count:row|rows} hidden in the sheet {count:is|are} among these, the first "
    .. "of them row {row}; hidden = false leaves them out",
  ["left_out.without_fields"] = "{count} {count:row|rows} {count:has|have} no fields, and {count:is|are} left out",
  ["left_out.missing"] = "{count} {count:row|rows} {count:is|are} left out for want of {columns}{more}: what is said "
    .. "of a missing value is neither true nor false; 'or {column} is nil' beside what is denied takes {count:it|them} "
    .. "in",
  ["left_out.near_words"] = "no row has the word '{word}'; near it are: {near}",
  ["left_out.endless"] = "{count} {count:row|rows} of {column} {count:has|have} no recorded end, or no beginning",
  ["undecided.length"] = "{what} is undecided in {count} {count:row|rows}: dates too wide; {low} and {high} are its "
    .. "bounds",
  ["undecided.mean"] = "{what} lies between {low} and {high}, where both ends are recorded",
  ["undecided.rows"] = "{count} {count:row|rows} {count:is|are} undecided: dates too wide; possibly(…) includes "
    .. "{count:it|them}",
  ["undecided.amounts"] = "{count} {count:row|rows} {count:is|are} undecided: amounts too wide; possibly(…) includes "
    .. "{count:it|them}",
  ["left_out.undated"] = "{claims} {claims:claim|claims} of {name} {claims:is|are} in no view as of a day, being of "
    .. "{of}; ds:lint() lists such sources",
  ["left_out.before_reports"] = "nothing about {name} was reported by {day}; the first report is of {first}",
  ["left_out.number"] = "{count} {count:row|rows} {count:has|have} no number",
  ["undecided.condition"] = "{count} {count:row|rows} {count:is|are} undecided: dates too wide",
  ["undecided.join"] = "{count} {count:row|rows} {count:has|have} a date of several days in {column}; dates join "
    .. "where they are equal as written",
  ["undecided.nearest"] = "{count} {count:row|rows} {count:has|have} a date of several days in {column}, which is "
    .. "near none; start({column}) is one day",
  ["undecided.nearest_on_the_right"] = "{count} {count:row|rows} on the right {count:has|have} a date of several "
    .. "days in {column}, which is near none; start({column}) is one day",
  ["undecided.between"] = "{what} is undecided in {count} {count:row|rows}: dates too wide; date_diff_low and "
    .. "date_diff_high are its bounds",
  ["undecided.one_by_one"] = "rows of {table} went to their nodes by way of the dataset's server, which takes longer, "
    .. "and are kept on one node after the other, since {why}",
  ["undecided.unprepared"] = "of the nodes, {nodes} prepares no transactions (max_prepared_transactions = 0): a "
    .. "failure in the commit may keep rows on some nodes alone; the same import completes them",
  ["undecided.unfinished"] = "node {node} was lost in the commit, and has its rows prepared; they are seen when it is "
    .. "back and the dataset is opened again",
  ["undecided.values"] = "{what} is undecided in {count} {count:row|rows}: dates too wide",
  ["undecided.unknown"] = "how many rows are undecided was not counted before the dataset was closed",
  ["left_out.total"] = "{count} {count:row|rows} {count:is|are} not counted; :explain() says which, and why",
  ["left_out.bound"] = "'{column}' is missing in {count} {count:row|rows} whose number has another bound; see low "
    .. "and high, or total()",
  ["wider.claims"] = "claims() lists those that the policy leaves out too (it {policy})",
  ["wider.sql"] = "sql() reads the tables as they are stored, without the day or policy of this view",
  ["cut.candidates"] = "{count} more pairs score enough",
  ["cut.ties"] = "{count} {count:row|rows} beyond limit({limit}) {count:stands|stand} level with the last one; "
    .. "limit({limit}, {ties = true}) takes {count:it|them} in",
  ["left_out.plot"] = "{count} {count:row|rows} {count:has|have} no value to draw, and {count:is|are} left out",
  ["cut.plot_density"] = "{count} points are more than can be told apart: squares show how many lie in them",
  ["cut.plot_crowd"] = "{count} values are more than can be told apart: of each narrow column the first, least, "
    .. "greatest and last are drawn",
  ["cut.plot_heat"] = "{count} cells are more than can be told apart: each square is the mean of those in it",
  ["cut.plot_disagreements"] = "{count} more {count:is|are} not drawn: the first {most} are; table, kind and "
    .. "as_of choose others",
  ["cut.plot_lanes"] = "{count} {count:lane holds|lanes hold} more than can be told apart: columns show how much "
    .. "there is when",
  ["cut.plot_names"] = "{count} {count:name is|names are} not written, as {count:it|they} would cover others",
  ["cut.plot_nodes"] = "{count} more {count:has|have} fewer ties, and {count:is|are} not drawn: the {most} "
    .. "with the most are",
  ["left_out.plot_retracted"] = "{count} retracted {count:claim is|claims are} left out",
  ["cut.plot_series"] = "{count} more series than can be told apart {count:is|are} drawn alike, as other",
  ["cut.plot_panels"] = "{count} {count:panel is|panels are} not drawn: the first {most} are; sort() or "
    .. "where() say which",
  ["cut.plot_words"] = "{count} more {count:is|are} not drawn: the first {most} are; sort() or where() say which",
  ["undecided.window"] = "{count} {count:row|rows} may lie outside of the time asked for: dates too wide",
  ["undecided.changes"] = "{count} {count:claim|claims} may have been known by one of the days already: reported on "
    .. "a day too wide",
  ["undecided.overdue"] = "{count} {count:row|rows} with a day that has passed, and nothing reported since: not "
    .. "called late; ledger{as_of = …} has {count:it|them} as \"nothing reported\"",
  ["left_out.unit"] = "{columns}: the amounts are of several units ({words}), which stand in no column; "
    .. "select {teller} too",
  ["left_out.one_unit"] = "{columns}: the amounts are of the unit {words}, which stands in no column; select {teller} "
    .. "too",
  ["left_out.basis"] = "{columns}: the amounts are of several bases ({words}), which stand in no column; "
    .. "select {teller} too",
  ["repeated.partners"] = "{count} {count:row|rows} on the left {count:has|have} several partners and "
    .. "{count:stands|stand} once for each; expect = \"one\" refuses that",
  ["left_out.partner"] = "{count} {count:row|rows} on the left {count:has|have} no partner, and {count:is|are} left "
    .. "out; kind = \"left\" keeps {count:it|them}",
  ["repeated.items"] = "{count} {count:row|rows} {count:has|have} several in {column} and {count:stands|stand} once "
    .. "for each; count_distinct(id) counts once",
  ["repeated.together"] = "{count} {count:row|rows} {count:has|have} several in {column}, which count as one value "
    .. "together; by(\"{column}\") and split(\"{column}\") take each",
  ["of_other_side"] = "of the other side of {verb}(): {note}",
  ["guessed.header_of_data"] = "the header looks like data; header = false says that there is none",
  ["guessed.decimals"] = "the column '{name}' is read as decimals, such as {example}; where that is thousands, "
    .. "decimal = {[\"{name}\"] = \",\"}, thousands = {[\"{name}\"] = \".\"} reads it so",
  ["guessed.empty_key"] = "one of the columns has an empty name",
  ["guessed.marked_key"] = "the name of the column '{name}' has blanks or invisible marks around it",
  ["guessed.header_again"] = "the column '{name}' is text, since row {row} repeats the header; "
    .. "ds:import() sets such a row aside",
  ["guessed.renamed"] = "'{from}' is called '{to}' now, and was taken for it",
  ["guessed.no_name"] = "column {index} has no name in the header, and is called '{name}'",
  ["guessed.text"] = "the column '{name}' is text, since row {row} has '{value}' where most are {kind}s; "
    .. "types = {[\"{name}\"] = \"{kind}\"}, missing = {\"{value}\"} reads it as such",
  ["guessed.trimmed_name"] = "the column '{given}' is called '{name}': blanks and invisible marks around it "
    .. "are left out",
  ["guessed.sorted_by_letters"] = "sort() goes by the letters of {name}, where '9' comes after '10': it is text, since "
    .. "{why}",
  ["guessed.sorted_numbers"] = "sort() goes by the letters of {name}, where '9' comes after '10': its numbers, such as "
    .. "'{value}', are texts",
  ["guessed.sorted_days"] = "sort() goes by the letters of {name}, and not by days: it is text, since {why}",
  ["guessed.sorted_times"] = "sort() goes by the letters of {name}, and not by times: it is text, since {why}",
  ["guessed.twins"] = "{name} has texts that only case, accents or blanks tell apart, such as '{one}' and '{other}', "
    .. "and keeps them apart; fold(trim({name})) takes such as one",
  ["guessed.mixed_types"] = "{names} {columns:is|are} text, since texts stand beside numbers: in {first}, {why}",
  ["guessed.older_state"] = "row {row} says of '{id}' in {table} what its source had said before it said something "
    .. "else, which is taken for its newest word; if the file is an older one, import the newer one after it",
  ["guessed.older_states"] = "{count} rows, the first of them row {row} about '{id}' in {table}, say what their source "
    .. "had said before it said something else, which is taken for its newest word; if the file is an older one, "
    .. "import the newer one after it",
  ["guessed.quotes"] = "quotes between tabs are data, as in {value}; quotes = true takes them off",
  ["guessed.seasons"] = "the column '{name}' is read as seasons, such as {example}; where that is a year and the next, "
    .. "it is written as in 2020/2021",
  ["guessed.spelling"] = "the column '{name}' has texts whose marks stand apart from their letters, such as '{value}' "
    .. "in row {row}: they equal none that are composed; nfc({name}) composes them",
  ["guessed.twin_name"] = "column {index} is called '{as}', as another one before it is called '{name}'",
}
