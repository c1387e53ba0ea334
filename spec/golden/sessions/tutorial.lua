--- The keys of a session at the prompt, as the tutorial would be typed: what each step types, and what shows that it
-- was answered. The answers are in the .txt files beside this one; tools/golden_sessions.lua records them anew.
--
--   keys       what is typed: \n is Enter, \t Tab, \3 Ctrl-C, \4 Ctrl-D, \27[A the arrow up
--   shows      the text that has come when it is answered; without it the prompt
--   ends       the text that what has come ends with; without it the prompt
--   works      true: it does not answer, and is at work after a while
--   smart      true: not on a dumb terminal, which has no pager

return {
  { keys = "ds = parley.open()\n" },
  { keys = "ds.talks\n" },
  -- Tab completes tables, verbs, columns, words of a vocabulary
  { keys = "ds.dem\t", ends = "ds.demands" },
  { keys = ":whe\t", ends = ":where" },
  { keys = "{par\t", ends = "{party " },
  { keys = "= 'ukraine'}:cou\t", ends = ":count" },
  { keys = "()\n" },
  { keys = "_ * 2\n" },
  { keys = "ds.talks:get('\t\t", ends = "> ds.talks:get('" },
  { keys = "r2').name\n" },
  -- the arrow up brings the line before, Ctrl-C clears it
  { keys = "\27[A", ends = "ds.talks:get('r2').name" },
  { keys = "\3" },
  -- a chunk of several lines
  { keys = "for i = 1, 2 do\n", ends = ">> " },
  { keys = "print(ds.demands:where{party = 'ukraine'}:count() * i)\n", ends = ">> " },
  { keys = "end\n" },
  -- mistakes
  { keys = "ds.demands:where{prty = 'ukraine'}\n" },
  { keys = "ds.demnads\n" },
  { keys = "ds.demands:by('topic')::count()\n" },
  { keys = "parley.help('median')\n" },
  -- a result longer than the screen, in the pager
  { keys = "ds.demands:show('all')\n", ends = "\n:", smart = true },
  { keys = " ", ends = "(END)", smart = true },
  { keys = "q", smart = true },
  -- Ctrl-C ends a loop and a query
  { keys = "while true do end\n", works = true },
  { keys = "\3" },
  { keys = "endless = 'with recursive c(x) as (select 1 union all select x + 1 from c)'\n" },
  { keys = "ds:sql(endless .. ' select max(x) from c')\n", works = true },
  { keys = "\3" },
  { keys = "ds.demands:by('topic'):count():sort('count desc'):limit(3)\n" },
}
