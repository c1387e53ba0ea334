--- HTML: a table, in which no text of a cell or a column name can become a tag, an attribute or an entity.

local plain = require "parley.base.plain_text"
local readable = require "parley.export.readable"
local xml = require "parley.base.xml"

local concat = table.concat

local cell = readable.cell(function(text) return (xml.html(text):gsub("\n", "<br>")) end)

return {
  cell = cell,
  missing = false,
  prepare = function(shape)
    shape.tags = {}
    for i = 1, shape.n do shape.tags[i] = shape.numeric[i] and '<td class="number">' or "<td>" end
  end,
  -- a browser that opens the file needs to be told its encoding
  opening = function(path)
    return ('<!DOCTYPE html>\n<meta charset="utf-8">\n<title>%s</title>\n'):format(
      xml.html(plain.visible(path:match("[^/]*$"))))
  end,
  header = function(shape)
    local cells = shape:cells_of_names(cell)
    for i = 1, shape.n do
      cells[i] = ('<th scope="col"%s>%s</th>'):format(shape.numeric[i] and ' class="number"' or "", cells[i])
    end
    return '<table class="parley">\n<thead>\n<tr>' .. concat(cells) .. "</tr>\n</thead>\n<tbody>\n"
  end,
  row = function(cells, shape)
    local tags = shape.tags
    for i = 1, shape.n do
      local text = cells[i]
      cells[i] = text and tags[i] .. text .. "</td>" or '<td class="missing"></td>'
    end
    return "<tr>" .. concat(cells, "", 1, shape.n) .. "</tr>\n"
  end,
  footer = function() return "</tbody>\n</table>\n" end,
}
