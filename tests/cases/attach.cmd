# Made where it is missing, replaced, and left alone by what is another text.
attach() {
  annals --attach="$1" --texts=new/texts lighthouse/events.yaml
  echo "exit $?"
}
attach keepers-log=lighthouse/texts/keepers-log.txt
echo 'Another text.' >other
attach keepers-log=other
cmp new/texts/keepers-log.txt lighthouse/texts/keepers-log.txt && ls -A new/texts
sed 's/three days/four days/' lighthouse/texts/keepers-log.txt >changed
attach keepers-log=changed
cmp new/texts/keepers-log.txt changed
cp lighthouse/data/lifeboat-letter.md letter
attach lifeboat-letter=letter
attach log=other
attach keepers-log=nothing
annals --attach=keepers-log=other lighthouse/events.yaml
echo 'When the storm had blown itself out, he slept like a stone.' >whole
attach gazette=whole
