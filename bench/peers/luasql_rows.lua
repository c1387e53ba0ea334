-- Every row of a table as a new table of named values, with LuaSQL: luasql_rows.lua DRIVER TABLE CONNECT...; what stands
-- behind the table is what that driver connects by.
local env = require("luasql." .. arg[1])[arg[1]]()
local connection = assert(env:connect(table.unpack(arg, 3)))
local cursor = assert(connection:execute("SELECT * FROM " .. arg[2]))
local rows, total = 0, 0
local row = cursor:fetch({}, "a")
while row do
  rows, total = rows + 1, total + row.quad
  row = cursor:fetch({}, "a")
end
print(rows, math.tointeger(total))
