annals --dump lighthouse/events.yaml
