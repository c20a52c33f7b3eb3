annals --dump --ascii lighthouse/events.yaml >out
LC_ALL=C grep -n '[^ -~]' out
cat out
