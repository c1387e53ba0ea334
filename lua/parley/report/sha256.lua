--- SHA-256 (FIPS 180-4), for the hashes by which a browser knows the script and the style of a page.

local public_call = require "parley.base.public_call"

local sha256 = {}

local MASK = 0xffffffff

-- The first 32 bits of the fractional parts of roots of the first primes: cube roots, and square roots of eight.
local function fraction(x) return math.floor((x - math.floor(x)) * 2 ^ 32) end

local K, START = {}, {}
do
  local n = 2
  while #K < 64 do
    local prime = true
    for d = 2, math.floor(math.sqrt(n)) do prime = prime and n % d ~= 0 end
    if prime then
      K[#K + 1] = fraction(n ^ (1 / 3))
      if #START < 8 then START[#START + 1] = fraction(math.sqrt(n)) end
    end
    n = n + 1
  end
end

local function rotated(x, n) return (x >> n | x << (32 - n)) & MASK end

-- The 64 words of a block: its own sixteen, and those that are made of them.
local function schedule(text, at)
  local w = { string.unpack((">I4"):rep(16), text, at) }
  for i = 17, 64 do
    local a, b = w[i - 15], w[i - 2]
    local first = rotated(a, 7) ~ rotated(a, 18) ~ a >> 3
    local second = rotated(b, 17) ~ rotated(b, 19) ~ b >> 10
    w[i] = (w[i - 16] + first + w[i - 7] + second) & MASK
  end
  return w
end

local function compress(state, w)
  local a, b, c, d, e, f, g, h = table.unpack(state)
  for i = 1, 64 do
    local one = h + (rotated(e, 6) ~ rotated(e, 11) ~ rotated(e, 25)) + (e & f ~ ~e & g) + K[i] + w[i]
    local two = (rotated(a, 2) ~ rotated(a, 13) ~ rotated(a, 22)) + (a & b ~ a & c ~ b & c)
    h, g, f, e, d, c, b, a = g, f, e, (d + one) & MASK, c, b, a, (one + two) & MASK
  end
  for i, value in ipairs { a, b, c, d, e, f, g, h } do state[i] = (state[i] + value) & MASK end
end

--- The 32 bytes of the hash of a text.
---@param text string
---@return string
function sha256.bytes(text)
  local state = table.move(START, 1, 8, 1, {})
  local padded = text .. "\128" .. ("\0"):rep((55 - #text) % 64) .. string.pack(">I8", #text * 8)
  for block in public_call.upto(#padded // 64) do compress(state, schedule(padded, 64 * block - 63)) end
  return string.pack(">I4I4I4I4I4I4I4I4", table.unpack(state))
end

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

--- The hash as a Content-Security-Policy has it: 'sha256-…'.
---@param text string
---@return string
function sha256.source(text) return "'sha256-" .. base64(sha256.bytes(text)) .. "'" end

return sha256
