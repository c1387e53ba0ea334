--- Text inside XML and HTML: no text of a cell, a name or an attribute in double quotes can become markup.

local xml = {}

local find, gsub = string.find, string.gsub

local ENTITIES = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["\r"] = "&#13;" }

--- A text as XML holds it; a carriage return would come back as a line feed.
---@param text string
---@return string
function xml.text(text)
  if find(text, '[&<>"\r]') then text = gsub(text, '[&<>"\r]', ENTITIES) end
  return text
end

--- A text as HTML holds it, in attributes with either quotes too.
---@param text string
---@return string
function xml.html(text) return (gsub(xml.text(text), "'", "&#39;")) end

-- Letters that are written from right to left, Hebrew to N'Ko, with what lies between them.
local RUN = "[\214-\223][\128-\191][\128-\223%s]*"

--- A sentence with its stretches of letters that run from right to left each between two tags that keep their direction
--- to themselves: a number after one would else stand before it. A text that begins so is one stretch.
---@param text string  as XML or HTML holds it
---@param open string
---@param close string
---@return string
function xml.isolated(text, open, close)
  if not find(text, RUN) then return text end
  if find(text, "^" .. RUN) then return open .. text .. close end
  return (gsub(text, RUN, function(run)
    local letters, blanks = run:match "^(.-)(%s*)$"
    return open .. letters .. close .. blanks
  end))
end

-- Signs of either direction: "…", quotation marks, and what XML spells out.
local SIGNS = { "\u{2026}", "\u{ab}", "\u{bb}", "\u{2013}", "\u{2014}" }

--- Whether a text has letters that run from right to left, and beside them only signs.
---@param text string  as XML or HTML holds it
---@return boolean
function xml.runs_left(text)
  if not find(text, "[\214-\223]") then return false end
  text = gsub(text, "&[#%w]+;", "")
  for _, sign in ipairs(SIGNS) do text = gsub(text, sign, "") end
  return not find(gsub(text, "[\214-\223][\128-\191]", ""), "[^%p%s]")
end

local CHARACTERS = {}
for character, entity in pairs(ENTITIES) do CHARACTERS[entity] = character end

--- What `xml.text` was given.
---@param text string
---@return string
function xml.plain(text) return (gsub(text, "&[#%w]+;", CHARACTERS)) end

return xml
