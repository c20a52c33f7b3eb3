# Built without a reader of HTML: a page is refused by name and by how it begins.
annals --attach=keepers-log=lighthouse/log.html --texts=new lighthouse/events.yaml
echo "exit $?"
cp lighthouse/log.html page
annals --attach=keepers-log=page --texts=new lighthouse/events.yaml
echo "exit $?"
[ -e new ] || echo 'nothing was written'
