--- Who with whom: parties, people and talks as the ends of edges, each edge with its role and its date.
-- Method. A row that joins two of them gives an edge: a host and its talk, a person and the post's party, who asks
-- and who is asked. EDGES says which columns make one and what it is called; the kinds of the ends follow from what
-- the codebook says the columns refer to. A row without one of the two gives no edge. Nothing is added up: each edge
-- names the row it comes from. That a party hosts a talk or is represented there is one tie, though, however many
-- people stand for it and whatever table says so again (`once`): its row is the first one, or the first with a status.
-- Dates are as written; a row without one has that of its talk. With `from` or `to`, an edge is kept when its date can
-- lie between them; one without a date is left out then, since nothing says that it belongs there.

local dates = require "parley.base.dates"
local core = require "parley.core"
local errors = require "parley.base.errors"
local item_lists = require "parley.base.item_lists"
local options = require "parley.base.options"
local references = require "parley.claims.references"
local scope = require "parley.analysis.scope"
local vocabularies = require "parley.codebook.vocabularies"

local network = {}

local COLUMNS = { { "source", "text" }, { "source_kind", "text" }, { "target", "text" }, { "target_kind", "text" },
  { "role", "text" }, { "topic", "text" }, { "date", "date" }, { "status", "text" }, { "table", "text" },
  { "id", "text" }, { "source_name", "text" }, { "target_name", "text" } }

-- Roles in which a party can stand beside the sides; the other roles are those of a person in it.
local OUTSIDE = ("role in ('%s')"):format(table.concat(vocabularies.codes "third_party_role", "', '"))

-- By table, expressions for an edge's date, topic, status and the talk it belongs to; `keep`: which rows count.
-- The day of a talk, or the one it was planned for, and that of what has a day of its own.
local TALK_DAY, DAY = "coalesce(talk.date, talk.planned_date)", "coalesce(%s, talk.date, talk.planned_date)"

-- An edge runs from one column to another in a role, or in the one the row names (`role_in`), under a condition.
local EDGES = {
  { "parties", { from = "id", to = "parent", role = "part_of" } },
  { "offices", date = "held", { from = "person", to = "party", role = "holds_office" } },
  { "memberships", date = "held", { from = "party", to = "whole", role = "member_of" } },
  { "talks", date = "coalesce(date, planned_date)", status = "status", talk = "id",
    { from = "host", to = "id", role = "host", once = true },
    { from = "initiated_by", to = "id", role = "initiates" },
    { from = "id", to = "prepares", role = "prepares" },
    { from = "id", to = "part_of", role = "part_of" } },
  { "participants", date = TALK_DAY, status = "status", talk = "talk",
    keep = "status is nil or status not in ('absent', 'declined')",
    { from = "person", to = "talk", role = "takes_part", role_in = "role" },
    { from = "person", to = "party", role = "represents" },
    { from = "party", to = "talk", role = "takes_part", role_in = "role", when = "person is nil or " .. OUTSIDE,
      once = true },
    { from = "party", to = "talk", role = "represented", once = true,
      when = ("person is not nil and (role is nil or not %s)"):format(OUTSIDE) } },
  { "documents", date = DAY:format "handed_over", talk = "talk",
    { from = "author", to = "recipient", role = "hands_over", when = "handed_over is not nil" },
    { from = "author", to = "recipient", role = "writes_to", when = "handed_over is nil" } },
  { "demands", date = DAY:format "made", topic = "topic", status = "status", talk = "talk",
    { from = "party", to = "addressee", role = "demands" } },
  { "responses", date = DAY:format "date", topic = "demand.topic", status = "kind", talk = "talk",
    { from = "party", to = "demand.party", role = "responds", when = "kind is nil or kind != 'silence'" },
    { from = "party", to = "demand.party", role = "stays_silent", when = "kind = 'silence'" },
    { from = "party", to = "document.author", role = "responds",
      when = "demand is nil and (kind is nil or kind != 'silence')" },
    { from = "party", to = "document.author", role = "stays_silent", when = "demand is nil and kind = 'silence'" } },
  { "outcomes", date = TALK_DAY, topic = "topic", status = "coalesce(status, kind)", talk = "talk",
    keep = "kind is nil or kind != 'no_agreement'",
    { from = "giver", to = "receiver", role = "gives" } },
  { "deliveries", date = "date", topic = "outcome.topic", status = "outcome.status", talk = "outcome.talk",
    { from = "giver", to = "receiver", role = "delivers" },
    { from = "outcome.giver", to = "outcome.receiver", role = "delivers",
      when = "giver is nil or receiver is nil" } },
  { "statements", date = "date", topic = "topic", status = "kind", talk = "about",
    { from = "speaker", to = "party", role = "speaks_for" },
    { from = "speaker", to = "about", role = "speaks_about" },
    { from = "party", to = "about", role = "speaks_about", when = "speaker is nil" } },
}

--- The columns that make edges, for the spec that holds them against the codebook.
network.EDGES = EDGES

-- What is asked of a table ------------------------------------------------------------------------------------

-- The table whose ids a path gives: what its last column refers to, or the path's own table.
local function target_of(ds, info, path)
  local first, rest = path:match "^([^.]+)%.?(.*)$"
  local target = first == "id" and info.name or info.by_name[first].references
  return rest == "" and target or target_of(ds, ds:table_info(target), rest)
end

local function kind_of(ds, info, path) return references.singular(target_of(ds, info, path)) end

-- Adds an expression to the columns that are read, and gives its place; the same one is read once.
local function place_of(plan, expression)
  if not expression then return nil end
  local items, places = plan.items, plan.places
  if not places[expression] then
    places[expression] = #items + 1
    items[#items + 1] = ("%s as read_%d"):format(expression, #items + 1)
  end
  return places[expression]
end

-- What an edge reads; a place that is not read is 0, where a row has nothing.
local function edge_plan(ds, plan, edge, names)
  local from_kind, to_kind = kind_of(ds, plan.info, edge.from), kind_of(ds, plan.info, edge.to)
  return { from = place_of(plan, edge.from), to = place_of(plan, edge.to), role = edge.role, from_kind = from_kind,
    to_kind = to_kind, from_names = names[from_kind], to_names = names[to_kind],
    role_in = place_of(plan, edge.role_in) or 0, when = place_of(plan, edge.when), once = edge.once }
end

local function plan_of(ds, entry, names)
  local info = ds:table_info(entry[1])
  local plan = { info = info, name = info.name, keep = entry.keep, items = {}, places = {}, edges = {} }
  plan.id = place_of(plan, "id")
  for _, name in ipairs { "date", "topic", "status", "talk" } do plan[name] = place_of(plan, entry[name]) or 0 end
  plan.party = info.by_name.party and place_of(plan, "party") or 0
  for i = 2, #entry do plan.edges[i - 1] = edge_plan(ds, plan, entry[i], names) end
  return plan
end

-- Filters -------------------------------------------------------------------------------------------------------

-- Every role an edge can have.
local function known_roles(ds)
  local list, seen = {}, {}
  local function add(role)
    if not seen[role] then list[#list + 1], seen[role] = role, true end
  end
  for _, entry in ipairs(EDGES) do
    for i = 2, #entry do add(entry[i].role) end
  end
  for _, code in ipairs(ds:term_codes "participant_role") do add(code) end
  return list
end

local function set_of(list, check)
  if not list then return nil end
  local set = {}
  for _, value in ipairs(list) do set[check(value)] = true end
  return set
end

local function span_of(given)
  if given.from == nil and given.to == nil then return nil end
  local from = given.from ~= nil and dates.days(given.from, options.of("network{}", "from")) or math.mininteger
  local to = given.to ~= nil and select(2, dates.days(given.to, options.of("network{}", "to"))) or math.maxinteger
  if from > to then errors.raise("bad_date.network_period", { from = given.from, to = given.to }) end
  return { from = from, to = to }
end

-- The names of all that can be an end, by kind and id.
local function names_of(ds)
  local names = {}
  for _, name in ipairs { "parties", "people", "talks" } do
    local by_id = {}
    for id, text in ds:table(name):each("id", "name") do by_id[id] = text end
    names[references.singular(name)] = by_id
  end
  return names
end

-- What decides about an edge; `is_narrow`: more than its day does.
local function filter_of(ds, given)
  local roles = given.role ~= nil and known_roles(ds)
  local filter = {
    roles = set_of(scope.list(given.role, options.of("network{}", "role")), function(role)
      return options.one_of(role, roles, { key = "network_role" })
    end),
    talks = set_of(scope.list(given.talk, options.of("network{}", "talk")), function(id)
      return references.id(ds, "talks", id)
    end),
    parties = scope.parties(ds, given.party),
    span = span_of(given),
  }
  filter.is_narrow = filter.roles or filter.talks or filter.parties
  return filter
end

local function in_span(span, date)
  if not span then return true end
  if not date then return false end
  local first, last = core.date(date)
  return (first or math.mininteger) <= span.to and (last or math.maxinteger) >= span.from
end

-- Whether an end is one of the wanted ones of its kind.
local function among(set, edge, from, to, kind)
  return edge.from_kind == kind and set[from] or edge.to_kind == kind and set[to]
end

local function wanted(filter, plan, row, edge, from, to, role)
  if filter.roles and not filter.roles[role] then return false end
  if filter.talks and not (filter.talks[row[plan.talk]] or among(filter.talks, edge, from, to, "talk")) then
    return false
  end
  return not filter.parties or item_lists.meets(filter.parties, row[plan.party])
    or among(filter.parties, edge, from, to, "party")
end

-- Edges -----------------------------------------------------------------------------------------------------------

local STATUS = 8

-- Whether a tie that is told once has been told; an edge without a status gives way to one that has one.
local function is_told(result, from, role, to, status)
  local key = ("%s\0%s\0%s"):format(from, role, to)
  local at = result.told[key]
  if at and (result[at][STATUS] or not status) then return true end
  if at then result[at], result.gave_way = false, true end
  result.told[key] = #result + 1
  return false
end

local function add_edge(result, plan, row, edge, from, to)
  local role, status = row[edge.role_in] or edge.role, row[plan.status]
  local filter = result.filter
  if filter.is_narrow and not wanted(filter, plan, row, edge, from, to, role) then return end
  if edge.once and is_told(result, from, role, to, status) then return end
  result[#result + 1] = { from, edge.from_kind, to, edge.to_kind, role, row[plan.topic], row[plan.date], status,
    plan.name, row[plan.id], edge.from_names[from], edge.to_names[to] }
end

-- Whether a value stands for several ends: a column of parties or people may take them, one of talks does not.
local function is_several(kind, value) return kind ~= "talk" and item_lists.is_list(value) end

local function ends(kind, value) return item_lists.each(value, kind ~= "talk") end

-- An edge for each on the one side and each on the other. Of several who give to each other none gives to itself.
local function add_edges(result, plan, row, edge, all_from, all_to)
  local from_kind, to_kind = edge.from_kind, edge.to_kind
  for from in ends(from_kind, all_from) do
    for to in ends(to_kind, all_to) do
      if from ~= to or from_kind ~= to_kind then add_edge(result, plan, row, edge, from, to) end
    end
  end
end

-- The edges of a row. Most are from one to one, which is told without making anything but the edge: tables and
-- closures beside it would have the collector work for longer than the edges take.
local function add_row(result, plan, row)
  if not in_span(result.filter.span, row[plan.date]) then return end
  local edges = plan.edges
  for i = 1, #edges do
    local edge = edges[i]
    local from, to = row[edge.from], row[edge.to]
    if from and to and (not edge.when or row[edge.when]) then
      local several = is_several(edge.from_kind, from) or is_several(edge.to_kind, to)
      local add = several and add_edges or add_edge
      add(result, plan, row, edge, from, to)
    end
  end
end

-- Adds the edges of a table, in the order of its ids.
local function add_table(ds, plan, result)
  local q = ds:table(plan.name)
  if plan.keep then q = q:where(plan.keep) end
  local step, state, control, closing <close> = q:sort("id"):each(table.unpack(plan.items))
  while true do
    local row = { step(state, control) }
    if row[1] == nil then return closing and nil end
    add_row(result, plan, row)
  end
end

-- The edges that stand: those that gave way to another are false.
local function standing(result)
  if not result.gave_way then return result end
  local edges = {}
  for i = 1, #result do edges[#edges + 1] = result[i] or nil end
  return edges
end

-- The entries of EDGES that are asked for.
local function entries_of(ds, given)
  if not ds.schema.parley then
    errors.raise "no_claims.network"
  end
  local names, list = {}, {}
  for i, entry in ipairs(EDGES) do names[i] = entry[1] end
  local set = set_of(scope.list(given.tables, options.of("network{}", "tables")), function(name)
    return options.one_of(name, names, { key = "edges_table" })
  end)
  for _, entry in ipairs(EDGES) do
    if not set or set[entry[1]] then list[#list + 1] = entry end
  end
  return list
end

--- Parties, people and talks as edges.
-- Columns: source, source_kind (party, person, talk), target, target_kind, role, topic, date (as written), status (how
-- it stands, or what sort of answer or statement it is), table and id of the row it comes from, source_name and
-- target_name. `tables`, `role`, `talk` and `party` take a name or a list; a party stands for its bodies too; `from`
-- and `to` are dates.
---@param ds parley.Dataset
---@param given { tables: any, role: any, party: any, talk: any, from: string?, to: string? }?
---@return parley.Frame
function network.of_dataset(ds, given)
  given = options.check(given, "network{}", { "tables", "role", "party", "talk", "from", "to" })
  local entries = entries_of(ds, given)
  local result, names = { told = {}, filter = filter_of(ds, given) }, names_of(ds)
  for _, entry in ipairs(entries) do add_table(ds, plan_of(ds, entry, names), result) end
  return require("parley.frame.from_rows").lists(COLUMNS, standing(result))
end

return network
