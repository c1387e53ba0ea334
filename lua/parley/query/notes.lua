--- The notes of a query: what its steps leave undecided, counted when somebody asks.
-- parley.query.undecided says what to count: conditions on the rows before a step.

local as_of = require "parley.query.steps.as_of"
local bound = require "parley.query.bound"
local computed_columns = require "parley.query.computed_columns"
local core = require "parley.core"
local notes = require "parley.base.notes"
local open_bounds = require "parley.query.open_bounds"
local summarise = require "parley.query.steps.summarise"
local typed = require "parley.query.typed_nodes"
local undecided = require "parley.query.undecided"
local verbs = require "parley.query.verbs"
local where = require "parley.query.steps.where"

local query_notes = {}

-- The groups of the rows before a step, or the rows beside their groups, for which a condition on groups holds.
local function in_groups(link, doubt)
  local item = { node = doubt.node, text = doubt.text, name = "undecided", type = "boolean",
    column = { name = "undecided", type = "boolean" } }
  local rows = link.step.keeps_rows
    and computed_columns.beside(link.before, bound.copy_of(link.step), { item }, { lookups = link.lookups })
    or summarise.link(link.before, doubt.keys, { item }, link.lookups)
  return where.link(rows, { { node = typed.column(rows.by_name.undecided), text = doubt.text } })
end

-- How many rows before a step, or groups of them, a condition holds for.
local function count(asked, link, day, doubt)
  local rows = doubt.keys and in_groups(link, doubt)
    or where.link(link.before, { { node = doubt.node, text = doubt.text } }, link.lookups)
  return asked.over(asked.query, as_of.link(rows, day)):count()
end

-- The two aggregates of a note over the rows before a step, in the words of previews.
local function bounds_of(asked, link, day, doubt)
  local list = {}
  for i, node in ipairs(doubt.bounds) do
    local name = "bound_" .. i
    list[i] = { node = node, text = doubt.text, name = name, type = node.type,
      column = { name = name, type = node.type } }
  end
  local rows = summarise.link(as_of.link(link.before, day), {}, list, link.lookups)
  local row = asked.over(asked.query, rows):first()
  return row.bound_1 and { what = doubt.arguments.what, low = ("%.6g"):format(row.bound_1),
    high = ("%.6g"):format(row.bound_2) }
end

-- The note of a doubt; nil where no row is concerned.
local function note_of(asked, link, day, doubt)
  if doubt.bounds then
    local bounds = bounds_of(asked, link, day, doubt)
    return bounds and bounds.low ~= bounds.high and notes.new(doubt.key, nil, bounds)
  end
  local rows = doubt.node and count(asked, link, day, doubt) or doubt.count and doubt.count(day)
  if rows == 0 then return nil end
  return notes.new(doubt.key, rows, doubt.arguments_of and doubt.arguments_of(function(node)
    return count(asked, link, day, { node = node, text = doubt.text })
  end) or doubt.arguments)
end

local function add_doubts(list, asked, link, day)
  local doubts, said = link.doubts and undecided.doubts(link) or {}, {}
  if not link.unbound then
    local open = open_bounds.doubts(link)
    table.move(open, 1, #open, #doubts + 1, doubts)
  end
  for _, doubt in ipairs(doubts) do
    local note = note_of(asked, link, day, doubt)
    if note and not said[note.note] then
      list[#list + 1], said[note.note] = note, true
    end
  end
end

-- What the verb of a step tells of its rows. After a pivot, whose columns are values, none of this is known.
local function add_of_verb(list, asked, link, day)
  local notes_of = not link.unbound and verbs.of(link.step.verb).notes
  if not notes_of then return end
  local found = notes_of(link, function(rows)
    return asked.over(asked.query, rows.source.frame and rows or as_of.link(rows, day))
  end)
  table.move(found, 1, #found, #list + 1, list)
end

-- Texts that a step tells apart, and a reader would not.
local function add_twins(list, asked, link, day)
  if link.unbound or not link.step.told_apart then return end
  local found = require("parley.query.twins").notes(link, day, function(rows) return asked.over(asked.query, rows) end)
  table.move(found, 1, #found, #list + 1, list)
end

-- Whether the same is said already, and not of so many rows.
local function said_of(list, note)
  for _, one in ipairs(list) do
    if one.note == note.note then return true end
  end
  return false
end

local function add_other_side(list, step)
  local others = step.query and step.query:notes() or step.right.frame and notes.of(step.right.frame) or {}
  for _, note in ipairs(others) do
    if note.count or not said_of(list, note) then list[#list + 1] = notes.of_other_side(note, step.verb) end
  end
end

-- Claims that a view as of a day cannot show, where one is asked for: those of sources without a day, and all of them
-- on a day before the first report.
local function add_not_in_view(list, q)
  local home = q.home
  if not (home.schema and home.schema.parley and q.info and q.info.claims and home.view) then return end
  local day = q.day or home:view().as_of
  local policy = home:view().policy
  if not day or policy and policy.blind then return end          -- they are counted with what is hidden
  home:ensure(q.info.name)
  home:ensure "sources"
  local report_days = require "parley.storage.statements.report_days"
  local claims, sources = report_days.undated(home.store, q.info)
  if claims > 0 then
    list[#list + 1] = notes.new("left_out.undated", nil, { name = q.info.name, claims = claims,
      of = { key = sources == 1 and "undated_source" or "undated_sources", count = sources } })
  end
  local first = report_days.first(home.store, q.info)
  if first and first > day then
    list[#list + 1] = notes.new("left_out.before_reports", nil, { name = q.info.name, day = core.day_text(day),
      first = core.day_text(first) })
  end
end

-- Claims are listed whatever the policy makes of them: where it leaves some out, that is said.
local function add_left_out_by_policy(list, q)
  local policy = q.claims_of and q.home.view and q.home:view().policy
  if not policy or #policy.deny == 0 and #policy.coders == 0 and not policy.certainty then return end
  list[#list + 1] = notes.new("wider.claims", nil, { policy = require("parley.claims.policy").summary(policy) })
end

-- Amounts that are left without their units or bases: at the end, and before a step that puts rows of another side to
-- those there were, behind which their own cannot be told any more.
local function add_untold(list, link, day, after)
  if link.unbound or not link.step then return end
  for _, found in ipairs(require("parley.query.adding").untold(link, day, after)) do
    list[#list + 1] = notes.new("left_out." .. found.key, nil, found)
  end
end

-- The columns that an order tells of as texts.
local function told_by_order(links)
  local told = {}
  for _, link in ipairs(links) do
    for _, item in ipairs(link.step and link.step.orders and link.step.items or {}) do
      if item.node.why then told[item.node.column.name] = true end
    end
  end
  return told
end

-- Columns of somebody else's file that mix texts and numbers: each value is a text.
local function add_mixed(list, links)
  local last, names, why = links[#links], {}, nil
  if not require("parley.query.loose_columns").is_mixed(last) then return end
  local told = told_by_order(links)
  for _, column in ipairs(last.columns) do
    local _, held = bound.type_of(column)
    if held and held.why and not told[column.name] then names[#names + 1], why = column.name, why or held.why end
  end
  if not why then return end
  list[#list + 1] = notes.new("guessed.mixed_types", nil, { columns = #names, names = table.concat(names, ", "),
    first = names[1], why = why })
end

--- The notes of a query, those of its first step first.
---@param q parley.Query
---@param over fun(q: parley.Query, link: table): parley.Query  the query whose rows a link has
---@return parley.Note[]
function query_notes.of(q, over)
  local list, asked = {}, { query = q, over = over }
  add_not_in_view(list, q)
  add_left_out_by_policy(list, q)
  local links, days = bound.chain(q.bound)
  for i, link in ipairs(links) do
    local day = days[i] or nil
    if link.step and link.step.written then link = verbs.of(link.step.verb).renewed(link, day) end
    if link.frame and not link.step then table.move(notes.of(link.frame), 1, #notes.of(link.frame), #list + 1, list) end
    if link.step then add_doubts(list, asked, link, day) end
    if link.step then
      add_of_verb(list, asked, link, day)
      add_twins(list, asked, link, day)
    end
    if link.step and link.step.right then
      add_untold(list, link.before, day, links[#links])
      add_other_side(list, link.step)
    end
  end
  add_mixed(list, links)
  add_untold(list, links[#links], days[#links] or nil)
  return notes.listed(list)
end

--- Has a Frame keep the notes of the query that made it, which are counted when they are first asked for.
---@param f parley.Frame
---@param q parley.Query
---@param over fun(q: parley.Query, link: table): parley.Query
---@return parley.Frame f
function query_notes.keep(f, q, over)
  if f == q.bound.source.frame then return f end          -- the Frame itself, which has its own
  return notes.add(f, function()
    local is_open = q.home.is_open
    if is_open and not is_open(q.home) then return { notes.new "undecided.unknown" } end
    return query_notes.of(q, over)
  end)
end

return query_notes
