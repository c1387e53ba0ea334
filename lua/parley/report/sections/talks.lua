--- The talks, a part for each: its account in words, and what was asked, answered, agreed and written down.

local account = require "parley.report.account"
local spans = require "parley.report.spans"
local tables = require "parley.report.tables"

local PARTS = {
  { name = "demands", caption = "Demands", columns = { "party", "topic", "text", "made", "status" } },
  { name = "responses", caption = "Answers", columns = { "demand", "document", "party", "kind", "date", "text" } },
  { name = "outcomes", caption = "Outcomes",
    columns = { "topic", "kind", "giver", "receiver", "best", "unit", "due", "status", "text" } },
  { name = "documents", caption = "Documents", columns = { "name", "kind", "author", "handed_over", "release" } },
}

-- The things of a table by the talk they belong to.
local function by_talk(c, name)
  local lists = {}
  for _, thing in ipairs(c.by_name[name].things) do
    local talk = thing.row.talk
    if talk then
      lists[talk] = lists[talk] or {}
      table.insert(lists[talk], thing)
    end
  end
  return lists
end

local function part(c, filters, talk, things)
  local parts = { ('<section id="%s" class="talk"%s>\n<h3>%s</h3>\n'):format(c.address("talk", talk.id),
    spans.attributes(talk.first > 1 and talk.first or nil, nil), c.link("talks", talk.id)) }
  parts[#parts + 1] = '<details class="last account"><summary>In words</summary>\n' .. account.html(c, talk.id)
    .. "</details>\n"
  for _, of in ipairs(PARTS) do
    parts[#parts + 1] = tables.of_things(c, filters, things[of.name][talk.id] or {}, { name = talk.id .. "-" .. of.name,
      caption = of.caption, columns = of.columns })
  end
  parts[#parts + 1] = "</section>\n"
  return table.concat(parts)
end

return {
  id = "by-talk", title = "Talk by talk",
  html = function(c, filters)
    local parts, things = {}, {}
    for _, of in ipairs(PARTS) do things[of.name] = by_talk(c, of.name) end
    for i, talk in ipairs(c.talks) do
      parts[i] = part(c, filters, talk, things)
      c.progress:tell(i, #c.talks)
    end
    return table.concat(parts)
  end,
}
