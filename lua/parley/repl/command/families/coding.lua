--- Commands of coding teams: who codes what, decisions between claims, what was done, and undoing it.

local options_given = require "parley.repl.command.given"

local first, number, writer = options_given.first, options_given.number, options_given.writer

local function assign(call)
  local given = call.options
  call:rows(writer(call):assign { coders = given.coder, sources = given.source and { given.source }, due = given.due,
    each = number(given.each), seed = number(given.seed) })
end

local function assignments(call)
  local given = call.options
  call:rows(call.ds:assignments { coder = first(given.coder), source = given.source, on = given.on,
    by = given.progress and "coder" or nil })
end

local function adjudicate(call)
  local name, id, field, claim, reason = table.unpack(call.arguments, 1, 5)
  local key = writer(call):adjudicate(name, id, field, number(claim), reason)
  call:rows(call.ds:adjudications { table = name }:where { claim = key })
end

local function adjudications(call)
  local given = call.options
  call:rows(call.ds:adjudications { waiting = given.waiting, retracted = given.retracted, table = first(given.table) })
end

local function undo(call)
  local what, reason = call.arguments[1], call.arguments[2]
  call:rows(writer(call):undo(what == "last" and what or number(what), reason))
end

local function log(call)
  local given = call.options
  call:rows(call.ds:log { since = given.from, ["until"] = given.to, by = first(given.coder),
    table = first(given.table) })
end

local TABLE = { name = "TABLE", meaning = "a table", complete = "table" }

return {
  { name = "assign", needs = "dataset", writes = true,
    summary = "Share sources out among coders, evenly and never twice.",
    options = { "coder", "each", "seed", "source", "due", "as", "rows", "output" }, run = assign,
    examples = { "parley mine.db assign --coder anna --coder ben --coder cat --each 2 --seed 7 --due 2026-12-24" } },
  { name = "assignments", needs = "dataset", summary = "Who is to code what, and how far it has come.",
    options = { "coder", "source", "on", "progress", "rows", "view", "output" }, run = assignments,
    examples = { "parley mine.db assignments --progress", "parley mine.db assignments --on 2026-12-24 --where late" } },
  { name = "adjudications", needs = "dataset",
    summary = "Decisions between claims; or what waits for one, hardest first.",
    options = { "waiting", "retracted", "table", "rows", "view", "output" }, run = adjudications,
    examples = { "parley mine.db adjudications --waiting --limit 10" } },
  { name = "adjudicate", needs = "dataset", writes = true, summary = "Decide for what one claim says of one field.",
    arguments = { TABLE, { name = "ID", meaning = "the id of a row", complete = "id" },
      { name = "FIELD", meaning = "a column of the table", complete = "column" },
      { name = "CLAIM", meaning = "the key of the claim that is right about it" },
      { name = "REASON", meaning = "why" } },
    options = { "as", "rows", "output" }, run = adjudicate,
    examples = { "parley mine.db adjudicate talks r2 place 17 \"the transcript says so\" --as edda" } },
  { name = "undo", needs = "dataset", writes = true,
    summary = "Take back a claim, or the last step; or have it stand again.",
    arguments = { { name = "CLAIM", meaning = "the key of a claim, or 'last'" },
      { name = "REASON", meaning = "why", optional = true } },
    options = { "as", "rows", "output" }, run = undo, examples = { "parley mine.db undo last --as anna" } },
  { name = "log", needs = "dataset", summary = "Who did what when.",
    options = { "coder", "from", "to", "table", "rows", "view", "output" }, run = log,
    examples = { "parley mine.db log --from 2026-11 --coder anna" } },
}
