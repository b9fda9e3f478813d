// Every Ingress speaks TLS with a certificate of its own.
$$.forEach(function ($) {
    if ($.kind === 'Ingress' && !$.spec.tls) {
        $.spec.tls = [{ hosts: _.pluck($.spec.rules, 'host'), secretName: $.metadata.name + '-tls' }];
    }
});
