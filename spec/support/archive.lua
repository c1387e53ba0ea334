--- The parts of a ZIP archive, by name: each unpacked by gzip, which holds it against its checksum and its size.

local archive = {}

local function unpacked(packed, crc, size)
  local name = os.tmpname()
  local file <close> = assert(io.open(name, "wb"))
  file:write("\31\139\8\0\0\0\0\0\0\255", packed, string.pack("<I4I4", crc, size))
  file:close()
  local pipe = assert(io.popen(("gzip -dc < '%s'"):format(name), "r"))
  local text = pipe:read "a"
  assert(pipe:close(), "gzip refuses a part")
  os.remove(name)
  return text
end

-- As the directory at the end has them.
function archive.parts(bytes)
  assert(bytes:sub(-22, -19) == "PK\5\6", "no end of an archive")
  local parts, names = {}, {}
  local count, _, at = ("<I2I4I4"):unpack(bytes, #bytes - 11)
  at = at + 1
  for i = 1, count do
    local mark, crc, packed, size, length, from = ("<I4xxxxxxxxxxxxI4I4I4I2xxxxxxxxxxxxI4"):unpack(bytes, at)
    assert(mark == 0x02014b50, "no entry of a directory")
    names[i] = bytes:sub(at + 46, at + 45 + length)
    local begins = from + 1 + 30 + length
    assert(bytes:sub(from + 31, from + 30 + length) == names[i], "a part has another name than in the directory")
    parts[names[i]] = unpacked(bytes:sub(begins, begins + packed - 1), crc, size)
    at = at + 46 + length
  end
  return parts, names
end

return archive
