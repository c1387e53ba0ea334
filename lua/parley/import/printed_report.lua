--- What the report of an import looks like when it is printed.

local plain = require "parley.base.plain_text"

local printed_report = {}

--- A number with commas between its thousands.
---@param n integer
---@return string
function printed_report.grouped(n)
  local text = tostring(n):reverse():gsub("(%d%d%d)", "%1,"):reverse()
  return (text:gsub("^,", ""))
end

local grouped = printed_report.grouped

local MOST_SHOWN = 10

local function add_list(lines, title, list, word)
  if #list == 0 then return end
  lines[#lines + 1] = title
  for i, item in ipairs(list) do
    if i > MOST_SHOWN then
      lines[#lines + 1] = ("    … and %d more"):format(#list - MOST_SHOWN)
      break
    end
    lines[#lines + 1] = "    " .. plain.visible(word(item))
  end
end

local function unmapped_words(item)
  return ("%s: '%s' %d×%s"):format(item.target, item.value, item.count,
    item.near and (", near '%s'"):format(item.near) or "")
end

local function reason_words(item)
  return ("%s× %s (first at line %d)"):format(grouped(item.count), item.reason, item.line)
end

-- "published: '2024-01-01' stated, '2020-01-01' known; the file counts as source 'x@2024-01-01'"
local function source_words(item)
  return ("%s: '%s' stated, '%s' known%s"):format(item.column, item.stated, item.stored,
    item.edition and ("; the file counts as source '%s'"):format(item.edition) or "")
end

local MOST_UNUSED = 12

-- "3 columns not used: a, plaec (near 'place'), c"
local function unused_words(self)
  local words = {}
  for i, name in ipairs(self.unused) do
    if i > MOST_UNUSED then
      words[i] = ("… and %d more"):format(#self.unused - MOST_UNUSED)
      break
    end
    words[i] = self.near[name] and ("%s (near '%s')"):format(name, self.near[name]) or name
    if name == "id" and self.keyed then words[i] = "id (the key makes the ids)" end
  end
  return ("%d column%s not used: %s"):format(#self.unused, #self.unused == 1 and "" or "s",
    plain.visible(table.concat(words, ", ")))
end

--- A report as lines of text.
---@param self parley.ImportReport
---@return string
function printed_report.text(self)
  local lines = { ("%s → %s: %s row%s read in %.1f s"):format(self.file, self.table, grouped(self.read),
    self.read == 1 and "" or "s", self.seconds) }
  lines[2] = ("  added %s, updated %s, unchanged %s, quarantined %s"):format(grouped(self.added), grouped(self.updated),
    grouped(self.unchanged), grouped(self.quarantined))
  if self.skipped > 0 then lines[2] = lines[2] .. ", skipped " .. grouped(self.skipped) end
  if self.folded > 0 then lines[2] = lines[2] .. ", folded " .. grouped(self.folded) end
  for _, entry in ipairs(self.tables) do
    if entry.table ~= self.table then
      lines[#lines + 1] = ("  %s: added %s, updated %s, unchanged %s"):format(entry.table, grouped(entry.added),
        grouped(entry.updated), grouped(entry.unchanged))
    end
  end
  if self.mirrored > 0 then
    lines[#lines + 1] = ("  %s row%s of others: mirrors = \"fold\" leaves them out, \"keep\" takes them unsaid"):format(
      grouped(self.mirrored), self.mirrored == 1 and " is the mirror" or "s are mirrors")
  end
  if self.bare > 0 then
    lines[#lines + 1] = ("  %s row%s nothing but an id"):format(grouped(self.bare),
      self.bare == 1 and " says" or "s say")
  end
  add_list(lines, "  the source is known otherwise:", self.source, source_words)
  add_list(lines, "  set aside (ds.quarantine):", self.reasons, reason_words)
  add_list(lines, "  words without a place:", self.unmapped, unmapped_words)
  if #self.unused > 0 then lines[#lines + 1] = "  " .. unused_words(self) end
  for _, note in ipairs(self.notes) do lines[#lines + 1] = "  note: " .. plain.visible(note.note) end
  return table.concat(lines, "\n")
end

return printed_report
