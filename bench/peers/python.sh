# Runs the first python3 of PATH that has the module named first:  sh python.sh MODULE ARGUMENT...
module=$1
shift
IFS=:
for folder in $PATH; do
  python=$folder/python3
  if [ -x "$python" ] && "$python" -c 'import importlib.util, sys; sys.exit(importlib.util.find_spec(sys.argv[1]) is None)' \
    "$module" 2>/dev/null; then exec "$python" "$@"; fi
done
echo "no python3 with the module $module" >&2
exit 127
