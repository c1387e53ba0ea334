--- Reads XML, and HTML that is well formed: elements with attributes, children and text; anything else is an error.

local xml = {}

local ENTITIES = { lt = "<", gt = ">", amp = "&", quot = '"', ["#13"] = "\r", ["#39"] = "'" }

local function unescaped(text)
  assert(not text:find "<" and not text:gsub("&[#%w]+;", ""):find "&", "raw markup in: " .. text)
  return (text:gsub("&([#%w]+);", function(name) return assert(ENTITIES[name], name) end))
end

local function element_of(name, attributes)
  local element = { name = name, children = {}, text = "" }
  for key, value in attributes:gmatch ' ([%w.:-]+)="([^"]*)"' do element[key] = unescaped(value) end
  assert(attributes:gsub(' [%w.:-]+="[^"]*"', "") == "", "strange attributes: " .. attributes)
  return element
end

--- The elements of a text, in order, each with name, children, text and its attributes.
---@param text string
---@return table[]
function xml.elements(text)
  local root, at = { children = {}, text = "" }, 1
  local stack = { root }
  for before, close, name, attributes, empty, stop in text:gmatch "([^<]*)<(/?)(%w+)([^>]-)(/?)>()" do
    local top = stack[#stack]
    top.text, at = top.text .. unescaped(before), stop
    if close == "/" then
      assert(name == top.name, ("</%s> closes <%s>"):format(name, tostring(top.name)))
      stack[#stack] = nil
    else
      local element = element_of(name, attributes)
      table.insert(top.children, element)
      if empty == "" then stack[#stack + 1] = element end
    end
  end
  unescaped(text:sub(at))
  assert(#stack == 1, "unclosed elements")
  return root.children
end

--- The one element of a document, which begins with its declaration.
---@param text string
---@return table
function xml.document(text)
  local at = text:match "^<%?xml version=\"1.0\" encoding=\"UTF%-8\"%?>\n()"
  assert(at, "no declaration")
  return xml.elements(text:sub(at))[1]
end

return xml
