--- Sentences of failures: coders, their views, assignments and decisions.

return {
  ["bad_argument.coder_name"] = "as_coder() takes the name of a coder, a text, not {got}",
  ["bad_argument.blind_others"] = "a blind view cannot change what others coded: leave out others, or blind",
  ["bad_argument.assign_coders"] = "assign{} takes coders, a list of names such as {'anna', 'ben'}, not {got}",
  ["bad_argument.assign_sources"] = "assign{} takes sources, ids such as {'s1', 's2'} or a query such as ds.sources, "
    .. "of which there is at least one, not {got}",
  ["bad_argument.assign_each"] = "each is the number of coders for a source: from 1 to the number of coders "
    .. "given ({coders}), not {got}",
  ["bad_argument.assign_seed"] = "seed is a whole number, not {got}",
  ["bad_argument.adjudicate_thing"] = "claim {key} is about '{of}' of {other}, not about '{id}' of {name}",
  ["bad_argument.adjudicate_field"] = "claim {key} says nothing of {field}",
  ["bad_argument.adjudicate_never"] = "claim {key} is denied or deprecated, and never shown",
  ["empty.undo"] = "there is no claim in force of {who} to undo",
  ["empty.undo_of"] = "nothing was written here since this dataset was opened, and 'last' is what was; the last "
    .. "claim in force is claim {key} about {table} '{id}', by {who}: ds:undo({key}) takes it back, "
    .. "ds:as_coder('{who}'):undo('last') the last of that coder",
  ["empty.undo_nobodys"] = "nothing was written here since this dataset was opened, and 'last' is what was; the last "
    .. "claim in force is claim {key} about {table} '{id}', which names no coder: ds:undo({key}) takes it back",
  ["exists.restated"] = "claim {key} is restated by claim {by}, which stands; ds:undo({by}) takes that back",
  ["exists.adjudicated"] = "claim {key} is a decision itself, for claim {decides}; it stands until another one is made "
    .. "or ds:retract({key}, reason) takes it back",
  ["permission.view_coder"] = "this is the view of coder '{coder}', which claims nothing as '{other}'; "
    .. "ds:as_coder(name) gives that of another",
  ["permission.view_claim"] = "claim {key} is of coder '{other}', and this is the view of '{coder}', which takes back "
    .. "and restates its own; ds:as_coder('{coder}', {others = true}) does so with all",
  ["permission.view_nobodys"] = "claim {key} names no coder, and this is the view of '{coder}', which takes back and "
    .. "restates its own; ds:as_coder('{coder}', {others = true}) does so with all",
  ["permission.view_call"] = "{call}() reaches what others than '{coder}' coded; call it of the dataset itself",
  ["permission.blind_sql"] = "ds:sql() reads what this blind view of '{coder}' hides; queries, such as ds.demands, "
    .. "are asked instead",
  ["permission.blind_call"] = "{call}() would tell what this blind view of '{coder}' hides; call it of the dataset "
    .. "itself",
  ["permission.blind_view"] = "a blind view of '{coder}' gives no view of '{other}'; ask the dataset itself for it",
  ["read_only.view_of_day"] = "a view as of a day, as recorded or under a policy can only be read: ask for it of the "
    .. "coder's view, ds:as_coder(name):as_of(day)",
  ["referred_to.unseen"] = "{singular} '{id}' cannot go: something refers to it that this view does not show",
}
