$$.forEach(function ($) {
    if ($.kind === 'Deployment' {
        errors.add_error('a', 'b', 1);
    }
});
