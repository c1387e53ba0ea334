--- The command `help`: of the program, of a command, or of a word of Parley's.

local function help(call)
  local given, word = call.options, call.arguments[1]
  if given.completion then return call:text(call:completion(given.completion)) end
  if given.man then return call:text(call:man_page()) end
  local text = call:help(word)
  if text then return call:text(text) end
  local ask = rawget(call.parley, "help")
  if not ask then call:refuse(word) end
  call:value(ask(word))
end

return {
  { name = "help", needs = "nothing", summary = "How the program, a command, or a word of Parley's is used.",
    arguments = { { name = "WORD", meaning = "a command; a function, table or word of a vocabulary",
      optional = true } },
    options = { "completion", "man", "file" }, run = help,
    examples = { "parley help", "parley help rows" } },
}
