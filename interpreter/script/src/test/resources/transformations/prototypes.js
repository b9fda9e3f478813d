Object.prototype.toJSON = function () { return {}; };
Array.prototype.push = function () { throw new Error('no'); };
Object.defineProperty(Object.prototype, 'owner', { set: function () { throw new Error('caught'); }, configurable: true });
Map.prototype.get = WeakMap.prototype.get = function () { return undefined; };
$$[0].metadata.owner = 'shop';
