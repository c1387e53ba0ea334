--- A dataset of a spec on the server, with people who have a right to it each, and the end of them all.

local core = require "parley.core"
local parley = require "parley"
local quote = require("parley.query.sql.dialect.postgres").quote
local server = require "spec.support.server"

local server_dataset = {}

local Made = {}
Made.__index = Made

local PASSWORD <const> = "spec-Pass@1"

local function encoded(text)
  return (text:gsub("[^%w_]", function(sign) return ("%%%02X"):format(sign:byte()) end))
end

--- Creates it in a schema that nobody has.
---@param options table?  of parley.create
---@param name string?  of the schema
---@return table made, any message, string? code
function server_dataset.new(options, name)
  local made = setmetatable({ people = {}, open = {} }, Made)
  made.name = name or server.own_name "roles"
  made.address = server.address() .. "?schema=" .. encoded(made.name)
  made.ds = assert(parley.create(made.address, options))
  return made
end

--- The name of a role of it.
function Made:role(which) return self.name .. "_" .. which end

--- Has somebody come who may connect, with a right or none; their name.
---@param name string
---@param right string?  reader, coder or editor
---@param more string?  such as CREATEROLE
---@return string
function Made:person(name, right, more)
  local user = self.name .. " " .. name
  self.ds.store:exec(("CREATE ROLE %s LOGIN PASSWORD '%s' %s"):format(quote(user), PASSWORD, more or ""))
  self.people[#self.people + 1] = user
  if right then self.ds.store:exec(("GRANT %s TO %s"):format(quote(self:role(right)), quote(user))) end
  return user
end

--- The address by which somebody opens it.
function Made:address_of(user)
  return (self.address:gsub("//[^@]*@", ("//%s:%s@"):format(encoded(user), encoded(PASSWORD)):gsub("%%", "%%%%")))
end

--- Opens it as somebody.
function Made:as(user, options)
  local ds = assert(parley.open(self:address_of(user), options))
  self.open[#self.open + 1] = ds
  return ds
end

--- A connection of somebody's, for plain SQL.
function Made:sql(user)
  local address = self:address_of(user):gsub("%?.*", "")
  local store = assert(core.open_postgres(require "parley.postgres", address, {}))
  store:exec("SET search_path TO " .. quote(self.name))
  self.open[#self.open + 1] = store
  return store
end

--- Drops it, with its roles and people.
function Made:drop()
  for _, one in ipairs(self.open) do
    if one:is_open() then one:close() end
  end
  local store = assert(core.open_postgres(require "parley.postgres", server.address(), {}))
  store:exec(("SET client_min_messages = error; DROP SCHEMA IF EXISTS %s CASCADE"):format(quote(self.name)))
  for _, which in ipairs { "editor", "coder", "reader" } do
    store:exec(("DROP ROLE IF EXISTS %s"):format(quote(self:role(which))))
  end
  for _, user in ipairs(self.people) do store:exec(("DROP ROLE IF EXISTS %s"):format(quote(user))) end
  store:close()
  if self.ds:is_open() then self.ds:close() end
end

return server_dataset
