--- What is asked of a connection itself: its clock, its memory, whether anything has changed.

local dialect = require "parley.query.sql.dialect"

local connection = {}

--- Now in UTC, to the second, such as "2025-06-02T10:00:00Z"; `exactly`: to the millisecond.
---@param store parley.Store
---@param exactly boolean?
---@return string
function connection.now(store, exactly)
  local d = dialect.of(store)
  return (store:values("SELECT " .. (exactly and d.now_exactly or d.now)))
end

--- Seconds on the wall, to take differences of.
---@return number
function connection.clock(store) return (store:values("SELECT " .. dialect.of(store).seconds)) end

--- A text that changes when anything in the file does, by this connection or another.
---@param store parley.Store
---@param own integer? changes made by this connection that do not count
---@return string
function connection.state(store, own)
  return ("%d:%s"):format(store:total_changes() - (own or 0), store:values(dialect.of(store).ask.commits))
end

--- What the user may do who does not own the dataset, on a server; nil for anybody else.
---@param store parley.Store
---@return parley.Rights?
function connection.rights(store) return dialect.of(store).rights end

--- How long it waits for a lock of others, in seconds; 0 where it says nothing of that.
---@return number
function connection.patience(store)
  local asked = dialect.of(store).writers
  return asked and store:values(asked.patience) or 0
end

--- Whether it is the connection that keeps pages in memory: where a server does, the three below are not to be asked.
---@return boolean
function connection.keeps_pages(store) return dialect.of(store).cache ~= false end

--- How much it keeps in memory, in pages, or in KiB where it is below zero.
---@return integer
function connection.cache(store) return (store:values(dialect.of(store).cache)) end
function connection.set_cache(store, size) store:exec(dialect.of(store).set_cache(size)) end

--- Pages that were not in memory when they were asked for, since it was opened.
---@return integer
function connection.pages_read(store) return store:pages_read() end

-- Of a table whose rows may be on nodes.
local function may_be_spread(store, info) return info.bulk and dialect.of(store).spreads_bulk end

--- Whether C takes rows from a file into a table itself.
---@param store parley.Store
---@param info table
---@return boolean
function connection.has_loader(store, info)
  return dialect.of(store).has_loader and not may_be_spread(store, info)
end

--- Whether it does so a piece at a time, as one stream.
---@param store parley.Store
---@param info table
---@return boolean
function connection.copies(store, info) return dialect.of(store).copies and not may_be_spread(store, info) end

--- Whether a piece goes to the server, which sends its rows on to where they belong.
---@return boolean
function connection.sends_on(store, info) return dialect.of(store).copies and may_be_spread(store, info) or false end

--- Whether the database has a function of this name, of its own or of a user's.
---@return boolean
function connection.has_function(store, name)
  return store:values(dialect.of(store).catalogue.has_function, { n = 1, name }) ~= nil
end

--- Whether it has a table of this name.
function connection.has_table(store, name)
  return store:values(dialect.of(store).catalogue.table_text, { n = 1, name }) ~= nil
end

-- So many ids a statement is given at a time.
local IDS <const> = 2000

--- Calls a function with the parameters of statements that take a list of ids, some ids at a time.
---@param store parley.Store
---@param ids string[]
---@param use fun(params: table)
function connection.some_at_a_time(store, ids, use)
  local d = dialect.of(store)
  for from = 1, #ids, IDS do use { n = 1, d.list(ids, from, math.min(from + IDS - 1, #ids)) } end
end

--- Has a server look at what tables hold, by which it plans: all of a dataset, or those that an import into one fills.
--- Whoever does not own them cannot have it.
---@param store parley.Store
---@param name string?
function connection.analyze(store, name)
  local d, names = dialect.of(store), {}
  if not d.analyze or d.derived_by_owner then return end
  local filled = name and { [name] = true, [name .. "_claims"] = true, claim_keys = true, search_text = true }
  for other, kind in store:each(d.catalogue.tables) do
    if kind == "table" and (not filled or filled[other]) then names[#names + 1] = other end
  end
  store:exec(d.analyze(names))
end

return connection
