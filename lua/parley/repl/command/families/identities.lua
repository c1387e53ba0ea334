--- Commands about who is who: what may be one, who judged it so, the tables in which it is, and two datasets on one
-- thing.

local options_given = require "parley.repl.command.given"

local first, names, some = options_given.first, options_given.names, options_given.some

-- All pairs: how many are listed is said as of any listing.
local function candidates(call)
  local given = call.options
  call:rows(call.ds:candidates(call.arguments[1], { least = tonumber(given.at_least) or given.at_least,
    limit = math.maxinteger, judged = given.judged }))
end

-- Prints the judgement itself: what is shown of the pair may be what another coder says.
local function judge(call)
  local name, left, right, verdict, reason = table.unpack(call.arguments, 1, 5)
  local given = call.options
  local key = options_given.writer(call):judge(left, right, verdict, reason,
    { table = name, coder = first(given.coder), source = given.source })
  call:rows(call.ds:table("identities"):claims():where { claim = key }
    :select("claim", "table", "left", "right", "verdict", "coder", "source", "reason"))
end

local function resolved(call)
  local name = call.arguments[1]
  if name then call.ds:table(name) end
  local one, told = call.ds:resolved()
  call:rows(name and one:table(name) or told)
end

-- What identifies a row: "id", or "id=paid" where the other side calls it otherwise.
local function keys(list)
  local on = {}
  for _, text in ipairs(names(list) or {}) do
    local left, right = text:match "^(.-)=(.*)$"
    on[left or text] = right or text
  end
  return next(on) and on or nil
end

local function compare_datasets(call)
  local given, sides = call.options, {}
  for i = 1, 2 do sides[i] = call:either(call.arguments[i]) end
  call:rows(call.parley.compare(sides[1], sides[2], { on = keys(given.key), tables = some(given.table),
    fields = names(given.fields) }))
end

local function thing(name, meaning) return { name = name, meaning = meaning, complete = "id" } end

local function side(name, meaning) return { name = name, meaning = meaning, complete = "file" } end

return {
  { name = "candidates", needs = "dataset", summary = "Pairs of things that may be one, likeliest first, and why.",
    arguments = { { name = "TABLE", meaning = "a table whose things have names", complete = "table" } },
    options = { "at-least", "judged", "rows", "view", "output" }, run = candidates,
    examples = { "parley mine.db candidates people --at-least 0.6 --limit 20" } },
  { name = "judge", needs = "dataset", writes = true, summary = "Judge whether two things are one, as a claim.",
    arguments = { { name = "TABLE", meaning = "the table of both", complete = "table" },
      thing("LEFT", "the id of a thing"), thing("RIGHT", "the id of another"),
      { name = "VERDICT", meaning = "same, different or unsure" }, { name = "REASON", meaning = "why" } },
    options = { "coder", "source", "as", "rows", "output" }, run = judge,
    examples = { "parley mine.db judge people gurin hurin same \"one delegate, two alphabets\" --as anna" } },
  { name = "resolved", needs = "dataset",
    summary = "A table in which things judged the same are one; without TABLE, what became of each cluster.",
    arguments = { { name = "TABLE", meaning = "a table", complete = "table", optional = true } },
    options = { "rows", "view", "output" }, run = resolved,
    examples = { "parley mine.db resolved people", "parley mine.db resolved --where \"state = 'contradiction'\"" } },
  { name = "compare-datasets", needs = "nothing",
    summary = "Where two datasets, or two files of rows, contradict each other on one thing.",
    arguments = { side("A", "a dataset, a dumped folder, an address or a file of rows"), side("B", "another one") },
    options = { "key", "table", "fields", "rows", "output" }, run = compare_datasets,
    examples = { "parley compare-datasets ours.db theirs.db --table talks",
      "parley compare-datasets ours.csv theirs.csv --key id=paid --fields signed,killed" } },
}
