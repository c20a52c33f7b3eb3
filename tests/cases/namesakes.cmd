# Two articles of one paper and one day are told apart by their titles.
annals --dump namesakes/events.yaml
