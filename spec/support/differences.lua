--- Claims made for the purpose, and what differs among them.

local assert = require "luassert"

local differences = {}

--- Adds a thing by what s1 says of it, then what others say: { values, provenance } each.
function differences.about(ds, name, id, ...)
  local first = ...
  local row = { id = id }
  for column, value in pairs(first[1]) do row[column] = value end
  ds:add(name, row, first[2] or { source = "s1" })
  for _, more in ipairs { select(2, ...) } do ds:claim(name, id, more[1], more[2] or { source = "s2" }) end
end

--- What differs, as "id field: readings" lines.
function differences.lines(source, given)
  local lines = {}
  for id, field, text in source:disagreements(given):each("id", "field", "readings") do
    lines[#lines + 1] = ("%s %s: %s"):format(id, field, text)
  end
  return lines
end

--- The one row of what differs.
function differences.only(source, given)
  local found = source:disagreements(given)
  assert.equal(1, #found, table.concat(differences.lines(source, given), "\n"))
  return found[1]
end

return differences
