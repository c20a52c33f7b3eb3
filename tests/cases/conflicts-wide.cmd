annals --dump=conflicts --width=160 --ascii --filter=sheep ferry/events.yaml
