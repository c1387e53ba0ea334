--- The proxy that specs put before a server (spec/support/cutting_proxy.py): what is to happen to a connection stands in
-- the address by which it is made.

local server = require "spec.support.server"

local Door = {}
Door.__index = Door

local fault_door = {}

local count = 0

--- Opens a proxy; nil where there is no Python.
---@param address string?  of the server
---@return table? door
function fault_door.open(address)
  local found = address or server.address()
  local listed = os.tmpname()
  local input = assert(io.popen(("env -u LD_PRELOAD python3 spec/support/cutting_proxy.py %s > %s 2>&1"):format(
    found:match ":(%d+)/", listed), "w"))
  local door = setmetatable({ input = input, listed = listed, found = found }, Door)
  for _ = 1, 100 do
    door.port = door:printed():match "^(%d+)\n"
    if door.port then return door end
    os.execute "sleep 0.05"
  end
  door:close()
  return nil
end

--- What it has printed.
function Door:printed()
  local file <close> = assert(io.open(self.listed))
  return file:read "a"
end

--- The address for a connection to which something happens, and the name of that.
---@param mode string  as the proxy has it
---@param side "client"|"server"
---@param at integer|string  the number of a message, or a word in it
---@param schema string?
---@return string address, string name
function Door:address(mode, side, at, schema)
  count = count + 1
  local name = ("%s.%s.%s.spec%d"):format(mode, side, at, count)
  return ("%s?application_name=%s%s"):format(self.found:gsub(":%d+/", ":" .. self.port .. "/"), name,
    schema and "&schema=" .. schema or ""), name
end

--- How many messages a connection has had of each side, once it has ended.
---@param name string
---@return integer client, integer server
function Door:messages(name)
  local wanted = name:match "[^.]*$"
  for _ = 1, 100 do
    for of, client, of_server in self:printed():gmatch "(%w+) (%d+) (%d+)\n" do
      if of == wanted then return math.tointeger(client), math.tointeger(of_server) end
    end
    os.execute "sleep 0.02"
  end
  error("the proxy does not tell of " .. name)
end

function Door:close()
  self.input:close()
  os.remove(self.listed)
end

return fault_door
