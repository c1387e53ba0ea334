--- A page of doc/ of which a tool writes the lists: whatever stands between a mark and the next empty line.

local generated_page = {}

--- The tools of one page.
---@param path string
---@param mark string  a pattern of the mark, which may capture the kind of the list
---@param list fun(kind: string?): string  the list in Markdown
---@return { list: fun(kind: string?): string, read: (fun(): string), written: (fun(text: string): string) }
function generated_page.new(path, mark, list)
  local page = { list = list }

  --- The page with its lists written anew.
  function page.written(text)
    return (text:gsub("(" .. mark .. "\n)|.-\n\n", function(head, kind) return head .. list(kind) .. "\n\n" end))
  end

  --- The page as it stands.
  function page.read()
    local file <close> = assert(io.open(path, "rb"))
    return file:read "a"
  end

  return page
end

return generated_page
