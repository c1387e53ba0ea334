--- What differs between two sets of rows that have a key: rows added, rows gone, cells changed.
-- It is made of two Frames, whichever engine gives them, so that rows of a file, a dataset and another day's view of it
-- can be compared. Rows meet by their key, columns by their names; order does not matter.

local common_columns = require "parley.query.common_columns"
local core = require "parley.core"
local errors = require "parley.base.errors"
local notes = require "parley.base.notes"
local options = require "parley.base.options"
local other_side = require "parley.query.other_side"
local plain = require "parley.base.plain_text"
local public_call = require "parley.base.public_call"
local row_key = require "parley.query.row_key"

local diff = {}

local OWN = { "change", "column", "before", "after" }

local function keys_of(given)
  local keys = type(given) == "string" and { given } or given
  if type(keys) ~= "table" or #keys == 0 then
    errors.raise("bad_argument.diff_key", { got = { key = "of_type", type = type(given) } })
  end
  for _, name in ipairs(keys) do
    if type(name) ~= "string" then
      errors.raise("bad_argument.diff_key", { got = { key = "list_with", type = type(name) } })
    end
    for _, own in ipairs(OWN) do
      if name == own then errors.raise("twin_columns.select", { name = name }) end
    end
  end
  return keys
end

local function key_shown(side, keys, row)
  local shown = {}
  for i, name in ipairs(keys) do shown[i] = ("%s = %s"):format(name, row_key.shown(side.values[name][row])) end
  return table.concat(shown, ", ")
end

-- A side: its columns by name, and for each row its key as one text, its place by that.
local function side_of(f, keys, which)
  local side = { count = #f, values = {}, types = {}, names = f:columns(), texts = {}, at = {} }
  local types = f:types()
  for i, name in ipairs(side.names) do side.values[name], side.types[name] = f:values(name), types[i] end
  for _, name in ipairs(keys) do
    if not side.values[name] then
      errors.raise("no_column.diff_key", { name = name, which = which, known = side.names })
    end
  end
  for row in public_call.upto(side.count) do
    local text = row_key.of(#keys, function(at) return side.values[keys[at]][row] end)
    if side.at[text] then
      errors.raise("bad_argument.diff_several", { shown = key_shown(side, keys, row), which = which })
    end
    side.texts[row], side.at[text] = text, row
  end
  return side
end

-- The columns that both have and that are no keys; the names of those that only one has.
local function compared(left, right, keys)
  local is_key, both, alone = {}, {}, {}
  for _, name in ipairs(keys) do is_key[name] = true end
  for _, side in ipairs { left, right } do
    for _, name in ipairs(side.names) do
      local here, there = left.types[name], right.types[name]
      if not (here and there) then
        alone[#alone + 1] = "'" .. name .. "'"
      elseif side == left then
        common_columns.record({ name = name, type = here }, { name = name, type = there })
        if not is_key[name] then both[#both + 1] = name end
      end
    end
  end
  return both, alone
end

local function text_of(value)
  if value == nil or type(value) == "string" then return value end
  return plain.bare(value)
end

local function new_rows(keys)
  local rows = { count = 0, lists = {}, keys = keys }
  for i = 1, #keys + #OWN do rows.lists[i] = {} end
  return rows
end

local function add(rows, side, row, ...)
  rows.count = rows.count + 1
  for i, name in ipairs(rows.keys) do rows.lists[i][rows.count] = side.values[name][row] end
  for i = 1, #OWN do rows.lists[#rows.keys + i][rows.count] = (select(i, ...)) end
end

-- The cells of a row that differ; two missing values do not.
local function add_changes(rows, left, row, right, other, columns)
  for _, name in ipairs(columns) do
    local before, after = left.values[name][row], right.values[name][other]
    if before ~= after then add(rows, left, row, "changed", name, text_of(before), text_of(after)) end
  end
end

local function differences(left, right, keys, columns)
  local rows = new_rows(keys)
  for row in public_call.upto(left.count) do
    local other = right.at[left.texts[row]]
    if other then add_changes(rows, left, row, right, other, columns) else add(rows, left, row, "gone") end
  end
  for row in public_call.upto(right.count) do
    if not left.at[right.texts[row]] then add(rows, right, row, "added") end
  end
  return rows
end

-- What the sides left out.
local function with_notes_of(f, left, right)
  if notes.has(left) then notes.add(f, function() return notes.of(left) end) end
  if notes.has(right) then
    notes.add(f, function()
      local list = {}
      for i, note in ipairs(notes.of(right)) do list[i] = notes.of_other_side(note, "diff") end
      return list
    end)
  end
  return f
end

--- The differences from one set of rows to another, as a Frame: the key, `change` ("gone", "changed" or "added"), and
--- for each changed cell its `column`, and its value `before` and `after` as text.
---@param q parley.Query
---@param other parley.Query|parley.Frame
---@param given { key: string|string[] }
---@return parley.Frame
function diff.of(q, other, given)
  given = options.check(given, "diff()", { "key" })
  local keys = keys_of(given.key)
  local _, other_query = other_side.of(other, "diff")
  local upper, lower = q:frame(), other_query and other_query:frame() or other
  local left, right = side_of(upper, keys, "left"), side_of(lower, keys, "right")
  local columns, alone = compared(left, right, keys)
  local rows, names, types = differences(left, right, keys, columns), {}, {}
  for i, name in ipairs(keys) do
    local here, there = left.types[name], right.types[name]
    names[i], types[i] = name, common_columns.record({ name = name, type = here }, { name = name, type = there }).type
  end
  for i, name in ipairs(OWN) do names[#keys + i], types[#keys + i] = name, "text" end
  local f = with_notes_of(core.frame_new(names, types, rows.count, rows.lists), upper, lower)
  if #alone == 0 then return f end
  return notes.add(f, notes.new("left_out.diff", nil, { columns = table.concat(alone, ", "),
    number = #alone }))
end

return diff
