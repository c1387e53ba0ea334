-- Every row of a server as a new table of named values, with LuaSQL: luasql_server.lua HOST PORT
local env = require("luasql.postgres").postgres()
local connection = assert(env:connect("talks", "parley", "", arg[1], arg[2]))
local cursor = assert(connection:execute "SELECT * FROM plain.events")
local rows, total = 0, 0
local row = cursor:fetch({}, "a")
while row do
  rows, total = rows + 1, total + row.quad
  row = cursor:fetch({}, "a")
end
print(rows, math.tointeger(total))
