annals --check lighthouse/events.yaml
