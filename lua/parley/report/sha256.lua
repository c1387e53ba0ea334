--- SHA-256 as a Content-Security-Policy has it, for the hashes by which a browser knows the script and the style of a
--- page.

local core = require "parley.core"

local sha256 = {}

local LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

-- Base64 of bytes.
local function base64(bytes)
  local parts = {}
  for at = 1, #bytes, 3 do
    local a, b, c = bytes:byte(at, at + 2)
    local group = a << 16 | (b or 0) << 8 | (c or 0)
    for i = 0, 3 do
      local digit = group >> (18 - 6 * i) & 63
      local is_padding = i == 2 and not b or i == 3 and not c
      parts[#parts + 1] = is_padding and "=" or LETTERS:sub(digit + 1, digit + 1)
    end
  end
  return table.concat(parts)
end

--- The hash of a text: 'sha256-…'.
---@param text string
---@return string
function sha256.source(text) return "'sha256-" .. base64(core.sha256(text)) .. "'" end

return sha256
