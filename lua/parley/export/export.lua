--- Tables written out as text or into files, in the format that a name or an extension says.
-- CSV, JSON, GraphML and Arrow are for machines: every value is exact, or the export fails. The others are for reading.

local errors = require "parley.base.errors"
local files = require "parley.base.files"
local formats = require "parley.export.formats"
local options = require "parley.base.options"
local plain = require "parley.base.plain_text"
local stream = require "parley.export.stream"
local suggest = require "parley.base.suggest"

local export = {}

-- The format of a name, with the options of a call, which CSV and Arrow have.
local function format_with(name, given, what)
  local format = formats.load(name)
  if given == nil then return format end
  if format.with then return format.with(given, what) end
  options.check(given, what, {})
  return format
end

--- The whole table as one string.
---@param src table|userdata a query or a frame
---@param name string  a format
---@param given parley.CsvOptions|parley.ArrowOptions|parley.SheetOptions|nil
---@return string
function export.to_string(src, name, given)
  if not formats.by_name[name] then
    errors.raise("no_name.export_format", { name = plain.visible(tostring(name)), known = formats.names })
  end
  local batches = {}
  stream.write(src, format_with(name, given, ("to_%s()"):format(name)), function(text)
    batches[#batches + 1] = text
    return true
  end, "")
  return table.concat(batches)
end

--- Writes the whole table to an open file; gives true, or nil, message and errno.
---@param src table|userdata a query or a frame
---@param name string a format
---@param file file*
---@return true? ok, string? message, string? code
function export.write(src, name, file) return stream.write(src, formats.load(name), file, "") end

-- Files ------------------------------------------------------------------------------------------------

local function format_of(path, given)
  if type(path) ~= "string" or path == "" or path:find("\0", 1, true) then
    errors.raise "bad_argument.save_path"
  end
  local extension = path:match("[^/.][^/]*(%.[^./]*)$")
  local name = extension and formats.by_extension[extension:lower()]
  if name then return format_with(name, given, ("save() as %s"):format(name)) end
  errors.raise("no_name.file_extension", { path = plain.visible(path),
    extensions = table.concat(formats.extensions, " "),
    hint = suggest.meant(extension and suggest.nearest(extension, formats.extensions)) })
end

-- A host program need not open these libraries.
local function need_files()
  if io and os then return end
  errors.raise "bad_argument.save_without_io"
end

-- The stream's own answer, with the file closed: data may fail to reach the disk even then.
local function fill(file, src, format, path)
  local opening = format.opening and format.opening(path) or ""
  local ran, ok, message, code = pcall(stream.write, src, format, file, opening)
  local closed, close_message, close_code = file:close()
  if ran and ok and not closed then ok, message, code = nil, close_message, close_code end
  return ran, ok, message, code
end

-- A file to fill, and its name for now: that of the target itself where it is no file but a device or a pipe.
local function made_for(target, in_place)
  if not in_place then return files.make_beside(target, function(name) return io.open(name, "wb") end) end
  local file, message, code = io.open(target, "wb")
  return file, file and target or message, code
end

-- The file appears, or replaces an older one, only when it is complete: after any failure what was there before is
-- still there.
local function save_in(src, path, format)
  local target, in_place = files.target(path)
  local file, name, code = made_for(target, in_place)
  if not file then return files.cannot("save", path, name, code) end
  local ran, ok, message
  ran, ok, message, code = fill(file, src, format, path)
  if ran and ok then
    if not in_place then ok, message, code = os.rename(name, target) end
    if ok then return true end
  end
  if not in_place then os.remove(name) end
  if not ran then error(ok, 0) end
  return files.cannot("save", path, message, code)
end

--- Writes the table to `path`, in the format its extension names, whole or not at all.
---@param src table|userdata a query or a frame
---@param path string
---@param given parley.CsvOptions|parley.ArrowOptions|parley.SheetOptions|nil
---@return true? ok
---@return string? message when the file cannot be written
---@return string? code
function export.save(src, path, given)
  need_files()
  return save_in(src, path, format_of(path, given))
end

--- The same in a format at hand, of whatever it can write.
---@param src any
---@param path string
---@param format parley.Format
---@return true? ok, string? message, string? code
function export.save_with(src, path, format)
  need_files()
  return save_in(src, path, format)
end

--- The same in a format of that name, whatever the file is called.
---@param src table|userdata a query or a frame
---@param path string
---@param name string
---@return true? ok, string? message, string? code
function export.save_as(src, path, name)
  need_files()
  return save_in(src, path, formats.load(name))
end

return export
