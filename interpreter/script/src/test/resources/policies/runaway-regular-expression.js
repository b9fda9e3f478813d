/^(a+)+$/.test('a'.repeat(60) + '!');
/(x+x+)+y/.exec('x'.repeat(60));
/^(?:(a+)\1?)+$/.test('a'.repeat(60) + '!');
