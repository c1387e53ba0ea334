--- The public calls as data: what parley.help() and the completion of parley.repl show.
-- Written by tools/reference.lua from the docstrings; after changing those: make docs
-- An entry has class, name, signature, summary, text, params, options, returns (each a list of { name, type, text }),
-- columns (of the Frame that an analysis gives, in the same way), errors (code words), see (names of calls), example (a
-- session, with its answers), also (other classes that have it), is_class (of what calls give; its options are fields).

return {
  {
    class = "parley", name = "datasets", signature = "parley.datasets()",
    summary = "The names of the datasets that come with Parley, the default first.",
    text = "Printed, the list tells what is in each, and `parley.datasets()[\"istanbul-2025\"]` gives it: title, span (a date), rows and claims (numbers).",
    params = {}, options = {}, returns = { { type = "string[]" } }, errors = {}, see = { "open" },
    example = "> parley.datasets()\nistanbul-2025         The Istanbul talks of 2025 between Russia and Ukraine\n                      May to July 2025: 203 rows from 354 claims\nrussia-ukraine-talks  Contacts of Russia and Ukraine, February 2022 to June 2026\n                      February 2022 to June 2026: 1226 rows from 1489 claims\n> parley.datasets()[\"istanbul-2025\"].title\nThe Istanbul talks of 2025 between Russia and Ukraine",
  },
  {
    class = "parley", name = "frame", signature = "parley.frame()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley", name = "from_arrow", signature = "parley.from_arrow()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley", name = "help", signature = "parley.help()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley", name = "load", signature = "parley.load()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley", name = "open", signature = "parley.open()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley", name = "progress", signature = "parley.progress(wanted?, options?)",
    summary = "Who is told how far calls are that take longer than a second: true, whoever sits at the terminal to which standard error goes (the default); false, nobody; a function, which takes { what, seconds, rows, bytes, total, rate, share, left }, as far as these are known, and calls nothing of Parley's.",
    text = "Options: after, the seconds of which nothing is told.",
    params = { { name = "wanted", type = "boolean|fun(facts: parley.Progress)|nil", text = "nil: as it is" }, { name = "options", type = "{ after: number? }?" } },
    options = {}, returns = { { type = "boolean|function", text = "wanted  as it was before" } }, errors = {},
    see = {},
  },
  {
    class = "parley", name = "read", signature = "parley.read()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley", name = "sniff", signature = "parley.sniff()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley", name = "strict", signature = "parley.strict(globals?)",
    summary = "From now on, reading a global variable that nobody has assigned raises, with the name that was probably meant: in `where{party = party_wanted}`, a misspelt name is nil, and the condition gone.",
    text = "It holds for the whole Lua state, so call it after `require`, in scripts and not in libraries.",
    params = { { name = "globals", type = "table?", text = "the globals to guard; `_G` unless given" } },
    options = {}, returns = {}, errors = { "bad_type" }, see = {}, example = "> parley.strict{}",
  },
  {
    class = "parley", name = "threads", signature = "parley.threads(n?)",
    summary = "How many threads a query over a Frame may use, at most 8; with a number, sets it for this Lua state: 1 for only the calling thread, 0 for as many as the machine has cores, at most 4 (the default).",
    params = { { name = "n", type = "integer?" } }, options = {}, returns = { { type = "integer" } },
    errors = { "bad_argument" }, see = { "explain" },
    example = "> parley.threads(2)\n2\n> parley.threads(0) >= 1\ntrue",
  },
  {
    class = "parley", name = "within", signature = "parley.within(whole, options?)",
    summary = "A whole with those who belong to it on the day of a row (the table `memberships`), for `where{party = parley.within(\"eu\")}`: an alliance, a coalition or a joint delegation, itself and its members, and theirs.",
    text = "Rows of which the days do not decide are missing, and a note counts them.",
    params = { { name = "whole", type = "string", text = "id of a party" }, { name = "options", type = "parley.WithinOptions?" } },
    options = { { name = "on", type = "string?", text = "the expression of the day, where the table has none of its own" } },
    returns = { { type = "table" } }, errors = { "bad_type", "no_option", "no_row" }, see = { "where" },
    example = "> ds.demands:where{party = parley.within(\"ukraine\")}:count()\n15",
  },
  {
    class = "parley.Query", name = "all", signature = "q:all()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "as", signature = "q:as(name)",
    summary = "Events as the rows of another table: talks, demands, responses or outcomes, by their acts and the cross-walk.",
    params = { { name = "name", type = "\"talks\"|\"demands\"|\"responses\"|\"outcomes\"" } }, options = {},
    returns = { { type = "parley.Query" } }, errors = { "no_name", "bad_argument" }, see = { "where" },
    example = "> ds.events:as(\"demands\"):count()\n0",
  },
  {
    class = "parley.Query", name = "as_of", signature = "q:as_of(date)",
    summary = "The rows as they stood on what had been reported by the end of that day.",
    params = { { name = "date", type = "string", text = "EDTF; its last day counts" } }, options = {},
    returns = { { type = "parley.Query" } }, errors = { "bad_date", "bad_argument" }, see = { "claims", "changes" },
    example = "> ds.outcomes:as_of(\"2025-05-31\"):count()\n0",
  },
  {
    class = "parley.Query", name = "by", signature = "q:by(...)",
    summary = "Groups the rows by these values; `summarise`, `count`, `sum`, … say what becomes of the groups.",
    text = "A row that names several in a column that takes several is one of each's.",
    params = { { name = "...", type = "any", text = "expressions, each followed by the values of its `?`" } },
    options = {}, returns = { { type = "parley.Query" } }, errors = { "no_column", "bad_expression" },
    see = { "summarise", "count", "with" },
    example = "> ds.demands:by(\"party\"):count()\nparty           count\nrussia             12\nukraine            15\nwestern-allies      1\n3 rows × 2 columns",
  },
  {
    class = "parley.Query", name = "claims", signature = "q:claims()",
    summary = "The claims behind the rows, with their provenance; retracted claims are left out.", params = {},
    options = {}, returns = { { type = "parley.Query" } }, errors = { "no_claims", "bad_argument" },
    see = { "evidence", "get" },
    example = "> ds.talks:where{id = \"r2\"}:claims():select(\"claim\", \"source\", \"certainty\"):limit(2)\nclaim  source  certainty\n  102  s1      on_record_paraphrase\n  103  s0      on_record_paraphrase\n2 rows × 3 columns",
  },
  {
    class = "parley.Query", name = "columns", signature = "q:columns()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "complete", signature = "q:complete(given)",
    summary = "Rows for every combination of the values named that no row has: below the others, sorted by these columns, all other columns missing.",
    text = "Values are a list, or a span with its first and last, as in `complete{month = \"2022-01/2022-12\", party = {\"a\", \"b\"}}`. Rows with other values stay.",
    params = { { name = "given", type = "table<string, string|any[]>", text = "column = values" } }, options = {},
    returns = { { type = "parley.Query" } }, errors = { "no_column", "bad_type", "bad_argument" }, see = { "by" },
    example = "> ds.talks:select(\"id\", \"round\"):complete{round = {1, 2, 9}}:where(\"id is nil\")\nid  round\n·       9\n1 row × 2 columns",
  },
  {
    class = "parley.Query", name = "count", signature = "q:count()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "define", signature = "q:define()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "diff", signature = "q:diff()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "disagreements", signature = "q:disagreements()", summary = "", params = {},
    options = {}, returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Query", name = "distinct", signature = "q:distinct(...)",
    summary = "Different rows only; with expressions, the different values of these.",
    params = { { name = "...", type = "any", text = "expressions, each followed by the values of its `?`" } },
    options = {}, returns = { { type = "parley.Query" } }, errors = { "no_column", "bad_expression" },
    see = { "by", "count_distinct" },
    example = "> ds.talks:distinct(\"place\"):limit(3)\nplace\n·\nIstanbul\nKyiv\n3 rows × 1 column",
  },
  {
    class = "parley.Query", name = "each", signature = "q:each()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "explain", signature = "q:explain()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "first", signature = "q:first()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "frame", signature = "q:frame()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "get", signature = "q:get()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Query", name = "join", signature = "q:join(other, given?)",
    summary = "Puts the rows of another query, or of a Frame, beside these; or keeps those that have a partner, or none.",
    text = "Columns of the right side whose names are taken stand under the table's name before theirs, or with a suffix.",
    params = { { name = "other", type = "parley.Query|parley.Frame" }, { name = "given", type = "parley.JoinOptions?" } },
    options = { { name = "on", type = "string|table|nil", text = "a column of both, or {left = \"right\"}; the one reference between the tables unless given" }, { name = "kind", type = "\"inner\"|\"left\"|\"semi\"|\"anti\"|nil", text = "inner unless given" }, { name = "suffix", type = "string?", text = "what a column is called whose name is there already" }, { name = "expect", type = "\"one\"|nil", text = "refuse rows with several partners" }, { name = "missing", type = "\"match\"|nil", text = "missing values meet each other" }, { name = "within", type = "integer?", text = "dates meet that lie at most so many days apart, the nearest first" } },
    returns = { { type = "parley.Query" } },
    errors = { "bad_argument", "no_column", "bad_type", "no_option", "no_name" }, see = { "union", "within" },
    example = "> names = ds.parties:select(\"id\", \"name as asker\")\n> ds.demands:join(names, {on = {party = \"id\"}}):by(\"asker\"):count()\nasker                     count\nRussia                       12\nUkraine                      15\nUkraine's Western allies      1\n3 rows × 2 columns",
  },
  {
    class = "parley.Query", name = "limit", signature = "q:limit(n, offset?, given?)",
    summary = "At most `n` rows, after leaving out the first `offset`; with `ties = true`, also those that stand level with the last in the order of the sort() before it, behind which there may be select(), with() and where().",
    params = { { name = "n", type = "integer" }, { name = "offset", type = "integer|parley.LimitOptions|nil", text = "rows left out before, or the options" }, { name = "given", type = "parley.LimitOptions?" } },
    options = { { name = "ties", type = "boolean?", text = "true: also the rows that stand level with the last" } },
    returns = { { type = "parley.Query" } }, errors = { "bad_argument", "bad_type", "no_option" },
    see = { "sort", "sample", "show" },
    example = "> ds.talks:sort(\"id\"):limit(2):select(\"id\", \"place\")\nid       place\nleaders  ·\nr1       Istanbul\n2 rows × 2 columns",
  },
  {
    class = "parley.Query", name = "notes", signature = "q:notes()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "one", signature = "q:one()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "pivot", signature = "q:pivot(given)",
    summary = "A cross table: a row per value of `rows`, a column per value of `columns`, `values` in the cells.",
    text = "With `margins`, a column and a row `total` are worked out from the rows themselves, not from the cells.",
    params = { { name = "given", type = "parley.PivotOptions" } },
    options = { { name = "rows", type = "string|string[]", text = "expressions: a row for each value" }, { name = "columns", type = "string", text = "an expression: a column for each value" }, { name = "values", type = "string?", text = "an aggregate for the cells; count() unless given" }, { name = "margins", type = "boolean?", text = "true: totals of rows and columns too" } },
    returns = { { type = "parley.Query" } },
    errors = { "no_option", "bad_expression", "no_column", "bad_argument", "too_large" }, see = { "unpivot", "by" },
    example = "> ds.talks:pivot{rows = \"place\", columns = \"status\"}\nplace     proposed  supported  held\nIstanbul         0          1     2\nKyiv             0          0     1\n·                2          0     0\n3 rows × 4 columns",
  },
  {
    class = "parley.Query", name = "plot", signature = "q:plot()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "rows", signature = "q:rows()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "sample", signature = "q:sample(n, seed)",
    summary = "`n` rows, drawn by the seed: the same ones of the same rows, whatever their order and the engine.",
    text = "They come in the order in which they were drawn, so that a smaller sample is the beginning of a larger one.",
    params = { { name = "n", type = "integer" }, { name = "seed", type = "integer", text = "another one draws other rows" } },
    options = {}, returns = { { type = "parley.Query" } }, errors = { "bad_argument" }, see = { "limit" },
    example = "> ds.demands:sample(2, 1):select(\"id\", \"party\")\nid                 party\nru-foreign-troops  russia\nru-arms-supply     russia\n2 rows × 2 columns",
  },
  {
    class = "parley.Query", name = "save", signature = "q:save()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "search", signature = "q:search(text)",
    summary = "Rows whose text holds all the words; best match first.",
    text = "\"…\" keeps words together, `ceasef*` matches beginnings.",
    params = { { name = "text", type = "string" } }, options = {}, returns = { { type = "parley.Query" } },
    errors = { "bad_argument", "bad_type" }, see = { "where" },
    example = "> ds.statements:search(\"ceasefire\"):count()\n6",
  },
  {
    class = "parley.Query", name = "select", signature = "q:select(...)",
    summary = "Exactly these columns, in this order; `\"expression as name\"`.",
    params = { { name = "...", type = "any", text = "expressions, each followed by the values of its `?`" } },
    options = {}, returns = { { type = "parley.Query" } },
    errors = { "no_column", "bad_expression", "unknown_function", "twin_columns" }, see = { "with", "distinct" },
    example = "> ds.talks:select(\"id\", \"upper(place) as town\"):limit(2)\nid       town\nleaders  ·\nr1       ISTANBUL\n2 rows × 2 columns",
  },
  {
    class = "parley.Query", name = "show", signature = "q:show()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "sort", signature = "q:sort(...)",
    summary = "Sorts by expressions, `\"made desc\"` downwards; missing values come last either way.",
    params = { { name = "...", type = "any", text = "expressions, each with \"desc\" after it or not, and followed by the values of its `?`" } },
    options = {}, returns = { { type = "parley.Query" } }, errors = { "no_column", "bad_expression", "bad_argument" },
    see = { "limit" },
    example = "> ds.talks:sort(\"date desc\"):select(\"id\", \"date\"):limit(2)\nid               date\nr2               2025-06-02\nua-meeting-0601  2025-06-01\n2 rows × 2 columns",
  },
  {
    class = "parley.Query", name = "split", signature = "q:split(...)",
    summary = "A row for each item of a list, where items are separated by \"; \": a statement by two parties is two rows, one for each.",
    text = "A row without a value, or with one item, stays as it is. by(), pivot{} and join() do so by themselves with columns that take several.",
    params = { { name = "...", type = "string", text = "names of columns" } }, options = {},
    returns = { { type = "parley.Query" } }, errors = { "no_column", "bad_type" }, see = { "by" },
    example = "> ds.parties:select(\"id\", \"aliases\"):where{id = \"turkiye\"}:split(\"aliases\")\nid       aliases\nturkiye  Turkey\nturkiye  Turkiye\nturkiye  Türkiye\nturkiye  Ankara\n4 rows × 2 columns\nnote: 1 row has several in aliases and stands once for each; count_distinct(id) counts once",
  },
  {
    class = "parley.Query", name = "sql", signature = "q:sql()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "summarise", signature = "q:summarise(...)",
    summary = "One row per group, sorted by the group's keys (one row in all without `by`).",
    params = { { name = "...", type = "any", text = "aggregates, such as \"sum(best) as total\", each followed by the values of its `?`" } },
    options = {}, returns = { { type = "parley.Query" } },
    errors = { "no_column", "bad_expression", "bad_type", "bad_argument" }, see = { "by", "count", "pivot" },
    example = "> ds.outcomes:by(\"topic\"):summarise(\"count() as n\", \"first(id) as one\"):limit(2)\ntopic      n  one\nceasefire  2  r2-continue\nchildren   2  r2-children\n2 rows × 3 columns",
  },
  {
    class = "parley.Query", name = "to_csv", signature = "q:to_csv()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "to_dot", signature = "q:to_dot()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "to_graphml", signature = "q:to_graphml()", summary = "", params = {},
    options = {}, returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "to_html", signature = "q:to_html()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "to_json", signature = "q:to_json()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "to_jsonl", signature = "q:to_jsonl()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "to_latex", signature = "q:to_latex()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "to_markdown", signature = "q:to_markdown()", summary = "", params = {},
    options = {}, returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "to_tsv", signature = "q:to_tsv()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "total", signature = "q:total()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Query", name = "types", signature = "q:types()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "union", signature = "q:union(other)",
    summary = "The rows of another query, or of a Frame, below these.",
    text = "Columns meet by their names, integers beside numbers become numbers, and a column that one side lacks is missing there, as notes() says. What as_of(), a policy or a filter say of one side before holds for that side.",
    params = { { name = "other", type = "parley.Query|parley.Frame" } }, options = {},
    returns = { { type = "parley.Query" } }, errors = { "bad_argument", "bad_type" }, see = { "join" },
    example = "> ds.talks:select(\"id\"):union(ds.demands:select(\"id\")):count()\n34",
  },
  {
    class = "parley.Query", name = "unpivot", signature = "q:unpivot(given)",
    summary = "The long form: for each of `columns`, in their order, all rows with the column's name in `names` and its value in `values`; the other columns stand beside them.",
    text = "Missing values are rows too.", params = { { name = "given", type = "parley.UnpivotOptions" } },
    options = { { name = "columns", type = "string|string[]", text = "which become rows" }, { name = "names", type = "string?", text = "the column of their names; \"name\" unless given" }, { name = "values", type = "string?", text = "the column of their values; \"value\" unless given" } },
    returns = { { type = "parley.Query" } }, errors = { "no_option", "no_column", "bad_type" }, see = { "pivot" },
    example = "> ds.outcomes:where{id = \"r1-swap\"}:select(\"id\", \"low\", \"high\"):unpivot{columns = {\"low\", \"high\"}}\nid       name  value\nr1-swap  low    1000\nr1-swap  high   1000\n2 rows × 3 columns",
  },
  {
    class = "parley.Query", name = "vega", signature = "q:vega()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {}, also = { "parley.Frame" },
  },
  {
    class = "parley.Query", name = "where", signature = "q:where(condition, ...)",
    summary = "Keeps the rows for which a condition holds; several `where` are joined by *and*.",
    params = { { name = "condition", type = "table|string", text = "column = value pairs (a list means any of them, parley.null missing, parley.within(id) a whole with its members), or an expression" }, { name = "...", type = "any", text = "values of the expression's `?`" } },
    options = {}, returns = { { type = "parley.Query" } },
    errors = { "no_column", "bad_type", "bad_argument", "bad_expression", "bad_date", "unknown_function", "bad_term" },
    see = { "within", "select", "search" },
    example = "> ds.demands:where{party = \"ukraine\", topic = \"ceasefire\"}:count()\n2\n> ds.demands:where(\"made >= ? and topic is not nil\", \"2025-06-02\"):count()\n18",
  },
  {
    class = "parley.Query", name = "with", signature = "q:with(...)",
    summary = "All columns, and these computed ones; one of the same name is replaced.",
    text = "After by(), values over each row's group.",
    params = { { name = "...", type = "any", text = "expressions, each followed by the values of its `?`" } },
    options = {}, returns = { { type = "parley.Query" } },
    errors = { "no_column", "bad_expression", "unknown_function", "bad_type", "twin_columns" },
    see = { "select", "by" },
    example = "> ds.talks:with(\"upper(place) as town\"):select(\"id\", \"town\"):limit(2)\nid       town\nleaders  ·\nr1       ISTANBUL\n2 rows × 2 columns",
  },
  {
    class = "parley.Frame", name = "arrow", signature = "f:arrow()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "by", signature = "f:by()", summary = "", params = {}, options = {}, returns = {},
    errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "bytes", signature = "f:bytes()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "complete", signature = "f:complete()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "distinct", signature = "f:distinct()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "join", signature = "f:join()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "limit", signature = "f:limit()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "pivot", signature = "f:pivot()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "sample", signature = "f:sample()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "select", signature = "f:select()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "sort", signature = "f:sort()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "split", signature = "f:split()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "summarise", signature = "f:summarise()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "union", signature = "f:union()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "unpivot", signature = "f:unpivot()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "values", signature = "f:values()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "where", signature = "f:where()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Frame", name = "with", signature = "f:with()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Picture", name = "frame", signature = "p:frame()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Picture", name = "notes", signature = "p:notes()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Picture", name = "save", signature = "p:save()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Picture", name = "text", signature = "p:text()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Picture", name = "to_html", signature = "p:to_html()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.Picture", name = "to_svg", signature = "p:to_svg()", summary = "", params = {}, options = {},
    returns = {}, errors = {}, see = {},
  },
  {
    class = "parley.ArrowStream", name = "address", signature = "stream:address()",
    summary = "The address of its ArrowArrayStream, good while this value is kept.", params = {}, options = {},
    returns = { { type = "integer" } }, errors = {}, see = { "arrow" },
    example = "> math.type(parley.frame({{n = 3}}):arrow():address())\ninteger",
  },
  {
    class = "parley.ArrowStream", name = "pointer", signature = "stream:pointer()",
    summary = "The same as a light userdata.", params = {}, options = {}, returns = { { type = "lightuserdata" } },
    errors = {}, see = { "arrow" }, example = "> type(parley.frame({{n = 3}}):arrow():pointer())\nuserdata",
  },
  {
    class = "parley.ArrowStream", name = "release", signature = "stream:release()",
    summary = "Gives its memory back; again does nothing.", params = {}, options = {}, returns = {}, errors = {},
    see = { "arrow" }, example = "> parley.frame({{n = 3}}):arrow():release()",
  },
  {
    class = "parley", name = "null", signature = "parley.null",
    summary = "A missing value where nil cannot stand: in `where{venue = parley.null}`, or as the first value of each().",
    params = {}, options = {}, returns = {}, errors = {}, see = { "where", "each" },
    example = "> ds.talks:where{venue = parley.null}:count()\n6\n> parley.null\nnull",
  },
  {
    class = "parley.Countries", name = "iso3", signature = "parley.countries.iso3(system, code, year)",
    summary = "The ISO code of what another system calls a country, in a year where codes have changed hands; nil where it has none.",
    params = {}, options = {}, returns = {}, errors = {}, see = {},
    example = "> parley.countries.iso3(\"fips\", \"RS\")\nRUS",
  },
  {
    class = "parley.Countries", name = "name", signature = "parley.countries.name(iso3)",
    summary = "The name of a country by its ISO code of three letters.", params = {}, options = {}, returns = {},
    errors = {}, see = {}, example = "> parley.countries.name(\"UKR\")\nUkraine",
  },
  {
    class = "parley.Countries", name = "systems", signature = "parley.countries.systems",
    summary = "The systems of codes that iso3() knows.", params = {}, options = {}, returns = {}, errors = {},
    see = {}, example = "> #parley.countries.systems\n8",
  },
  {
    class = "parley.Provenance", name = "Provenance", signature = "parley.Provenance",
    summary = "Who says so, where and how firmly: what a claim is added with.", params = {},
    options = { { name = "source", type = "string?", text = "the source that makes the claim" }, { name = "locator", type = "string?", text = "where in the source, such as a paragraph" }, { name = "said_by", type = "string?", text = "who says so: a person, a party, or text" }, { name = "chain", type = "string?", text = "the hops from source to speaker, nearest first, separated by '; '" }, { name = "certainty", type = "parley.CertaintyWord?", text = "how firmly the source stands on it" }, { name = "modality", type = "parley.ModalityWord?", text = "fact, plan, demand, …" }, { name = "polarity", type = "parley.PolarityWord?", text = "whether the claim affirms or denies its values" }, { name = "stated", type = "string?", text = "when the speaker said it" }, { name = "reported", type = "string?", text = "when the source reported it; unless stated, when it was published" }, { name = "recorded_at", type = "string?", text = "when this file took it in, UTC" }, { name = "rank", type = "parley.RankWord?", text = "preferred, normal, or deprecated (kept, never shown)" }, { name = "coder", type = "string?", text = "who coded it" }, { name = "note", type = "string?", text = "a remark of the coder's" } },
    returns = {}, errors = {}, see = {}, is_class = true,
  },
  {
    class = "parley.Error", name = "Error", signature = "parley.Error", summary = "What misuse raises.",
    text = "`tostring(e)` is `where: parley: message`; methods of strings and `..` work on that text.", params = {},
    options = { { name = "code", type = "string", text = "a code word of doc/errors.md" }, { name = "key", type = "string", text = "the code word, with the variant of its words where it has one: alike for the same fault elsewhere" }, { name = "message", type = "string", text = "the sentence, with its hint" }, { name = "sentence", type = "string", text = "what it is about and the sentence, without its hint" }, { name = "hint", type = "string?", text = "the hint alone: what was probably meant, or another way out" }, { name = "suggestion", type = "parley.Hint?", text = "the same as data" }, { name = "where", type = "string?", text = "file and line of the caller" }, { name = "about", type = "(string|parley.Phrase)[]", text = "what it is about, from without inwards: { key = \"line\", path = …, line = 3 }" }, { name = "place", type = "parley.Phrase?", text = "where in an expression it stands: { key = \"position\", position = 8, text = … }" }, { name = "outcome", type = "(string|parley.Phrase)?", text = "what has become of the call" }, { name = "arguments", type = "table", text = "what the sentence speaks of, by name" }, { name = "cause", type = "any?", text = "the error that was caught before" } },
    returns = {}, errors = {}, see = {}, is_class = true,
  },
  {
    class = "parley.Note", name = "Note", signature = "parley.Note",
    summary = "What a Frame, a query or a picture tells of its rows: what notes() lists.", params = {},
    options = { { name = "kind", type = "\"left out\"|\"undecided\"|\"cut\"|\"guessed\"|\"repeated\"|\"wider\"" }, { name = "count", type = "integer?", text = "rows or values; nil where that is not known" }, { name = "note", type = "string", text = "the sentence" } },
    returns = {}, errors = {}, see = {}, is_class = true,
  },
  {
    class = "parley.ImportReport", name = "ImportReport", signature = "parley.ImportReport",
    summary = "What an import did; it prints as a report.", params = {},
    options = { { name = "file", type = "string" }, { name = "table", type = "string" }, { name = "read", type = "integer", text = "rows of the file" }, { name = "added", type = "integer", text = "rows of the table" }, { name = "updated", type = "integer" }, { name = "unchanged", type = "integer" }, { name = "quarantined", type = "integer", text = "rows of the file that were set aside; ds.quarantine has them" }, { name = "skipped", type = "integer", text = "rows of the file that no part of the mapping wants" }, { name = "folded", type = "integer", text = "mirrored rows left out" }, { name = "mirrored", type = "integer", text = "rows that mirror others, where nobody has said what is to become of them" }, { name = "keyed", type = "boolean", text = "whether key = … goes before the file's own ids" }, { name = "bare", type = "integer", text = "rows that say nothing but their id" }, { name = "seconds", type = "number" }, { name = "tables", type = "table[]", text = "{ table, added, updated, unchanged } of all tables that got rows" }, { name = "unmapped", type = "table[]", text = "{ target, value, count, near } words that have no place" }, { name = "reasons", type = "table[]", text = "{ reason, count, line } why rows were set aside" }, { name = "unused", type = "string[]", text = "columns of the file that nothing takes; none where functions may take any" }, { name = "source", type = "{ column: string, stated: any, stored: any, edition: string? }[]", text = "what the source's block says otherwise" }, { name = "near", type = "table<string, string>", text = "columns of the table that unused ones may stand for" }, { name = "notes", type = "parley.Note[]", text = "what else is to be told of how the file was read" } },
    returns = {}, errors = {}, see = {}, is_class = true,
  },
  {
    class = "parley.Sniff", name = "Sniff", signature = "parley.Sniff",
    summary = "What a file seems to hold; it prints as a report.", params = {},
    options = { { name = "path", type = "string" }, { name = "format", type = "string" }, { name = "rows", type = "integer", text = "rows looked at" }, { name = "all", type = "boolean", text = "whether those are all rows" }, { name = "columns", type = "table[]", text = "name, type, reason, suggestion, missing, examples" }, { name = "notes", type = "string[]", text = "what else is worth knowing" } },
    returns = {}, errors = {}, see = {}, is_class = true,
  },
}
