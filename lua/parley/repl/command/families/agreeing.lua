--- Commands about what coders agree on.

local options_given = require "parley.repl.command.given"

local first, names, number, some = options_given.first, options_given.names, options_given.number, options_given.some

local function compare_coders(call)
  local given, arguments = call.options, call.arguments
  call:rows(call.ds:compare_coders(arguments[1], arguments[2], { table = first(given.table), source = given.source }))
end

local function reliability(call)
  local given = call.options
  call:rows(call.ds:reliability { table = some(given.table), source = given.source, coders = names(given.coders),
    fields = names(given.fields), level = given.level, bootstraps = number(given.bootstraps),
    seed = number(given.seed) })
end

return {
  { name = "compare-coders", needs = "dataset", summary = "What two coders say, field by field, and what only one has.",
    arguments = { { name = "LEFT", meaning = "a coder" }, { name = "RIGHT", meaning = "another coder" } },
    options = { "table", "source", "rows", "view", "output" }, run = compare_coders,
    examples = { "parley talks.db compare-coders anna ben --where clash" } },
  { name = "reliability", needs = "dataset", summary = "How far coders agree on each field, by several measures.",
    options = { "coders", "table", "fields", "source", "level", "bootstraps", "seed", "rows", "view", "output" },
    run = reliability,
    examples = { "parley talks.db reliability --coders anna,ben --table demands --select field,measure,value" } },
}
