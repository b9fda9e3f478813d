var sidecar = JSON.parse(YamlReader('../../etc/passwd'));
