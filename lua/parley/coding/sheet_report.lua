--- What became of a sheet that was read back, and how it is printed.

local plain = require "parley.base.plain_text"
local workbook = require "parley.export.workbook"

local sheet_report = {}

---@class parley.SheetReport
---@field file string
---@field table string
---@field entered boolean  whether its rows are in the dataset: all of them, or none
---@field read integer  rows that say something
---@field added integer  things that are new
---@field updated integer  things of which something new is said
---@field unchanged integer
---@field blank integer  rows that say nothing
---@field examples integer
---@field days integer  dates that a program had made numbers
---@field renamed { head: string, as: string }[]  heads that were read as the field nearly called so
---@field hidden integer  rows that are hidden, and read like the others
---@field apart integer  rows of claims that were taken back, or that decide between others: they are passed over
---@field unread string[]  other sheets of the workbook that have such heads
---@field open boolean  a program has the file open: what is not saved there is not in it
---@field ours string[]  heads of what only Parley writes
---@field own string[]  heads of columns that are nobody's field: they stay in the sheet
---@field emptied { row: integer, id: string, column: string, claim: integer, value: any }[]  cells that are empty now,
--- though the same coder's claim from the same source stands; it is taken back by retract(claim)
---@field faults { row: integer, column: integer?, cell: string, value: string?, code: string, reason: string }[]
---@field copy string?  the file that shows the faults
local Report = { __name = "parley.SheetReport" }
Report.__index = Report

local function faults_of(state)
  local list = {}
  for i, one in ipairs(state.faults) do
    local number = state.grid.rows[one.row].number
    list[i] = { row = number, column = one.column, value = one.value, code = one.code, reason = one.reason,
      cell = workbook.letters(one.column or 1) .. number }
  end
  return list
end

-- The columns that a filled cell speaks for: its own, the other bounds of its quantity, and what is planned of it.
local function spoken_for(info, row)
  local found, quantity = {}, {}
  for _, column in ipairs(info.columns) do
    if row.given[column.name] then
      found[column.name], found[column.planned or ""] = true, true
      quantity[column.quantity or ""] = true
    end
  end
  quantity[""] = nil
  for _, column in ipairs(info.columns) do found[column.name] = found[column.name] or quantity[column.quantity] end
  return found
end

-- Rows by id, and the fields of the table that the sheet has.
local function asked(state)
  local by_id, fields = {}, {}
  for _, row in ipairs(state.rows) do
    if row.take then by_id[row.id] = { row = row, spoken = spoken_for(state.info, row), last = {} } end
  end
  for _, column in ipairs(state.heads.columns) do
    if column.field and column.field.of == "table" then fields[#fields + 1] = column.field end
  end
  return by_id, fields
end

-- The last claims of the same source and coder that say something where a cell is empty now.
local function emptied_of(state)
  local by_id, fields = asked(state)
  local list = {}
  for claim in state.ds:table(state.info.name):claims():where("retracted_at is nil"):sort "claim":rows() do
    local one = by_id[claim.id]
    if one and claim.source == one.row["claim source"] and claim.coder == one.row["claim coder"] then
      for _, field in ipairs(fields) do
        local value = claim[field.column.claim_name]
        if value ~= nil and not one.spoken[field.key] then
          local found = one.last[field.key] or { row = state.grid.rows[one.row.at].number, id = claim.id,
            column = field.head }
          if not one.last[field.key] then list[#list + 1], one.last[field.key] = found, found end
          found.claim, found.value = claim.claim, value
        end
      end
    end
  end
  table.sort(list, function(a, b)
    if a.row ~= b.row then return a.row < b.row end
    return a.column < b.column
  end)
  return list
end

--- The report of an import of a sheet.
---@param state table
---@param report parley.ImportReport?  of what was imported
---@return parley.SheetReport
function sheet_report.of(state, report)
  local entered = #state.faults == 0
  return setmetatable({ file = state.path, table = state.info.name, entered = entered, read = state.read,
    added = report and report.added or 0, updated = report and report.updated or 0,
    unchanged = report and report.unchanged or 0, blank = state.blank, examples = state.examples,
    days = state.how.told.days, renamed = state.heads.renamed, own = state.heads.own,
    hidden = state.grid.hidden or 0, apart = state.apart, unread = state.unread, open = state.file.is_open,
    ours = state.heads.ours,
    emptied = entered and report and emptied_of(state) or {}, faults = faults_of(state) }, Report)
end

local MOST = 20

local function add_list(lines, list, word)
  for i = 1, math.min(#list, MOST) do lines[#lines + 1] = "  " .. plain.visible(word(list[i])) end
  if #list > MOST then lines[#lines + 1] = ("  … and %d more"):format(#list - MOST) end
end

local function counted(n, one, many) return ("%d %s"):format(n, n == 1 and one or many) end

function Report:__tostring()
  local lines = { ("%s: %s of %s"):format(plain.visible(self.file), counted(self.read, "row", "rows"), self.table) }
  if self.entered then
    lines[2] = ("  %d added, %d updated, %d unchanged"):format(self.added, self.updated, self.unchanged)
  else
    lines[2] = ("  nothing entered: %s cannot be taken; the copy %s shows them"):format(
      counted(#self.faults, "cell", "cells"), plain.visible(self.copy or "?"))
    add_list(lines, self.faults, function(one) return ("%s: %s"):format(one.cell, one.reason) end)
  end
  add_list(lines, self.renamed, function(one) return ("column '%s' was read as %s"):format(one.head, one.as) end)
  if #self.own > 0 then
    lines[#lines + 1] = "  not taken, and left in the sheet: " .. plain.visible(table.concat(self.own, ", "))
  end
  if #self.ours > 0 then
    lines[#lines + 1] = "  only Parley writes these, and they are not taken: " .. table.concat(self.ours, ", ")
  end
  if self.apart > 0 then
    lines[#lines + 1] = ("  %s of claims that were taken back, or that decide, passed over"):format(
      counted(self.apart, "row", "rows"))
  end
  if self.hidden > 0 then
    lines[#lines + 1] = ("  %s hidden, and read like the others"):format(counted(self.hidden, "row is", "rows are"))
  end
  add_list(lines, self.unread, function(name)
    return ("sheet '%s' has such heads too, and was not read; {sheet = \"%s\"} reads it"):format(name, name)
  end)
  if self.open then lines[#lines + 1] = "  a program has it open: what is not saved there is not in it" end
  if self.days > 0 then
    lines[#lines + 1] = ("  %s had become day numbers"):format(counted(self.days, "date", "dates"))
  end
  add_list(lines, self.emptied, function(one)
    return ("row %d: %s of %s is empty now; claim %d still says %s, retract(%d) takes it back"):format(one.row,
      one.column, one.id, one.claim, tostring(one.value), one.claim)
  end)
  return table.concat(lines, "\n")
end

return sheet_report
