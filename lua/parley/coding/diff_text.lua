--- What has changed between two datasets, as a text: a line of numbers, then what was renamed, the values, the claims
--- and the rows, the first of each.

local plain = require "parley.base.plain_text"

local diff_text = {}

-- So many lines of each part.
local MOST <const> = 40

local function count(n, one, many) return ("%s %s"):format(n, n == 1 and one or many) end

--- The numbers in one line.
---@param c table<string, integer>
---@return string
function diff_text.numbers(c)
  local parts = { count(c.added, "claim added", "claims added"), count(c.retracted, "retracted", "retracted"),
    count(c.values, "value changed", "values changed") }
  if c.renamed > 0 then parts[#parts + 1] = count(c.renamed, "thing renamed", "things renamed") end
  if c.missing > 0 then parts[#parts + 1] = count(c.missing, "claim missing", "claims missing") end
  if c.restored > 0 then parts[#parts + 1] = count(c.restored, "no longer retracted", "no longer retracted") end
  if c.rows > 0 then parts[#parts + 1] = count(c.rows, "row changed", "rows changed") end
  return table.concat(parts, ", ")
end

local function cell(value) return value == nil and "—" or plain.visible(tostring(value)) end

local function part(lines, title, frame, line)
  if #frame == 0 then return end
  lines[#lines + 1] = title
  for row in frame:limit(MOST):rows() do lines[#lines + 1] = "  " .. line(row) end
  if #frame > MOST then lines[#lines + 1] = ("  … and %d more"):format(#frame - MOST) end
end

--- The whole text.
---@param d parley.Diff
---@return string
function diff_text.of(d)
  local lines = { diff_text.numbers(d.counts) }
  part(lines, "renamed", d.renamed, function(r) return ("%s %s → %s"):format(r.table, cell(r.from), cell(r.to)) end)
  part(lines, "values", d.values, function(r)
    return ("%s %s %s: %s → %s%s"):format(r.table, cell(r.id), r.field, cell(r.from), cell(r.to),
      r.because and "  (" .. r.because .. ")" or "")
  end)
  local signs = { added = "+", retracted = "-", missing = "!", restored = "+" }
  part(lines, "claims", d.claims, function(r)
    return ("%s %s %s %s: %s%s%s"):format(signs[r.what], r.content:sub(1, 10), r.table, cell(r.id), cell(r.says),
      r.source and "  [" .. cell(r.source) .. (r.coder and ", " .. cell(r.coder) or "") .. "]" or "",
      r.reason and "  " .. cell(r.reason) or "")
  end)
  part(lines, "rows", d.rows, function(r)
    return r.field and ("%s %s %s: %s → %s"):format(r.table, cell(r.id), r.field, cell(r.from), cell(r.to))
      or ("%s %s %s"):format(r.what, r.table, cell(r.id))
  end)
  return table.concat(lines, "\n")
end

return diff_text
