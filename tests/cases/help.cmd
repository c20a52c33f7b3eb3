annals --help && annals --dump --version
