--- What somebody with the right of a coder claims on a server, and may not: as who connects, and nothing that decides
-- between the claims of others. The server checks the same of each row, whoever sends it.

local claim_lookup = require "parley.storage.statements.claim_lookup"
local connection = require "parley.storage.connection"
local errors = require "parley.base.errors"
local server_rights = require "parley.storage.server_rights"

local rights = {}

--- Completes the provenance of a claim by its coder, or refuses it.
---@param store parley.Store
---@param provenance table
function rights.complete(store, provenance)
  local mine = connection.rights(store)
  provenance.coder = provenance.coder or mine.user
  if provenance.coder ~= mine.user then
    errors.raise("permission.other_coder", { user = mine.user, coder = provenance.coder, role = mine.names.editor })
  end
  if provenance.rank == "preferred" then errors.pass(server_rights.missing(store, mine, "editor")) end
end

--- Says why a claim was not taken back.
---@param store parley.Store
---@param info table
---@param key integer
function rights.refuse_retraction(store, info, key)
  local mine = connection.rights(store)
  if not mine then return end
  local row = claim_lookup.row(store, info, key, { "coder" }, { "text" })
  errors.raise("permission.others_claim", { key = key, coder = row and row.coder or "", user = mine.user,
    role = mine.names.editor })
end

return rights
