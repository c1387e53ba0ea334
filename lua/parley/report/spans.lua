--- Spans: from when to when a value is what a report shows, in positions of its slider.
-- Position p is the p-th day on which something was reported; the one after the last shows what has no day as well.
-- A span is { text, html, raw, from, to }, `raw` being HTML too. It is shown at from ≤ p < to; nil ends are open.

local spans = {}

-- Whether two rows have the same in some columns; 3 and 3.0 may be told otherwise.
local function alike(a, b, columns)
  for _, name in ipairs(columns) do
    local value = a[name]
    if value ~= b[name] or value ~= nil and math.type(value) ~= math.type(b[name]) then return false end
  end
  return true
end

--- The spans of what `value_of` gives (text, html, raw) of each state of a thing; a state is { position, row }. Before
--- its first state a thing is not there at all, so that its first span is open at the beginning.
---@param states table[]
---@param value_of fun(row: table): string?, string?, any
---@param columns string[]?  what the value is made of: a row that has the same there as the one before has that value
---@return table[]
function spans.of(states, value_of, columns)
  local list, last, before = {}, nil, nil
  for i, state in ipairs(states) do
    local row = state[2]
    if not (before and columns) or not alike(before, row, columns) then
      local text, html, raw = value_of(row)
      if not last or text ~= last.text then
        if last then last.to = state[1] end
        last = { text = text, html = html, raw = raw, from = i > 1 and state[1] or nil }
        list[#list + 1] = last
      end
    end
    before = row
  end
  return list
end

--- The attributes by which the script knows when an element is shown.
---@param from integer?
---@param to integer?
---@return string
function spans.attributes(from, to)
  return (from and ' data-a="%d"' or ""):format(from) .. (to and ' data-b="%d"' or ""):format(to)
end

--- The attribute by which a value is sorted and downloaded, where that is not the text it is shown as.
---@param span table
---@return string
function spans.key(span) return span.raw and (' data-k="%s"'):format(span.raw) or "" end

--- Spans as HTML: one that is over at the end is hidden until the script shows it.
---@param list table[]
---@param tag string
---@return string
function spans.html(list, tag)
  if #list == 1 then return list[1].html or "" end
  local parts = {}
  for _, span in ipairs(list) do
    if span.html then
      parts[#parts + 1] = ("<%s%s%s%s>%s</%s>"):format(tag, spans.attributes(span.from, span.to), spans.key(span),
        span.to and " hidden" or "", span.html, tag)
    end
  end
  return table.concat(parts)
end

return spans
