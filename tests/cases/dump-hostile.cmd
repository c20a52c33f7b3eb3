annals --dump --width=44 hostile/events.yaml
