cat >more.yaml <<'END'
annals: 1
events:
  - id: lit
    when: 1871~
    title: The light is lit
    summary: By a pilot's daughter, it is said.
  - id: sold
    when: 1934
    title: The skerry is sold
END
annals --dump lighthouse/events.yaml more.yaml
sed -i 's/is lit$/is lit for the first time/' more.yaml
annals --dump lighthouse/events.yaml more.yaml | grep -e '^[^ ]' -e pilot
