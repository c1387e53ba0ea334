--- Claims as HTML: what each says of a value, and each in full, with who said it, in which source, where, how firmly
-- and through whom.

local content = require "parley.report.content"
local date_words = require "parley.base.date_words"
local item_lists = require "parley.base.item_lists"
local spans = require "parley.report.spans"

local claims = {}

--- The address of a claim.
function claims.address(claim) return ("claim/%d"):format(claim.claim) end

--- The attributes by which a claim is shown from the day it was reported.
---@param c table
---@param thing table
---@param claim table
---@return string
function claims.since(c, thing, claim)
  if not claim.since then
    local from = content.position(c, claim.reported_end)
    claim.since = spans.attributes(from > thing.first and from or nil, nil)
  end
  return claim.since
end

-- Who said it: a person or a party by its name, else as the claim has it.
local function speaker(c, claim)
  local who = claim.said_by
  if not who then return nil end
  for _, name in ipairs { "people", "parties" } do
    if c.by_name[name].by_id[who] then return c.link(name, who) end
  end
  return c.write:words(who)
end

local function reading_text(c, info, unit, reading)
  local text = reading.text
  local column = info.by_name[unit.columns[1]]
  if unit.type ~= "quantity" then
    if column.vocabulary then
      text = c.label(column.vocabulary, text)
    elseif column.references then
      local names = item_lists.of(text)
      for i, item in ipairs(names) do names[i] = c.name(column.references, item) end
      text = table.concat(names, "; ")
    elseif column.type == "date" then
      text = date_words.noun(text)
    elseif column.type == "boolean" then
      text = text == "true" and "yes" or "no"
    end
  end
  return (reading.claim.denied and "not " or "") .. text
end

--- The claims behind one value, the weightiest first: their numbers, each a link; and what those say that say something
--- else than what is shown, as items of a list.
---@param c table
---@param thing table
---@param place integer  of the unit
---@param shown string?
---@return string marks, string others
function claims.of_unit(c, thing, place, shown)
  local info, unit, marks, others = thing.table.info, thing.table.units[place], {}, {}
  local by_claim = {}
  for _, reading in ipairs(thing.readings and thing.readings[place] or {}) do by_claim[reading.claim] = reading end
  for _, claim in ipairs(thing.claims) do
    if by_claim[claim] then
      local text, since = reading_text(c, info, unit, by_claim[claim]), claims.since(c, thing, claim)
      local mark = ('<a%s href="#%s">%d</a>'):format(since, claims.address(claim), claim.claim)
      if text == shown then
        marks[#marks + 1] = mark
      else
        others[#others + 1] = ("<li%s><q>%s</q> <sup>%s</sup></li>\n"):format(since, c.write:words(text), mark)
      end
    end
  end
  return #marks > 0 and "<sup>" .. table.concat(marks, " ") .. "</sup>" or "", table.concat(others)
end

-- Words about a claim beyond who said it and where it stands, each where there is something to say.
local function remarks(c, claim)
  local parts, more = {}, claim.more
  local function add(text) if text then parts[#parts + 1] = text end end
  add(claim.certainty and c.label("certainty", claim.certainty))
  add(more.modality and more.modality ~= "fact" and c.label("modality", more.modality))
  add(claim.denied and "denies it")
  add(claim.rank == "preferred" and "preferred" or claim.rank == "deprecated" and "deprecated")
  add(more.stated and "said " .. date_words.when(more.stated))
  add(more.reported and "reported " .. date_words.when(more.reported))
  for i, text in ipairs(parts) do parts[i] = c.write:words(text) end
  return table.concat(parts, ", ")
end

-- What a withheld source would be known by is left out: where in it the claim stands, through whom it came, who coded
-- it and with what remark.
local function trail(c, claim)
  if c.withheld[claim.source] then return "" end
  local parts, more = {}, claim.more
  if more.chain and more.chain ~= "outlet" then
    local hops = {}
    for i, hop in ipairs(item_lists.written(more.chain)) do hops[i] = c.write:words(hop) end
    parts[#parts + 1] = "through " .. table.concat(hops, " ← ")
  end
  if more.coder then parts[#parts + 1] = "coded by " .. c.write:words(more.coder) end
  if more.note then parts[#parts + 1] = "remark: " .. c.write:words((more.note:gsub("%.%s*$", ""))) end
  return #parts > 0 and "; " .. table.concat(parts, "; ") or ""
end

-- What each claim about a thing says, field by field.
local function said_of(c, thing)
  local said, info = {}, thing.table.info
  for i, unit in ipairs(thing.table.units) do
    for _, reading in ipairs(thing.readings[i]) do
      local before = said[reading.claim]
      local text = c.write:text(unit.quantity or unit.field):gsub("_", " ") .. ": "
        .. c.write:words(reading_text(c, info, unit, reading))
      said[reading.claim] = before and before .. "; " .. text or text
    end
  end
  return said
end

local function said(c, thing, claim)
  thing.said = thing.said or said_of(c, thing)
  return thing.said[claim] or ""
end

--- A claim in full, as an item of a list.
---@param c table
---@param thing table
---@param claim table
---@return string
function claims.in_full(c, thing, claim)
  local withheld, who = c.withheld[claim.source], speaker(c, claim)
  local place = claim.locator and not withheld and ", " .. c.write:words(claim.locator) or ""
  return ('<li id="%s" value="%d"%s>%s%s%s: %s%s. <span class="says">%s</span></li>'):format(claims.address(claim),
    claim.claim, claims.since(c, thing, claim), who and who .. ", in " or "", c.link("sources", claim.source), place,
    remarks(c, claim), trail(c, claim), said(c, thing, claim))
end


return claims
