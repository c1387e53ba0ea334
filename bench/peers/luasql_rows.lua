-- Every row as a new table of named values, with LuaSQL.
local env = require("luasql.sqlite3").sqlite3()
local connection = assert(env:connect(arg[1]))
local cursor = assert(connection:execute("SELECT * FROM events"))
local rows, total = 0, 0
local row = cursor:fetch({}, "a")
while row do
  rows, total = rows + 1, total + row.quad
  row = cursor:fetch({}, "a")
end
print(rows, total)
