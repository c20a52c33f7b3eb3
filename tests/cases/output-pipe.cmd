# Whether or not the parent ignores SIGPIPE, a reader that leaves is no news.
annals --dump lighthouse/events.yaml | true
(
  trap '' PIPE
  annals --dump lighthouse/events.yaml | true
)
