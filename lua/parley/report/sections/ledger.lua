--- The ledger: what was promised, what was delivered of it, what is outstanding and what is due, as ds:ledger tells it
-- on every day. On a day, what is due and late is judged by that day; at the end, without one, nothing is called late.

local date_words = require "parley.base.date_words"
local interval = require "parley.analysis.interval"
local over_days = require "parley.report.over_days"
local tables = require "parley.report.tables"

-- Where outcomes times days are more than this, the ledger is told as it is at the end.
local MOST = 30000

local HEAD = { "outcome", "promised", "delivered", "outstanding", "unit", "due", "state", "progress" }

local function amount(row, name)
  return interval.text(row[name .. "_low"], row[name .. "_best"], row[name .. "_high"])
end

-- The texts of a row, each with the field of the outcome that it leads to.
local function texts_of(row)
  return { { amount(row, "promised"), "best" }, { amount(row, "delivered") }, { amount(row, "outstanding") },
    { row.unit, "unit" }, { row.due and date_words.noun(row.due), "due" }, { row.state, "status" }, { row.progress } }
end

local function row_of(c, row)
  local thing = c.by_name.outcomes.by_id[row.outcome]
  if not thing then return nil end
  local texts, cells = texts_of(row), { tables.name(c, thing) }
  local plain = { row.outcome }
  for i, cell in ipairs(texts) do
    local text = cell[1] and c.write:words(cell[1]) or ""
    if cell[1] and c.printed.outcomes then
      local field = thing.row[cell[2] or "status"] ~= nil and (cell[2] or "status") or nil
      text = c.write.inside(c.address("outcomes", row.outcome, field), text)
    end
    plain[i + 1] = cell[1] or ""
    cells[#cells + 1] = ("<td%s>%s</td>"):format(i <= 3 and ' class="n"' or "", text)
  end
  return { key = row.outcome, cells = table.concat(plain, "\0"), html = table.concat(cells), thing = thing }
end

local function ask(c)
  return function(view)
    local rows = {}
    for row in view():ledger():rows() do rows[#rows + 1] = row_of(c, row) end
    return rows
  end
end

return {
  id = "ledger", title = "Promised and delivered",
  html = function(c, filters)
    local positions, whole = {}, #c.days * #c.by_name.outcomes.rows <= MOST
    for position = 1, whole and #c.days or 0 do positions[position] = position end
    local versions = over_days.rows(c, positions, ask(c))
    local html = tables.html(c, "ledger", "What was promised, and what came of it", HEAD,
      over_days.html(versions, whole and 1 or c.last, filters))
    if whole then return html end
    return "<p>This table is as of the last day: there are too many promises to tell it day by day.</p>\n" .. html
  end,
}
