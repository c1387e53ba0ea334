--- Completion of the program for bash, zsh and fish, made of the table of commands and of that of options: commands,
-- options of the command at hand, words that an option takes, tables, files; ids and columns are asked of the program.

local commands = require "parley.repl.command.commands"
local options = require "parley.repl.command.options"

local completion = {}

-- What one shell takes as a text: between single quotes, one of which ends them.
local function quoted(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

local function tables() return require("parley.codebook.tables").table_names() end

local function option_words(command)
  local list = {}
  for _, option in ipairs(options.of(command)) do list[#list + 1] = "--" .. option.name end
  return table.concat(list, " ")
end

-- All options that take a value, in the order of their names.
local function with_values()
  local list = {}
  for _, option in pairs(options.by_name) do
    if option.argument then list[#list + 1] = option end
  end
  table.sort(list, function(a, b) return a.name < b.name end)
  return list
end

local function pattern(option) return "--" .. option.name .. (option.short and "|-" .. option.short or "") end

-- The patterns of options, joined for a `case`, of those for which a test holds.
local function patterns(test)
  local list = {}
  for _, option in ipairs(with_values()) do
    if test(option) then list[#list + 1] = pattern(option) end
  end
  return table.concat(list, "|")
end

-- The numbers of the command's arguments, from 1, that are of a kind ("table"), as patterns.
local function places_of(command, kind)
  local list = {}
  for i, argument in ipairs(command.arguments or {}) do
    if argument.complete == kind then list[#list + 1] = command.name .. ":" .. i end
  end
  return list
end

local function all_places(kind)
  local list = {}
  for _, command in ipairs(commands.all()) do
    for _, place in ipairs(places_of(command, kind)) do list[#list + 1] = place end
  end
  return table.concat(list, "|")
end

-- A line of a `case` for each command, and for each option with words of its own.
local function cases(template, with)
  local lines = {}
  for _, item in ipairs(with) do lines[#lines + 1] = template:format(item[1], item[2]) end
  return table.concat(lines, "\n")
end

local function command_options()
  local list = {}
  for i, command in ipairs(commands.all()) do list[i] = { command.name, option_words(command) } end
  return list
end

local function option_choices()
  local list = {}
  for _, option in ipairs(with_values()) do
    if option.choices then list[#list + 1] = { pattern(option), table.concat(option.choices, " ") } end
  end
  return list
end

local function filled(script, values)
  return (script:gsub("@(%u+)@", function(name) return values[name] end))
end

local function values(datasets)
  return {
    COMMANDS = table.concat(commands.names, " "), PLAIN = table.concat(commands.names, "|"),
    DATASETS = table.concat(datasets, " "), TABLES = table.concat(tables(), " "),
    VALUES = patterns(function() return true end),
    TABLEOPTIONS = patterns(function(option) return option.complete == "table" end),
    FILEOPTIONS = patterns(function(option) return option.complete == "file" end),
    COLUMNOPTIONS = patterns(function(option) return option.complete == "column" end),
    PLACES = all_places "table", IDS = all_places "id", COLUMNS = all_places "column",
    OPTIONS = cases("    %s) options='%s' ;;", command_options()),
    CHOICES = cases("    %s) offered='%s' ;;", option_choices()),
  }
end

-- bash and zsh walk the words alike: which is the command, and how many arguments stand before the cursor.
local WALK = [=[
  local word previous= command= dataset= table= before= count=0 skip= ended= i options= offered=
  local -a given
  for ((i = @FIRST@; i < at; i++)); do
    word=${line[i]}
    [ "$word" != = ] || continue
    if [ -n "$skip" ]; then skip=; previous=$word; continue; fi
    if [ -z "$ended" ]; then
      case $word in
        --) ended=1; continue ;;
        @VALUES@) skip=1; previous=$word; continue ;;
        -?*) continue ;;
      esac
    fi
    if [ -n "$command" ]; then
      before=$word; count=$((count + 1)); given+=("$word")
      case $command:$count in @PLACES@) table=$word ;; esac
      continue
    fi
    case $word in
      @PLAIN@) command=$word; count=0 ;;
      *) count=$((count + 1)); dataset=$word ;;
    esac
  done
  case $command in
@OPTIONS@
  esac
  if [ -n "$skip" ]; then
    case $previous in
@CHOICES@
    @TABLEOPTIONS@) offered='@TABLES@' ;;
    @COLUMNOPTIONS@) offered="LIST $(_parley_listed "$dataset" "$table" "$command" "${given[@]}")" ;;
    @FILEOPTIONS@) offered=FILES ;;
    esac
  elif [ -z "$ended" ] && [ "${current:0:1}" = - ]; then offered=$options
  elif [ -z "$command" ]; then
    if [ "$count" = 0 ]; then offered='FILES @COMMANDS@ @DATASETS@'; else offered='@COMMANDS@'; fi
  else
    case $command:$((count + 1)) in
      @PLACES@) offered='@TABLES@' ;;
      @IDS@) offered=$(_parley_ids "$dataset" "$before" "$current") ;;
      @COLUMNS@) offered=$(_parley_columns "$dataset" "$table") ;;
      help:1) offered='@COMMANDS@' ;;
      *) offered=FILES ;;
    esac
  fi]=]

-- What only the dataset knows is asked of the program: ids, of which a hundred from the one that is begun on; the
-- columns of a table or a file; and those of what a command lists, which stand in its first line. LIST in front of
-- words says that they may stand within an expression, behind others.
local ASKED = [=[
_parley_ask() { parley "$@" --csv </dev/null 2>/dev/null | tail -n +2; }
_parley_ids() {
  _parley_ask ${1:+"${1/#\~/$HOME}"} rows "$2" --select id --sort id --where 'id >= ?' --param "$3" --limit 100
}
_parley_columns() { _parley_ask ${1:+"${1/#\~/$HOME}"} describe ${2:+"$2"} --select column; }
_parley_listed() {
  local dataset=${1:+"${1/#\~/$HOME}"} table=$2 command=$3
  shift 3
  case $command in
    rows|plot) [ -z "$table$dataset" ] || _parley_columns "$dataset" "$table" ;;
    ?*) parley ${dataset:+"$dataset"} "$command" "$@" --limit 0 --csv </dev/null 2>/dev/null | head -n 1 | tr , '\n' ;;
  esac
}
]=]

local SCRIPTS = {}

SCRIPTS.bash = [=[
# Completion of parley for bash; written by parley help --completion bash
]=] .. ASKED .. [=[
_parley() {
  local line=("${COMP_WORDS[@]}") at=$COMP_CWORD current=${2-${COMP_WORDS[COMP_CWORD]}}
]=] .. WALK:gsub("@FIRST@", "1") .. [=[

  COMPREPLY=()
  local begun=
  case $offered in
    LIST*) offered=${offered#LIST}; compopt -o nospace 2>/dev/null
      begun=${current%"${current##*[!A-Za-z0-9_]}"}; current=${current#"$begun"} ;;
    FILES*) offered=${offered#FILES}; compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
  esac
  local found
  mapfile -t found < <(compgen -W "$offered" -- "$current")
  COMPREPLY+=("${found[@]/#/$begun}")
}
complete -F _parley parley
]=]

SCRIPTS.zsh = [=[
#compdef parley
# Completion of parley for zsh; written by parley help --completion zsh
]=] .. ASKED .. [=[
_parley() {
  local -a line
  line=("${words[@]}")
  local at=$CURRENT current=$PREFIX
  case $current in
    --*=*) line[at]=(${current%%=*} '')
      at=$((at + 1)); compset -P '*='; current=$PREFIX ;;
  esac
  local offered
  offered=$(_parley_words)
  if [[ $offered == LIST* ]]; then
    compset -P '*[^A-Za-z0-9_]'
    compadd -S '' -- ${=offered#LIST}
    return 0
  fi
  if [[ $offered == FILES* ]]; then
    _files
    offered=${offered#FILES}
  fi
  local -a list
  list=(${=offered})
  (( $#list )) && compadd -- $list
  return 0
}

# The words that can stand at the cursor; FILES in front where a file can.
_parley_words() {
]=] .. WALK:gsub("@FIRST@", "2") .. [=[

  print -r -- $offered
}

if [ "$funcstack[1]" = _parley ]; then _parley "$@"; else compdef _parley parley; fi
]=]

-- fish asks each line by itself whether it applies; one function finds the command.
local FISH = [[
# Completion of parley for fish; written by parley help --completion fish
function __parley_words
    set -l line (commandline -opc)
    set -l skip 0
    for word in $line[2..-1]
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case @FISHVALUES@
                set skip 1
            case '-?*'
            case '*'
                echo -- $word
        end
    end
end
function __parley_command
    for word in (__parley_words)
        switch $word
            case @FISHPLAIN@
                echo $word
                return 0
        end
    end
    return 1
end
function __parley_argument
    set -l count 0
    set -l command ''
    for word in (__parley_words)
        if test -n "$command"
            set count (math $count + 1)
        else if contains -- $word @COMMANDS@
            set command $word
        end
    end
    test -n "$command"; and echo $command:(math $count + 1)
end
# The dataset, the first argument of the command, and the last one.
function __parley_given
    set -l dataset ''
    set -l arguments
    set -l command ''
    for word in (__parley_words)
        if test -n "$command"
            set -a arguments $word
        else if contains -- $word @COMMANDS@
            set command $word
        else
            set dataset (string replace -r '^~' $HOME -- $word)
        end
    end
    echo -- $dataset
    test -n "$arguments[1]"; and printf '%s\n' $arguments[1] $arguments[-1]
end
function __parley_ask
    parley $argv --csv </dev/null 2>/dev/null | tail -n +2
end
function __parley_ids
    set -l given (__parley_given)
    __parley_ask (string match -r -- '.+' "$given[1]") rows $given[3] --select id --sort id --where 'id >= ?' \
        --param (commandline -ct) --limit 100
end
function __parley_columns
    set -l given (__parley_given)
    set -q given[2]; and __parley_ask (string match -r -- '.+' "$given[1]") describe $given[2] --select column
end
function __parley_list
    set -l begun (commandline -ct | string replace -r -- '^--[^=]*=' '' | string match -r -- '.*[^A-Za-z0-9_]')
    for column in (__parley_listed)
        echo -- "$begun"$column
    end
end
# The columns of the table or file at hand, or of what the command lists.
function __parley_listed
    set -l given (__parley_given)
    set -l command (__parley_command)
    set -l arguments
    set -l seen 0
    for word in (__parley_words)
        test $seen = 1; and set -a arguments $word
        test "$word" = $command; and set seen 1
    end
    switch $command
        case rows plot
            set -l table $arguments[1]
            test $command = plot; and set table $arguments[2]
            test -n "$given[1]$table"; or return
            __parley_ask (string match -r -- '.+' "$given[1]") describe $table --select column
        case '?*'
            parley (string match -r -- '.+' "$given[1]") $command $arguments --limit 0 --csv </dev/null 2>/dev/null \
                | head -n 1 | string split ,
    end
end
function __parley_is
    set -l command (__parley_command)
    test "$command" = $argv[1]
end
function __parley_at
    set -l argument (__parley_argument)
    test "$argument" = $argv[1]
end
complete -c parley -n 'not __parley_command >/dev/null' -a '@DATASETS@' -d dataset
complete -c parley -n '__parley_at help:1' -f -a '@COMMANDS@'
]]

local function fish_option(command, option)
  local parts = { "complete -c parley -n '__parley_is " .. command.name .. "'", "-l " .. option.name }
  if option.short then parts[#parts + 1] = "-s " .. option.short end
  if option.argument then parts[#parts + 1] = option.complete == "file" and "-r -F" or "-x" end
  local words = option.choices or option.complete == "table" and tables() or nil
  if words then parts[#parts + 1] = "-a " .. quoted(table.concat(words, " ")) end
  if option.complete == "column" then parts[#parts + 1] = "-a '(__parley_list)'" end
  parts[#parts + 1] = "-d " .. quoted(option.meaning):gsub("'\\''", "\\'")
  return table.concat(parts, " ")
end

local function fish(datasets)
  local known = values(datasets)
  known.FISHVALUES, known.FISHPLAIN = known.VALUES:gsub("|", " "), known.COMMANDS
  local kinds = { { "table", quoted(known.TABLES) }, { "id", "'(__parley_ids)'" },
    { "column", "'(__parley_columns)'" } }
  local lines = { filled(FISH, known) }
  for _, command in ipairs(commands.all()) do
    lines[#lines + 1] = ("complete -c parley -n 'not __parley_command >/dev/null' -a %s -d %s"):format(command.name,
      quoted(command.summary):gsub("'\\''", "\\'"))
    for _, kind in ipairs(kinds) do
      for _, place in ipairs(places_of(command, kind[1])) do
        lines[#lines + 1] = ("complete -c parley -n '__parley_at %s' -f -a %s"):format(place, kind[2])
      end
    end
    for _, option in ipairs(options.of(command)) do lines[#lines + 1] = fish_option(command, option) end
  end
  return table.concat(lines, "\n") .. "\n"
end

--- The script for a shell.
---@param shell "bash"|"zsh"|"fish"
---@param datasets string[] names of those that come with Parley
---@return string
function completion.of(shell, datasets)
  if shell == "fish" then return fish(datasets) end
  return filled(SCRIPTS[shell], values(datasets))
end

return completion
