annals --date=1897-12 && annals --date=1897-13
