# A last line without its end, line ends of another system, a tab and a control.
printf '1897\r\n18\t97\n\033[31m\n1898' | annals --date=-
