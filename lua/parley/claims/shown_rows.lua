--- The rows that a dataset shows of a table: as of a day, and under its policy.

local resolution = require "parley.storage.statements.resolution"
local rows = require "parley.storage.statements.rows"

local shown_rows = {}

-- The rows of a table that has no claims as they were known on a day and under a policy: those that count by then and
-- whose source is not left out. Nil when nothing dates them, or nothing is to be left out.
local function known_rows(ds, d, info, day, bind)
  local hidden = ds:view().policy and ds:view().policy.blind and info.name == "quarantine" and not info.raw
  if hidden then return rows.none(d, info) end
  local source, policy = info.by_name.source, ds:view().policy
  if info.raw or not ds.schema.by_name[info.name] or not (source and source.references == "sources") then return nil end
  if day then ds:ensure "sources" end
  return rows.known(d, info, bind, day, policy and policy.deny or {})
end

--- What writes the statement that gives a table's rows as of a day and under a dataset's policy, with the columns
--- that are wanted if not with all; nil when the stored rows are those.
---@param ds parley.Dataset
---@param info table
---@param day integer?
---@param d parley.Dialect
---@param bind fun(value: any): string takes a value, gives the mark of its parameter
---@return (fun(is_wanted: (fun(quoted: string): boolean)?): string)?
function shown_rows.writer(ds, info, day, d, bind)
  if info.claims then return resolution.writer(d, info, bind, ds:view().policy, day) end
  local text = known_rows(ds, d, info, day, bind)
  return text and function() return text end
end

return shown_rows
