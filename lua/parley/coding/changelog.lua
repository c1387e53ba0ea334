--- What has changed from one state of a dataset to another, as a text for a release, in Markdown: numbers first.

local byte_order = require "parley.base.byte_order"
local plain = require "parley.base.plain_text"
local rows = require "parley.storage.statements.rows"

local changelog = {}

-- So many lines of each part; the numbers count all.
local MOST <const> = 50

-- A text of somebody's on one line, with nothing in it that Markdown would take for its own.
local function cell(value)
  if value == nil then return "—" end
  return (plain.visible(tostring(value)):gsub("[\\`*_|<>%[%]#]", "\\%0"))
end

local function part(lines, title, list)
  if #list == 0 then return end
  lines[#lines + 1] = ("\n## %s (%d)\n"):format(title, #list)
  for i = 1, math.min(#list, MOST) do lines[#lines + 1] = "- " .. list[i] end
  if #list > MOST then lines[#lines + 1] = ("- … and %d more"):format(#list - MOST) end
end

-- What becomes of a claim, as parley.diff calls it; the last two of states that do not follow each other.
local KINDS <const> = { "added", "retracted", "restored", "missing" }

-- Claims by table: how many were added and retracted, and what else there is of the last two kinds.
local function add_numbers(lines, d)
  local names, of = {}, {}
  for row in d.claims:rows() do
    if not of[row.table] then of[row.table], names[#names + 1] = {}, row.table end
    of[row.table][row.what] = (of[row.table][row.what] or 0) + 1
  end
  if #names == 0 then return end
  local head, rule, shown = "| table |", "|---|", {}
  for i, kind in ipairs(KINDS) do
    if i <= 2 or d.counts[kind] > 0 then
      shown[#shown + 1], head, rule = kind, ("%s claims %s |"):format(head, kind), rule .. "---:|"
    end
  end
  lines[#lines + 1] = "\n" .. head .. "\n" .. rule
  for _, name in ipairs(byte_order.sort(names)) do
    local line = { "| " .. name }
    for i, kind in ipairs(shown) do line[i + 1] = of[name][kind] or 0 end
    lines[#lines + 1] = table.concat(line, " | ") .. " |"
  end
end

-- Things that only the later state shows, and that only the earlier one does; which they are, by table and id.
local function things(d, a, b)
  local seen, new, gone, fresh = {}, {}, {}, {}
  for row in d.renamed:rows() do
    seen[row.table .. "\0" .. row.to], seen[row.table .. "\0" .. row.from] = true, true
  end
  for row in d.claims:rows() do
    local key = row.table .. "\0" .. row.id
    if not seen[key] then
      seen[key] = true
      local before = a.schema.by_name[row.table] and rows.exists(a.store, row.table, row.id)
      local after = rows.exists(b.store, row.table, row.id)
      local list = after and not before and new or before and not after and gone
      if list then list[#list + 1], fresh[key] = ("%s %s"):format(row.table, cell(row.id)), true end
    end
  end
  return byte_order.sort(new), byte_order.sort(gone), fresh
end

-- Who says so, by the beginnings of content ids.
local function claimants(d)
  local by = {}
  for row in d.claims:rows() do
    by[row.content:sub(1, 10)] = cell(row.source) .. (row.coder and ", " .. cell(row.coder) or "")
  end
  return by
end

local function because(text, by)
  local parts = {}
  for sign, id in (text or ""):gmatch "([+-])(%x+)" do
    parts[#parts + 1] = ("%s %s"):format(sign == "+" and "says" or "no longer says", by[id] or id)
  end
  return #parts > 0 and ("  (%s)"):format(table.concat(parts, "; ")) or ""
end

local function values(d, fresh)
  local list, by = {}, claimants(d)
  for row in d.values:rows() do
    if not fresh[row.table .. "\0" .. row.id] then
      list[#list + 1] = ("%s %s, %s: %s → %s%s"):format(row.table, cell(row.id), row.field, cell(row.from),
        cell(row.to), because(row.because, by))
    end
  end
  return list
end

local function place(row) return row.table .. "\0" .. row.id .. "\0" .. row.field end

-- Disagreements that the earlier state has and the later one has not, or that were decided since.
local function settled(a, b, is_decided)
  local open, list = {}, {}
  for row in b:disagreements():rows() do open[place(row)] = true end
  for row in a:disagreements():rows() do
    if not open[place(row)] or is_decided[place(row)] then
      list[#list + 1] = ("%s %s, %s"):format(row.table, cell(row.id), row.field)
    end
  end
  return list
end

-- Decisions that the earlier state does not know, by what and when.
local function decided(a, b)
  local known, list, places = {}, {}, {}
  local function key(row) return place(row) .. "\0" .. tostring(row.at) end
  for row in a:adjudications():rows() do known[key(row)] = true end
  for row in b:adjudications():rows() do
    if not known[key(row)] then
      places[place(row)] = true
      list[#list + 1] = ("%s %s, %s: %s%s%s"):format(row.table, cell(row.id), row.field, cell(row.stands),
        row.by and ", decided by " .. cell(row.by) or "", row.reason and ": " .. cell(row.reason) or "")
    end
  end
  return list, places
end

local function renamed(d)
  local list = {}
  for row in d.renamed:rows() do list[#list + 1] = ("%s %s → %s"):format(row.table, cell(row.from), cell(row.to)) end
  return list
end

--- The text.
---@param d parley.Diff
---@param a parley.Dataset
---@param b parley.Dataset
---@return string
function changelog.of(d, a, b)
  local lines = { "# Changes\n", require("parley.coding.diff_text").numbers(d.counts) .. "." }
  add_numbers(lines, d)
  local new, gone, fresh = things(d, a, b)
  part(lines, "New", new)
  part(lines, "Gone", gone)
  part(lines, "Renamed", renamed(d))
  part(lines, "Values that changed", values(d, fresh))
  local decisions, places = decided(a, b)
  part(lines, "Disagreements settled", settled(a, b, places))
  part(lines, "Decisions", decisions)
  return table.concat(lines, "\n") .. "\n"
end

return changelog
