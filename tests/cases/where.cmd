# The working directory's record, then the environment's.
(cd lighthouse && annals --dump | head -n 1)
export ANNALS_DOSSIER=leaky/events.yaml
annals --dump | head -n 1
(cd lighthouse && annals --dump | head -n 1)
