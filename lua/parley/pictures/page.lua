--- A picture on a page of its own: the picture, what it shows in words, its notes, and the same values as a table.
-- The page needs no network, runs no script, and may ask nobody for anything.

local export = require "parley.export.export"
local plain = require "parley.base.plain_text"
local xml = require "parley.base.xml"

local page = {}

-- The style has no words of the data in it.
local STYLE = [[
body { font: 15px/1.5 Helvetica, Arial, "DejaVu Sans", sans-serif; color: #1a1a1a; background: #fff; margin: 1.5rem;
  max-width: 66rem; overflow-wrap: anywhere; }
svg { display: block; }
table { border-collapse: collapse; margin-top: 1rem; }
th, td { padding: .2rem .7rem; text-align: left; border-bottom: 1px solid #d8d8d8; unicode-bidi: isolate; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.missing::after { content: "·"; color: #565656; }
.wide { overflow-x: auto; }
]]

local function text(value) return xml.html(plain.visible(value)) end

local function words(value) return xml.isolated(text(value), "<bdi>", "</bdi>") end

--- The page as text.
---@param picture { title: string, description: string, svg: string, frame: parley.Frame, notes: parley.Note[] }
---@return string
function page.write(picture)
  local parts = { '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">\n',
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    "<title>", text(picture.title), "</title>\n<style>\n", STYLE, "</style>\n</head>\n<body>\n<main>\n<h1>",
    words(picture.title), "</h1>\n<p>", words(picture.description), "</p>\n",
    '<div class="wide" tabindex="0">\n', picture.svg, "</div>\n" }
  for _, note in ipairs(picture.notes) do parts[#parts + 1] = "<p>note: " .. words(note.note) .. "</p>\n" end
  parts[#parts + 1] = '<h2>The values</h2>\n<div class="wide" tabindex="0">\n'
  parts[#parts + 1] = export.to_string(picture.frame, "html")
  parts[#parts + 1] = "</div>\n</main>\n</body>\n</html>\n"
  return table.concat(parts)
end

return page
