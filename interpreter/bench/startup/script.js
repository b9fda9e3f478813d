// No service opens a port on every node.
$$.forEach(function ($) {
    if ($.kind === 'Service' && $.spec.type === 'NodePort') {
        errors.add_error('node_port', 'service ' + $.metadata.name + ' opens a port of every node', 2, $.spec, 'type');
    }
});
