# As diff(1) has it: 0 the same, 1 they differ, 2 trouble.
try() {
  annals --diff "$@"
  echo "exit $?"
}
try lighthouse/events.yaml lighthouse/events.yaml
cp -R lighthouse later
sed -i 's/^  - id: keeper$/  # She is 24.\n&/' later/events.yaml
try lighthouse/events.yaml later/events.yaml
try --no-sources lighthouse/events.yaml lighthouse/events.yaml
try /dev/null lighthouse/events.yaml
try lighthouse/events.yaml /dev/null | tail -n 2
try broken/events.yaml lighthouse/events.yaml
try lighthouse/events.yaml nothing.yaml
try lighthouse/events.yaml
try lighthouse/events.yaml later/events.yaml leaky/events.yaml
try --filter=storm lighthouse/events.yaml later/events.yaml
try --dump lighthouse/events.yaml later/events.yaml
annals --diff lighthouse/events.yaml leaky/events.yaml >/dev/full
