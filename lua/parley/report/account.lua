--- The account of a talk in words: what ds:brief tells, each value a link to the claims it rests on.

local brief = require "parley.analysis.brief.brief"
local markup = require "parley.analysis.brief.markup"

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

--- The account of a talk; its own title is left to the page.
---@param c table
---@param talk string
---@return string
function account.html(c, talk)
  local blocks = {}
  local told, p = brief.blocks(c.ds, { talk = talk }, c.prose)
  c.prose = p
  for _, block in ipairs(told) do
    if not (block.kind == "heading" and block.level == 1) then blocks[#blocks + 1] = block end
  end
  return markup.html_blocks(blocks, function(block) return pieces_of(c, block) end, { deeper = 2 })
end

return account
