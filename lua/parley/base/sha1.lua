--- SHA-1 (FIPS 180-4), for the ids that other people's formats make of what a record says; for nothing secret.

local sha1 = {}

local MASK <const> = 0xffffffff

local function rotated(x, n) return (x << n | x >> (32 - n)) & MASK end

-- What a round mixes of three words, and the number it adds.
local function mixed(round, b, c, d)
  if round < 20 then return b & c | ~b & MASK & d, 0x5a827999 end
  if round < 40 then return b ~ c ~ d, 0x6ed9eba1 end
  if round < 60 then return b & c | b & d | c & d, 0x8f1bbcdc end
  return b ~ c ~ d, 0xca62c1d6
end

local function add_block(state, text, at)
  local w = { string.unpack((">I4"):rep(16), text, at) }
  for i = 17, 80 do w[i] = rotated(w[i - 3] ~ w[i - 8] ~ w[i - 14] ~ w[i - 16], 1) end
  local a, b, c, d, e = table.unpack(state)
  for round = 0, 79 do
    local f, k = mixed(round, b, c, d)
    a, b, c, d, e = (rotated(a, 5) + f + e + k + w[round + 1]) & MASK, a, rotated(b, 30), c, d
  end
  for i, value in ipairs { a, b, c, d, e } do state[i] = (state[i] + value) & MASK end
end

--- The hash of a text, as 40 hexadecimal digits.
---@param text string
---@return string
function sha1.hex(text)
  local state = { 0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0 }
  local padded = text .. "\x80" .. ("\0"):rep((55 - #text) % 64) .. string.pack(">I8", #text * 8)
  for at = 1, #padded, 64 do add_block(state, padded, at) end
  return ("%08x%08x%08x%08x%08x"):format(table.unpack(state))
end

return sha1
