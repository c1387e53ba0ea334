--- What help() says when nothing is asked: all calls in groups, the tables, the vocabularies.

local codebook = require "parley.codebook.tables"
local functions = require "parley.query.functions"
local vocabularies = require "parley.codebook.vocabularies"

local reference = require "parley.repl.reference"

local overview = {}

--- The groups of calls, each with their names; what is in none stands behind them.
overview.groups = {
  { "open, read", "open create load datasets read sniff frame from_arrow sandbox" },
  { "ask", "where select with by summarise sort limit distinct join union pivot unpivot split sample complete "
    .. "search as within as_of claims table tables describe sql define" },
  { "take", "rows each frame all first one get count columns types values notes show explain diff bytes arrow" },
  { "analyse", "timeline positions compare concessions ledger overdue changes disagreements evidence resting_on lint "
    .. "cite network total brief" },
  { "code together", "as_coder assign assignments adjudicate adjudications undo log template import_sheet" },
  { "agree", "compare_coders reliability" },
  { "as it was", "as_of as_recorded with_policy diff" },
  { "branches", "merge sync changelog" },
  { "write", "add claim add_column amend prefer retract rename with_provenance atomic changed import requeue" },
  { "who is who", "candidates judge resolved ftm_statements import_ftm to_jsonld "
    .. "import_jsonld" },
  { "keep", "save save_as backup dump save_package close to_csv to_json to_jsonl to_markdown to_latex to_html "
    .. "to_graphml to_dot to_arrow to_arrows to_xlsx" },
  { "show", "plot vega report text to_svg" },
}

local function other_calls()
  local seen, names = {}, {}
  for _, group in ipairs(overview.groups) do
    for name in group[2]:gmatch "%S+" do seen[name] = true end
  end
  for _, entry in ipairs(reference) do
    if not (seen[entry.name] or entry.is_class) then names[#names + 1] = entry.name end
    seen[entry.name] = true
  end
  return table.concat(names, " ")
end

local function names_of(kind)
  local names = {}
  for _, entry in ipairs(functions.all()) do
    if entry.kind == kind then names[#names + 1] = entry.name end
  end
  return table.concat(names, " ")
end

--- The page of it.
---@return table page
function overview.page()
  local asked = {
    { 'help "where"', "a call, a function of expressions, a table, a vocabulary or its word, a code word" },
    { 'help "outcomes.best"', "a column" },
    { "help(ds.demands)", "what you have: a dataset, a query, a Frame, a picture, an error" },
    { 'help "interval"', "what mentions a word" },
  }
  local groups = table.move(overview.groups, 1, #overview.groups, 1, {})
  groups[#groups + 1] = { "besides", other_calls() }
  return { title = "parley.help tells of calls, data and messages.", { rows = asked }, { rows = groups },
    { rows = { { "tables", table.concat(codebook.table_names(), " ") },
      { "aggregates", names_of "aggregate" }, { "windows", names_of "window" }, { "functions", names_of "scalar" },
      { "vocabularies", table.concat(vocabularies.names, " ") } } } }
end

return overview
