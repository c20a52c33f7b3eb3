# The text that was read; the same wrapped anew; and one with a word changed: the hash
# differs, and of the quotations those that contain the word fall, no others.
read=5c12373082a156f9d72fdaea68dda216668279533bcc6a717cf6974279fa7457
sed "s/^sha256:.*/sha256: $read/" lighthouse/data/keepers-log.md >log
cp log lighthouse/data/keepers-log.md
mkdir texts
check() {
  annals --check --texts=texts lighthouse/events.yaml 2>&1 | grep -v 'nothing cites it'
}
cp lighthouse/texts/keepers-log.txt texts
check
fold -s -w 20 lighthouse/texts/keepers-log.txt >texts/keepers-log.txt
check | grep 'keepers-log'
sed 's/longest/shortest/' lighthouse/texts/keepers-log.txt >texts/keepers-log.txt
check
