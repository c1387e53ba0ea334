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

local CHARACTERS = {}
for character, entity in pairs(ENTITIES) do CHARACTERS[entity] = character end

--- What `xml.text` was given.
---@param text string
---@return string
function xml.plain(text) return (gsub(text, "&[#%w]+;", CHARACTERS)) end

return xml
