errors.add_error('one', 'cannot be taken back', 2);
errors.errors.length = 0;
try { ValidationError.prototype.add_error = function () {}; } catch (frozen) { }
errors.errors = [];
errors.add_error('two', 'still counts', 2);
errors = { errors: [] };
