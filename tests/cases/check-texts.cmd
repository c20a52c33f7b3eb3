annals --check --texts=lighthouse/texts lighthouse/events.yaml
