annals --dump lighthouse/events.yaml >/dev/full
echo $?
annals --export=json lighthouse/events.yaml >/dev/full
echo $?
annals --check lighthouse/events.yaml >/dev/full 2>err
echo $?
tail -n 1 err
annals --help >/dev/full
echo $?
echo 1897 | annals --date=- >/dev/full
