// A copy that is put back has changed what differs and nothing else.
var copy = JSON.parse(JSON.stringify(findByName($$, 'Deployment', 'web')));
copy.spec.replicas = 5;
copy.spec.template.spec.containers.push({ name: 'extra', image: 'busybox:1.36', command: ['sh', '-c', 'sleep 1\nsleep 2\n'] });
$$.replace(copy);
