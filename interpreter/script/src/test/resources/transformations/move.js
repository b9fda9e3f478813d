// A node that is put elsewhere takes its provenance along.
var containers = $$[0].spec.template.spec.containers;
containers.push(containers.shift());
$$[1].metadata.labels = $$[0].spec.selector.matchLabels;
$$[0].spec.template.spec.containers[0].args.reverse();
$$[2].spec.ports[0].targetPort = 8080;
$$[0].spec.template.spec.containers[0].args = [];
$$[0].spec.template.spec.initContainers = [];
