--- Pictures in files: SVG and HTML are written here; PNG is drawn by a program that is asked for, rsvg-convert or
-- Chromium. A file is written beside its name and takes the name at the end, so that one who is stopped leaves the
-- old file.

local errors = require "parley.base.errors"
local files = require "parley.base.files"
local plain = require "parley.base.plain_text"
local suggest = require "parley.base.suggest"

local picture_files = {}

local EXTENSIONS = { ".svg", ".html", ".png" }

--- The extension of a path, one that pictures have.
---@param path any
---@return string
function picture_files.extension(path)
  if type(path) ~= "string" or path == "" or path:find("\0", 1, true) then errors.raise "bad_argument.picture_path" end
  local extension = path:match("[^/.][^/]*(%.[^./]*)$")
  if extension and suggest.contains(EXTENSIONS, extension:lower()) then return extension:lower() end
  errors.raise("no_name.file_extension", { path = plain.visible(path), extensions = table.concat(EXTENSIONS, " "),
    hint = suggest.meant(extension and suggest.nearest(extension, EXTENSIONS)) })
end

-- PNG --------------------------------------------------------------------------------------------------------

local function quoted(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

local function has(program) return os.execute("command -v " .. program .. " >/dev/null 2>&1") == true end

-- What turns an SVG file into a PNG file of twice its size, sharp on most screens.
local function rsvg(from, to) return ("rsvg-convert -z 2 -f png -o %s %s"):format(quoted(to), quoted(from)) end

local function chromium(program)
  return function(from, to, width, height)
    return ("%s --headless --disable-gpu --hide-scrollbars --force-device-scale-factor=2 --window-size=%d,%d "
      .. "--screenshot=%s %s >/dev/null 2>&1"):format(program, math.ceil(width), math.ceil(height), quoted(to),
      quoted(from))
  end
end

local PROGRAMS = { { "rsvg-convert", rsvg }, { "chromium", chromium "chromium" },
  { "chromium-browser", chromium "chromium-browser" }, { "google-chrome", chromium "google-chrome" } }

--- The bytes of a PNG file of an SVG text.
---@param path string beside which the work is done
---@return string? bytes, string|parley.Error|nil message, string|integer|nil code
local function converted(path, svg, width, height)
  for _, entry in ipairs(PROGRAMS) do
    if has(entry[1]) then
      local from, to = path .. ".part.svg", path .. ".part.png"
      local ok, message, code = files.write(from, svg)
      if not ok then return nil, message, code end
      local made = os.execute(entry[2](from, to, width, height))
      local file = io.open(to, "rb")
      local bytes = file and file:read "a"
      if file then file:close() end
      os.remove(from)
      os.remove(to)
      if made and bytes and bytes ~= "" then return bytes end
      return errors.fail("misuse.png_program", { program = entry[1] })
    end
  end
  return errors.fail "missing_program"
end

--- Writes a picture into a file.
---@param path string
---@param texts { svg: (fun(): string, number, number), html: fun(): string }
---@return true? ok, string? message, string? code
function picture_files.save(path, texts)
  local extension = picture_files.extension(path)
  if not (io and os) then errors.raise "bad_argument.save_without_io" end
  local text, message, code
  if extension == ".html" then
    text = texts.html()
  else
    local svg, width, height = texts.svg()
    text = svg
    if extension == ".png" then text, message, code = converted(path, svg, width, height) end
  end
  if not text then return files.cannot("save", path, message, code) end
  return files.replace(path, text)
end

return picture_files
