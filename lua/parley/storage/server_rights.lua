--- What who connects to a server may do in a dataset there: make its roles, find out who one is, say what is missing.

local codebook = require "parley.codebook.tables"
local dialect = require "parley.query.sql.dialect"
local errors = require "parley.base.errors"
local roles = require "parley.query.sql.dialect.postgres_roles"
local schema = require "parley.storage.schema"
local written_derivations = require "parley.storage.written_derivations"

---@class parley.Rights  of a connection that does not own the dataset
---@field user string
---@field may "reader"|"coder"
---@field names { reader: string, coder: string, editor: string }  of the roles

local rights = {}

local function one(store, sql, ...) return store:values(sql, table.pack(...)) end

-- Those of the roles that are not there.
local function missing_roles(store, names)
  local missing = {}
  for _, which in ipairs { "reader", "coder", "editor" } do
    if not one(store, roles.ask.is_there, names[which]) then missing[#missing + 1] = names[which] end
  end
  return missing
end

-- How somebody who may make roles makes them.
local function by_hand(d, names, missing, user)
  return (roles.create(d, names, missing, user):gsub("\n", " "))
end

--- Makes the roles of a dataset that is being created in the schema at hand; what is made afterwards in the transaction
--- is the editors', of whom the user is one.
---@param store parley.Store
function rights.make_roles(store)
  local d = dialect.of(store)
  local at, user = store:values "SELECT CAST(current_schema() AS text), CAST(current_user AS text)"
  local names = roles.names(at)
  if not names then error(errors.new("bad_argument.role_names", { name = at }), 0) end
  local missing, may_make = missing_roles(store, names), store:values(roles.ask.may_make)
  local is_editor = #missing == 0 and one(store, roles.ask.may_be, names.editor)
  if not is_editor then
    if not may_make then
      error(errors.new("permission.create_roles", { user = user, sql = by_hand(d, names, missing, user) }), 0)
    end
    local is_super = store:values "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
    store:exec(roles.create(d, names, missing, not is_super and user or nil))
  end
  store:exec(roles.hand_over(d, at, names, store:values(roles.ask.owns_schema)))
  store:exec(roles.become(d, names.editor))
end

--- Grants what each role may do with the tables that there are, and writes down what coders have run.
---@param store parley.Store
---@param of parley.Schema
function rights.grant(store, of)
  local d = dialect.of(store)
  local at, claims, infos = store:values "SELECT CAST(current_schema() AS text)", {}, schema.tables(of)
  require("parley.storage.statements.quarantine").create_mended(store)
  for _, info in ipairs(infos) do
    if info.claims then claims[#claims + 1] = schema.quoted_claims(d, info) end
  end
  store:exec(roles.grant(d, at, roles.names(at), claims))
  written_derivations.write_down(store, infos)
end

--- Has what is made from now on in the transaction be the editors', where it is a superuser who changes tables.
---@param store parley.Store
---@return boolean  whether the dataset has roles: they are granted anew once its tables have changed
function rights.become_owner(store)
  local _, _, owner, owns, _, is_super = store:values(roles.ask.rights)
  if owns and is_super then store:exec(roles.become(dialect.of(store), owner)) end
  return owns == true
end

--- Finds out what the user may do. An editor is the owner from then on, so that what is made is everybody's; a coder or
--- a reader gets a dialect in which what follows from claims is brought in step by the owner's statements.
---@param store parley.Store
function rights.enter(store)
  local user, at, owner, owns, claims, is_super = store:values(roles.ask.rights)
  if not user or is_super then return end
  local d = dialect.of(store)
  if owns then return store:exec(roles.become(d, owner, true)) end
  store:speak(roles.limited(d, { user = user, may = claims and "coder" or "reader", names = roles.names(at) }))
end

--- Raises where a schema that is there is none of the user's business.
---@param store parley.Store
---@param name string
function rights.check_entry(store, name)
  if one(store, roles.ask.may_enter, name) then return end
  local user = store:values "SELECT CAST(session_user AS text)"
  local names = roles.names(name)
  if not (names and one(store, roles.ask.is_there, names.reader)) then
    error(errors.new("permission.schema", { user = user, name = name }), 0)
  end
  error(rights.missing(store, { user = user, names = names }, "reader"), 0)
end

-- Who has a right, as a phrase.
local function having_of(store, role)
  local having = {}
  for name in store:each(roles.ask.having, { n = 1, role }, { "text" }) do having[#having + 1] = name end
  return #having > 0 and { key = "right_of", names = table.concat(having, ", ") } or { key = "right_of_nobody" }
end

--- The failure of somebody who may not bring an older dataset up to date: who may.
---@param store parley.Store
---@param version integer  of the dataset
---@return parley.Error
function rights.older(store, version)
  local role = dialect.of(store).rights.names.editor
  return errors.new("older.server", { found = version, newest = codebook.version, role = role,
    having = having_of(store, role) })
end

--- The failure of somebody who lacks a right: which it is, who has it, and how it is given.
---@param store parley.Store
---@param mine parley.Rights
---@param needed "reader"|"coder"|"editor"
---@return parley.Error
function rights.missing(store, mine, needed)
  local d, role = dialect.of(store), mine.names[needed]
  return errors.new("permission.right", { user = mine.user, role = role,
    has = mine.may and { key = "right_had", role = mine.names[mine.may] } or { key = "right_of_none" },
    having = having_of(store, role),
    sql = ("GRANT %s TO %s"):format(d.quote(role), d.quote(mine.user)) })
end

--- What somebody lacks for whom the server has refused a write.
---@param store parley.Store
---@return parley.Error?
function rights.refused(store)
  local mine = dialect.of(store).rights
  if not mine then return nil end
  local done, found = pcall(rights.missing, store, mine, mine.may == "reader" and "coder" or "editor")
  return done and found or nil
end

return rights
