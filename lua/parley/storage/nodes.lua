--- Nodes: the servers over which a table is spread, by their addresses. The dataset's own server connects to them, by a
-- foreign server and a user mapping; Parley connects too, to make the tables there. A password goes to libpq and into
-- the mapping, and nowhere else.

local errors = require "parley.base.errors"
local open_server = require "parley.storage.open_server"
local server_address = require "parley.base.server_address"

local nodes = {}

---@class parley.Node
---@field address string    as it was given
---@field shown string      the same without its password
---@field name string       of the foreign server
---@field schema string     where its tables are
---@field server string[][] options of the foreign server: name and value each
---@field mapping string[][] options of the user mapping
---@field store parley.Store?  the connection to it
---@field identity string?  what is the same of addresses that mean one database

local LONGEST_NAME <const> = 63          -- bytes of a name on the server

local function decoded(text)
  return (text:gsub("%%(%x%x)", function(digits) return string.char(tonumber(digits, 16)) end))
end

-- Options that say who connects, and not where to.
local OF_MAPPING = { user = true, password = true, sslcert = true, sslkey = true, sslpassword = true }

-- Words of an address that the dataset's server is not told.
local LEFT_OUT = { client_encoding = true, fallback_application_name = true, schema = true }

-- Hosts and ports as lists, as libpq takes them.
local function hosts_of(text)
  local hosts, ports = {}, {}
  for one in text:gmatch "[^,]+" do
    local host, port = one:match "^%[(.*)%]:?(%d*)$"
    if not host then host, port = one:match "^([^:]*):?(%d*)$" end
    hosts[#hosts + 1], ports[#ports + 1] = decoded(host or ""), port ~= "" and port or "5432"
  end
  return table.concat(hosts, ","), table.concat(ports, ",")
end

-- The parts of an address by libpq's names.
local function parts_of(address)
  local base, query = address:match "^%w+://([^?]*)%??(.*)$"
  local who, where = base:match "^(.*)@([^@]*)$"
  local place, database = (where or base):match "^([^/]*)/?(.*)$"
  local user, password = (who or ""):match "^([^:]*):?(.*)$"
  local parts = { user = decoded(user), password = decoded(password), dbname = decoded(database) }
  parts.host, parts.port = hosts_of(place)
  for key, value in query:gmatch "([^&=]+)=([^&]*)" do parts[key] = decoded(value) end
  return parts
end

-- A name that the server would cut ends with what tells it from others.
local function fitting(name)
  if #name <= LONGEST_NAME then return name end
  local sum = 0
  for i = 1, #name do sum = (sum * 31 + name:byte(i)) % 0x7fffffff end
  return name:sub(1, LONGEST_NAME - 9):gsub("[\xC0-\xFF]?[\x80-\xBF]*$", "") .. (" %08x"):format(sum)
end

-- Options by name, in one order: those that are there.
local function listed(parts, wanted)
  local names, list = {}, {}
  for name, value in pairs(parts) do
    if value ~= "" and wanted(name) then names[#names + 1] = name end
  end
  table.sort(names)
  for i, name in ipairs(names) do list[i] = { name, parts[name] } end
  return list
end

--- What an address says of a node; nothing is asked of it.
---@param address string
---@param schema string  where its tables are, unless the address says so; and the dataset's, which is part of its name
---@return parley.Node
function nodes.of(address, schema)
  if type(address) ~= "string" or not address:find "^postgres%l*://[^/?]" then
    errors.raise("bad_argument.node_address", {
      got = type(address) == "string" and server_address.without_password(address) or type(address) })
  end
  local parts, node = parts_of(address), { address = address, shown = server_address.without_password(address) }
  if parts.host == "" then errors.raise("bad_argument.node_host", { node = node.shown }) end
  node.schema, node.parts = parts.schema or schema, parts
  node.dataset = schema
  return node
end

-- What the address leaves out, the connection tells.
local function complete(node)
  local parts, d = node.parts, node.store.dialect.nodes
  local user, database = node.store:values(d.whoami)
  if parts.user == "" then parts.user = user end
  if parts.dbname == "" then parts.dbname = database end
  node.identity = node.store:values(d.identity) .. " " .. node.schema
  node.name = fitting(("%s:%s/%s, %s of %s"):format(parts.host, parts.port, parts.dbname, node.schema, node.dataset))
  node.mapping = listed(parts, function(name) return OF_MAPPING[name] end)
  node.server = listed(parts, function(name) return not (OF_MAPPING[name] or LEFT_OUT[name]) end)
end

-- What a node's own server has ended is told of it; what ends the call here, is not.
local OF_SERVER = { ["limit.server"] = true, ["cancelled.server"] = true }

--- What failed on a node, as an error object that names it.
---@param node parley.Node
---@param err any  as it was caught
---@return parley.Error
function nodes.failure(node, err)
  err = errors.caught(err)
  if errors.ends_call(err) and not OF_SERVER[err.key] then return err end
  return errors.about(err, { key = "on_node", node = node.shown })
end

--- Connects to nodes; a failure closes all of them.
---@param list parley.Node[]
---@return boolean? done, parley.Error? err
function nodes.connect(list)
  local seen = {}
  for _, node in ipairs(list) do
    local done, link, err = pcall(open_server.connect, node.address, {}, "rw", "open")
    if done and link then
      node.store = link.store
      done, err = pcall(complete, node)
    else
      done, err = false, not done and link or err
    end
    local other = done and seen[node.identity]
    if other then done, err = false, errors.new("duplicate.node", { node = node.shown, other = other.shown }) end
    if not done then
      nodes.close(list)
      return nil, other and err or nodes.failure(node, err)
    end
    seen[node.identity] = node
  end
  return true
end

--- Closes the connections to nodes.
---@param list parley.Node[]
function nodes.close(list)
  for _, node in ipairs(list) do
    if node.store then node.store:close() end
  end
end

--- Calls fn(store, ...) of a node; what fails names it.
---@param node parley.Node
---@param fn function
---@param ... any
---@return any
function nodes.on(node, fn, ...)
  local results = table.pack(pcall(fn, node.store, ...))
  if not results[1] then error(nodes.failure(node, results[2]), 0) end
  return table.unpack(results, 2, results.n)
end

return nodes
