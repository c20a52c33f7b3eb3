# A page that was saved: what is kept is its text, without what stands around it.
attach() {
  annals --attach="$1" --texts=new lighthouse/events.yaml
  echo "exit $?"
}
attach keepers-log=lighthouse/log.html
cat new/keepers-log.txt
cp lighthouse/log.html page
attach keepers-log=page
echo 'No tag, but a name.' >plain.HTM
attach gazette=plain.HTM
printf '<p>the storm\222s \326l slept like a stone' >latin.html
attach gazette=latin.html
: >empty.html
attach gazette=empty.html
