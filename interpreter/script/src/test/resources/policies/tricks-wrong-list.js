errors.errors.push('not an error');
