// Fields, entries of lists, a whole document.
var spec = $$[0].spec.template.spec;
delete spec.containers[0].ports;
delete spec.containers[0].name;
spec.containers[0].args.splice(1, 1);
delete $$[0].metadata.name;
$$[0].metadata.name = 'site';
delete $$[2].spec.ports;
$$[3].data.motd = 'Good evening';
delete $$[3].data.flags;
$$.splice(1, 1);
