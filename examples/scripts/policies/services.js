// A Service without pods answers nobody, and its port has to be one that a container opens.
$$.forEach(function ($) {
    if ($.kind !== 'Service') {
        return;
    }
    var deployment = findDeploymentForService($$, $.spec.selector);
    if (!deployment) {
        errors.add_error('service_without_pods', 'no Deployment has the labels that ' + $.metadata.name + ' selects', 2, $.spec, 'selector');
        return;
    }
    var open = _.pluck(_.flatten(_.compact(_.pluck(deployment.spec.template.spec.containers, 'ports'))), 'containerPort');
    $.spec.ports.forEach(function (port) {
        if (!_.contains(open, port.targetPort)) {
            errors.add_error('port_not_open', $.metadata.name + ' leads to port ' + port.targetPort + ', which no container opens', 2, port, 'targetPort');
        }
    });
});
