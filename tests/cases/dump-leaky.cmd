annals --dump leaky/events.yaml
