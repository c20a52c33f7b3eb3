annals --check leaky/events.yaml
