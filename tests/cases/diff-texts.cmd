# How the full text bears out a quotation changes with the quotation.
cp -R lighthouse later
sed -i 's/quote: frozen in the pipe/quote: thawed by morning/' later/data/keepers-log.md
annals --diff --color=always --texts=lighthouse/texts lighthouse/events.yaml later/events.yaml
