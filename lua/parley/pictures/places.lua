--- The places of a chart: where several rows have one, they are counted or refused; words may be too many, or follow no
-- order that a line could join.

local errors = require "parley.base.errors"
local notes = require "parley.base.notes"
local plain = require "parley.base.plain_text"

local places = {}

--- Goes through the series of all panels.
---@param data table
---@param fn fun(one: table, panel: table)
function places.each(data, fn)
  for _, panel in ipairs(data.panels) do
    for _, one in ipairs(panel.series) do fn(one, panel) end
  end
end

--- The words of the points in the order of their rows, whatever series or panels these are in.
---@param data table
---@param field string  which has them
---@return string[]
function places.words(data, field)
  local words, first = {}, {}
  places.each(data, function(one)
    for _, p in ipairs(one.points) do
      local word = p[field]
      if not first[word] then words[#words + 1] = word end
      first[word] = math.min(first[word] or p.order, p.order)
    end
  end)
  table.sort(words, function(a, b) return first[a] < first[b] end)
  return words
end

local function key_of(p) return (p.row or "") .. "\0" .. p.label end

--- Rows of one place become one point that counts them.
---@param data table
---@param field string  which gets the count
function places.count_rows(data, field)
  places.each(data, function(one)
    local seen, points = {}, {}
    for _, p in ipairs(one.points) do
      local first = seen[key_of(p)]
      if not first then
        seen[key_of(p)], points[#points + 1] = p, p
        p[field] = 0
        first = p
      end
      first[field] = first[field] + 1
    end
    one.points = points
  end)
end

--- Two numbers of one place cannot both be a bar there: which is meant is a question for a query.
---@param data table
---@param given table
function places.refuse_twins(data, given)
  places.each(data, function(one)
    local seen = {}
    for _, p in ipairs(one.points) do
      local key = key_of(p)
      if seen[key] then
        errors.raise("bad_argument.plot_twins", { kind = given.kind, x = given.x, value = plain.visible(p.label),
          within = given.by and (" of %s"):format(plain.visible(one.name)) or "",
          by = given.by and (", \"%s\""):format(given.by) or "",
          y = given.y or given.value or given.low or given.high or "y" })
      end
      seen[key] = true
    end
  end)
end

--- The first so many words are drawn.
---@param data table
---@param most integer?
---@param said parley.Note[]  gets a note where some are not
function places.cut_words(data, most, said)
  if data.kind ~= "word" or not most then return end
  local list, words = places.words(data, "x"), {}
  local count = #list
  if count <= most then return end
  for i = 1, most do words[list[i]] = true end
  places.each(data, function(one)
    local kept = {}
    for _, p in ipairs(one.points) do if words[p.x] then kept[#kept + 1] = p end end
    one.points = kept
  end)
  said[#said + 1] = notes.new("cut.plot_words", count - most, { most = most })
end

-- Words that say when or how many stand in their own order: "2019-W01", "2025-Q2", "09:30", "10-19".
local function is_step(label) return label:find "^%d" ~= nil end

--- A line says what came after what: between words that follow no order it would draw slopes of nothing.
---@param data table
---@param given table
function places.refuse_words(data, given)
  if data.kind ~= "word" then return end
  places.each(data, function(one)
    for _, p in ipairs(one.points) do
      if not is_step(p.label) then
        errors.raise("bad_argument.plot_words", { kind = given.kind, x = given.x,
          value = plain.visible(p.label) })
      end
    end
  end)
end

return places
