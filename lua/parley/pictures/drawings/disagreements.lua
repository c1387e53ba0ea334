--- Each contested value with all its readings: numbers and dates at their place on a scale, words in a list; who said
-- it, how firmly, and which one is shown (a filled mark).

local notes = require "parley.base.notes"
local strips = require "parley.pictures.strips"
local values = require "parley.pictures.values"

local disagreements = { options = { "table", "kind", "as_of" } }

-- So many contested values make a page that can still be read.
local MOST = 40

local function chosen(ds, given)
  local view = given.as_of and ds:as_of(given.as_of) or ds
  return view, view:disagreements { table = given.table, kind = given.kind }
end

-- The claims of a table by their keys, with the columns a field is made of.
local function claims_of(view, cache, name)
  if not cache[name] then
    local by_key, f = {}, view:table(name):claims():frame()
    for i = 1, #f do by_key[f[i].claim] = f[i] end
    cache[name] = by_key
  end
  return cache[name]
end

-- What the claims that are shown say: others that say the same have the same reading.
local function shown_words(said)
  local words = {}
  for i = 1, #said do
    if said[i].shown then words[said[i].says] = true end
  end
  return words
end

local function strip_of(view, cache, d)
  local kind, names = values.shape_of(view:table_info(d.table), d.field, true)
  local claims = claims_of(view, cache, d.table)
  local strip = { heading = ("%s %s: %s (%s)"):format(d.table, d.id, d.field, d.why), kind = kind, rows = {} }
  local said = view:evidence(d.table, d.id, d.field)
  local shown = shown_words(said)
  for i = 1, #said do
    local e = said[i]
    if not e.retracted then
      local denied = e.polarity == "denied"
      local agrees = not denied and shown[e.says] or false
      local text = ("%s%s, %s%s"):format(denied and "not " or "", e.says, e.certainty or "no certainty",
        e.shown and " (shown)" or "")
      local row = { name = ("%s in %s"):format(e.said_by or "?", e.source or "?"), ink = agrees and 1 or 2,
        shape = denied and "cross" or "circle", hollow = not agrees and not denied, text = text, title = text }
      if claims[e.claim] and not denied then values.place(row, kind, names, claims[e.claim]) end
      strip.rows[#strip.rows + 1] = row
    end
  end
  return strip
end

--- What is to be drawn.
function disagreements.of(ds, given)
  local view, f = chosen(ds, given)
  local list, cache = {}, {}
  for i = 1, math.min(#f, MOST) do list[i] = strip_of(view, cache, f[i]) end
  local said = notes.of(f)
  if #f > MOST then said[#said + 1] = notes.new("cut.plot_disagreements", #f - MOST, { most = MOST }) end
  return { strips = list, notes = said, frame = f, title = "where the sources disagree", width = 900, empty = #f == 0,
    draw = strips.draw, legend = { { ink = 1, shape = "circle", name = "the reading that is shown" },
      { ink = 2, shape = "circle", hollow = true, name = "another reading" },
      { ink = 2, shape = "cross", name = "a denial" } },
    description = ("%d contested values, each with all its readings."):format(#f) }
end

return disagreements
