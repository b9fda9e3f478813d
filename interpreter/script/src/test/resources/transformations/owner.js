$$.forEach(function ($) {
    $.metadata.annotations = $.metadata.annotations || {};
    $.metadata.annotations['example.org/owner'] = $context.application + '@example.org';
});
