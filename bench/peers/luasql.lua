--- LuaSQL as a peer: every row of the table `events` of a SQLite file as a new table of named values.

local worker = dofile "bench/peers/worker.lua"
local sqlite = require "luasql.sqlite3"
local environment = sqlite.sqlite3()
local connection

local function rows(sql)
  local cursor = assert(connection:execute(sql))
  local count, total = 0, 0
  local row = cursor:fetch({}, "a")
  while row do
    count, total = count + 1, total + row.quad
    row = cursor:fetch({}, "a")
  end
  return count, total
end

worker.serve((sqlite._VERSION or "LuaSQL"), {
  load = function(_, path)
    connection = assert(environment:connect((path:gsub("%.csv$", ".db"))))
    return 0, 0
  end,
  drop = function() connection:close() end,
  time = function(sql) return worker.timed(rows, sql), 1 end,
  show = function(sql, path)
    local seconds, count, total = worker.timed(rows, sql)
    local file <close> = assert(io.open(path, "w"))
    assert(file:write("rows,total\n", count, ",", total, "\n"))
    return seconds
  end,
})
