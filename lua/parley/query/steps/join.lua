--- join: another query, or a Frame, beside the rows, or as a condition on them.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"
local items = require "parley.query.items"
local join_shape = require "parley.query.join_shape"
local options = require "parley.base.options"
local other_side = require "parley.query.other_side"

local join = {}

local KINDS = { "inner", "left", "semi", "anti" }

-- "a" or {"a", left = "right"} as pairs, in a stable order.
local function keys_of(on)
  if on == nil then return nil end
  if type(on) == "string" then return { { on, on } } end
  if type(on) ~= "table" then errors.raise("bad_type.join_on", { got = type(on) }) end
  local keys, named = {}, {}
  for _, name in ipairs(on) do keys[#keys + 1] = { name, name } end
  for left, right in pairs(on) do
    if type(left) == "string" then named[#named + 1] = { left, right } end
  end
  table.sort(named, function(a, b) return a[1] < b[1] end)
  table.move(named, 1, #named, #keys + 1, keys)
  if #keys == 0 then errors.raise "no_column.join_on_nothing" end
  return keys
end

-- Takes several -----------------------------------------------------------------------------------------------

local function is_several(columns, name) return columns[name] ~= nil and columns[name].several == true end

-- The other side with a row for each item of its keys that take several.
local function each_on_the_right(other, keys)
  local rows = keys and other_side.of(other, "join")
  for _, key in ipairs(rows and not rows.open and keys or {}) do
    if is_several(rows.by_name, key[2]) then other = other:split(key[2]) end
  end
  return other
end

-- The names of the keys on the left that take several.
local function several_on_the_left(before, step)
  local names = {}
  for _, key in ipairs(step.keys or {}) do
    if is_several(before.by_name, key[1]) then names[#names + 1] = key[1] end
  end
  return names
end

-- The values of the keys some item of which meets the other side: rows are kept by these, whole as they are.
local function meeting_values(before, step, names)
  local chosen, keys = {}, {}
  for i, key in ipairs(step.keys) do chosen[i] = items.of_column(key[1]) end
  for i, name in ipairs(names) do chosen[#step.keys + i] = items.of_column(name, "#" .. name) end
  local link = require("parley.query.steps.select").bind(before, { items = chosen })
  link = require("parley.query.steps.split").bind(link, { names = names })
  link = join.bind(link, bound.copy_of(step, { kind = "semi" }))
  local list = {}
  for i, key in ipairs(step.keys) do
    list[i] = items.of_column(link.by_name["#" .. key[1]] and "#" .. key[1] or key[1])
    keys[i] = { key[1], list[i].name }
  end
  return require("parley.query.steps.select").bind(link, { items = list }), keys
end

-- The left side with a row for each item of its keys that take several; or the other side as what keeps whole rows.
local function for_each_on_the_left(before, step)
  if not (step.keys or step.right.open) then
    step = bound.copy_of(step, { keys = {} })
    for i, key in ipairs(join_shape.keys(before, other_side.seen_from(before, step.right))) do
      step.keys[i] = { key[1].name, key[2].name }
    end
  end
  local names = several_on_the_left(before, step)
  if #names == 0 then return before, step end
  if step.kind ~= "semi" and step.kind ~= "anti" then
    return require("parley.query.steps.split").bind(before, { names = names }), step
  end
  if step.right.open then errors.raise("too_late.join_several", { name = names[1] }) end
  local right, on = meeting_values(before, step, names)
  step = bound.copy_of(step, { right = right, keys = on })
  step.query, step.made = nil, nil
  return before, step
end

--- Puts the rows of another query, or of a Frame, beside these; or keeps those that have a partner, or none.
-- Columns of the right side whose names are taken stand under the table's name before theirs, or with a suffix.
--- Errors: bad_argument, no_column, bad_type, no_option, no_name.
--- See also: union, within.
--- Example: names = ds.parties:select("id", "name as asker")
--- Example: ds.demands:join(names, {on = {party = "id"}}):by("asker"):count()
---@param other parley.Query|parley.Frame
---@param given parley.JoinOptions?
---@return table step
function join.apply(q, other, given)
  given = options.check(given, "join()", { "on", "kind", "suffix", "expect", "missing", "within" })
  local keys = keys_of(given.on)
  local rows, query = other_side.of(each_on_the_right(other, keys), "join")
  local kind = options.one_of(given.kind or "inner", KINDS, { key = "join_kind" })
  options.one_of(given.expect, { "one" }, options.of("join()", "expect"))
  options.one_of(given.missing, { "match" }, options.of("join()", "missing"))
  if given.suffix ~= nil and (type(given.suffix) ~= "string" or given.suffix == "") then
    errors.raise("bad_type.join_suffix", { got = type(given.suffix) })
  end
  if given.within ~= nil then options.whole_number(given.within, { key = "days_within" }) end
  return { verb = "join", kind = kind, keys = keys, right = rows, query = query, suffix = given.suffix,
    expect = given.expect, missing = given.missing, within = given.within, left = given.within and q }
end

-- The columns after an inner or left join: those of the left, and beside them those of the right.
local function joined_columns(before, right, keys, step)
  local columns, from = table.move(before.columns, 1, #before.columns, 1, {}), {}
  for i, beside in ipairs(join_shape.beside(before, right, keys, step)) do
    columns[#columns + 1] = bound.copy_of(beside[1], { name = beside[2] })
    from[i] = beside[1].place
  end
  return columns, from
end

-- A join in time, for which the columns of both sides have to be known.
local function in_time(before, step)
  if step.right.open then errors.raise "too_late.join_within" end
  local names = several_on_the_left(before, step)
  if #names > 0 then
    if step.kind == "semi" or step.kind == "anti" then
      errors.raise("too_late.join_within_several", { name = names[1] })
    end
    before = require("parley.query.steps.split").bind(before, { names = names })
    step = bound.copy_of(step, { left = step.left:split(table.unpack(names)) })
  end
  local right = other_side.seen_from(before, step.right)
  return require("parley.query.nearest").bind(before, step, join_shape.keys(before, right, step.keys), join)
end

--- The link of a join with rows whose columns are not yet known.
---@param before table
---@param given table  as apply() gives it
---@return table
function join.waiting(before, given) return bound.waiting(before, bound.copy_of(given, { verb = "join" })) end

-- What a key is read as whose column holds texts beside other values; false: as they are, which an index may have.
local function reads_as(column)
  local _, held = bound.type_of(column)
  return held and held.mixed and held.reads_as or false
end

--- A right side whose columns are not yet known is waited for.
function join.bind(before, step)
  if step.within then return in_time(before, step) end
  before, step = for_each_on_the_left(before, step)
  if step.right.open then return bound.after(before, step, { open = true }) end
  local right = other_side.seen_from(before, step.right)
  local keys, pairs_of, dates = join_shape.keys(before, right, step.keys), {}, {}
  for i, key in ipairs(keys) do
    local of_dates = bound.type_of(key[1]) == "date" or bound.type_of(key[2]) == "date"
    pairs_of[i] = { key[1].place, key[2].place, reads = { reads_as(key[1]), reads_as(key[2]) }, by_text = of_dates }
    if key[1].type == "date" then dates[#dates + 1] = key[1] end
  end
  local made = { verb = "join", kind = step.kind, keys = pairs_of, right = step.right, query = step.query,
    made = step.made, suffix = step.suffix, expect = step.expect, missing = step.missing, keyless = step.keyless,
    said = step.said, rows_of = step.rows_of, dates = #dates > 0 and dates or nil }
  local changes = { doubtful = before.doubtful or step.right.doubtful }
  if step.kind == "semi" or step.kind == "anti" then return bound.after(before, made, changes) end
  local columns, from = joined_columns(before, right, keys, step)
  made.from = from
  return bound.with_columns(before, made, columns, changes)
end

--- Rows with several partners, and those without any that are left out, are told (parley.query.notes).
---@param link table
---@param rows_of fun(link: table): parley.Query
---@return parley.Note[]
function join.notes(link, rows_of) return require("parley.query.join_partners").notes(join, link, rows_of) end

--- Binds a join whose right side is known by now: `found` has its last link, and what the engine made of it.
function join.finish(link, found)
  return join.bind(link.before, bound.copy_of(link.step, { right = found.rows, made = found.made }))
end

return join
