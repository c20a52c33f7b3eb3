# A year of work on the record: every kind of change, there and, narrower, back.
cp -R lighthouse later
sed -i -e 's/1871~/1871/' -e 's|1889-05/..|1889-05/1900|' \
  -e 's/Ada Holm keeps the light/Ada Holm comes to keep the light/' \
  -e 's/"\[1897-12-20..1897-12-22\]"/1897-12-21/' -e 's/dated: derived/dated: stated/' \
  -e 's/that night$/then/' -e 's/\[Ada Holm, Peter Holm, Olav/[Ada Holm, Olav/' \
  -e '/disputes: oil/d' -e 's/id: relit/id: lit-again/' -e '/^  - id: inquiry/,$d' \
  -e 's/see: \[storm, inquiry\]/see: [storm]/' later/events.yaml
cat >>later/events.yaml <<'END'
  - id: sold
    when: 1934
    title: The skerry is sold
END
sed -i -e 's/quote: frozen in the pipe/quote: frozen in that pipe/' \
  -e '/event: inquiry/,/another hand/d' -e 's/1898-02-11/1898-02-12/' \
  -e 's/^sha256: 0/sha256: 1/' -e 's/on the Friday/on the Saturday/' \
  later/data/keepers-log.md
sed -i 's/claim: night-20/claim: lit-again/' later/data/gazette.md
sed -i 's/\[gazette, harbour-master\]/gazette/' later/data/lifeboat-letter.md
cat >later/data/pilot.md <<'END'
---
publisher: The pilots' guild
published: 1898
cites:
  - event: storm
    quote: no boat went out
---
For three days, they say, no boat left the harbour.
END
annals --diff lighthouse/events.yaml later/events.yaml
echo "exit $?"
annals --diff --ascii --width=44 later/events.yaml lighthouse/events.yaml
