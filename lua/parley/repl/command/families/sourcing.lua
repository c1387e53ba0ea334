--- Commands about what stands behind the values: claims, sources, and what would mislead.

local options_given = require "parley.repl.command.given"

local first = options_given.first

local function disagreements(call)
  local given = call.options
  call:rows(call.ds:disagreements { table = first(given.table), kind = first(given.kind), among = given.among })
end

local function evidence(call)
  local arguments = call.arguments
  require("parley.repl.command.swapped").check(call, "evidence", arguments[1], arguments[2])
  call:rows(call.ds:evidence(arguments[1], arguments[2], arguments[3]))
end

local function resting_on(call) call:rows(call.ds:resting_on(call.arguments)) end

-- The style that is asked for, or that the ending of the file names.
local function style(given, by_ending)
  return given.style or given.output and by_ending[given.output:match "%.(%w+)$"] or nil
end

local CITED = { bib = "bibtex", json = "csl", txt = "text" }
local TOLD = { md = "markdown", html = "html", txt = "text" }

-- The source of an id, or the row of a table, whose sources are named.
local function cite(call)
  local name, id = call.arguments[1], call.arguments[2]
  if id then require("parley.repl.command.swapped").check(call, "cite", name, id) end
  if not id and call.ds:table_info(name) then
    require("parley.base.errors").raise("no_option.argument_missing", { command = "cite " .. name, name = "ID",
      hint = { key = "command_usage", usage = "parley [DATASET] cite TABLE ID" } })
  end
  call:text(call.ds:cite(id and call.ds:table(name):get(id) or name, style(call.options, CITED)))
end

local function brief(call)
  local given = call.options
  local talk = call.arguments[1] or first(given.talk)
  call:text(call.ds:brief { talk = talk, from = given.from, to = given.to, format = style(given, TOLD) })
end

-- Linters end with 1 where they find something, so that a script can ask.
local function lint(call)
  if #call:rows(call.ds:lint()) > 0 then call.status = 1 end
end

local TABLE = { name = "TABLE", meaning = "a table", complete = "table" }
local ID = { name = "ID", meaning = "the id of a row", complete = "id" }

return {
  { name = "disagreements", needs = "dataset", summary = "Where sources differ.",
    options = { "table", "kind", "among", "rows", "view", "output" }, run = disagreements,
    examples = { "parley disagreements --table outcomes", "parley disagreements --select table,id,field,readings" } },
  { name = "evidence", needs = "dataset", summary = "The claims behind a row, or behind one of its fields.",
    arguments = { TABLE, ID,
      { name = "FIELD", meaning = "a column of the table", optional = true, complete = "column" } },
    options = { "rows", "view", "output" }, run = evidence,
    examples = { "parley evidence outcomes r2-bodies", "parley evidence demands ru-truce days_best" } },
  { name = "resting-on", needs = "dataset", summary = "The values that stand on nothing firmer than these certainties.",
    arguments = { { name = "CERTAINTY", meaning = "such as anonymous or inferred", many = true } },
    options = { "rows", "view", "output" }, run = resting_on,
    examples = { "parley resting-on anonymous inferred --where \"table = 'outcomes'\"" } },
  { name = "cite", needs = "dataset", summary = "The sources behind a row, or one source, as a citation.",
    arguments = { { name = "SOURCE", meaning = "the id of a source; or a table, before the id of its row" },
      { name = "ID", meaning = ID.meaning, optional = true, complete = "id" } },
    options = { "style", "view", "file" }, styles = { "text", "bibtex", "csl" }, run = cite,
    examples = { "parley cite s1", "parley cite demands ru-truce --style bibtex --output truce.bib" } },
  { name = "brief", needs = "dataset",
    summary = "A short account of a talk or a time, with a footnote for every number.",
    arguments = { { name = "TALK", meaning = "the id of a talk", optional = true } },
    options = { "talk", "from", "to", "style", "view", "file" }, styles = { "markdown", "html", "text" }, run = brief,
    examples = { "parley brief r2", "parley brief --from 2025-06 --style html --output june.html" } },
  { name = "lint", needs = "dataset",
    summary = "What would mislead, each finding with a way out; status 1 where there is any.",
    options = { "rows", "view", "output" }, run = lint,
    examples = { "parley talks.db lint" } },
}
