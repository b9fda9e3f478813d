// Alterant's own sample did this; it never made an object that a cluster takes.
$$.push({ apiVersion: 'v1', kind: 'Service', metadata: [{ name: 'web' }] });
