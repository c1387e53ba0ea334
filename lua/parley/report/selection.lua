--- The selection: which things a report tells of. All of them, or what belongs to some talks, or to a span of time;
-- with the parties, people and sources that these name.

local coverage = require "parley.analysis.brief.coverage"
local item_lists = require "parley.base.item_lists"

local selection = {}

-- Tables that come along where something names one of their things.
local NAMED = { processes = true, parties = true, people = true }

local function keep_rows(kept, name, list)
  for _, row in ipairs(list) do kept[name][row.id] = true end
end

-- Adds what belongs to a talk or a span, all statements too.
local function keep_covered(ds, kept, given)
  for name, list in pairs(coverage.of(ds, given)) do
    if kept[name] then keep_rows(kept, name, list) end
  end
  local statements = ds:table("statements")
  if given.talk then
    statements = statements:where { about = given.talk }
  else
    statements = statements:where("overlaps(date, ?)", (given.from or "..") .. "/" .. (given.to or ".."))
  end
  for id in statements:each "id" do kept.statements[id] = true end
end

-- Adds the things of NAMED that a row names.
local function keep_named(kept, info, row, added)
  for _, column in ipairs(info.columns) do
    local target = column.references
    if NAMED[target] and row[column.name] then
      for item in item_lists.each(row[column.name], column.several or false) do
        if not kept[target][item] then
          kept[target][item] = true
          added[#added + 1] = { target, item }
        end
      end
    end
  end
end

-- Parties and others that the rows name, and those that these name.
local function close(kept, tables)
  local added = {}
  for _, of in ipairs(tables) do
    for _, row in ipairs(of.rows) do
      if kept[of.name][row.id] then keep_named(kept, of.info, row, added) end
    end
  end
  local rows = {}
  for _, of in ipairs(tables) do
    if NAMED[of.name] then
      rows[of.name] = {}
      for _, row in ipairs(of.rows) do rows[of.name][row.id] = { of.info, row } end
    end
  end
  while #added > 0 do
    local one = table.remove(added)
    local found = rows[one[1]] and rows[one[1]][one[2]]
    if found then keep_named(kept, found[1], found[2], added) end
  end
end

-- Rows that belong to things that are kept: the provisions of papers, the posts of people, parts in wholes.
local BELONGING = { provisions = { "document" }, offices = { "person", "party" }, memberships = { "party", "whole" } }

local function keep_belonging(kept, tables)
  for _, of in ipairs(tables) do
    for _, row in ipairs(BELONGING[of.name] and of.rows or {}) do
      local all = true
      for _, column in ipairs(BELONGING[of.name]) do
        local target = of.info.by_name[column].references
        all = all and row[column] ~= nil and kept[target][row[column]] == true
      end
      kept[of.name][row.id] = all or nil
    end
  end
end

--- The ids of the things a report tells of, as sets by table; nil when it tells of all. Sources are chosen later, by
--- the claims.
---@param ds parley.Dataset
---@param tables { name: string, info: table, rows: table[] }[]
---@param given { talks: string[]?, from: string?, to: string? }
---@return table<string, table<string, true>>?
function selection.of(ds, tables, given)
  if not (given.talks or given.from or given.to) then return nil end
  local kept = {}
  for _, of in ipairs(tables) do kept[of.name] = {} end
  for _, talk in ipairs(given.talks or {}) do keep_covered(ds, kept, { talk = talk }) end
  if given.from or given.to then keep_covered(ds, kept, { from = given.from, to = given.to }) end
  close(kept, tables)
  keep_belonging(kept, tables)
  return kept
end

return selection
