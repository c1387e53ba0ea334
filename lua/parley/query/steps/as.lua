--- as: events seen as the rows of another table: talks, demands, responses or outcomes.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"
local event_codes = require "parley.codebook.event_codes"
local event_views = require "parley.query.event_views"
local options = require "parley.base.options"

local as = {}

--- Events as the rows of another table: talks, demands, responses or outcomes, by their acts and the cross-walk.
--- Errors: no_name, bad_argument.
--- See also: where.
--- Example: ds.events:as("demands"):count()
---@param q parley.Query
---@param name "talks"|"demands"|"responses"|"outcomes"
---@return table step
function as.apply(q, name)
  if q.info.name ~= "events" then errors.raise("bad_argument.as_rows", {
    rows = q.info.title or q.info.name }) end
  name = options.one_of(name, event_views.names, { key = "event_table" })
  if not name then errors.raise "bad_argument.as_table" end
  return { verb = "as", table = name }
end

-- The place of one of the event's own columns; a select() before may have dropped it.
local function need(before, name)
  local column = before.by_name[name]
  if not column or column.table ~= "events" then
    errors.raise("too_late.as", { name = name })
  end
  return column.place
end

-- Words by what the event is, in the order of the view's acts: { act, word }.
local function by_act(view, words)
  local list = {}
  for _, act in ipairs(view.acts) do
    if words[act] then list[#list + 1] = { act, words[act] } end
  end
  return list
end

-- A column of a view: where its value is taken from, or the words it is looked up among, and its record.
local function column_of(before, view, shape)
  if shape.from then
    local place = need(before, shape.from)
    return { place = place }, bound.copy_of(before.columns[place], { name = shape.name })
  end
  local made = { words = shape.vocabulary and event_codes.words(shape.vocabulary),
    by_act = (shape.by_act or shape.other) and by_act(view, shape.by_act or shape.other) }
  return made, { name = shape.name, type = "text", vocabulary = shape.vocabulary or shape.vocabulary_of,
    words = shape.vocabulary or shape.vocabulary_of }
end

function as.bind(before, step)
  local view, columns = event_views.shapes[step.table], {}
  local made = { verb = "as", acts = view.acts, act = need(before, "act"), columns = {}, below = true }
  for i, shape in ipairs(view.columns) do
    if shape.vocabulary then made.scheme, made.code = need(before, "scheme"), need(before, "code") end
    made.columns[i], columns[i] = column_of(before, view, shape)
  end
  return bound.with_columns(before, made, columns, { apart = true })
end

return as
