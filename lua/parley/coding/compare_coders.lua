--- Two coders side by side: what each says of what both have coded, field by field, and what only one has.
-- Units are paired as parley.coding.unit_matching says.

local coded_units = require "parley.coding.coded_units"
local differences = require "parley.coding.differences"
local errors = require "parley.base.errors"
local matched_things = require "parley.coding.matched_things"
local options = require "parley.base.options"
local public_call = require "parley.base.public_call"
local stated_pairs = require "parley.coding.stated_pairs"

local compare_coders = {}

local COLUMNS = { { "table", "text" }, { "left", "text" }, { "right", "text" }, { "basis", "text" },
  { "score", "number" }, { "source", "text" }, { "left_place", "text" }, { "right_place", "text" }, { "field", "text" },
  { "kind", "text" }, { "left_says", "text" }, { "right_says", "text" }, { "same", "boolean" }, { "clash", "boolean" },
  { "difference", "text" } }

-- ## Rows

local function said(reading) return reading and (reading.denied and "not " .. reading.text or reading.text) end

local function add_pair(rows, of, group, left, right)
  local a, b, case = group.units[left], group.units[right], of.case
  local basis, score = group.basis[right] or group.basis[left], group.scores[right] or group.scores[left]
  for at, field in ipairs(case.fields) do
    local x, y = coded_units.reading(a, at, case), coded_units.reading(b, at, case)
    if x or y then
      local same, clash, difference = differences.of(field, x, y)
      rows[#rows + 1] = { of.info.name, a.id, b.id, basis, score, a.source, a.locator, b.locator, field.field,
        field.kind, said(x), said(y), same, clash, difference }
    end
  end
end

local function add_single(rows, of, unit, is_left)
  rows[#rows + 1] = { of.info.name, is_left and unit.id or nil, not is_left and unit.id or nil, nil, nil, unit.source,
    is_left and unit.locator or nil, not is_left and unit.locator or nil, nil, nil, nil, nil, nil, nil,
    "only " .. unit.coder }
end

local function before(a, b)
  if a.head.key ~= b.head.key then return a.head.key < b.head.key end
  return a.head.coder < b.head.coder
end

local function rows_of(of, left, right, sources, rows)
  local groups = {}
  for _, group in ipairs(of.groups) do
    if not sources or sources[group.head.source] then groups[#groups + 1] = group end
  end
  public_call.sort(groups, before)
  for _, group in public_call.each(groups) do
    local a, b = group.units[left], group.units[right]
    if a and b then
      add_pair(rows, of, group, left, right)
    else
      add_single(rows, of, a or b, a ~= nil)
    end
  end
end

--- What two coders say, field by field.
-- Columns: table; left and right (the thing's id of each coder, missing where only one has it); basis ("id", "content"
-- or "given") and score of the pair; source, left_place and right_place; field, kind (of a disagreement about it),
-- left_says, right_says; same, clash, difference (parley.coding.differences; "only NAME" of what only one has).
---@param ds parley.Dataset
---@param left string
---@param right string
---@param given { table: string?, source: string|string[]|nil, pairs: string[][]?, apart: string[][]? }?
---@return parley.Frame
function compare_coders.of_dataset(ds, left, right, given)
  given = options.check(given, "compare_coders()", { "table", "source", "pairs", "apart" })
  if type(left) ~= "string" or type(right) ~= "string" or left == right then errors.raise "bad_argument.two_coders" end
  local infos, scope, sources = matched_things.scope(ds, given)
  local all = matched_things.scope(ds, {})
  local known = coded_units.coders(ds, all, { policy = scope.policy, day = scope.day })
  coded_units.check_coder(left, known)
  coded_units.check_coder(right, known)
  scope.coders = { left, right }
  table.sort(scope.coders)
  local paired, apart = stated_pairs.of(ds, infos, { left, right }, scope, given, true)
  local by_name = matched_things.of(ds, infos, { coders = scope.coders, scope = scope, pairs = paired, apart = apart })
  local rows = {}
  for _, info in ipairs(infos) do rows_of(by_name[info.name], left, right, sources, rows) end
  return require("parley.frame.from_rows").lists(COLUMNS, rows)
end

return compare_coders
