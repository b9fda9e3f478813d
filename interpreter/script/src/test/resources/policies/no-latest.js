// As people wrote it for Copper 2: without a place, one finding for the document in hand.
$$.forEach(function ($) {
    if ($.kind === 'Deployment') {
        $.spec.template.spec.containers.forEach(function (container) {
            var image = new DockerImage(container.image);
            if (image.tag === 'latest') {
                errors.add_error('no_latest', 'latest is used in ' + $.metadata.name, 2);
            }
        });
    }
});
