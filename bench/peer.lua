--- Long-lived processes that answer questions line by line; bench/peers/worker.lua describes the conversation.

local peer = {}

local LUA = arg[-1]

--- The folder of this run: pipes, what peers say on standard error, results on their way to be compared.
peer.dir = "."

--- name → how the table calls it, and what starts it.
peer.known = {
  parley = { title = "Parley", command = LUA .. " bench/peers/parley.lua" },
  duckdb = { title = "DuckDB", command = "node bench/peers/duckdb.mjs" },
  data_table = { title = "data.table", command = "Rscript --vanilla bench/peers/data_table.R" },
  pandas = { title = "pandas", command = "sh bench/peers/python.sh pandas bench/peers/pandas_frame.py" },
  sqlite = { title = "SQLite", command = "sh bench/peers/python.sh sqlite3 bench/peers/sqlite_memory.py" },
  luasql = { title = "LuaSQL", command = LUA .. " bench/peers/luasql.lua" },
}
peer.order = { "duckdb", "data_table", "pandas", "sqlite", "luasql" }

--- name → why it is not there; name → "DuckDB 1.2.3" of those that are.
peer.absent, peer.about = {}, {}

local running = {}
local Peer = {}
Peer.__index = Peer

local function split(line)
  local words = {}
  for word in (line .. "\t"):gmatch("([^\t]*)\t") do words[#words + 1] = word end
  return words
end

-- The line of a log that says what went wrong.
local function last_words(path)
  local file <close> = io.open(path)
  local first
  for line in (file and file:read("a") or ""):gmatch("[^\n]+") do
    if line:find("[Ee]rror") then return line end
    first = first or line
  end
  return first or "it ended without a word"
end

local function receive(self)
  local line = self.output:read("l")
  if not line then
    self:stop()
    error(("%s: %s"):format(self.title, last_words(self.log)), 0)
  end
  local words = split(line)
  if words[1] ~= "ok" then error(("%s: %s"):format(self.title, table.concat(words, " ", 2)), 0) end
  return table.unpack(words, 2)
end

local function start(name)
  local known, out = peer.known[name], ("%s/%s.out"):format(peer.dir, name)
  assert(os.execute(("rm -f %s && mkfifo %s"):format(out, out)))
  local self = setmetatable({ name = name, title = known.title, log = ("%s/%s.log"):format(peer.dir, name), tables = {} }, Peer)
  self.input = assert(io.popen(("exec %s >%s 2>%s"):format(known.command, out, self.log), "w"))
  self.output = assert(io.open(out, "r"))
  running[name] = self
  peer.about[name] = receive(self)
  return self
end

--- The process of that name, started when it does not run; nil when it cannot be had.
function peer.get(name)
  if running[name] then return running[name] end
  if peer.absent[name] then return nil end
  local known_before = peer.about[name]
  local ok, result = pcall(start, name)
  if ok then return result end
  if known_before or name == "parley" then error(result, 0) end
  peer.absent[name] = result:gsub("^.-: ", "", 1)
  return nil
end

--- Asks and gives the words of the answer; a refusal or an end is an error.
function Peer:ask(...)
  self.input:write(table.concat({ ... }, "\t"), "\n")
  self.input:flush()
  return receive(self)
end

--- Loads a table unless it is there.
function Peer:need(name, path, types)
  if self.tables[name] then return end
  self:ask("load", name, path, types or "")
  self.tables[name] = true
end

--- Forgets every table but these (a set of names).
function Peer:keep(names)
  for name in pairs(self.tables) do
    if not names[name] then
      self:ask("drop", name)
      self.tables[name] = nil
    end
  end
end

function Peer:stop()
  if running[self.name] ~= self then return end
  running[self.name] = nil
  self.input:close()
  self.output:close()
end

--- Ends all processes.
function peer.stop_all()
  for name in pairs(peer.known) do
    if running[name] then running[name]:stop() end
  end
end

return peer
