--- Cells of the formats that people read, such as Markdown: what cannot be seen is spelt out, and what the format would
-- obey is escaped.

local plain = require "parley.base.plain_text"

local readable = {}

local find, gsub = string.find, string.gsub

--- A cell writer from an escape for visible text, in which every line break is "\n".
---@param escape fun(text: string): string
---@param minded string? a pattern of what the format minds though every other takes it as it is
---@return fun(value: string|number|boolean): string
function readable.cell(escape, minded)
  return function(value)
    if type(value) ~= "string" then return plain.bare(value) end
    if plain.is_harmless(value) and not (minded and find(value, minded)) then return value end
    if find(value, "\r", 1, true) then value = gsub(gsub(value, "\r\n", "\n"), "\r", "\n") end
    return escape(plain.visible(value, true))
  end
end

return readable
