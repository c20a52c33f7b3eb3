# Four mistakes, four places, and nothing shown as if it were whole.
for option in --dump --export=json --check; do
  annals $option broken/events.yaml
  echo "$option: $?" >&2
done
