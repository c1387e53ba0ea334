--- The keys of claims, of which each is given once in a file, whatever the table.

local claim_lookup = require "parley.storage.statements.claim_lookup"
local dialect = require "parley.query.sql.dialect"

local claim_keys = {}

local new_key = dialect.once(function(d)
  return ("INSERT INTO claim_keys(%s) VALUES (%s)"):format(d.quote "table", d.param(1))
end)

--- A key for a new claim in table `name`.
---@param store parley.Store
---@param name string
---@return integer
function claim_keys.new_key(store, name)
  local d = dialect.of(store)
  if d.returning then return (store:values(new_key(d, "claim_keys") .. d.returning "claim", { n = 1, name })) end
  local _, key = store:run(new_key(d, "claim_keys"), { n = 1, name })
  return key
end

local keep_key = dialect.once(function(d)
  return ("INSERT INTO claim_keys(claim, %s) VALUES (%s, %s)"):format(d.quote "table", d.param(1), d.param(2))
end)

--- Notes that a claim in table `name` has this key.
function claim_keys.keep_key(store, key, name)
  store:run(keep_key(dialect.of(store), "claim_keys"), { n = 2, key, name })
end

--- Takes a claim out, with its key: where it goes on under another one.
---@param store parley.Store
---@param info table
---@param key integer
function claim_keys.drop(store, info, key)
  local d = dialect.of(store)
  for _, name in ipairs { d.quote(require("parley.storage.schema").claims_name(info.name)), "claim_keys" } do
    store:run(("DELETE FROM %s WHERE claim = %s"):format(name, d.param(1)), { n = 1, key })
  end
end

--- The key that the next claim will have.
---@param store parley.Store
---@return integer
function claim_keys.next_key(store)
  return (claim_lookup.last_key(store) or 0) + 1
end

--- A key kept for a claim that is not made yet: no other claim gets it.
---@param store parley.Store
---@return integer
function claim_keys.reserve_key(store)
  local key = claim_keys.next_key(store)
  claim_lookup.set_last_key(store, key)
  return key
end

return claim_keys
