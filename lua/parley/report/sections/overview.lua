--- Overview: what the report is about, in numbers, each a link; and the talks.

local content = require "parley.report.content"
local date_words = require "parley.base.date_words"
local spans = require "parley.report.spans"
local tables = require "parley.report.tables"

-- How many there are at each position, from the positions at which each came.
local function counted(c, positions, word, words)
  local came, states, n = {}, {}, 0
  for _, position in ipairs(positions) do came[position] = (came[position] or 0) + 1 end
  for position = 1, c.last do
    if came[position] or position == 1 then
      n = n + (came[position] or 0)
      states[#states + 1] = { position, n }
    end
  end
  return spans.of(states, function(count)
    local text = ("%d %s"):format(count, count == 1 and word or words)
    return text, text
  end)
end

local COUNTED = { { "talks", "talk" }, { "parties", "party" }, { "documents", "document" }, { "demands", "demand" },
  { "responses", "answer", "answers" }, { "outcomes", "outcome" }, { "deliveries", "delivery" },
  { "statements", "statement" }, { "sources", "source" } }

local function things_line(c)
  local parts = {}
  for _, entry in ipairs(COUNTED) do
    local of, positions = c.by_name[entry[1]], {}
    for i, thing in ipairs(of.things) do positions[i] = thing.first end
    if #positions > 0 then
      local html = spans.html(counted(c, positions, entry[2], entry[3] or entry[1]), "span")
      parts[#parts + 1] = c.printed[entry[1]] and c.write.inside(entry[1], html) or html
    end
  end
  return table.concat(parts, ", ")
end

local function claims_line(c)
  local positions = {}
  for _, of in ipairs(c.tables) do
    for _, thing in ipairs(of.things) do
      for _, claim in ipairs(thing.claims) do positions[#positions + 1] = content.position(c, claim.reported_end) end
    end
  end
  return spans.html(counted(c, positions, "claim", "claims"), "span")
end

local function period(c)
  local first, last = content.day(c, 1), content.day(c, #c.days)
  if not first then return "" end
  return (" They were reported between %s and %s."):format(date_words.noun(first), date_words.noun(last))
end

local function sentences(c)
  local things = things_line(c)
  if things == "" then return "No talk, party, demand, outcome or source is in it." end
  return ("%s; %s behind them.%s"):format(things, claims_line(c), period(c))
end

local TALKS = { "date", "kind", "place", "format", "status", "result" }

return {
  id = "overview", title = "Overview",
  html = function(c, filters)
    return ("<p>%s</p>\n"):format(sentences(c))
      .. tables.of_things(c, filters, c.talks,
        { name = "talks", first = "talk", caption = "The talks", columns = TALKS })
  end,
}
