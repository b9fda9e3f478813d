$$.forEach(function ($) {
    errors.add_error('no_latest', 'latest is used', '1');
});
