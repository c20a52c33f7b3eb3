# The day on which only one of the rivals is known, and the one after which none is
# missing; then a record in which nobody disputes anything.
annals --dump=conflicts --as-of=1911-03-10 ferry/events.yaml
annals --dump=conflicts --as-of=1911-03-14 --width=120 ferry/events.yaml | sed -n 4,12p
annals --dump=conflicts --filter=is:uncited -- ferry/events.yaml
annals --dump=conflicts --filter=-is:disputed ferry/events.yaml
