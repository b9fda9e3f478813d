// brayer: threshold=1
// Without a limit of memory one container can take a node down. Sidecars are only remarked on.
$$.forEach(function ($) {
    if ($.kind === 'Deployment') {
        $.spec.template.spec.containers.forEach(function (container, index) {
            if (!container.resources?.limits?.memory) {
                var severity = index === 0 ? 3 : 1;
                errors.add_error('memory_limit', container.name + ' has no limit of memory', severity, container, 'resources.limits.memory');
            }
        });
    }
});
