--- ETH/PRIO Civil Conflict Ceasefires: a row is an actor's part in a ceasefire.
-- The rows of a ceasefire share `uniq_id`. The ceasefire is an outcome, each actor's part another one, `part_of` it.
-- Where several actors settled on it there was a talk; an actor alone made a statement. How it was kept is a delivery:
-- from the day it took effect to the day it ended, as far as that is known. `coder` is left out on purpose.

local core = require "parley.core"
local errors = require "parley.base.errors"
local mapping_tools = require "parley.import.mapping_tools"

local NATURES = { ["1"] = "unilateral", ["2"] = "reciprocal", ["3"] = "reciprocal" }

local function is_alone(row) return row.side == "1" end
local function is_joint(row) return row.side ~= "1" end

-- An actor without UCDP's number (-1) goes by its name.
local function actor_id(row)
  if row.ucdp_actor_id and row.ucdp_actor_id ~= "-1" then return "ucdp-actor-" .. row.ucdp_actor_id end
  if not row.actor_name then return mapping_tools.refused "no_id.actor" end
  return "ethprio-actor-" .. mapping_tools.slug(row.actor_name)
end

local function nature(row)
  if not NATURES[row.side] then
    return mapping_tools.refused("bad_value.choice", "side", row.side, { choices = "1, 2 or 3" })
  end
  return NATURES[row.side]
end

local function declared(row) return mapping_tools.split_date(row.cf_dec_yr, row.cf_dec_month, row.cf_dec_day) end
local function in_effect(row)
  return mapping_tools.split_date(row.cf_effect_yr, row.cf_effect_month, row.cf_effect_day)
end
local function end_date(row) return mapping_tools.split_date(row.end_yr, row.end_month, row.end_day) end

-- From taking effect to the end; none where the file has it end before it took effect.
local function kept(row)
  local from, to = in_effect(row), end_date(row)
  if not from then return "/" .. to end
  if mapping_tools.is_before(to, from) then return nil end
  return from == to and from or from .. "/" .. to
end

-- From taking effect to the end, as far as either is recorded. An end before the beginning is none.
local function in_force(row)
  local from, to = in_effect(row), end_date(row)
  if not (from or to) then return nil end
  if from and to and mapping_tools.is_before(to, from) then to = nil end
  return from == to and from or (from or "") .. "/" .. (to or "")
end

local function how_it_ended(row)
  local text = ("kept by %s; how it ended: code %s of the dataset"):format(row.actor_name or "?", row.ended or "?")
  if kept(row) then return text end
  return ("%s; ended %s, which is before it took effect, %s"):format(text, end_date(row), in_effect(row))
end

-- Agreed length in days, where the file has one.
local function days(row)
  local n = math.tointeger(tonumber(row.fixed_time))
  return row.fixed == "1" and n and n > 0 and n or nil
end

local function mediators(row)
  local found = {}
  for _, name in ipairs(mapping_tools.list(row.mediator_send)) do
    local key = mapping_tools.slug(name)
    if key ~= "" then found[#found + 1] = { mediator = name, mediator_key = key } end
  end
  return found
end

local function pax(row) return row.pax_id and "PA-X agreement " .. row.pax_id or nil end

local coded = { certainty = { value = "narration" }, locator = "uniq_id {uniq_id}", stated = declared, note = pax }
local of_row = { certainty = { value = "narration" }, locator = "id {id}", stated = declared }
local concluded = { certainty = { value = "inferred" }, locator = "uniq_id {uniq_id}", note = pax }
local named = { certainty = { value = "narration" }, locator = "id {id}" }

-- The day of taking effect is no deadline that could be missed, so it is no `due`.
local function since(row)
  local day = in_effect(row)
  if not day then return nil end
  local _, problem = core.date(day)
  if errors.is(problem) then return nil, problem end
  return "in effect from " .. day
end

-- What a ceasefire and an actor's part in it have in common. Its length does not belong here: parts add up to a whole.
local function ceasefire(extra)
  local columns = { topic = { value = "ceasefire" }, nature = nature, category = "location", condition = since }
  for name, value in pairs(extra) do columns[name] = value end
  return columns
end

return {
  name = "ethprio_ceasefires", title = "ETH/PRIO Civil Conflict Ceasefires",
  about = "Ceasefires as outcomes with a part for each actor, the talks or statements behind them, and how they held.",
  input = { missing = { pax_id = { "-1" }, mediator_send = { "0", "-1" } } },
  source = { id = "ethprio-ceasefires", outlet = "ETH Zürich and PRIO", title = "Civil Conflict Ceasefire Dataset",
    author = "Clayton and others", published = "2022",
    licence = "as its makers state it; check before passing it on",
    note = "some names and comments in the file hold U+FFFD, the mark of letters lost before publication" },
  rows = {
    { table = "parties", id = actor_id, provenance = { certainty = named.certainty }, columns = { name = "actor_name",
      kind = function(row) return (row.actor_name or ""):find "^Government of " and "state" or nil end } },
    { table = "parties", id = "ethprio-mediator-{mediator_key}", each = mediators,
      provenance = { certainty = named.certainty }, columns = { name = "mediator" } },
    { table = "talks", id = "ethprio-{uniq_id}", when = is_joint, provenance = concluded,
      columns = { name = { template = "Ceasefire in {location}" }, date = declared, status = { value = "held" },
        result = { value = "ceasefire" } } },
    { table = "participants", id = "ethprio-{uniq_id}-{id}", when = is_joint, provenance = named,
      columns = { talk = { template = "ethprio-{uniq_id}" }, party = actor_id, role = { value = "delegation" } } },
    { table = "participants", id = "ethprio-{uniq_id}-{mediator_key}", each = mediators, when = is_joint,
      provenance = named, columns = { talk = { template = "ethprio-{uniq_id}" },
        party = { template = "ethprio-mediator-{mediator_key}" }, role = { value = "mediator" } } },
    { table = "statements", id = "ethprio-{uniq_id}-{id}", when = is_alone, provenance = of_row,
      columns = { party = actor_id, date = declared, kind = { value = "plan" }, topic = { value = "ceasefire" },
        text = "cf_pp" } },
    { table = "outcomes", id = "ethprio-{uniq_id}", provenance = coded,
      columns = ceasefire { talk = function(row) return is_joint(row) and "ethprio-" .. row.uniq_id or nil end,
        kind = function(row) return is_alone(row) and "pledge" or "agreement" end,
        unit = function(row) return days(row) and "days" or nil end, low = days, best = days, high = days,
        in_force = in_force,
        status = function(row) return is_alone(row) and "announced" or "agreed" end, text = "cf_pp" } },
    { table = "outcomes", id = "ethprio-{uniq_id}-{id}", provenance = of_row,
      columns = ceasefire { part_of = { template = "ethprio-{uniq_id}" }, giver = actor_id,
        kind = function(row) return is_alone(row) and "pledge" or "commitment" end } },
    { table = "deliveries", id = "ethprio-{uniq_id}-{id}", when = function(row) return end_date(row) ~= nil end,
      provenance = named, columns = { outcome = { template = "ethprio-{uniq_id}-{id}" },
        date = kept, text = how_it_ended } },
  },
}
