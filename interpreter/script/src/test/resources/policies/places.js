// An object, a path in the document in hand, a path in an object, a path from $$, and what is not there.
var web = findByName($$, 'Deployment', 'web');
var containers = web.spec.template.spec.containers;
errors.add_error('object', 'the metrics container', 2, new Containers(containers).by_name('metrics'));
errors.add_error('path', 'the replicas', 2, '$.spec.replicas');
errors.add_error('path_in_object', 'the image', 2, containers[0], 'image');
errors.add_error('from_all', 'the port', 2, '$$[0].spec.ports[0].port');
errors.add_error('missing', 'no limits', 2, containers[0], 'resources.limits.memory');
errors.add_error('severity', 'only a remark', 1, web);
errors.add_error('fresh', 'an object of the script itself', 2, { kind: 'Deployment' });
errors.errors.push({ check_name: 'pushed', title: 'into the list', severity: 3 });
