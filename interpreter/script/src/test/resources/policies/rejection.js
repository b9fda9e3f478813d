async function check() { throw new Error('nobody waits for me'); }
check();
