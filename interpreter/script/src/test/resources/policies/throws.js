errors.add_error('first', 'what was found before counts', 2, $$[0]);
$$.forEach(function ($) {
    console.log($.kind);
    $.spec.template.spec.containers.forEach(function (container) {});
});
