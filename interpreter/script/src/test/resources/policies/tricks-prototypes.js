// Nothing that a script does to prototypes hides what it reports.
Object.defineProperty(Object.prototype, '0', { set: function () { throw new Error('caught in a setter'); } });
Array.prototype.push = function () { return 0; };
Array.prototype.forEach = undefined;
Array.prototype[Symbol.iterator] = undefined;
JSON.stringify = function () { return '{}'; };
Object.keys = function () { return []; };
WeakMap.prototype.get = WeakMap.prototype.has = function () { return true; };
Reflect.apply = Reflect.get = undefined;
Error.stackTraceLimit = 0;
Error.prepareStackTrace = function () { return 'nowhere'; };
errors.add_error('still', 'reported', 2, $$[1].spec.template);
