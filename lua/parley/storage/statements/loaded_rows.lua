--- Statements about rows of a file that go into a table of a server a piece at a time. Most pieces hold new rows alone
--- and go straight in. One in which a key is there already is held beside the table, judged in one statement, and what
--- is good of it taken.
-- Rows that this load has written are known by their transaction; those that it found as they are, by their ids.

local dialect = require "parley.query.sql.dialect"
local rows = require "parley.storage.statements.rows"

local loaded_rows = {}

--- How a row of a piece was judged.
loaded_rows.ADDED, loaded_rows.UPDATED, loaded_rows.UNCHANGED, loaded_rows.FOREIGN, loaded_rows.TWIN = 1, 2, 3, 4, 5

---@class parley.LoadedRows
---@field straight string  where rows of a piece go: the table and its columns
---@field aside string  the table beside it, and the same columns
local Loaded = {}
Loaded.__index = Loaded

local PIECE <const>, SEEN <const> = "parley_piece", "parley_seen"

-- Names of columns of the piece that no column of a table has.
local PLACE <const>, JUDGED <const>, OTHER <const> = '"#place"', '"#judged"', '"#other"'

-- Whether row t is one that this load has written: its transaction is not older than that of the mark.
local function written(seen) return ("age(t.xmin) <= age((SELECT xmin FROM %s WHERE id = ''))"):format(seen) end

-- What a row is: parts of the SQL of it.
local function judging(d, info, columns)
  local names = {}
  for _, column in ipairs(columns) do names[column.parameter] = d.quote(column.name) end
  return rows.comparison(d, info, columns, "t.", function(parameter) return "s." .. names[parameter] end)
end

local function merge_sql(self, d, info, columns)
  local same, source, set = judging(d, info, columns)
  local name, names = d.quote(info.name), self.names
  local update = #set > 0 and (", updated AS (UPDATE %s AS t SET %s FROM judged s WHERE t.id = s.id AND s.%s = %d)")
    :format(name, table.concat(set, ", "), JUDGED, loaded_rows.UPDATED) or ""
  local judged = ([[SELECT s.*, CASE WHEN t.id IS NULL THEN %d WHEN %s THEN %d WHEN %s IS NOT NULL THEN %d
    WHEN %s OR k.id IS NOT NULL THEN %d ELSE %d END AS %s, %s AS %s
    FROM (SELECT DISTINCT ON (id) * FROM %s ORDER BY id, %s) s LEFT JOIN %s t ON t.id = s.id
    LEFT JOIN %s k ON k.id = s.id]]):format(loaded_rows.ADDED, same, loaded_rows.UNCHANGED, source,
    loaded_rows.FOREIGN, written(self.seen), loaded_rows.TWIN, loaded_rows.UPDATED, JUDGED, source, OTHER, self.at,
    PLACE, name, self.seen)
  local told = ("CASE WHEN %s >= %d THEN %s END"):format(JUDGED, loaded_rows.FOREIGN, PLACE)
  return ([[WITH judged AS MATERIALIZED (%s),
    added AS (INSERT INTO %s(%s) SELECT %s FROM judged WHERE %s = %d)%s,
    seen AS (INSERT INTO %s SELECT id FROM judged WHERE %s = %d ON CONFLICT DO NOTHING)
    SELECT %s, count(*), %s, max(id), max(%s) FROM judged GROUP BY 1, 3 ORDER BY 3]]):format(judged, name, names, names,
    JUDGED, loaded_rows.ADDED, update, self.seen, JUDGED, loaded_rows.UNCHANGED, JUDGED, told, OTHER)
end

-- Rows whose key an earlier row of the piece has: what there is now is what that one has left.
local function twins_sql(self, d, info, columns)
  local same, source = judging(d, info, columns)
  return ([[SELECT CASE WHEN %s THEN %d WHEN %s IS NOT NULL THEN %d ELSE %d END, 1, s.%s, s.id, %s FROM %s s
    JOIN %s t ON t.id = s.id
    WHERE EXISTS (SELECT 1 FROM %s f WHERE f.id = s.id AND f.%s < s.%s) ORDER BY s.%s]]):format(same,
    loaded_rows.UNCHANGED, source, loaded_rows.FOREIGN, loaded_rows.TWIN, PLACE, source, self.at, d.quote(info.name),
    self.at, PLACE, PLACE, PLACE)
end

local function make_piece(store, at, make, columns)
  local d = dialect.of(store)
  local lines = { PLACE .. " " .. d.counted_key }
  for _, column in ipairs(columns) do lines[#lines + 1] = d.quote(column.name) .. " " .. d.types[column.type] end
  store:exec(("DROP TABLE IF EXISTS %s; %s"):format(at, make(PIECE, lines)))
end

-- From now on it is known which rows the load has written.
local function make_seen(store, at, make)
  store:exec(("DROP TABLE IF EXISTS %s; %s; INSERT INTO %s VALUES ('')"):format(at,
    make(SEEN, { "id " .. dialect.of(store).types.text .. " PRIMARY KEY" }), at))
end

--- Makes both tables that a load has beside its own, where they are to be no temporary ones.
---@param store parley.Store
---@param beside { piece: string, seen: string, make: fun(at: string, lines: string[]): string }
---@param columns table[]
function loaded_rows.make_beside(store, beside, columns)
  make_piece(store, beside.piece, function(_, lines) return beside.make(beside.piece, lines) end, columns)
  make_seen(store, beside.seen, function(_, lines) return beside.make(beside.seen, lines) end)
end

--- Begins a load: from now on it is known which rows it has written.
---@param store parley.Store
---@param info table
---@param columns { name: string, type: string, parameter: integer, of: integer? }[]  the id first
---@param beside { piece: string, seen: string }?  tables that were made for it (make_beside), which stay
---@return parley.LoadedRows
function loaded_rows.open(store, info, columns, beside)
  local d, names = dialect.of(store), {}
  for i, column in ipairs(columns) do names[i] = d.quote(column.name) end
  local self = setmetatable({ store = store, d = d, names = table.concat(names, ", "), stays = beside ~= nil,
    at = beside and beside.piece or d.temporary(PIECE), seen = beside and beside.seen or d.temporary(SEEN) }, Loaded)
  self.straight = ("%s (%s)"):format(d.quote(info.name), self.names)
  self.aside = ("%s (%s)"):format(self.at, self.names)
  self.merge, self.twins = merge_sql(self, d, info, columns), twins_sql(self, d, info, columns)
  if beside then return self end
  self.columns = columns
  make_seen(store, self.seen, d.create_temporary)
  return self
end

--- Gets ready to hold a piece beside the table.
function Loaded:prepare()
  if self.columns then make_piece(self.store, self.at, self.d.create_temporary, self.columns) end
  self.columns = nil
end

--- Judges the piece beside the table and takes what is good; how many rows of each kind, and those refused.
---@param count integer rows of the piece
---@return table<integer, integer> counts
---@return { place: integer, id: string, how: integer, source: string? }[] refused
function Loaded:take(count)
  local counts, refused, judged = { 0, 0, 0, 0, 0 }, {}, 0
  local function go_through(sql)
    for how, rows_so, place, id, source in self.store:each(sql) do
      counts[how], judged = counts[how] + rows_so, judged + rows_so
      if how >= loaded_rows.FOREIGN then
        refused[#refused + 1] = { place = place, id = id, how = how, source = source ~= self.null and source or nil }
      end
    end
  end
  go_through(self.merge)
  if judged < count then go_through(self.twins) end
  self.store:exec(self.d.empty(self.at))
  table.sort(refused, function(a, b) return a.place < b.place end)
  return counts, refused
end

--- Drops what was held beside the table; a transaction that was undone has done so.
function Loaded:drop()
  if self.stays then return end
  self.store:exec(("DROP TABLE IF EXISTS %s; DROP TABLE IF EXISTS %s"):format(self.at, self.seen))
end

return loaded_rows
