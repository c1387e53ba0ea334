--- Writing HTML: every text that stands in a report goes through here, and can be nothing but text.
-- This is the one place where texts are escaped, where withheld names are taken out of them, and where an address
-- becomes a link: only those of the web do, all others stay text.

local plain = require "parley.base.plain_text"
local xml = require "parley.base.xml"

---@class parley.ReportWriting
---@field redact (fun(text: string): string)?
local Writing = {}
Writing.__index = Writing

local writing = {}

--- @param redact (fun(text: string): string)?  takes out what is withheld
function writing.new(redact)
  return setmetatable({ redact = redact }, Writing)
end

--- A text inside an element or an attribute.
---@param value any
---@return string
function Writing:text(value)
  if type(value) ~= "string" then return plain.bare(value) end
  if self.redact then value = self.redact(value) end
  if not value:find "[^%w%s%%.,:;!?()/_+-]" and not value:find "[%c]" then return value end
  return xml.html(plain.visible(value, true))
end

-- Bytes with which letters written from right to left begin: Hebrew to N'Ko, and what comes in Arabic's other forms.
local LEADS = "[\214-\223\224\239\240]"

--- A text among others: one with letters that run from right to left keeps its direction to itself.
---@param value any
---@return string
function Writing:words(value)
  local text = self:text(value)
  return text:find(LEADS) and "<bdi>" .. text .. "</bdi>" or text
end

-- Ids stand in many addresses, most of them as they are.
local function encoded(part)
  if not part:find "[^%w._~-]" then return part end
  return (part:gsub("[^%w._~-]", function(byte) return ("%%%02X"):format(byte:byte()) end))
end

--- The address of a thing, or of a field of it, within the page: as an `id` and, after a #, in links. It holds no
--- character that HTML or an address would mind.
---@param name string
---@param id string?
---@param field string?
---@return string
function Writing.address(name, id, field)
  name = encoded(name)
  if not id then return name end
  return field and name .. "/" .. encoded(id) .. "/" .. encoded(field) or name .. "/" .. encoded(id)
end

--- A link inside the page; `html` is what it is put around.
---@param address string
---@param html string
---@return string
function Writing.inside(address, html) return ('<a href="#%s">%s</a>'):format(address, html) end

--- An address as a link, where it is one of the web; else as text.
---@param url string
---@param label string?
---@return string
function Writing:outside(url, label)
  local text = self:words(label or url)
  if not url:find "^https?://[^%s]+$" or self.redact and self.redact(url) ~= url then return text end
  return ('<a href="%s" rel="noreferrer noopener">%s</a>'):format(self:text(url), text)
end

return writing
