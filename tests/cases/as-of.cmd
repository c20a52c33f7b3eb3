# On Christmas Eve only what the Gazette printed is known, and nothing is disputed.
annals --dump --as-of=1897-12-24 lighthouse/events.yaml
