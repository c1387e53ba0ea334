--- Sources: each as it is cited, with how many claims rest on it.

local cite = require "parley.analysis.cite"
local tables = require "parley.report.tables"

local HEAD = { "source", "citation", "address", "claims" }

local function counts(c)
  local n = {}
  for _, of in ipairs(c.tables) do
    for _, thing in ipairs(of.things) do
      for _, claim in ipairs(thing.claims) do n[claim.source] = (n[claim.source] or 0) + 1 end
    end
  end
  return n
end

local function row_of(c, filters, thing, count)
  local citation, url = "This source is withheld.", ""
  if not c.withheld[thing.id] then
    citation = c.write:words(cite.of_dataset(c.ds, thing.id, "text"))
    url = thing.row.url and c.write:outside(thing.row.url) or ""
  end
  return tables.row(thing, filters, { tables.name(c, thing), ('<td class="citation">%s</td>'):format(citation),
    ('<td class="url">%s</td>'):format(url), ('<td class="n">%d</td>'):format(count or 0) })
end

return {
  id = "cited", title = "Sources",
  html = function(c, filters)
    local rows, n = {}, counts(c)
    for i, thing in ipairs(c.by_name.sources.things) do rows[i] = row_of(c, filters, thing, n[thing.id]) end
    return tables.html(c, "sources", "Sources, as they are cited", HEAD, rows)
  end,
}
