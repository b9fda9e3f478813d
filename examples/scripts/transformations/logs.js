// Every pod ships its log: a sidecar reads what the containers write below /var/log.
$$.forEach(function ($) {
    if ($.kind !== 'Deployment') {
        return;
    }
    var pod = $.spec.template.spec;
    pod.containers.forEach(function (container) {
        container.volumeMounts = (container.volumeMounts || []).concat({ name: 'logs', mountPath: '/var/log' });
    });
    pod.containers.push(JSON.parse(YamlReader('transformations/logs.yml')));
    pod.volumes = (pod.volumes || []).concat({ name: 'logs', emptyDir: {} });
});
