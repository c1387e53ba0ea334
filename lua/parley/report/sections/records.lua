--- Records: every thing, table by table, with all its values and the claims behind them.

local records = require "parley.report.records"

return {
  id = "records", title = "Records",
  html = function(c, filters)
    local parts, done, total = {}, 0, 0
    for _, of in ipairs(c.tables) do total = total + (c.printed[of.name] and #of.things or 0) end
    for _, of in ipairs(c.tables) do
      if #of.things > 0 and c.printed[of.name] then
        parts[#parts + 1] = ('<section id="%s">\n<h3>%s</h3>\n<p>%s.</p>\n'):format(of.name,
          (of.name:gsub("^%l", string.upper)), c.write:text((of.info.meaning or ""):gsub("^%l", string.upper)))
        for _, thing in ipairs(of.things) do
          done = done + 1
          c.progress:tell(done, total)
          local is_withheld = of.name == "sources" and c.withheld[thing.id]
          parts[#parts + 1] = is_withheld and records.withheld(c, thing) or records.html(c, thing, filters)
        end
        parts[#parts + 1] = "</section>\n"
      end
    end
    return table.concat(parts)
  end,
}
