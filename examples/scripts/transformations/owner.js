// Everything says whose it is.
$$.forEach(function ($) {
    $.metadata.annotations = $.metadata.annotations || {};
    $.metadata.annotations['shop.example.org/owner'] = $context.application + '@example.org';
});
