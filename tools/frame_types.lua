-- Writes the types of what analyses give for editors: the rows of their Frames, as they are of a bundled dataset.
--   lua5.4 tools/frame_types.lua > build/frames.lua      (`make docs` does it)

package.path = "./?.lua;" .. package.path
local parley = require "parley"
local table_types = require "tools.table_types"

local frame_types = { path = "lua/parley/meta/frames.lua" }

local HEAD = [[
---@meta
-- Written by tools/frame_types.lua of what the analyses give; after changing their columns: make docs
]]

local LUA_TYPES = { text = "string", date = "string", integer = "integer", number = "number", boolean = "boolean" }

-- The arguments of those that need some.
local ARGUMENTS = { compare = { "r1", "r2" }, overdue = { "2025-07-01" }, changes = { { from = "2025-06-01" } },
  evidence = { "talks", "r2" }, resting_on = { { "inferred" } }, search = { "bodies" } }

-- The analyses whose Frames have columns of their own, whatever they are asked.
local ANALYSES = { "changes", "compare", "concessions", "disagreements", "evidence", "ledger", "lint", "network",
  "overdue", "positions", "resting_on", "search", "timeline", "total" }

-- The vocabularies whose words columns hold: of all analyses, and of single ones.
local ANYWHERE = { topic = "topic", certainty = "certainty", modality = "modality", polarity = "polarity",
  rank = "rank" }
local PROMISED = { kind = "outcome_kind", status = "outcome_status", basis = "basis" }

--- The same by the analysis.
frame_types.words = { compare = { status = "demand_status" }, concessions = { status = "demand_status" },
  disagreements = { kind = "disagreement_kind" }, ledger = PROMISED, network = { topic = false }, overdue = PROMISED,
  positions = { kind = "demand_kind", status = "demand_status" }, total = { basis = "basis" } }
for _, name in ipairs(ANALYSES) do
  frame_types.words[name] = setmetatable(frame_types.words[name] or {}, { __index = ANYWHERE })
end

--- The columns of what each analysis gives, by its name: lists of { name, type }.
---@return table<string, { name: string, type: string }[]>
function frame_types.columns()
  local ds <close> = parley.open()
  local all = {}
  for _, name in ipairs(ANALYSES) do
    local f = ds[name](ds, table.unpack(ARGUMENTS[name] or {}))
    local types, columns = f:types(), {}
    for i, column in ipairs(f:columns()) do columns[i] = { name = column, type = types[i] } end
    all[name] = columns
  end
  return all
end

local function camel(name) return (("_" .. name):gsub("_(%l)", string.upper)) end

local function add(lines, name, columns)
  local row, frame = ("parley.%sRow"):format(camel(name)), ("parley.%sFrame"):format(camel(name))
  lines[#lines + 1] = ("\n--- A row of %s()."):format(name)
  lines[#lines + 1] = "---@class " .. row
  for _, column in ipairs(columns) do
    local vocabulary = frame_types.words[name][column.name]
    lines[#lines + 1] = ("---@field %s %s?"):format(column.name,
      vocabulary and table_types.words(vocabulary) or LUA_TYPES[column.type] or "any")
  end
  lines[#lines + 1] = ("\n--- What %s() gives."):format(name)
  lines[#lines + 1] = ("---@class %s: parley.Frame\n---@field [integer] %s?"):format(frame, row)
  lines[#lines + 1] = ("---@field first fun(self: %s): %s?"):format(frame, row)
  lines[#lines + 1] = ("---@field all fun(self: %s): %s[]"):format(frame, row)
  lines[#lines + 1] = ("---@field rows fun(self: %s): fun(): %s?"):format(frame, row)
end

--- The file as it should be.
---@return string
function frame_types.written()
  local lines, all = { (HEAD:gsub("\n$", "")) }, frame_types.columns()
  for _, name in ipairs(ANALYSES) do add(lines, name, all[name]) end
  return table.concat(lines, "\n") .. "\n"
end

if not ... then io.write(frame_types.written()) end

return frame_types
