--- The options of the program `parley`: each once, by name, and in groups of those that go together. The parser, the
-- help, the man page and the completion of shells are made of them.

--- An option of the program.
---@class parley.CommandOption
---@field name string without the dashes
---@field short string? a letter
---@field argument string? what it takes, in capitals; a switch takes nothing
---@field meaning string
---@field many boolean? may be given several times
---@field choices string[]?
---@field complete "table"|"column"|"file"|nil what shells complete its argument with
---@field format boolean? says how the result is written, as one of several

local options = {}

---@type table<string, parley.CommandOption>
options.by_name = {}

---@type table<string, string[]> names of options, by the name of their group
options.groups = {}

-- Groups in the order of the help.
options.order = {}

local function put(option)
  assert(not options.by_name[option.name], option.name)          -- one name means one thing, whichever command it is of
  options.by_name[option.name] = option
end

local function group(name, list)
  local names = {}
  for i, option in ipairs(list) do
    if type(option) == "table" then
      put(option)
      names[i] = option.name
    else
      names[i] = option
    end
  end
  options.groups[name] = names
  options.order[#options.order + 1] = name
end

group("general", {
  { name = "help", short = "h", meaning = "tell how the command is used" },
  { name = "version", short = "V", meaning = "tell the version" },
})

group("rows", {
  { name = "where", short = "w", argument = "EXPR", many = true, complete = "column",
    meaning = "keep the rows for which this is true" },
  { name = "param", short = "p", argument = "VALUE", many = true, meaning = "a value for a ? in --where" },
  { name = "select", short = "c", argument = "EXPR,…", many = true, complete = "column",
    meaning = "these columns, in this order" },
  { name = "sort", short = "s", argument = "EXPR,…", many = true, complete = "column",
    meaning = "sort by these, each with 'desc' or not" },
  { name = "limit", short = "n", argument = "N", meaning = "at most so many rows" },
  { name = "offset", argument = "N", meaning = "leave out so many rows first" },
})

group("view", {
  { name = "as-of", argument = "DATE", meaning = "as known from what was reported by that day" },
  { name = "policy", argument = "CHOICE", many = true,
    meaning = "which claims are shown: prefer=SOURCE,…; deny=SOURCE,…; coders=NAME,…; certainty=WORD; "
      .. "report=earliest" },
})

group("file", {
  { name = "output", short = "o", argument = "FILE", complete = "file",
    meaning = "write into a file, in the format of its ending" },
})

group("output", {
  "output",
  { name = "csv", format = true, meaning = "write CSV" },
  { name = "tsv", format = true, meaning = "write fields between tabs" },
  { name = "json", format = true, meaning = "write a JSON array of objects" },
  { name = "jsonl", format = true, meaning = "write a JSON object per line" },
  { name = "markdown", format = true, meaning = "write a Markdown table" },
  { name = "latex", format = true, meaning = "write a LaTeX table" },
  { name = "html", format = true, meaning = "write an HTML table" },
  { name = "arrow", format = true, meaning = "write an Arrow file" },
  { name = "arrows", format = true, meaning = "write an Arrow stream" },
  { name = "xlsx", format = true, meaning = "write a workbook of a spreadsheet" },
  { name = "quiet", short = "q", meaning = "no notes about what was left out or guessed" },
})

group("reading", {
  { name = "format", argument = "NAME", choices = { "csv", "tsv", "json", "jsonl", "xlsx" },
    meaning = "what the file is, where its ending does not tell" },
  { name = "delimiter", argument = "CHAR", meaning = "what stands between fields" },
  { name = "encoding", argument = "NAME", meaning = "the file's encoding" },
  { name = "dates", argument = "ORDER", choices = { "iso", "dmy", "mdy" }, meaning = "the order of dates in digits" },
  { name = "decimal", argument = "CHAR", meaning = "the decimal point of numbers" },
  { name = "thousands", argument = "CHAR", meaning = "what groups the digits of numbers" },
  { name = "missing", argument = "WORD", many = true, meaning = "what stands for a missing value" },
  { name = "no-header", meaning = "the first line is a row, and names no columns" },
  { name = "skip", argument = "N", meaning = "leave out so many lines first" },
  { name = "sheet", argument = "NAME", meaning = "the sheet of a workbook, or its number" },
  { name = "range", argument = "CELLS", meaning = "the part of a sheet, as in B3:F20" },
  { name = "header", argument = "ROW", meaning = "where the header of a sheet stands, as in 3 or 3-4" },
  { name = "no-hidden", meaning = "leave out hidden rows of a sheet" },
  { name = "comment", argument = "CHAR", meaning = "what begins a line of comment" },
  { name = "type", argument = "COLUMN=TYPE", many = true, meaning = "the type of a column" },
})

-- Options of one or of few commands, which name them.
for _, option in ipairs {
  { name = "from", argument = "DATE", meaning = "from this day on" },
  { name = "to", argument = "DATE", meaning = "up to this day" },
  { name = "table", argument = "TABLE", many = true, complete = "table", meaning = "only of this table" },
  { name = "party", argument = "ID", many = true, meaning = "only of this party" },
  { name = "topic", argument = "WORD", many = true, meaning = "only on this topic" },
  { name = "kind", argument = "WORD", many = true, meaning = "only of this kind" },
  { name = "talk", argument = "ID", many = true, meaning = "only of this talk" },
  { name = "role", argument = "WORD", many = true, meaning = "only of this role" },
  { name = "among", argument = "WHO", choices = { "sources", "coders" }, meaning = "whose claims are compared" },
  { name = "coder", argument = "NAME", many = true, meaning = "this coder" },
  { name = "each", argument = "N", meaning = "how many coders a source gets; 2 unless given" },
  { name = "seed", argument = "N", meaning = "what chance follows from; 1 unless given" },
  { name = "due", argument = "DATE", meaning = "by when" },
  { name = "on", argument = "DATE", meaning = "tell what is late on that day" },
  { name = "progress", meaning = "a row for each coder" },
  { name = "waiting", meaning = "what waits for a decision, hardest first" },
  { name = "retracted", meaning = "also what was taken back" },
  { name = "as", argument = "NAME", meaning = "who does it" },
  { name = "overdue", argument = "DATE", meaning = "only what is late on that day" },
  { name = "style", argument = "NAME", meaning = "how the text is written" },
  { name = "mapping", argument = "NAME", meaning = "the mapping of a known format, or a file that has one" },
  { name = "source", argument = "ID", meaning = "the source that the rows stand in" },
  { name = "key", argument = "COLUMN", many = true, meaning = "what identifies a row" },
  { name = "on-error", argument = "WHAT", choices = { "quarantine", "stop" }, meaning = "what becomes of a bad row" },
  { name = "for", argument = "ID", many = true, meaning = "a source that is to be coded" },
  { name = "column", argument = "NAME", many = true, meaning = "only this column of the table" },
  { name = "about", argument = "TABLE", complete = "table", meaning = "the table that the sheet is about" },
  { name = "ids", argument = "N", meaning = "rows to fill, for each source" },
  { name = "copy", argument = "DATASET", complete = "file", meaning = "with the contents of this one" },
  { name = "overwrite", meaning = "replace what is there" },
  { name = "into", argument = "FILE", complete = "file", meaning = "the name of the merged dataset" },
  { name = "title", argument = "TEXT", meaning = "the title" },
  { name = "width", argument = "N", meaning = "the width, in pixels" },
  { name = "x", argument = "EXPR", complete = "column", meaning = "what is drawn from left to right" },
  { name = "y", argument = "EXPR", complete = "column", meaning = "what is drawn upwards" },
  { name = "by", argument = "EXPR", complete = "column", meaning = "a series for each of its values" },
  { name = "facet", argument = "EXPR", complete = "column", meaning = "a panel for each of its values" },
  { name = "value", argument = "EXPR", complete = "column", meaning = "what the squares of a heat map show" },
  { name = "coders", argument = "NAME,…", many = true, meaning = "only these coders" },
  { name = "fields", argument = "FIELD,…", many = true, complete = "column", meaning = "only these fields" },
  { name = "level", argument = "WORD",
    choices = { "nominal", "ordinal", "interval", "ratio", "date", "range", "set", "jaccard" },
    meaning = "how far two values are apart" },
  { name = "bootstraps", argument = "N", meaning = "how often units are drawn for low and high; 0 for neither" },
  { name = "at-least", argument = "SCORE", meaning = "only what scores so much, from 0 to 1; 0.4 unless given" },
  { name = "judged", meaning = "also what somebody has judged" },
  { name = "completion", argument = "SHELL", choices = { "bash", "zsh", "fish" },
    meaning = "print the completion for this shell" },
  { name = "man", meaning = "print the manual page" },
} do
  put(option)
end

--- What other programs have options for, and expressions do here.
options.by_expression = { ["group-by"] = true, group_by = true, groupby = true, by = true, group = true, count = true,
  join = true, distinct = true, unique = true, having = true, sum = true, mean = true }

--- What other programs call some of them.
options.elsewhere = { columns = "select", fields = "select", filter = "where", order = "sort",
  ["order-by"] = "sort", ["sort-by"] = "sort", head = "limit", first = "limit", rows = "limit",
  ["until"] = "to", since = "from", top = "limit", out = "output", file = "output", date = "as-of",
  on = "key", least = "at-least" }

-- The long name that a letter stands for.
local by_short = {}
for name, option in pairs(options.by_name) do
  if option.short then by_short[option.short] = name end
end

-- The option of a word such as "-qn3": the one that takes the rest of the word, or the last; whether it has a value.
local function of_letters(word)
  local option
  for i = 2, #word do
    option = options.by_name[by_short[word:sub(i, i)]]
    if not option or option.argument then return option, i < #word end
  end
  return option, false
end

--- The option that a word is, as `--name`, `--name=value`, `-n` or `-nvalue`; nil for one that no command has.
---@param word string begins with "-"
---@return parley.CommandOption? option, boolean has_value whether its value stands in the same word
function options.of_word(word)
  local name, equals = word:match "^%-%-([^=]+)(=?)"
  if name then return options.by_name[name], equals == "=" end
  return of_letters(word)
end

--- The options of a command, in the order of the help; each once.
---@param command parley.Command
---@return parley.CommandOption[]
function options.of(command)
  local list, seen = {}, {}
  local function add(name)
    if not seen[name] then list[#list + 1], seen[name] = assert(options.by_name[name], name), true end
  end
  for _, name in ipairs(command.options or {}) do
    for _, member in ipairs(options.groups[name] or { name }) do add(member) end
  end
  for _, name in ipairs(options.groups.general) do add(name) end
  return list
end

return options
