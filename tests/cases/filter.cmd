# A filter that nothing matches leaves the front. What it is made of is shown as in
# a record, and never sent to the terminal.
annals --dump --filter='tag:lamp -is:disputed' lighthouse/events.yaml
annals --dump --filter='tag:lmap' lighthouse/events.yaml
annals --dump --filter="$(printf 'lamp\033[2J')" lighthouse/events.yaml
annals --dump --filter="$(printf '"one\n1897 two"')" lighthouse/events.yaml
