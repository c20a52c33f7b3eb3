annals --dump=conflicts --width=44 --filter=sheep ferry/events.yaml
