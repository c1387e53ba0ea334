--- within(): a whole with those who belong to it on the day of a row, as conditions of a where.
-- An alliance, a coalition or a joint delegation stands for itself and for its members, and theirs, while they are its
-- members (the table `memberships`). The condition is made of comparisons of dates, so that every engine answers it and
-- a row whose day, or whose member's first or last day, is not precise enough is undecided, and told as such.
-- The whole and its memberships are looked up when the query runs; a verb checks what the rows' columns tell.

local core = require "parley.core"
local errors = require "parley.base.errors"
local expr = require "parley.query.expr"
local items = require "parley.query.items"
local options = require "parley.base.options"
local references = require "parley.claims.references"

local within = {}

local Within = { __name = "parley.Within" }
Within.__index = Within
function Within:__tostring() return ("parley.within(%q)"):format(self.whole) end

-- The day of a row, by its table.
local DAYS = { demands = "coalesce(made, talk.date, talk.planned_date)",
  responses = "coalesce(date, talk.date, talk.planned_date)",
  documents = "coalesce(handed_over, talk.date, talk.planned_date)",
  outcomes = "coalesce(date, talk.date, talk.planned_date)", deliveries = "date", statements = "date",
  participants = "coalesce(talk.date, talk.planned_date)", talks = "coalesce(date, planned_date)", offices = "held" }

--- A whole with those who belong to it on the day of a row.
---@param whole any
---@param given { on: string? }?
---@return table
function within.new(whole, given)
  given = options.check(given, "within()", { "on" })
  if type(whole) ~= "string" then errors.raise("bad_type.within", { got = type(whole) }) end
  local on = given.on
  if on ~= nil and type(on) ~= "string" then errors.raise("bad_type.within_on", { got = type(on) }) end
  return setmetatable({ whole = whole, on = on }, Within)
end

--- Whether a value is one.
---@param value any
---@return boolean
function within.is(value) return getmetatable(value) == Within end

-- Members by their whole: { party, held } each, as the dataset shows them by a day.
local function members_of(home, day)
  local q, list = home:table "memberships", {}
  if day then q = q:as_of(core.day_text(day)) end
  for party, whole, held in q:select("party", "whole", "held"):sort("party", "held"):each() do
    if party and whole then
      list[whole] = list[whole] or {}
      table.insert(list[whole], { party = party, held = held })
    end
  end
  return list
end

-- What has to hold of a row's day for a membership: each side of its dates held against that day, and the day against
-- them, so that whichever of the two is wide leaves the row undecided.
local function add_days(parts, values, on, held)
  if not held then return end
  local from, to = held:match "^([^/]*)/([^/]*)$"
  for i, side in ipairs { from or held, to or held } do
    if side == "" then
      parts[#parts + 1] = "nil"
    elseif side ~= ".." then
      parts[#parts + 1] = ("? %s %s and %s %s ?"):format(i == 1 and "<=" or ">=", on, on, i == 1 and ">=" or "<=")
      values[#values + 1], values[#values + 2] = side, side
    end
  end
end

-- Adds a party and its members, each under the conditions of all memberships on the way to it.
local function add_party(made, members, id, way)
  local parts = { ("%s = ?"):format(made.column) }
  made.values[#made.values + 1] = id
  for _, held in ipairs(way) do add_days(parts, made.values, made.on, held) end
  made.texts[#made.texts + 1] = "(" .. table.concat(parts, " and ") .. ")"
  for _, member in ipairs(members[id] or {}) do
    local longer = table.move(way, 1, #way, 1, {})
    longer[#longer + 1] = member.held or false
    if #longer < 50 then add_party(made, members, member.party, longer) end
  end
end

-- The day of a row, checked: what a condition on members of a whole is about.
local function day_of(rows, column, given)
  if not (rows.home.schema and rows.home.schema.parley) then errors.raise "no_claims.within" end
  local on = given.on or DAYS[rows.info.name]
  if not on then errors.raise("bad_argument.within_day", { name = rows.info.name }) end
  local day = items.bind(rows, { node = expr.parse(on), text = on, name = on }, {})
  if day.type ~= "date" then errors.raise("bad_type.within_day", { on = on, type = day.type }) end
  local who = items.bind(rows, { node = expr.parse(column), text = column, name = column }, {})
  if who.column.references ~= "parties" then errors.raise("bad_argument.within_column", { column = column }) end
  return on
end

local function condition_of(made)
  made.values.n = #made.values
  local text = table.concat(made.texts, " or ")
  return { text = text, node = expr.parse(text, made.values) }
end

-- Stands for the members that are not known yet, so that a condition has all its parts: that days decide it, above all.
local SOMEBODY <const> = { party = "", held = "2000" }

--- The condition that a column is of a whole, as far as it can be said without the data.
---@param rows table  the link before the where
---@param column string  a name or a path
---@param given table  as within.new() gives it
---@return { text: string, node: table }
function within.open_condition(rows, column, given)
  local made = { column = column, on = day_of(rows, column, given), texts = {}, values = {} }
  add_party(made, { [given.whole] = { SOMEBODY } }, given.whole, {})
  return condition_of(made)
end

--- The same with the members as the data have them.
---@param rows table
---@param column string
---@param given table
---@param day integer?  the day whose knowledge is asked for
---@return { text: string, node: table }
function within.condition(rows, column, given, day)
  local made = { column = column, on = day_of(rows, column, given), texts = {}, values = {} }
  references.id(rows.home, "parties", given.whole)
  add_party(made, members_of(rows.home, day or rows.source.day), given.whole, {})
  return condition_of(made)
end

return within
