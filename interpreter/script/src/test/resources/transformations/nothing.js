// Looking changes nothing, and writing what stands there already does not either.
$$.forEach(function ($) {
    $.metadata.name = $.metadata.name;
    for (var key in $.metadata) { JSON.stringify($.metadata[key]); }
});
$$[0].spec.replicas = 2;
$$ = $$.filter(function () { return true; });
