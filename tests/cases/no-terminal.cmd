annals lighthouse/events.yaml
