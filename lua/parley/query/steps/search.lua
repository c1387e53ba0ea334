--- search: rows whose text holds all the words; best match first.
-- "…" keeps words together, `ceasef*` matches beginnings.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"

local search = {}

--- Rows whose text holds all the words; best match first. "…" keeps words together, `ceasef*` matches beginnings.
--- Errors: bad_argument, bad_type.
--- See also: where.
--- Example: ds.statements:search("ceasefire"):count()
---@param q parley.Query
---@param text string
---@return table step
function search.apply(q, text)
  if q.claims_of or q.info.raw then
    errors.raise "bad_argument.search_rows"
  end
  return { verb = "search", words = require("parley.storage.full_text").words(text) }
end

--- Near words of the data, where it finds nothing.
---@param link table
---@param rows_of fun(link: table): parley.Query
---@return parley.Note[]
function search.notes(link, rows_of)
  if rows_of(link):count() > 0 then return {} end
  return require("parley.query.near_words").notes(rows_of(link.before), link, rows_of)
end

function search.bind(before, step)
  if before.apart or before.limited then errors.raise "too_late.search" end
  return bound.after(before, step, { doubtful = true })          -- notes() tells near words where nothing is found
end

return search
