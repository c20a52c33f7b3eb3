annals --dump --color=always --filter=source:lifeboat-letter lighthouse/events.yaml
