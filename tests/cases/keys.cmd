mkdir -p config/annals
cat >config/annals/config <<'END'
# for people
bind all x quit
bind reader j half-down
unbind all Q
color quote 200 default bold
color mark cyan black
bind all jj down
bind all k dwon
bynd all k down
color qoute red default
color quote reddish default
color quote red default blod
color quote 256 default
color quote
END
export XDG_CONFIG_HOME="$PWD/config"
annals --keys 2>keys.err >keys.out
echo "exit $?" >&2
sed "s|$PWD/||" keys.err >&2
HOME=/nonexistent XDG_CONFIG_HOME= annals --keys >plain.out
diff plain.out keys.out | grep '^[<>]'

# What it prints, read again, binds the same.
cp keys.out config/annals/config
annals --keys | diff keys.out -
annals --keys file
