--- search: the rows whose words an FTS5 index finds, best match first.

local errors = require "parley.base.errors"

--- The step, for parley.query.sql.compile.
local function search(level, step)
  if level.aggregated or level.limit or level.distinct or not level.alias then
    errors.raise("search() belongs to the rows of a table; call it first")
  end
  local found = require("parley.storage.full_text").index(level.home, level.info, level.as_of)
  local text, hit = level.c:alias("words"), level.c:alias("hit")
  level.joins[#level.joins + 1] = ('INNER JOIN %s AS %s ON %s.tbl = %s AND %s.id = %s."id"'):format(found.text, text,
    text, level.c:param(level.info.name), text, level.alias)
  level.joins[#level.joins + 1] = ("INNER JOIN %s AS %s ON %s.rowid = %s.key"):format(found.index, hit, hit, text)
  level.where[#level.where + 1] = ("%s.%s MATCH %s"):format(hit, found.column, level.c:param(step.match))
  level.order = { hit .. ".rank", level.alias .. '."id"' }
  return level
end

return search
