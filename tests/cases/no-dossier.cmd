annals --dump lighthouse/nothing.yaml
annals --dump lighthouse
