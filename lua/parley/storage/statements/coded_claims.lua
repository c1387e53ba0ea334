--- Statements about what coders have claimed: who they are, and their claims about the things of a table.

local claim_weights = require "parley.storage.statements.claim_weights"
local dialect = require "parley.query.sql.dialect"
local schema = require "parley.storage.schema"

local coded_claims = {}

---@class parley.CodedScope
---@field policy parley.Policy? that of the view
---@field day integer? what was reported later is left out
---@field coders string[]?

local function condition(d, scope, bind)
  local parts = { "coder IS NOT NULL", "decides IS NULL", claim_weights.in_force(d, scope.policy, bind) }
  if scope.day then parts[#parts + 1] = "reported_end <= " .. bind(scope.day) end
  if scope.coders then parts[#parts + 1] = d.in_list("coder", bind(d.list(scope.coders))) end
  return table.concat(parts, " AND ")
end

--- Who has coded something of a table, and how many claims of theirs are in force.
---@param store parley.Store
---@param info table
---@param scope parley.CodedScope
function coded_claims.coders(store, info, scope)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  return store:each(("SELECT coder, count(*) FROM %s WHERE %s GROUP BY coder ORDER BY coder"):format(
    schema.quoted_claims(d, info), condition(d, scope, bind)), params)
end

--- Coder and id of each thing of a table that a coder has coded.
---@param store parley.Store
---@param info table
---@param scope parley.CodedScope
function coded_claims.ids(store, info, scope)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  return store:each(("SELECT DISTINCT coder, id FROM %s WHERE %s"):format(schema.quoted_claims(d, info),
    condition(d, scope, bind)), params)
end

--- How many of the claims of coders about the things of a table say something of each of some columns.
---@param store parley.Store
---@param info table
---@param names string[]
---@param scope parley.CodedScope
---@return integer ... of each
function coded_claims.counts(store, info, names, scope)
  local d, list = dialect.of(store), {}
  local params, bind = dialect.params(d)
  for i, name in ipairs(names) do list[i] = ("count(%s)"):format(d.quote(name)) end
  return store:values(("SELECT %s FROM %s WHERE %s"):format(table.concat(list, ", "), schema.quoted_claims(d, info),
    condition(d, scope, bind)), params)
end

--- The claims of coders about the things of a table, in no order: coder, source, id, locator, polarity, its
--- weight, its place among the claims, its weight as a state, and the values of `names`.
---@param store parley.Store
---@param info table
---@param names string[]
---@param scope parley.CodedScope
---@param types string[] of the names
function coded_claims.each(store, info, names, scope, types)
  local d = dialect.of(store)
  local params, bind = dialect.params(d)
  local list = { "coder", "source", "id", "locator", "polarity", "claim_weight",
    d.call("coalesce", "entry", "claim"), "state_weight" }
  local all = { "any", "any", "any", "any", "any", "any", "any", "any" }
  for i, name in ipairs(names) do list[#list + 1], all[#all + 1] = d.quote(name), types[i] end
  return store:each(("SELECT %s FROM %s WHERE %s"):format(table.concat(list, ", "), schema.quoted_claims(d, info),
    condition(d, scope, bind)), params, all)
end

return coded_claims
