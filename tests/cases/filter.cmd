# A filter that nothing matches leaves the front.
annals --dump --filter='tag:lamp -is:disputed' lighthouse/events.yaml
annals --dump --filter='tag:lmap' lighthouse/events.yaml
