--- Who stands where: each party's latest demand in every thread.
-- Method. Demands are followed through `revises` (parley.analysis.demand_threads). The demand that no later one takes
-- up is the position; a thread that has split has several. It stands unless its status says that the party withdrew it,
-- replaced it (superseded) or that its time passed (lapsed): such rows stay, with stands = false. A demand that was
-- accepted or rejected still stands, since the party has not given it up; `status` says how it fared. Demands on the
-- same topic without `revises` between them are positions of their own: likeness is no thread.

local core = require "parley.core"
local dates = require "parley.base.dates"
local item_lists = require "parley.base.item_lists"
local options = require "parley.base.options"
local public_call = require "parley.base.public_call"
local scope = require "parley.analysis.scope"
local demand_threads = require "parley.analysis.demand_threads"
local traits = require "parley.base.traits"

local positions = {}

-- Statuses by which a party no longer asks for it.
local GONE = { withdrawn = true, superseded = true, lapsed = true }

-- The columns in front; all other columns of `demands` follow in the codebook's order.
local FRONT = { { "party", "text" }, { "topic", "text" }, { "demand", "text" }, { "addressee", "text" },
  { "text", "text" }, { "status", "text" }, { "stands", "boolean" }, { "first_made", "date" }, { "made", "date" },
  { "times", "integer" }, { "talk", "text" }, { "thread", "text" } }

-- What a position has beside the columns of its demand.
local OWN = {
  demand = function(node) return node.row.id end,
  stands = function(node) return not GONE[node.row.status] end,
  first_made = function(node) return node.first_node.row.made end,
  times = function(node) return node.times end,
  thread = function(node) return node.root.row.id end,
}

-- Names and types of the columns.
local function columns_of(info)
  local names, types, taken = {}, {}, { id = true }
  local function add(name, type)
    if taken[name] then return end
    names[#names + 1], types[#types + 1], taken[name] = name, type, true
  end
  for _, column in ipairs(FRONT) do add(column[1], column[2]) end
  for _, column in ipairs(info.columns) do add(column.name, column.type) end
  return names, types
end

-- What the threads and the order need of each demand; `n` is its place in the Frame.
local function rows_of(demands)
  local ids, revises, made = demands:values "id", demands:values "revises", demands:values "made"
  local parties, topics, statuses = demands:values "party", demands:values "topic", demands:values "status"
  local rows = {}
  for i = 1, #demands do
    rows[i] = { id = ids[i], revises = revises[i], made = made[i], party = parties[i], topic = topics[i],
      status = statuses[i], n = i }
  end
  return rows
end

-- The values of a column at some places. Of a column without values, whose list has its length alone, none is looked
-- up: most columns of most files are such.
local function picked(values, places)
  if next(values) == "n" then return values end
  local list = table.move(places, 1, #places, 1, {})
  for i = 1, #list do list[i] = values[list[i]] end
  return list
end

local function each_of(nodes, value)
  local list = table.move(nodes, 1, #nodes, 1, {})
  for i = 1, #list do list[i] = value(nodes[i]) end
  return list
end

-- The columns of the answer. Places are looked up once: going by node and row for every cell doubles the time.
local function gathered(names, nodes, demands)
  local columns, places = {}, {}
  for i, node in ipairs(nodes) do places[i] = node.row.n end
  for c, name in ipairs(names) do
    public_call.check()
    local own = OWN[name]
    columns[c] = own and each_of(nodes, own) or picked(demands:values(name), places)
  end
  return columns
end

-- The columns that are those of the demands answer as these do: several parties, days as an amount.
local function with_traits(f, names, demands)
  local list = {}
  for i, name in ipairs(names) do
    list[i] = traits.copy({ name = name }, not OWN[name] and traits.of(demands, name) or nil)
  end
  return traits.keep(f, list)
end

local function heading(row)
  return ("%s\0%s\0%d"):format(row.party or "", row.topic or "", GONE[row.status] and 1 or 0)
end

-- By party and topic; what stands first; then in the order in which they were first made.
local function before(a, b)
  if a.heading ~= b.heading then return a.heading < b.heading end
  if a.first_node ~= b.first_node then return demand_threads.earlier(a.first_node, b.first_node) end
  return demand_threads.earlier(a, b)
end

local function wanted(row, parties, topics)
  return (not parties or item_lists.meets(parties, row.party)) and (not topics or topics[row.topic] ~= nil)
end

--- Each party's position in every thread of demands.
-- Columns: party, topic; demand (its id), addressee, text, status; stands (false when withdrawn, superseded or
-- lapsed); first_made (the earliest date in its line), made (this one's), times (how often made, this one included);
-- talk; thread (id of the first demand); then the remaining columns of `demands`. `party` keeps a party with its
-- bodies, `topic` a topic (one or a list each); `as_of` asks for what was known by the end of a day.
---@param ds parley.Dataset
---@param given { topic: string|string[]|nil, party: string|string[]|nil, as_of: string? }?
---@return parley.Frame
function positions.of_dataset(ds, given)
  given = options.check(given, "positions{}", { "topic", "party", "as_of" })
  local q = ds:table "demands"
  if given.as_of ~= nil then
    dates.last_day(given.as_of, options.of("positions{}", "as_of"))
    q = q:as_of(given.as_of)
  end
  local parties, topics = scope.parties(ds, given.party), scope.topics(ds, given.topic)
  local demands, found = q:sort("id"):frame(), {}
  for _, node in ipairs(demand_threads.of(rows_of(demands))) do
    if not node.taken_up and wanted(node.row, parties, topics) then
      node.heading = heading(node.row)
      found[#found + 1] = node
    end
  end
  table.sort(found, before)
  local names, types = columns_of(ds:table_info "demands")
  return with_traits(core.frame_new(names, types, #found, gathered(names, found, demands)), names, demands)
end

return positions
