Object.freeze($$[0]);
