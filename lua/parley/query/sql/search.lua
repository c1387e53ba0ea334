--- search: the rows whose words a full text index finds, best match first.

local errors = require "parley.base.errors"

--- The step, for parley.query.sql.compile.
local function search(level, step)
  if level.aggregated or level.limit or level.distinct or not level.alias then
    errors.raise("search() belongs to the rows of a table; call it first")
  end
  local found = require("parley.storage.full_text").index(level.home, level.info, level.as_of)
  local d, params = level.c.dialect, level.c
  local text, hit = level.c:alias("words"), level.c:alias("hit")
  local id = level.alias .. "." .. d.quote "id"
  level.joins[#level.joins + 1] = ("INNER JOIN %s AS %s ON %s.tbl = %s AND %s.id = %s"):format(found.text, text, text,
    params:param(level.info.name), text, id)
  level.joins[#level.joins + 1] = ("INNER JOIN %s AS %s ON %s"):format(found.index, hit, d.same_text(hit, text))
  level.where[#level.where + 1] = d.matches(hit, found.index, params:param(step.match))
  level.order = { d.best_first(hit), id }
  return level
end

return search
