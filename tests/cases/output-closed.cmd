# No file of the record is opened in the place of what was closed.
annals --dump lighthouse/events.yaml >&-
echo $?
annals --dump lighthouse/events.yaml 2>&- >&-
echo $?
annals --dump lighthouse/events.yaml <&- >out
echo $?
annals --date=- <&-
