# By option, by environment, by the home of data; the first that is named counts.
texts() {
  annals --check lighthouse/events.yaml 2>/dev/null | grep '^keepers-log'
}
texts
ANNALS_TEXTS=lighthouse/texts texts
mkdir -p data/annals home/.local/share/annals
cp -R lighthouse/texts data/annals
cp -R lighthouse/texts home/.local/share/annals
XDG_DATA_HOME=$PWD/data texts
HOME=$PWD/home texts
ANNALS_TEXTS=nowhere HOME=$PWD/home texts
annals --check --texts=nowhere lighthouse/events.yaml
echo $?
annals --dump --texts=lighthouse/events.yaml lighthouse/events.yaml
echo $?
