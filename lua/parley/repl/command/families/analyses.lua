--- Commands that compute: each is the call of a dataset of the same name.

-- The options of a call that were given, by the name of its own: { tables = "table" }.
local function asked(call, names)
  local options = {}
  for name, given in pairs(names) do
    local value = call.options[given]
    if type(value) == "table" then value = #value > 0 and value or nil end
    options[name] = value
  end
  return options
end

local function with(method, names)
  return function(call)
    local ds = call.ds
    call:rows(ds[method](ds, asked(call, names)))
  end
end

-- Files are compared by another command.
local function refuse_files(left, right)
  local exists = require("parley.base.files").exists
  if exists(left) and exists(right) then
    require("parley.base.errors").raise("bad_argument.compare_files", { left = left, right = right })
  end
end

local function compare(call)
  if not call.path then refuse_files(call.arguments[1], call.arguments[2]) end
  call:rows(call.ds:compare(call.arguments[1], call.arguments[2], asked(call, { party = "party" })))
end

local function ledger(call)
  local day = call.options.overdue
  call:rows(day and call.ds:overdue(day) or call.ds:ledger())
end

local LISTING = { "rows", "view", "output" }

-- The options of its own before those of every listing.
local function options(...)
  return table.move(LISTING, 1, #LISTING, select("#", ...) + 1, { ... })
end

local function talk(name, meaning) return { name = name, meaning = meaning } end

return {
  { name = "timeline", needs = "dataset", summary = "What happened when, across tables.",
    options = options("from", "to", "table", "party", "topic", "kind"),
    run = with("timeline", { from = "from", to = "to", tables = "table", party = "party", topic = "topic",
      kind = "kind" }),
    examples = { "parley timeline --from 2025-06", "parley timeline --party ukraine --table demands --csv" } },
  { name = "positions", needs = "dataset", summary = "What each party demands on each topic, and how it stands.",
    options = options("topic", "party"), run = with("positions", { topic = "topic", party = "party" }),
    examples = { "parley positions --topic ceasefire" } },
  { name = "compare", needs = "dataset", summary = "Demands added, dropped, kept and changed between two talks.",
    arguments = { talk("TALK", "the earlier talk"), talk("OTHER", "the later talk") }, options = options "party",
    run = compare, examples = { "parley compare r1 r2 --party russia" } },
  { name = "concessions", needs = "dataset", summary = "Who met what: demands, answers, conditions, what followed.",
    options = options(), run = function(call) call:rows(call.ds:concessions()) end,
    examples = { "parley concessions --where \"answer = 'accepted'\"" } },
  { name = "ledger", needs = "dataset", summary = "What was promised, delivered, outstanding and due.",
    options = options "overdue", run = ledger,
    examples = { "parley ledger", "parley ledger --overdue 2025-07-01" } },
  { name = "network", needs = "dataset", summary = "Parties, people and talks as edges.",
    options = options("from", "to", "table", "party", "talk", "role"),
    run = with("network", { from = "from", to = "to", tables = "table", party = "party", talk = "talk",
      role = "role" }),
    examples = { "parley network --talk r2", "parley network --output talks.graphml" } },
  { name = "changes", needs = "dataset", summary = "What the tables said on one day and on another.",
    options = options("from", "to", "table"),
    run = with("changes", { from = "from", to = "to", tables = "table" }),
    examples = { "parley changes --from 2025-06-01 --to 2025-06-03" } },
}
