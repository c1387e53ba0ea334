-- Takes the names of local variables and upvalues out of what string.dump gives; lines stay, as messages and
-- tracebacks name them. The format is that of Lua 5.4; dumps of another Lua raise.
--   thin(dump) -> dump

local FLOAT, INTEGER, SHORT, LONG = 0x13, 0x03, 0x04, 0x14         -- constants that have bytes behind their type

-- Of a dump that is read: its text and the place of the next byte; `out` is what is kept.
local Reader = {}
Reader.__index = Reader

-- Keeps the next bytes.
function Reader:keep(length)
  self.out[#self.out + 1] = self.text:sub(self.at, self.at + length - 1)
  self.at = self.at + length
end

-- A number of seven bits to a byte, the last of which is marked; kept unless `dropped`.
function Reader:size(dropped)
  local from, value = self.at, 0
  repeat
    local byte = self.text:byte(self.at)
    value, self.at = value << 7 | byte & 127, self.at + 1
  until byte >= 128
  if not dropped then self.out[#self.out + 1] = self.text:sub(from, self.at - 1) end
  return value
end

function Reader:byte()
  local byte = self.text:byte(self.at)
  self:keep(1)
  return byte
end

-- A text has its length and one before it; 0 is none.
function Reader:string(dropped)
  local size = self:size(dropped)
  if size == 0 then return end
  if dropped then self.at = self.at + size - 1 else self:keep(size - 1) end
end

function Reader:constants()
  for _ = 1, self:size() do
    local kind = self:byte()
    if kind == FLOAT or kind == INTEGER then self:keep(8)
    elseif kind == SHORT or kind == LONG then self:string()
    else assert(kind == 0x00 or kind == 0x01 or kind == 0x11, "a constant of an unknown type") end
  end
end

function Reader:lines()
  self:keep(self:size())                 -- a byte for each instruction
  for _ = 1, self:size() do              -- where such differences are too large: instruction, line
    self:size()
    self:size()
  end
end

function Reader:drop_names()
  for _ = 1, self:size(true) do          -- local variables: name, from, to
    self:string(true)
    self:size(true)
    self:size(true)
  end
  for _ = 1, self:size(true) do self:string(true) end
  self.out[#self.out + 1] = "\x80\x80"   -- none of either
end

function Reader:chunk()
  self:string()                          -- the source, which only the outermost has
  self:size()                            -- first line
  self:size()                            -- last line
  self:keep(3)                           -- parameters, whether it takes more, stack
  self:keep(4 * self:size())             -- code
  self:constants()
  self:keep(3 * self:size())             -- upvalues
  for _ = 1, self:size() do self:chunk() end
  self:lines()
  self:drop_names()
end

-- Signature, version, format, bytes that conversions would change; sizes of an instruction, an integer, a number.
local HEAD <const> = "\27Lua\x54\0\x19\x93\r\n\x1a\n\4\8\8"

return function(dump)
  assert(dump:sub(1, #HEAD) == HEAD, "not a dump of Lua 5.4 with integers and numbers of 8 bytes")
  local reader = setmetatable({ text = dump, at = 1, out = {} }, Reader)
  reader:keep(#HEAD + 8 + 8 + 1)         -- an integer and a number to compare, and how many upvalues
  reader:chunk()
  assert(reader.at == #dump + 1, "a dump of an unknown form")
  return table.concat(reader.out)
end
