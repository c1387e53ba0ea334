--- search in SQL: the rows whose words a full text index finds, best match first.

local search = {}

function search.emit(level, link)
  local c, d = level.c, level.c.dialect
  local found = require("parley.storage.full_text").index(level.home, level.info, level.as_of)
  local text, id = c:alias("words"), level.row_id
  local hit = d.same_text and c:alias("hit") or text
  level.joins[#level.joins + 1] = ("INNER JOIN %s AS %s ON %s.tbl = %s AND %s.id = %s"):format(found.text, text, text,
    c:param(level.info.name), text, id)
  if hit ~= text then
    level.joins[#level.joins + 1] = ("INNER JOIN %s AS %s ON %s"):format(found.index, hit, d.same_text(hit, text))
  end
  local wanted = c:param(d.search_for(link.step.words))
  level.where[#level.where + 1] = d.matches(hit, found.index, wanted)
  level.order = { d.best_first(hit, found.index, wanted), id }
  return level
end

return search
