--- Statements about the words of the vocabularies.

local dialect = require "parley.query.sql.dialect"

local terms = {}

--- The words of a vocabulary that the file has, in the order of their ids.
---@param store parley.Store
---@param vocabulary string
function terms.codes(store, vocabulary)
  local mark = dialect.of(store).param(1)
  return store:each(("SELECT code FROM terms WHERE vocabulary = %s AND code IS NOT NULL ORDER BY id"):format(mark),
    { n = 1, vocabulary }, { "text" })
end

return terms
