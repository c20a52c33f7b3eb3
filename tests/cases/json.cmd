annals --export=json --texts=lighthouse/texts lighthouse/events.yaml
