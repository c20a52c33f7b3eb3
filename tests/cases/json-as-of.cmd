annals -e json --ascii --as-of=1897 --filter=who:Næss --order=published lighthouse/events.yaml
