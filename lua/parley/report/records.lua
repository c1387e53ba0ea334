--- Records: a thing with all its values, each marked with the numbers of the claims behind it, which follow in full.
-- A page may have ten thousand values: each has as few elements as will do, since a browser pays for every one.

local claims = require "parley.report.claims"
local spans = require "parley.report.spans"
local values = require "parley.report.values"

local records = {}

--- The addresses of a unit: a quantity has one for each of its bounds.
local function addresses(c, thing, unit)
  local list = {}
  for i, column in ipairs(unit.columns) do list[i] = c.address(thing.table.name, thing.id, column) end
  return list
end

--- The spans of a value of a thing.
---@param c table
---@param thing table
---@param unit table
---@return table[]
function records.spans(c, thing, unit)
  return spans.of(thing.states, function(row) return values.of(c, thing.table.info, unit, row) end, unit.columns)
end

-- What a value was before, in words, for those who have no script.
local function history(c, list)
  local parts = {}
  for _, span in ipairs(list) do
    if span.html and span.to then
      parts[#parts + 1] = ("<li class=\"was\">%s before %s</li>\n"):format(span.html,
        c.day(span.to) or "the reports without a day")
    end
  end
  return table.concat(parts)
end

-- The attributes of a field that has no value at first.
local function since(list)
  local first = list[1]
  if first.html then return "" end
  return spans.attributes(first.to, nil)
end

local function field(c, thing, place)
  local unit = thing.table.units[place]
  local list = records.spans(c, thing, unit)
  if #list == 1 and not list[1].html then return "" end
  local ids, anchors = addresses(c, thing, unit), {}
  for i = 2, #ids do anchors[#anchors + 1] = ('<span id="%s"></span>'):format(ids[i]) end
  local marks, others = claims.of_unit(c, thing, place, list[#list].text)
  local more = others .. history(c, list)
  return ('<div id="%s"%s><dt>%s%s</dt><dd>%s%s%s</dd></div>\n'):format(ids[1], since(list), table.concat(anchors),
    c.write:text(unit.quantity or unit.field):gsub("_", " "), #list == 1 and list[1].html or spans.html(list, "b"),
    marks, more ~= "" and "<ul>\n" .. more .. "</ul>" or "")
end

local function claims_in_full(c, thing)
  local parts = {}
  for i, claim in ipairs(thing.claims) do parts[i] = claims.in_full(c, thing, claim) end
  return ('<details class="all"><summary>%d %s</summary><ol>\n%s\n</ol></details>\n'):format(#thing.claims,
    #thing.claims == 1 and "claim" or "claims", table.concat(parts, "\n"))
end

--- A thing, as an article with its address.
---@param c table
---@param thing table
---@param filters parley.ReportFilters
---@return string
function records.html(c, thing, filters)
  local name = thing.table.name
  local fields = {}
  for place = 1, #thing.table.units do fields[#fields + 1] = field(c, thing, place) end
  local title = name == "sources" and c.source_name(thing.id) or thing.row.name or thing.row.title
  local id = name == "sources" and c.withheld[thing.id] or thing.id
  local heading = title and title ~= id and ("%s <small>%s</small>"):format(c.write:words(title), c.write:words(id))
    or c.write:words(id)
  return ('<article id="%s"%s%s>\n<h4>%s</h4>\n<dl>\n%s</dl>\n%s</article>\n'):format(c.address(name, thing.id),
    spans.attributes(thing.first > 1 and thing.first or nil, nil), filters:attributes(thing), heading,
    table.concat(fields), claims_in_full(c, thing))
end

--- A withheld source: that there is one, and what was said in it.
function records.withheld(c, thing)
  return ('<article id="%s"%s>\n<h4>%s</h4>\n<p>This source is withheld.</p>\n</article>\n'):format(
    c.address("sources", thing.id), spans.attributes(thing.first > 1 and thing.first or nil, nil),
    c.write:text(c.withheld[thing.id]))
end

return records
