# With the full text at hand, that it is another than the one cited is said.
annals --dump --texts=lighthouse/texts --filter=storm lighthouse/events.yaml
