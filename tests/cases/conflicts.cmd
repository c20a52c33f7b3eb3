annals --dump=conflicts ferry/events.yaml
