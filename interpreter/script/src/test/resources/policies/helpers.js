function say(what, value) { console.log(what + ' = ' + JSON.stringify(value)); }
['nginx', 'acme/web:1', 'us.gcr.io/acme/web:2.1', 'https://quay.io/acme/web', 'localhost:5000/x/y:1', 'nginx@sha256:0a',
 ' library/redis:7 '].forEach(function (text) {
    var image = new DockerImage(text);
    say(text, [image.registry, image.name, image.tag, image.digest, image.registry_url, image.fqin, image.address()]);
});
var service = $$[0];
say('deployment', findDeploymentForService($$, service.spec.selector).metadata.name);
say('labels', getLabels($$[2]));
say('match', [doLabelsMatch($$[1], { app: 'web' }), doLabelsMatch($$[1], { app: 'api' })]);
say('none', [findByName($$, 'Job', 'web') === undefined, new Containers([{ name: 'a' }]).by_name('b')]);
var copy = JSON.parse(JSON.stringify(service));
say('deep', [deepCompare(service, copy), deepCompare(service, copy, $$[1]), deepCompare(NaN, NaN), deepCompare([1, { a: 2 }], [1, { a: 3 }])]);
copy.spec.ports[0].port = 443;
$$.replace(copy);
say('replaced', $$[0].spec.ports[0].port);
replaceItem($$, 'Deployment', 'worker', { kind: 'Deployment', metadata: { name: 'other' } });
say('names', _.map(_.pluck($$, 'metadata'), 'name'));
say('read', [JSON.parse(YamlReader('sidecar.yml')).image, JSON.parse(JsonReader('sidecar.json')).name]);
console.error('to standard error', { a: 1 }, undefined);
