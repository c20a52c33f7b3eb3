annals --dump --order=published lighthouse/events.yaml | grep '^[^ ]'
