--- What has changed between two datasets: claims, and the values that changed because of them.
-- A claim is known by its content id; one that a rename has made is that claim still, and told as the rename alone.

local branch = require "parley.coding.branch"
local byte_order = require "parley.base.byte_order"
local codebook = require "parley.codebook.tables"
local from_rows = require "parley.frame.from_rows"
local public_call = require "parley.base.public_call"
local renames = require "parley.coding.renames"
local rows = require "parley.storage.statements.rows"
local schema = require "parley.storage.schema"

local diff = {}

---@class parley.Diff what has changed from one dataset to another; prints as a text
---@field claims parley.Frame  what, table, id, content, says, source, coder, reason: claims added,
--- retracted, missing from the second, or retracted in the first alone ("restored")
---@field values parley.Frame  table, id, field, from, to, because: values that changed, and the claims behind
---@field renamed parley.Frame  table, from, to
---@field rows parley.Frame  what, table, id, field, from, to: of tables without claims
---@field counts table<string, integer>  added, retracted, missing, restored, values, renamed, rows, …
local Diff = { __name = "parley.Diff" }
Diff.__index = Diff

-- Notes a claim among those that changed, and what it is about among the things that may have.
local function note(state, what, side, id, reason)
  local row = side:row(id)
  local name = row.of.name
  state.list[#state.list + 1] = { what = what, table = name, id = row.id, content = row.content, says = side:says(id),
    source = row.source, coder = row.coder, reason = reason }
  state.counts[what] = state.counts[what] + 1
  local of = state.touched[name] or {}
  state.touched[name] = of
  of[row.id] = of[row.id] or {}
  table.insert(of[row.id], { sign = (what == "added" or what == "restored") and "+" or "-", row = row })
end

-- Claims that only the second has, that are taken back in it alone, and that only the first has.
local function compare_claims(state, a, b)
  for _, id in public_call.each(b.own) do
    local row = b:row(id)
    local moved = row.restates_content and renames.root(b, id) ~= id
    if moved and b:row(row.restates_content).id ~= row.id then
      state.names[row.of.name .. "\0" .. b:row(row.restates_content).id] = { table = row.of.name,
        from = b:row(row.restates_content).id, to = row.id }
    end
    if not moved and b:stands(id) then note(state, "added", b, id, row.note) end
    state.moved[id] = moved
  end
  for id, _ in pairs(b.retracted) do
    if a:stands(id) then state.gone[#state.gone + 1] = id end
  end
  table.sort(state.gone, function(x, y) return a.key[x] < a.key[y] end)
  for _, id in public_call.each(state.gone) do
    local goes_on = false
    for _, heir in ipairs(b.heirs[id] or {}) do goes_on = goes_on or state.moved[heir] end
    if not goes_on then note(state, "retracted", a, id, b.why[id]) end
  end
  for _, id in ipairs(a.own) do
    if a:stands(id) then note(state, "missing", a, id) end
  end
  for id in pairs(a.retracted) do
    if b:stands(id) then note(state, "restored", b, id) end
  end
end

local function shown(value) return value ~= nil and tostring(value) or nil end

-- Whether a claim says something of a column, or of the amount that it belongs to.
local function is_about(row, column)
  for i = 2, #row.of.columns do
    local other = row.of.columns[i]
    local together = other == column or column.quantity and other.quantity == column.quantity
      or column.beside and other.quantity == column.beside
    if together and row[other.claim_name] ~= nil then return true end
  end
  return false
end

local function because(list, column)
  local parts = {}
  for _, one in ipairs(list) do
    if is_about(one.row, column) then parts[#parts + 1] = one.sign .. one.row.content:sub(1, 10) end
  end
  return #parts > 0 and table.concat(parts, " ") or nil
end

-- What the things of a table that claims changed about show now and showed before.
local function compare_things(state, a, b, info)
  local ids, of, now = {}, state.touched[info.name] or {}, {}
  for id in pairs(of) do ids[#ids + 1] = id end
  byte_order.sort(ids)
  local was, wanted, first = {}, {}, {}
  for _, one in pairs(state.names) do
    if one.table == info.name then now[one.from], was[one.to] = one.to, one.from end
  end
  for _, id in ipairs(ids) do
    if not (now[id] and of[now[id]]) then          -- told under its new name
      wanted[#wanted + 1], first[#first + 1] = now[id] or id, was[id] or id
    end
  end
  local there = a.ds.schema.by_name[info.name] or info
  local before, after = rows.of_ids(a.ds.store, there, first), rows.of_ids(b.ds.store, info, wanted)
  for i, id in public_call.each(wanted) do
    local x, y = before[first[i]] or {}, after[id] or {}
    local list = of[id] or of[first[i]]
    for c = 2, #info.columns do
      local column = info.columns[c]
      if x[column.name] ~= y[column.name] then
        state.values[#state.values + 1] = { table = info.name, id = id, field = column.name,
          from = shown(x[column.name]), to = shown(y[column.name]), because = because(list, column) }
      end
    end
  end
  state.counts.things = state.counts.things + #wanted
end

-- Rows of tables without claims; those of two datasets come in the order of their ids.
local function compare_rows(state, a, b, info)
  local names, types = {}, {}
  for i, column in ipairs(info.columns) do names[i], types[i] = column.name, column.type end
  local function of(side)
    return function(after, most) return rows.after(side.ds.store, info.name, names, types, after, most) end
  end
  require "parley.export.met_rows"("id", of(a), of(b), function(x, y)
    if not (x and y) then
      local what = x and "missing" or "added"
      state.rows[#state.rows + 1] = { what = what, table = info.name, id = (x or y).id }
      return
    end
    for _, name in ipairs(names) do
      if x[name] ~= y[name] then
        state.rows[#state.rows + 1] = { what = "changed", table = info.name, id = x.id, field = name,
          from = shown(x[name]), to = shown(y[name]) }
      end
    end
  end)
end

local CLAIMS = { "what", "table", "id", "content", "says", "source", "coder", "reason" }
local VALUES = { "table", "id", "field", "from", "to", "because" }
local ROWS = { "what", "table", "id", "field", "from", "to" }

local function frame(list, columns) return from_rows.frame(list, { columns = columns }) end

local function renamed_list(state)
  local list = {}
  for _, one in pairs(state.names) do list[#list + 1] = one end
  table.sort(list, function(x, y)
    if x.table ~= y.table then return byte_order.before(x.table, y.table) end
    return byte_order.before(x.from, y.from)
  end)
  return list
end

local function result(state, a, b)
  local names, counts = renamed_list(state), state.counts
  counts.values, counts.renamed, counts.rows = #state.values, #names, #state.rows
  counts.before, counts.after = a.count, b.count
  return setmetatable({ claims = frame(state.list, CLAIMS), values = frame(state.values, VALUES),
    renamed = frame(names, { "table", "from", "to" }), rows = frame(state.rows, ROWS), counts = counts }, Diff)
end

--- What has changed from one dataset to another.
---@param a parley.Dataset
---@param b parley.Dataset
---@param page fun(d: parley.Diff, title: string?): string  what makes a page of it
---@return parley.Diff
function diff.of(a, b, page)
  local first = branch.read(a)
  local after = branch.read(b, first)
  first:compare(after)
  local state = { list = {}, values = {}, names = {}, rows = {}, touched = {}, gone = {}, moved = {},
    counts = { added = 0, retracted = 0, missing = 0, restored = 0, things = 0 } }
  compare_claims(state, first, after)
  for _, info in ipairs(schema.tables(b.schema)) do
    if info.claims then compare_things(state, first, after, info)
    elseif codebook.by_name[info.name] then compare_rows(state, first, after, info) end
  end
  local d = result(state, first, after)
  d.page = page
  return d
end

--- Whether anything has changed.
---@return boolean
function Diff:is_empty()
  local c = self.counts
  return c.added + c.retracted + c.missing + c.restored + c.values + c.renamed + c.rows == 0
end

--- All changes as one Frame: what ("claim added", "claim retracted", "value", …), table, id, field, from, to, because.
---@return parley.Frame
function Diff:frame()
  local list = {}
  local function add(what, row) list[#list + 1] = { what = what, table = row.table, id = row.id, field = row.field,
    from = row.from, to = row.to, because = row.because } end
  for row in self.renamed:rows() do add("renamed", { table = row.table, id = row.to, from = row.from, to = row.to }) end
  for row in self.values:rows() do add("value", row) end
  for row in self.claims:rows() do
    add("claim " .. row.what, { table = row.table, id = row.id, to = row.says, because = row.content })
  end
  for row in self.rows:rows() do add("row " .. row.what, row) end
  return frame(list, { "what", "table", "id", "field", "from", "to", "because" })
end

--- The changes as a text, as print shows them.
---@return string
function Diff:text() return require("parley.coding.diff_text").of(self) end

Diff.__tostring = function(self) return Diff.text(self) end

--- Writes the changes as one page of HTML that needs no network.
--- Nil, message and code where it cannot be saved.
---@param path string ends in .html
---@param options { title: string? }?
---@return true? done, string? message, string? code
function Diff:save(path, options)
  options = require("parley.base.options").check(options, "diff:save()", { "title" })
  local errors, files = require "parley.base.errors", require "parley.base.files"
  if type(path) ~= "string" or not path:lower():find "%.html?$" then
    errors.raise("bad_argument.report_extension", { path = tostring(path) })
  end
  if not (io and os) then errors.raise "bad_argument.save_without_io" end
  return files.replace(path, self.page(self, options.title))
end

public_call.make(Diff, { "frame", "text", "save" })

return diff
