--- Statements about rows of a file that a dataset's server sends on to the nodes of a spread table, a piece at a
--- time: as parley.storage.statements.loaded_rows, but that each piece is held beside the table and judged there, since
--- no key is unique over nodes.
-- What is there is asked for by the ids of the piece, so that no other rows cross; which rows this load has written is
-- known by their ids. A row whose column by which rows are spread changes is moved: a server leaves it where it was.

local dialect = require "parley.query.sql.dialect"
local loaded_rows = require "parley.storage.statements.loaded_rows"
local rows = require "parley.storage.statements.rows"

local sent_on_rows = {}

local JUDGED <const>, MOVED <const> = "parley_judged", "parley_moved"

-- A condition that nodes are asked with: an array whose order is that of the dataset's columns would stay here.
local function is_among(from) return ('t.id = ANY(ARRAY(SELECT id COLLATE "default" FROM %s))'):format(from) end

-- What is there of the rows of a piece.
local function there(self) return ("SELECT * FROM %s t WHERE %s"):format(self.name, is_among(self.at)) end

-- The first row of each id, how it is judged, and whose a row is that it may not change.
local function judging_sql(self, same, source)
  local how = loaded_rows
  return ([[DROP TABLE IF EXISTS %s; CREATE TEMP TABLE %s AS WITH there AS MATERIALIZED (%s)
    SELECT s.*, CASE WHEN t.id IS NULL THEN %d WHEN %s THEN %d WHEN %s IS NOT NULL THEN %d WHEN k.id IS NOT NULL THEN %d
      ELSE %d END AS "#judged", %s AS "#other"
    FROM (SELECT DISTINCT ON (id) * FROM %s ORDER BY id, "#place") s LEFT JOIN there t ON t.id = s.id
    LEFT JOIN %s k ON k.id = s.id]]):format(self.judged, dialect.of(self.store).quote(JUDGED), there(self), how.ADDED,
    same, how.UNCHANGED, source, how.FOREIGN, how.TWIN, how.UPDATED, source, self.at, self.seen)
end

-- Rows whose id an earlier row of the piece has: what there is now is what that one has left.
local function twins_sql(self, same, source)
  local how = loaded_rows
  return ([[WITH there AS MATERIALIZED (%s) SELECT CASE WHEN %s THEN %d WHEN %s IS NOT NULL THEN %d ELSE %d END, 1,
    s."#place", s.id, %s FROM %s s JOIN there t ON t.id = s.id
    WHERE EXISTS (SELECT 1 FROM %s f WHERE f.id = s.id AND f."#place" < s."#place") ORDER BY s."#place"]]):format(
    there(self), same, how.UNCHANGED, source, how.FOREIGN, how.TWIN, source, self.at, self.at)
end

-- Statements that move changed rows to the parts that their value of a column belongs to; nil where the column is none
-- of the file.
local function move_sql(self, d, by, columns)
  for i = 2, #columns do
    if columns[i].name == by then
      local moved = d.temporary(MOVED)
      local here = ("FROM %s t WHERE %s"):format(self.name, is_among(self.changed))
      return ([[DROP TABLE IF EXISTS %s; CREATE TEMP TABLE %s AS SELECT t.* %s;
        DELETE %s; INSERT INTO %s SELECT * FROM %s; DROP TABLE %s]]):format(moved, d.quote(MOVED), here, here,
        self.name, moved, moved)
    end
  end
end

-- Writes what is judged to be new or changed.
local function write(self)
  local store = self.store
  store:exec(self.judge)
  store:exec(self.add)
  if store:values(self.any_changed) then
    store:exec(self.change)
    if self.move then store:exec(self.move) end
  end
  store:exec(self.note)
end

local function take(self, count)
  write(self)
  return self.tell(self, count)
end

--- Begins a load; what it gives is asked as loads of parley.storage.statements.loaded_rows are.
---@param store parley.Store  of the dataset
---@param info table
---@param columns { name: string, type: string, parameter: integer, of: integer? }[]  the id first
---@return parley.LoadedRows
function sent_on_rows.open(store, info, columns)
  local self, d, names = loaded_rows.open(store, info, columns), dialect.of(store), {}
  for _, column in ipairs(columns) do names[column.parameter] = d.quote(column.name) end
  local function given(parameter) return "s." .. names[parameter] end
  local same, source, set = rows.comparison(d, info, columns, "t.", given)
  self.name, self.judged = d.quote(info.name), d.temporary(JUDGED)
  local of = ("FROM %s WHERE %s = "):format(self.judged, '"#judged"')
  local changed = ("(SELECT * %s%d)"):format(of, loaded_rows.UPDATED)
  self.changed = changed .. " AS c"
  self.judge = judging_sql(self, same, source)
  self.add = ("INSERT INTO %s(%s) SELECT %s %s%d"):format(self.name, self.names, self.names, of, loaded_rows.ADDED)
  self.any_changed = ("SELECT 1 %s%d LIMIT 1"):format(of, loaded_rows.UPDATED)
  self.change = #set > 0 and ("UPDATE %s AS t SET %s FROM %s s WHERE t.id = s.id AND %s"):format(self.name,
    table.concat(set, ", "), changed, is_among(self.changed)) or "SELECT 1"
  self.move = move_sql(self, d, store:values(d.nodes.spread_by, { n = 1, info.name }), columns)
  self.note = ('INSERT INTO %s SELECT id FROM %s WHERE "#judged" <= %d ON CONFLICT DO NOTHING'):format(self.seen,
    self.judged, loaded_rows.UNCHANGED)
  local told = ('CASE WHEN "#judged" >= %d THEN "#place" END'):format(loaded_rows.FOREIGN)
  self.merge = ('SELECT "#judged", count(*), %s, max(id), max("#other") FROM %s GROUP BY 1, 3 ORDER BY 3'):format(told,
    self.judged)
  self.twins = twins_sql(self, same, source)
  self.tell, self.take = self.take, take
  self:prepare()
  return self
end

return sent_on_rows
