--- The account of a talk in words: what ds:brief tells, each value a link to the claims it rests on.

local brief = require "parley.analysis.brief.brief"

local account = {}

local function address_of(c, fact)
  local name = fact.table
  if not (c.by_name[name] and c.by_name[name].by_id[fact.id] and c.printed[name]) then return nil end
  return c.address(name, fact.id, fact.unit.field)
end

-- Marks lead to the claims of what they stand after, unless that is such a link itself.
local function marks(c, piece, linked)
  local parts = {}
  for i = 1, piece.facts.n do
    local fact = piece.facts[i]
    local address = fact and not linked[fact] and address_of(c, fact)
    if address then
      linked[fact] = true
      parts[#parts + 1] = ('<sup><a href="#%s" aria-label="claims behind it">%d</a></sup>'):format(address,
        #fact.claims)
    end
  end
  return table.concat(parts)
end

local function pieces_of(c, block)
  local parts, linked = {}, {}
  for i, piece in ipairs(block.pieces) do
    if piece.notes then
      parts[i] = marks(c, piece, linked)
    else
      local text = c.write:words(piece[1])
      local address = piece.fact and piece[1]:find "%S" and address_of(c, piece.fact)
      if address then
        linked[piece.fact] = true
        text = text:match "^%s*" .. c.write.inside(address, text:match "^%s*(.*)$")
      end
      parts[i] = piece.strong and "<strong>" .. text .. "</strong>" or text
    end
  end
  return table.concat(parts)
end

-- Opens and closes lists until `depth` are open.
local function set_depth(parts, open, depth)
  for _ = depth + 1, open do parts[#parts + 1] = "</li></ul>\n" end
  for _ = open + 1, depth do parts[#parts + 1] = "<ul>\n" end
  return depth
end

local function add_item(parts, open, block, text)
  if open >= block.depth then
    open = set_depth(parts, open, block.depth)
    parts[#parts + 1] = "</li>\n"
  end
  open = set_depth(parts, open, block.depth)
  parts[#parts + 1] = "<li>" .. text
  return open
end

--- The account of a talk; its own title is left to the page.
---@param c table
---@param talk string
---@return string
function account.html(c, talk)
  local parts, open = {}, 0
  for _, block in ipairs((brief.blocks(c.ds, { talk = talk }))) do
    local text = pieces_of(c, block)
    if block.kind == "item" then
      open = add_item(parts, open, block, text)
    elseif not (block.kind == "heading" and block.level == 1) then
      open = set_depth(parts, open, 0)
      local tag = block.kind == "heading" and "h" .. block.level + 2 or "p"
      parts[#parts + 1] = ("<%s>%s</%s>\n"):format(tag, text, tag)
    end
  end
  set_depth(parts, open, 0)
  return table.concat(parts)
end

return account
