annals --dump --width=40 lighthouse/events.yaml
