--- Where a sheet comes from: the dataset, its table and the version of the codebook, as a hidden sheet says.
-- A dataset has no name that a copy would keep; it is told from another by the time of its first claim, which
-- copies, dumps and servers keep.

local codebook = require "parley.codebook.tables"
local errors = require "parley.base.errors"

local sheet_origin = {}

--- The names of the hidden sheets, and what the first cell of the first says.
sheet_origin.SHEET, sheet_origin.LISTS, sheet_origin.MARK = "parley", "lists", "parley sheet"

local VERSION = 1

-- What a dataset's first claim about a source is, and when it was recorded; nil of one without any.
local function first_claim(ds)
  local row = ds:table("sources"):claims():select("claim", "recorded_at", "id", "title"):sort "claim":first()
  return row and table.concat({ row.claim, row.recorded_at, row.id, row.title }, " "):match "^(.-)%s*$"
end

--- What a sheet of a table says.
---@param ds parley.Dataset
---@param name string
---@param coder string?
---@return table<string, string>
function sheet_origin.of(ds, name, coder)
  return { version = tostring(VERSION), table = name, schema = tostring(codebook.version), dataset = first_claim(ds),
    coder = coder }
end

--- The same as rows of two cells.
---@param origin table<string, string>
---@return string[][]
function sheet_origin.rows(origin)
  local rows = { { sheet_origin.MARK, origin.version } }
  for _, name in ipairs { "table", "dataset", "schema", "coder" } do
    rows[#rows + 1] = origin[name] and { name, origin[name] } or nil
  end
  return rows
end

--- What the cells of a hidden sheet say; nil where they say nothing of the kind.
---@param rows string[][]
---@return table<string, string>?
function sheet_origin.read(rows)
  if not (rows[1] and rows[1][1] == sheet_origin.MARK) then return nil end
  local origin = { version = rows[1][2] }
  for i = 2, #rows do
    if rows[i][1] then origin[rows[i][1]] = rows[i][2] end
  end
  return origin
end

--- Refuses a sheet of another dataset, or of a newer Parley.
---@param ds parley.Dataset
---@param origin table<string, string>
---@param path string
function sheet_origin.check(ds, origin, path)
  local schema = tonumber(origin.schema)
  if (tonumber(origin.version) or 0) > VERSION or schema and schema > codebook.version then
    errors.raise("newer.sheet", { path = path, schema = origin.schema, here = codebook.version })
  end
  local here = first_claim(ds)
  if origin.dataset and here and origin.dataset ~= here then
    errors.raise("bad_argument.sheet_dataset", { path = path })
  end
end

return sheet_origin
