var sidecar = JSON.parse(YamlReader('sidecar.yml'));
$$.forEach(function ($) {
    if ($.kind === 'Deployment') {
        var pod = $.spec.template.spec;
        pod.containers.push(sidecar);
        pod.containers[0].volumeMounts.unshift({ name: 'logs', mountPath: '/var/log' });
        pod.volumes = [{ name: 'logs', emptyDir: {} }];
        pod.containers[0].args = pod.containers[0].args.filter(function (arg) { return arg !== '--debug'; });
        delete $.spec.template.metadata.annotations;
        $.spec.replicas += 1;
    }
    if ($.kind === 'Ingress') {
        $.spec.tls = [{ hosts: $.spec.rules.map(function (rule) { return rule.host; }), secretName: $.metadata.name + '-tls' }];
    }
});
$$.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'logs' }, data: { 'fluent.conf': '[INPUT]\n  Name tail\n', 8: 'x', big: 12345678901 } });
