--- Times of day: hours and minutes, and seconds perhaps, with two digits each, so that they sort as they pass.

local clock = {}

--- A time as it is stored, "9:30" as "09:30"; nil where the text is no time of day.
---@param text string
---@return string?
function clock.read(text)
  local hours, rest = text:match "^%s*(%d%d?)(:[0-5]%d)%s*$"
  if not hours then hours, rest = text:match "^%s*(%d%d?)(:[0-5]%d:[0-5]%d)%s*$" end
  if not hours or tonumber(hours) > 23 then return nil end
  return ("%02d%s"):format(math.tointeger(tonumber(hours)), rest)
end

return clock
