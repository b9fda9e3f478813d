$$.push('a text');
