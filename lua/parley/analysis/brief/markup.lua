--- Accounts written out: blocks of pieces as Markdown, HTML or plain text.
-- A block is a heading, a paragraph, an item of a list or a note; its pieces are { text }, { text, strong = true },
-- { text, link = address } and { notes = numbers }. Text keeps its meaning whatever it holds: each format escapes what
-- it would obey. Markdown and plain text are broken into lines of 80 columns; HTML is a fragment that needs nothing
-- else on the page it is put into.

local core = require "parley.core"
local public_call = require "parley.base.public_call"
local wrapping = require "parley.base.wrapping"
local xml = require "parley.base.xml"

local markup = {}

local WIDTH = 80

-- Lines -----------------------------------------------------------------------------------------------------

local function wrap(text, first, rest, begun)
  return wrapping.lines(text, WIDTH, { first = first, rest = rest, begun = begun })
end

local function joined(pieces, write)
  local parts = {}
  for i, piece in ipairs(pieces) do parts[i] = write(piece) end
  return table.concat(parts)
end

-- Only addresses of the web become links: others could run something.
local function is_web(address) return address:find "^https?://" ~= nil end

-- Markdown --------------------------------------------------------------------------------------------------

local function markdown_text(text)
  text = text:gsub("[\\`*_%[%]<>|~]", "\\%0")
  return (text:gsub("&(#?%w+;)", "\\&%1"))
end

-- What would begin a list, a heading or a quotation at the start of a line.
local function markdown_first(word)
  return (word:gsub("^[-+#=]", "\\%0"):gsub("^(%d+)([.)])", "%1\\%2"))
end

local function markdown_piece(piece)
  if piece.notes then
    local marks = {}
    for i, number in ipairs(piece.notes) do marks[i] = ("[^%d]"):format(number) end
    return table.concat(marks)
  end
  local text = markdown_text(piece[1])
  if piece.link and is_web(piece.link) and not piece.link:find "[<>%s]" then return "<" .. piece.link .. ">" end
  return piece.strong and "**" .. text .. "**" or text
end

local MARKDOWN = {
  heading = function(block) return ("#"):rep(block.level) .. " " .. joined(block.pieces, markdown_piece) end,
  paragraph = function(block) return wrap(joined(block.pieces, markdown_piece), "", "", markdown_first) end,
  item = function(block)
    local indent = ("  "):rep(block.depth - 1)
    return wrap(joined(block.pieces, markdown_piece), indent .. "- ", indent .. "  ", markdown_first)
  end,
  note = function(block)
    return wrap(joined(block.pieces, markdown_piece), ("[^%d]: "):format(block.number), "    ", markdown_first)
  end,
}

-- Plain text ------------------------------------------------------------------------------------------------

local function text_piece(piece)
  if not piece.notes then return piece[1] end
  local marks = {}
  for i, number in ipairs(piece.notes) do marks[i] = ("[%d]"):format(number) end
  return table.concat(marks)
end

local UNDERLINES = { "=", "-" }

local TEXT = {
  heading = function(block)
    local line = wrap(joined(block.pieces, text_piece), "", "")
    local underline = UNDERLINES[block.level]
    if not underline or line:find("\n", 1, true) then return line end
    return line .. "\n" .. underline:rep(core.width(line))
  end,
  paragraph = function(block) return wrap(joined(block.pieces, text_piece), "", "") end,
  item = function(block)
    local indent = ("  "):rep(block.depth - 1)
    return wrap(joined(block.pieces, text_piece), indent .. "- ", indent .. "  ")
  end,
  note = function(block)
    local label = ("[%d] "):format(block.number)
    return wrap(joined(block.pieces, text_piece), label, (" "):rep(#label))
  end,
}

-- Blocks of one list stand together; everything else has an empty line between.
local function lines_of(blocks, writers)
  local parts = {}
  for i, block in public_call.each(blocks) do
    local last = blocks[i - 1]
    local together = last and last.kind == block.kind and (block.kind == "item" or block.kind == "note")
    parts[#parts + 1] = (last and (together and "\n" or "\n\n") or "") .. writers[block.kind](block)
  end
  return table.concat(parts) .. "\n"
end

function markup.markdown(blocks) return lines_of(blocks, MARKDOWN) end
function markup.text(blocks) return lines_of(blocks, TEXT) end

-- HTML --------------------------------------------------------------------------------------------------------

local html_text = xml.html

local function html_link(address)
  local text = html_text(address)
  return is_web(address) and ('<a href="%s">%s</a>'):format(text, text) or text
end

local function html_piece(prefix)
  return function(piece)
    if piece.notes then
      local marks = {}
      for i, number in ipairs(piece.notes) do
        marks[i] = ('<sup><a href="#%s-%d">[%d]</a></sup>'):format(prefix, number, number)
      end
      return table.concat(marks)
    end
    if piece.link then return html_link(piece.link) end
    local text = html_text(piece[1])
    return piece.strong and "<strong>" .. text .. "</strong>" or text
  end
end

-- Opens and closes lists until `depth` are open; parts[...] get the tags. A list inside stands in the item before it.
local function set_depth(parts, open, depth)
  while open > depth do
    parts[#parts + 1] = "</li>\n</ul>\n"
    open = open - 1
  end
  while open < depth do
    parts[#parts + 1] = "\n<ul>\n"
    open = open + 1
  end
  return open
end

local function html_block(parts, block, open, text, given)
  if block.kind == "item" then
    if open >= block.depth then
      open = set_depth(parts, open, block.depth)
      parts[#parts + 1] = "</li>\n"
    end
    open = set_depth(parts, open, block.depth)
    parts[#parts + 1] = "<li>" .. text
    return open
  end
  open = set_depth(parts, open, 0)
  if block.kind == "heading" then
    local level = block.level + (given.deeper or 0)
    parts[#parts + 1] = ("<h%d>%s</h%d>\n"):format(level, text, level)
  elseif block.kind == "note" then
    local number = block.number
    parts[#parts + 1] = ('<p id="%s-%d" class="note">[%d] %s</p>\n'):format(given.prefix, number, number, text)
  else
    parts[#parts + 1] = "<p>" .. text .. "</p>\n"
  end
  return open
end

--- Blocks as HTML, their words as `text_of` gives them.
---@param blocks table[]
---@param text_of fun(block: table): string
---@param given { prefix: string?, deeper: integer? }  of the anchors of notes; so many levels are added to headings
---@return string
function markup.html_blocks(blocks, text_of, given)
  local parts, open = {}, 0
  for _, block in public_call.each(blocks) do open = html_block(parts, block, open, text_of(block), given) end
  set_depth(parts, open, 0)
  return table.concat(parts)
end

--- An HTML fragment; `prefix` keeps its anchors apart from those of other briefs on a page.
---@param blocks table[]
---@param prefix string
---@return string
function markup.html(blocks, prefix)
  local write = html_piece(prefix)
  local function text_of(block) return joined(block.pieces, write) end
  local inner = markup.html_blocks(blocks, text_of, { prefix = prefix })
  return '<section class="parley-brief">\n' .. inner .. "</section>\n"
end

return markup
