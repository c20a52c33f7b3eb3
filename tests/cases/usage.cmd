try() {
  annals "$@"
  echo "$?" >&2
}
try --bogus
try -x
try --dump --check
try --export=yaml
try --dump=timeline
try --dump=
try --export
try --ascii=yes
try --open=
try --dump --open=call
try --width=19
try --width=80x
try --width=99999999999999999999
try --color=red
try --order=title
try --as-of=1897/..
try --as-of=now
try --filter=before:christmas
try --check --filter=storm
try --date=1897 file.yaml
try --attach=log
try --attach=log=
try --texts=
try "$(printf -- '--\033[31mred')"
